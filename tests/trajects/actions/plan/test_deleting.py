import pytest

from tests.trajects.dream_factories import GoalFactory
from tests.trajects.factories import LONG_AGO, CandidateFactory
from tests.trajects.plan_factories import (
    ActionFactory,
    ActionNeedFactory,
    ActionOwnerFactory,
    ActionStepFactory,
    MeasurementFactory,
    ProgressNoteFactory,
)
from trajects.actions.plan.deleting import delete_action
from trajects.errors import ActionInUse, NoLongerAllowed, TrajectGone
from trajects.models import Action

DAY = LONG_AGO.date()


@pytest.fixture
def action(traject):
    made = ActionFactory(goal=GoalFactory(candidate=CandidateFactory(traject=traject)))
    ActionOwnerFactory(action=made)
    ActionStepFactory(action=made)
    return made


@pytest.mark.parametrize("person", ["els", "griet"])
def test_who_leads_deletes_it_with_its_steps(action, request, person):
    delete_action(action=action, by=request.getfixturevalue(person))

    assert not Action.objects.exists()


@pytest.mark.parametrize("person", ["bram", "chaima"])
def test_others_delete_nothing(action, request, person):
    with pytest.raises(NoLongerAllowed):
        delete_action(action=action, by=request.getfixturevalue(person))

    assert Action.objects.exists()


@pytest.mark.parametrize(
    "happens",
    [
        lambda action: ProgressNoteFactory(action=action),
        lambda action: MeasurementFactory(action=action),
        lambda action: ActionStepFactory(action=action, done_on=DAY),
        lambda action: ActionNeedFactory(action=ActionFactory(goal=action.goal), needed=action),
        lambda action: Action.objects.update(done_on=DAY),
        lambda action: Action.objects.update(stopped_on=DAY, stopped_because="Geen geld"),
    ],
)
def test_what_happened_with_it_keeps_it(action, griet, happens):
    happens(action)

    with pytest.raises(ActionInUse):
        delete_action(action=action, by=griet)

    assert Action.objects.filter(pk=action.pk).exists()


def test_what_it_waits_for_itself_does_not_keep_it(action, griet):
    needed = ActionFactory(goal=action.goal)
    ActionNeedFactory(action=action, needed=needed)

    delete_action(action=action, by=griet)

    assert list(Action.objects.all()) == [needed]


def test_deleted_twice_is_deleted(action, griet):
    delete_action(action=action, by=griet)

    delete_action(action=action, by=griet)

    assert not Action.objects.exists()


def test_with_its_traject_it_is_gone(action, griet):
    stale = Action.objects.get(pk=action.pk)
    stale.traject_id = 0

    with pytest.raises(TrajectGone):
        delete_action(action=stale, by=griet)
