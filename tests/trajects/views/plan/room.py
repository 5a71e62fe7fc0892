"""A small plan: two goals of one theme, actions that are late, planned and done."""

from datetime import timedelta

from django.utils.timezone import localdate

from tests.trajects.dream_factories import GoalFactory
from tests.trajects.plan_factories import ActionFactory, ActionOwnerFactory
from tests.trajects.views.goals.room import chosen_theme
from trajects.models import Action, Goal, Traject


def a_goal(traject: Traject, sentence: str = "We kopen groen.") -> Goal:
    return GoalFactory(candidate=chosen_theme(traject), sentence=sentence)


def an_action(goal: Goal, title: str, *, by=None, days: int | None = 100, **own: object) -> Action:
    """Ready for the plan; `days` from now until its deadline."""
    due = localdate() + timedelta(days=days) if days is not None else None
    action = ActionFactory(goal=goal, title=title, due_on=due, because="Het moet.", **own)
    if by:
        ActionOwnerFactory(action=action, user=by)
    return action
