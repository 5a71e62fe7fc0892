"""The decision of the policy makers, and going on without it."""

from datetime import UTC, date, datetime

import pytest

from tests.trajects.factories import CandidateFactory, ThemeChoiceFactory
from trajects.actions.green_light import go_on_without, record_decision
from trajects.errors import ChangedMeanwhile, NoLongerAllowed, StepNotReady
from trajects.models import Decision, GreenLight
from trajects.queries.choices import newest_light, shown_of

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
SAID = {
    "decision": Decision.GRANTED,
    "decided_by": "college",
    "decided_on": date(2026, 5, 1),
    "remarks": "",
}


@pytest.fixture
def ready(traject):
    """Something is chosen."""
    ThemeChoiceFactory(candidate=CandidateFactory(traject=traject))
    return traject


def record(traject, by, shown="", **changed):
    return record_decision(traject=traject, by=by, at=NOW, shown=shown, **(SAID | changed))


def go_on(traject, by, shown="", reason="Het college vergadert pas in juni."):
    return go_on_without(traject=traject, reason=reason, on=NOW.date(), shown=shown, by=by, at=NOW)


@pytest.mark.parametrize("person", ["els", "griet"])
def test_decision_is_kept(ready, request, person):
    by = request.getfixturevalue(person)

    made = record(ready, by)

    assert newest_light(ready) == made
    assert (made.decision, made.decided_by, made.decided_on) == (
        Decision.GRANTED,
        "college",
        date(2026, 5, 1),
    )
    assert (made.recorded_by, made.recorded_at) == (by, NOW)


def test_decision_said_twice_is_kept_once(ready, griet, els):
    first = record(ready, griet)

    assert record(ready, els) == first
    assert GreenLight.objects.count() == 1


def test_later_decision_comes_after_the_one_before(ready, griet):
    first = record(ready, griet, decision=Decision.REFUSED, remarks="Te veel.")

    second = record(ready, griet, shown=shown_of(first))

    assert newest_light(ready) == second
    assert [one.pk for one in ready.green_lights.opening()] == [second.pk]


def test_decision_over_that_of_a_colleague_is_refused(ready, griet, els):
    record(ready, griet)

    with pytest.raises(ChangedMeanwhile):
        record(ready, els, decision=Decision.CONDITIONS, remarks="Binnen het budget.")


def test_who_moderates_goes_on_without_and_says_why(ready, els):
    made = go_on(ready, els)

    assert (made.decision, made.decided_by, made.decided_on) == (
        Decision.NOT_AWAITED,
        "",
        NOW.date(),
    )
    assert made.remarks == "Het college vergadert pas in juni."
    assert list(ready.green_lights.opening()) == [made]


@pytest.mark.parametrize("person", ["griet", "bram", "chaima"])
def test_nobody_else_goes_on_without(ready, request, person):
    with pytest.raises(NoLongerAllowed):
        go_on(ready, request.getfixturevalue(person))


@pytest.mark.parametrize("person", ["bram", "chaima"])
def test_who_may_not_lead_writes_no_decision(ready, request, person):
    with pytest.raises(NoLongerAllowed):
        record(ready, request.getfixturevalue(person))


@pytest.mark.parametrize("action", [record, go_on])
def test_before_a_choice_there_is_nothing_to_decide_about(traject, els, action):
    with pytest.raises(StepNotReady):
        action(traject, els)
