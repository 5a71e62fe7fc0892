from datetime import date

import pytest

from accounts.errors import NoLongerCoordinator
from accounts.models import Role
from tests.factories import LONG_AGO
from tests.trajects.factories import (
    AgreementFactory,
    InitiativeFactory,
    MeetingFactory,
    ParticipantFactory,
    StepCompletionFactory,
)
from tests.trajects.plan_factories import PlanTextFactory
from trajects.actions.trajects import change_traject, delete_traject, start_traject
from trajects.errors import NoLongerAllowed, NotEmpty, TrajectGone
from trajects.models import Participant, Traject

PERIOD = {
    "starts_on": date(2026, 9, 1),
    "ends_on": date(2027, 12, 31),
    "plan_from": 2026,
    "plan_to": 2031,
}


def test_start_keeps_who_began_it_and_when(organisation, griet):
    made = start_traject(organisation=organisation, title="Op weg", by=griet, at=LONG_AGO, **PERIOD)

    assert (made.organisation, made.created_by, made.created_at) == (organisation, griet, LONG_AGO)
    assert (made.scan, made.scan_linked_at) == (None, None)
    assert (made.plan_from, made.plan_to) == (2026, 2031)


def test_start_by_who_is_no_coordinator_is_refused(organisation, chaima):
    with pytest.raises(NoLongerCoordinator):
        start_traject(organisation=organisation, title="Op weg", by=chaima, at=LONG_AGO, **PERIOD)

    assert not Traject.objects.exists()


def test_years_of_the_plan_can_be_changed(traject, griet):
    later = {**PERIOD, "plan_from": 2032, "plan_to": 2037}

    change_traject(traject=traject, title="Op weg", by=griet, shown=traject.details, **later)

    assert Traject.objects.values_list("plan_from", "plan_to").get() == (2032, 2037)


def test_change_by_who_lost_the_right_is_refused(traject, griet):
    griet.memberships.update(role=Role.CONTRIBUTOR)

    with pytest.raises(NoLongerAllowed):
        change_traject(traject=traject, title="Anders", by=griet, **PERIOD)

    assert Traject.objects.get().title == traject.title


@pytest.mark.parametrize("who", ["els", "bram"])
def test_change_is_for_coordinators(traject, request, who):
    with pytest.raises(NoLongerAllowed):
        change_traject(traject=traject, title="X", by=request.getfixturevalue(who), **PERIOD)


def test_deleting_an_empty_traject_takes_its_people_along(traject, griet):
    MeetingFactory(traject=traject)
    AgreementFactory(traject=traject, who=ParticipantFactory(traject=traject))

    delete_traject(traject=traject, by=griet)

    assert not Traject.objects.exists()
    assert not Participant.objects.exists()


@pytest.mark.parametrize(
    "work",
    [
        lambda traject: InitiativeFactory(traject=traject),
        lambda traject: InitiativeFactory(traject=traject, accepted_at=None),
        lambda traject: MeetingFactory(traject=traject, report="Wat we afspraken."),
        lambda traject: MeetingFactory(traject=traject, notes="Voor mij."),
        lambda traject: StepCompletionFactory(traject=traject),
        lambda traject: PlanTextFactory(traject=traject),
    ],
    ids=["photo", "waiting", "report", "notes", "done", "texts of the plan"],
)
def test_work_is_never_deleted(traject, griet, work):
    work(traject)

    with pytest.raises(NotEmpty):
        delete_traject(traject=traject, by=griet)

    assert Traject.objects.filter(pk=traject.pk).exists()


def test_deleting_twice_says_that_it_is_gone(traject, griet):
    delete_traject(traject=Traject.objects.get(), by=griet)

    with pytest.raises(TrajectGone):
        delete_traject(traject=traject, by=griet)
