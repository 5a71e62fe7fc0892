import pytest

from tests.factories import LONG_AGO
from tests.trajects.factories import StepCompletionFactory
from trajects.actions.steps import complete_step, reopen_step
from trajects.errors import NoLongerAllowed, StepNotReady
from trajects.models import StepCompletion
from trajects.steps import Key


@pytest.mark.parametrize("who", ["griet", "els"])
def test_who_leads_completes_a_step(traject, request, who):
    person = request.getfixturevalue(who)

    complete_step(traject=traject, key=Key.START, by=person, at=LONG_AGO)

    rows = StepCompletion.objects.values_list("traject", "step", "at", "by")
    assert list(rows) == [(traject.pk, "start", LONG_AGO, person.pk)]


@pytest.mark.parametrize("who", ["bram", "chaima"])
def test_others_do_not(traject, request, who):
    person = request.getfixturevalue(who)
    StepCompletionFactory(traject=traject, step=Key.SCAN)

    with pytest.raises(NoLongerAllowed):
        complete_step(traject=traject, key=Key.START, by=person, at=LONG_AGO)
    with pytest.raises(NoLongerAllowed):
        reopen_step(traject=traject, key=Key.SCAN, by=person)

    assert StepCompletion.objects.get().step == "scan"


def test_completing_twice_keeps_the_first(traject, griet, els):
    complete_step(traject=traject, key=Key.START, by=griet, at=LONG_AGO)
    complete_step(traject=traject, key=Key.START, by=els, at=LONG_AGO)

    assert StepCompletion.objects.get().by == griet


def test_step_with_something_missing_is_refused(traject, griet):
    with pytest.raises(StepNotReady):
        complete_step(traject=traject, key=Key.SCAN, by=griet, at=LONG_AGO)

    assert not StepCompletion.objects.exists()


def test_reopening_takes_it_back_and_twice_changes_nothing(traject, griet):
    StepCompletionFactory(traject=traject, step=Key.START)

    reopen_step(traject=traject, key=Key.START, by=griet)
    reopen_step(traject=traject, key=Key.START, by=griet)

    assert not StepCompletion.objects.exists()


def test_step_that_another_rests_on_stays(traject, griet):
    for key in (Key.START, Key.PHOTO):
        StepCompletionFactory(traject=traject, step=key)

    with pytest.raises(StepNotReady):
        reopen_step(traject=traject, key=Key.START, by=griet)

    assert StepCompletion.objects.count() == 2
