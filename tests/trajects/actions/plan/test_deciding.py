"""Every decision about the plan is kept; the newest counts."""

from dataclasses import replace

import pytest

from tests.factories import LONG_AGO
from tests.trajects.dream_factories import GoalFactory
from tests.trajects.plan_factories import ActionFactory
from trajects.actions.plan.deciding import record_plan_decision
from trajects.entries import PlanDecisionEntry
from trajects.errors import ChangedMeanwhile, NoLongerAllowed, PlanEmpty
from trajects.models import PlanDecision

REFUSED = PlanDecisionEntry(False, "de raad", LONG_AGO.date(), "Te duur.")
APPROVED = replace(REFUSED, approved=True, remarks="")


@pytest.fixture
def planned(traject):
    ActionFactory(goal=GoalFactory(traject=traject))
    return traject


def test_decisions_are_kept_and_the_newest_counts(planned, griet):
    first = record_plan_decision(traject=planned, entry=REFUSED, shown="", by=griet, at=LONG_AGO)

    second = record_plan_decision(
        traject=planned, entry=APPROVED, shown=str(first.pk), by=griet, at=LONG_AGO
    )

    assert list(planned.plan_decisions.all()) == [second, first]
    assert (second.approved, second.decided_by, second.recorded_by) == (True, "de raad", griet)


def test_decision_that_is_said_twice_is_kept_once(planned, griet):
    first = record_plan_decision(traject=planned, entry=REFUSED, shown="", by=griet, at=LONG_AGO)

    again = record_plan_decision(traject=planned, entry=REFUSED, shown="", by=griet, at=LONG_AGO)

    assert (again, PlanDecision.objects.count()) == (first, 1)


def test_decision_of_an_older_page_is_refused(planned, griet):
    record_plan_decision(traject=planned, entry=REFUSED, shown="", by=griet, at=LONG_AGO)

    with pytest.raises(ChangedMeanwhile):
        record_plan_decision(traject=planned, entry=APPROVED, shown="", by=griet, at=LONG_AGO)


def test_plan_without_actions_is_not_decided_on(traject, griet):
    with pytest.raises(PlanEmpty):
        record_plan_decision(traject=traject, entry=APPROVED, shown="", by=griet, at=LONG_AGO)


def test_lead_group_records_no_decision(planned, bram):
    with pytest.raises(NoLongerAllowed):
        record_plan_decision(traject=planned, entry=APPROVED, shown="", by=bram, at=LONG_AGO)
