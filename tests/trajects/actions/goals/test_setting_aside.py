"""What the group does not go on with stays readable, and comes back."""

import pytest

from tests.trajects.dream_factories import GoalAdoptionFactory, GoalFactory
from tests.trajects.factories import LONG_AGO, CandidateFactory
from trajects.actions.goals.setting_aside import bring_back_goal, set_aside_goal
from trajects.errors import GoalSetAside, NoLongerAllowed, TrajectGone
from trajects.models import Goal


@pytest.fixture
def goal(traject):
    return GoalFactory(candidate=CandidateFactory(traject=traject))


def put_aside(goal, by, because="Dubbel"):
    return set_aside_goal(goal=goal, because=because, by=by, at=LONG_AGO)


def stored(goal):
    found = Goal.objects.get(pk=goal.pk)
    return found.set_aside_at, found.set_aside_by, found.set_aside_because


def test_set_aside_for_a_reason_and_brought_back_as_it_was(goal, els, griet):
    GoalAdoptionFactory(goal=goal)

    put_aside(goal, els)
    aside = stored(goal)
    bring_back_goal(goal=goal, by=griet)

    assert aside == (LONG_AGO, els, "Dubbel")
    assert stored(goal) == (None, None, "")
    assert list(Goal.objects.adopted()) == [goal]


def test_first_reason_stays(goal, els, griet):
    put_aside(goal, els)

    with pytest.raises(GoalSetAside):
        put_aside(goal, griet, "Later")

    assert stored(goal) == (LONG_AGO, els, "Dubbel")


def test_what_is_on_its_feet_is_not_brought_back(goal, els):
    with pytest.raises(GoalSetAside):
        bring_back_goal(goal=goal, by=els)


def test_goal_that_is_gone_is_neither(goal, els):
    Goal.objects.all().delete()

    with pytest.raises(TrajectGone):
        put_aside(goal, els)
    with pytest.raises(TrajectGone):
        bring_back_goal(goal=goal, by=els)


def test_lead_group_itself_sets_nothing_aside(goal, els, bram):
    with pytest.raises(NoLongerAllowed):
        put_aside(goal, bram)
    put_aside(goal, els)
    with pytest.raises(NoLongerAllowed):
        bring_back_goal(goal=goal, by=bram)

    assert stored(goal) == (LONG_AGO, els, "Dubbel")
