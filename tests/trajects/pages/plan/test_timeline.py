"""The plan along time, as it is read."""

from datetime import date

import pytest
from django.utils.translation import override

from tests.factories import DepartmentFactory, MembershipFactory, UserFactory
from tests.trajects.dream_factories import GoalFactory
from tests.trajects.factories import (
    CandidateFactory,
    ParticipantWithAccountFactory,
    ThemeChoiceFactory,
    TrajectFactory,
)
from tests.trajects.plan_factories import ActionFactory, ActionOwnerFactory
from trajects.pages.plan.timeline import plan_period, timeline_of, years_of, years_period
from trajects.queries.ambitions import theme_steps
from trajects.queries.plan import plan_of

pytestmark = pytest.mark.django_db
TODAY = date(2027, 5, 10)


@pytest.fixture(autouse=True)
def english():
    """The source of every text."""
    with override("en"):
        yield


@pytest.fixture
def traject():
    return TrajectFactory(plan_from=2026, plan_to=2031)


@pytest.fixture
def goal(traject):
    return GoalFactory(candidate=CandidateFactory(traject=traject))


def timeline(traject, period=None, **options):
    plan = plan_of(traject, on=TODAY)
    return timeline_of(plan, period or plan_period(traject), theme_steps(traject), **options)


@pytest.mark.parametrize(
    ("dates", "when"),
    [
        ({}, ""),
        ({"due_on": date(2028, 3, 31)}, "by Mar 2028"),
        ({"starts_on": date(2026, 9, 1)}, "from Sep 2026"),
        ({"starts_on": date(2027, 2, 1), "due_on": date(2027, 8, 31)}, "Feb to Aug 2027"),
        ({"starts_on": date(2027, 2, 1), "due_on": date(2028, 8, 31)}, "Feb 2027 to Aug 2028"),
        ({"starts_on": date(2028, 1, 1), "due_on": date(2031, 12, 31)}, "2028 to 2031"),
        ({"starts_on": date(2028, 1, 1), "due_on": date(2028, 12, 31)}, "2028"),
        ({"starts_on": date(2027, 4, 1), "due_on": date(2027, 4, 30)}, "Apr 2027"),
        (
            {
                "starts_on": date(2027, 2, 1),
                "due_on": date(2027, 8, 31),
                "done_on": date(2027, 4, 2),
            },
            "Feb to Apr 2027",
        ),
        (
            {
                "starts_on": date(2026, 2, 1),
                "stopped_on": date(2026, 8, 5),
                "stopped_because": "Te duur.",
            },
            "stopped in Aug 2026",
        ),
    ],
)
def test_when_is_said_in_months(traject, goal, dates, when):
    ActionFactory(goal=goal, **dates)

    (row,) = timeline(traject).rows

    assert row.when == when


def test_rows_stand_under_goals_and_themes_with_an_action(traject, goal):
    GoalFactory(candidate=goal.candidate)
    GoalFactory(candidate=CandidateFactory(traject=traject))
    ThemeChoiceFactory(candidate=goal.candidate, chosen=True)
    action = ActionFactory(goal=goal, starts_on=date(2027, 1, 1), due_on=date(2027, 12, 31))

    found = timeline(traject)

    (theme,) = found.themes
    assert theme.candidate == goal.candidate
    assert theme.steps
    assert [(one.goal, one.number) for one in theme.goals] == [(goal, 1)]
    assert [(row.action, row.bar.kind) for row in found.rows] == [(action, "running")]
    assert (found.period, found.axis.months) == (years_period(2026, 2031), 12)


def test_theme_that_the_group_left_has_no_steps(traject, goal):
    ActionFactory(goal=goal)

    assert timeline(traject).themes[0].steps is None


@pytest.mark.parametrize(
    ("dates", "place", "hidden"),
    [
        ({}, "no dates yet", 0),
        ({"due_on": date(2034, 1, 1)}, "later than this period", 1),
        ({"due_on": date(2024, 1, 1), "done_on": date(2024, 1, 1)}, "before this period", 1),
    ],
)
def test_what_has_no_bar_says_why(traject, goal, dates, place, hidden):
    ActionFactory(goal=goal, **dates)

    (row,) = timeline(traject).rows

    assert (row.bar, row.place, row.is_outside) == (None, place, bool(hidden))
    assert timeline(traject, hide_outside=True).hidden == hidden


def test_themes_of_which_all_is_hidden_are_left_out(traject, goal):
    ActionFactory(goal=goal, due_on=date(2031, 1, 1))

    found = timeline(traject, years_period(2027, 2028), hide_outside=True)

    assert (found.themes, found.hidden) == ((), 1)


def test_years_hold_every_date(traject, goal):
    ActionFactory(goal=goal, starts_on=date(2025, 1, 1), due_on=date(2033, 1, 1))

    years = years_of(plan_of(traject, on=TODAY), plan_period(traject))

    assert years == range(2025, 2034)


def test_who_is_named_or_told_by_office(traject, goal):
    green = DepartmentFactory(organisation=traject.organisation, name="Dienst Groen")
    people = [UserFactory(name=name) for name in ("An Segers", "Bo Maes", "Cis Daens")]
    for person in people[:2]:
        MembershipFactory(organisation=traject.organisation, user=person, department=green)
    ParticipantWithAccountFactory(traject=traject, user=people[0], function="boomverzorger")
    action = ActionFactory(goal=goal)
    for person in people:
        ActionOwnerFactory(action=action, user=person)

    assert timeline(traject).rows[0].who == "An Segers, Bo Maes"
    unnamed = timeline(traject, with_names=False).rows[0].who
    assert unnamed == "boomverzorger, Dienst Groen, Dienst Groen"
