"""What an action becomes when several change in one go."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trajects.together import Changeable, Together, changed, shifted

NOW = Changeable(
    goal=1,
    department=2,
    owners=frozenset({"u1", "g2"}),
    starts_on=date(2027, 1, 31),
    due_on=date(2027, 6, 30),
)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (Together(goal=9), {"goal": 9}),
        (Together(department=9), {"department": 9}),
        (Together(new_owner="u3"), {"owners": frozenset({"u1", "g2", "u3"})}),
        (Together(old_owner="g2"), {"owners": frozenset({"u1"})}),
        (Together(old_owner="g2", new_owner="g2"), {}),
        (Together(old_owner="u9"), {}),
        (Together(), {}),
        (
            Together(months=1),
            {"starts_on": date(2027, 2, 28), "due_on": date(2027, 7, 30)},
        ),
        (
            Together(months=-1, due_on=date(2028, 1, 1)),
            {"starts_on": date(2026, 12, 31), "due_on": date(2028, 1, 1)},
        ),
    ],
)
def test_what_is_chosen_changes_and_the_rest_stays(change, expected):
    assert changed(NOW, change) == Changeable(**{**vars(NOW), **expected})


def test_without_dates_nothing_moves_but_a_deadline_can_come():
    bare = Changeable(goal=1)

    assert changed(bare, Together(months=3)) == bare
    assert changed(bare, Together(due_on=date(2028, 1, 1))).due_on == date(2028, 1, 1)


@pytest.mark.parametrize(
    ("starts", "due", "expected"),
    [
        (date(2027, 1, 2), date(2027, 1, 1), True),
        (date(2027, 1, 1), date(2027, 1, 1), False),
        (None, date(2027, 1, 1), False),
        (date(2027, 1, 1), None, False),
    ],
)
def test_ends_before_its_start(starts, due, expected):
    assert Changeable(1, starts_on=starts, due_on=due).ends_before_its_start is expected


def test_choosing_nothing_is_nothing():
    assert Together().is_nothing
    assert not Together(months=1).is_nothing


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2027, 1, 31), 13, date(2028, 2, 29)),
        (date(2027, 1, 15), -1, date(2026, 12, 15)),
        (date(2027, 12, 1), 1, date(2028, 1, 1)),
        (date(9999, 12, 1), 1, date(9999, 1, 1)),
        (date(1, 1, 1), -1, date(1, 12, 1)),
    ],
)
def test_shifted(day, months, expected):
    assert shifted(day, months) == expected


@given(DAYS, DAYS, st.integers(-120, 120))
def test_shifting_keeps_the_order_of_days(one, other, months):
    earlier, later = sorted((one, other))

    assert shifted(earlier, months) <= shifted(later, months)


@given(DAYS, st.integers(-120, 120))
def test_shifting_goes_that_many_months(day, months):
    then = shifted(day, months)

    assert (then.year - day.year) * 12 + then.month - day.month == months
    assert then.day <= day.day
