"""The home page says how many actions run in somebody's name."""

import pytest

from tests.factories import LONG_AGO
from tests.page import page_of, text_of
from tests.trajects.dream_factories import GoalFactory
from tests.trajects.factories import TrajectFactory
from tests.trajects.plan_factories import ActionFactory, ActionOwnerFactory


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, ""), (1, "One action in your name runs now"), (2, "2 actions in your name run now")],
)
def test_home_says_how_many_actions_run_in_their_name(world, browse, number, said):
    traject = TrajectFactory(organisation=world.a.organisation)
    goal = GoalFactory(traject=traject)
    for action in ActionFactory.create_batch(number, goal=goal, starts_on=LONG_AGO.date()):
        ActionOwnerFactory(action=action, user=world.els)
    ActionOwnerFactory(action=ActionFactory(goal=goal), user=world.els)

    tree = page_of(browse("els").get("/"))

    mine = f"/trajecten/{traject.pk}/actieplan/mijn/"
    assert [text_of(a) for a in tree.iter("a") if a.get("href") == mine] == [said] * bool(said)
