"""What the group wrote in its plan, and what was decided about it."""

from datetime import timedelta

from tests.factories import LONG_AGO
from tests.trajects.plan_factories import PlanDecisionFactory, PlanTextFactory
from trajects.entries import PlanTextEntry
from trajects.queries.plan_papers import (
    entry_in,
    newest_plan_decision,
    plan_decisions_of,
    shown_decision,
    written_in,
)


def test_plan_without_texts_and_decisions(traject):
    assert (written_in(traject), entry_in(None)) == (None, PlanTextEntry())
    assert (plan_decisions_of(traject), newest_plan_decision(traject)) == ((), None)
    assert shown_decision(None) == ""


def test_texts_as_an_entry(traject):
    PlanTextFactory(traject=traject, summary="Kort", follow_up="Elk jaar", communication="Brief")

    assert entry_in(written_in(traject)) == PlanTextEntry("Kort", "Elk jaar", "Brief")


def test_newest_decision_comes_first(traject, django_assert_num_queries):
    newest = PlanDecisionFactory(traject=traject, recorded_at=LONG_AGO + timedelta(days=1))
    first = PlanDecisionFactory(traject=traject)

    with django_assert_num_queries(1):
        found = plan_decisions_of(traject)
        names = {one.recorded_by.name for one in found}
    assert (found, len(names)) == ((newest, first), 2)
    assert newest_plan_decision(traject) == newest
    assert shown_decision(newest) == str(newest.pk)
