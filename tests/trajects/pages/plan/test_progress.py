"""How an action goes, as its page says it."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import translation

from tests.factories import UserFactory
from tests.trajects.actions.plan.telling import action_of
from tests.trajects.plan_factories import (
    ActionStepFactory,
    MeasurementFactory,
    ProgressNoteFactory,
)
from trajects.models.writer import Writer
from trajects.pages.plan.progress import Teller, progress_of

pytestmark = pytest.mark.django_db
ON = date(2026, 5, 4)
PLANNED = {
    "starts_on": date(2026, 1, 1),
    "due_on": date(2028, 1, 1),
    "indicator": "Bomen",
    "unit": "stuks",
    "baseline": Decimal(10),
    "target": Decimal(50),
}


def told(action, by=None, **own):
    teller = Teller(Writer(user=by or UserFactory()), **{"may_tell": True, **own})
    with translation.override("en"):
        return progress_of(action, teller, on=ON)


def measured(action, *values):
    for days, value in enumerate(values):
        MeasurementFactory(action=action, value=value, on=ON - timedelta(days=days))


def test_measured_between_start_and_target(traject):
    action = action_of(traject, **PLANNED)
    measured(action, 14, 12)

    found = told(action)

    assert [one.amount for one in found.measured] == ["12 stuks", "14 stuks"]
    assert (found.chart.first, found.chart.last) == (date(2026, 1, 1), date(2028, 1, 1))
    assert len(found.chart.points) == 3
    assert found.figures == (
        "Bomen: start 10 stuks, 14 stuks on 4 May 2026, aim 50 stuks by 1 January 2028"
    )


@pytest.mark.parametrize(
    ("own", "figures"),
    [
        ({"due_on": None}, "Bomen: start 10 stuks, 14 stuks on 4 May 2026, aim 50 stuks"),
        ({"baseline": None, "target": None}, "Bomen: 14 stuks on 4 May 2026"),
    ],
)
def test_one_measurement_without_anything_to_lay_it_beside(traject, own, figures):
    action = action_of(traject, **{**PLANNED, "starts_on": ON, **own})
    measured(action, 14)

    found = told(action)

    assert (found.chart, found.figures) == (None, figures)


def test_without_measurements_there_is_no_chart(traject):
    found = told(action_of(traject, **PLANNED))

    assert (found.chart, found.is_measurable) == (None, True)
    assert (found.baseline, found.target) == ("10 stuks", "50 stuks")
    assert not told(action_of(traject)).is_measurable


def test_measured_after_a_deadline_that_lies_before_everything(traject):
    action = action_of(traject, **{**PLANNED, "starts_on": None, "due_on": date(2026, 1, 2)})
    action.created_at = action.created_at.replace(year=2026, month=3)
    action.save()
    measured(action, 14, 12)

    assert told(action).chart is None


def test_measured_before_it_began_is_the_start(traject):
    action = action_of(traject, **{**PLANNED, "starts_on": date(2026, 9, 1)})
    measured(action, 14, 12)

    assert told(action).chart.first == ON - timedelta(days=1)


def test_only_own_notes_are_taken_back_but_by_who_leads(traject, bram):
    action = action_of(traject)
    ProgressNoteFactory(action=action, author=bram)
    ProgressNoteFactory(action=action)

    assert [one.may_take_back for one in told(action, bram).notes] == [False, True]
    assert [one.may_take_back for one in told(action, bram, leads=True).notes] == [True, True]
    closed = told(action, bram, leads=True, may_tell=False)
    assert [one.may_take_back for one in closed.notes] == [False, False]
    assert (closed.forms, closed.may_begin) == (None, False)


def test_next_step_is_the_first_that_is_open(traject):
    action = action_of(traject)
    ActionStepFactory(action=action, done_on=ON)
    second = ActionStepFactory(action=action)

    found = told(action)

    assert (found.done, found.next_step, found.may_begin) == (1, second, True)


@pytest.mark.parametrize("number", [1, 3])
def test_three_queries_whatever_there_is(traject, number, django_assert_num_queries):
    action = action_of(traject)
    for _n in range(number):
        ActionStepFactory(action=action)
        ProgressNoteFactory(action=action)
        MeasurementFactory(action=action)
    by = UserFactory()

    with django_assert_num_queries(3):
        found = told(action, by)
        assert len([one.note.called for one in found.notes]) == number
        assert len([one.measurement.called for one in found.measured]) == number
