"""What somebody types about an action, and what a colleague does meanwhile."""

from tests.trajects.factories import LONG_AGO


def typed(goal, **own):
    return {"title": "We maken een lijst", "goal": goal.pk, "version": 4, **own}


def meanwhile(monkeypatch, happens):
    """Between drawing the choices and the lock."""

    def at():
        happens()
        return LONG_AGO

    monkeypatch.setattr("trajects.views.plan.writing.now", at)
