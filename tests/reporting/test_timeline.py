"""Where bars stand on a timeline."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.geometry import BarKind, Period, Span, timeline_axis, timeline_bar
from reporting.geometry.timeline import NARROWEST, WIDTH

# Five years of 1826 days.
PLAN = Period(date(2027, 1, 1), date(2031, 12, 31))
TODAY = date(2027, 11, 18)
# 480 days: a day is one unit.
DAYS = Period(date(2027, 1, 1), date(2027, 1, 1) + timedelta(days=479))
TENTH = date(2027, 1, 11)


def bar(kind, begins, ends, period=DAYS, today=TENTH):
    found = timeline_bar(Span(kind, begins, ends), period, today=today)
    assert found
    return found


def day(number: int) -> date:
    return DAYS.first + timedelta(days=number)


def test_axis_of_a_plan_has_its_years():
    axis = timeline_axis(PLAN, today=TODAY)

    assert [tick.first.year for tick in axis.ticks] == [2027, 2028, 2029, 2030, 2031]
    assert axis.months == 12
    assert axis.lines[0] == 0
    assert axis.lines[-1] == 480
    assert axis.lines[1] == Decimal("95.9")
    assert axis.ticks[0].middle == 48
    assert axis.today == axis.today_label == Decimal("84.4")
    assert axis.grid.startswith("M0 -18V44M95.9 -18V44")


@pytest.mark.parametrize(
    ("last", "months", "count"),
    [
        (date(2027, 12, 31), 1, 12),
        (date(2028, 2, 28), 1, 14),
        (date(2028, 12, 31), 3, 8),
        (date(2029, 12, 31), 3, 12),
        (date(2030, 1, 31), 12, 4),
    ],
)
def test_axis_of_fewer_years_has_quarters_or_months(last, months, count):
    axis = timeline_axis(Period(date(2027, 1, 1), last), today=TODAY)

    assert (axis.months, len(axis.ticks)) == (months, count)


def test_axis_that_begins_within_a_quarter_goes_on_with_the_next_one():
    axis = timeline_axis(Period(date(2027, 2, 10), date(2028, 12, 31)), today=date(2026, 1, 1))

    starts = [tick.first for tick in axis.ticks[:3]]
    assert starts == [date(2027, 2, 10), date(2027, 4, 1), date(2027, 7, 1)]
    assert (axis.today, axis.today_label) == (None, None)


@pytest.mark.parametrize(("day", "x", "label"), [(0, 0, 24), (479, 479, 456)])
def test_word_for_today_stays_above_the_axis(day, x, label):
    axis = timeline_axis(DAYS, today=DAYS.first + timedelta(days=day))

    assert (axis.today, axis.today_label) == (x, label)


def test_period_that_ends_before_it_begins_is_none():
    with pytest.raises(ValueError, match="from 2027-01-02 to 2027-01-01"):
        Period(date(2027, 1, 2), date(2027, 1, 1))


def test_running_bar_is_full_up_to_today():
    found = bar(BarKind.RUNNING, day(0), day(39))

    assert (found.x, found.width, found.behind) == (0, 40, 10)
    assert (found.sign, found.late_to, found.is_moment, found.goes_on) == (None, None, False, False)
    assert (found.end, found.middle) == (40, 20)


def test_planned_bar_lies_ahead():
    found = bar(BarKind.PLANNED, day(100), day(149))

    assert (found.x, found.width, found.behind) == (100, 50, 0)
    assert found.inner == (101, 48)


def test_late_bar_has_a_tail_up_to_today():
    found = bar(BarKind.LATE, day(0), day(4))

    assert (found.width, found.late_to, found.sign) == (5, 10, 15)


@pytest.mark.parametrize("kind", [BarKind.DONE, BarKind.STOPPED])
def test_ended_bar_has_a_sign_behind_it(kind):
    found = bar(kind, day(0), day(9))

    assert (found.width, found.sign) == (10, 15)


def test_sign_at_the_end_of_the_axis_stays_on_it():
    assert bar(BarKind.DONE, day(0), day(479)).sign == 470


def test_deadline_alone_is_a_moment():
    found = bar(BarKind.PLANNED, None, day(100))

    assert (found.is_moment, found.x, found.width) == (True, 100, NARROWEST)


def test_start_alone_goes_on_to_the_end():
    found = bar(BarKind.RUNNING, day(0), None)

    assert (found.goes_on, found.width, found.after) == (True, 480, False)


def test_what_ended_before_its_start_is_drawn_where_it_ended():
    assert bar(BarKind.STOPPED, day(100), day(50)).x == 50


def test_bar_is_cut_off_where_the_axis_ends():
    found = bar(BarKind.RUNNING, day(-100), day(900))

    assert (found.x, found.width, found.before, found.after) == (0, 480, True, True)


def test_last_day_of_the_axis_is_still_seen():
    found = bar(BarKind.PLANNED, day(479), day(479))

    assert (found.x, found.width) == (476, 4)


@pytest.mark.parametrize(
    ("begins", "ends"),
    [(None, None), (day(-20), day(-1)), (day(480), day(490)), (day(480), None)],
)
def test_nothing_is_drawn_without_dates_or_outside(begins, ends):
    assert timeline_bar(Span(BarKind.PLANNED, begins, ends), DAYS, today=TENTH) is None


def test_what_is_late_since_before_the_axis_is_drawn():
    found = bar(BarKind.LATE, day(-30), day(-20))

    assert (found.x, found.late_to, found.before) == (0, 10, True)


DATES = st.none() | st.dates(date(2020, 1, 1), date(2040, 12, 31))
PERIODS = st.builds(
    lambda first, length: Period(first, first + timedelta(days=length)),
    st.dates(date(2024, 1, 1), date(2032, 1, 1)),
    st.integers(0, 4000),
)


@given(
    st.sampled_from(BarKind), DATES, DATES, PERIODS, st.dates(date(2020, 1, 1), date(2040, 1, 1))
)
def test_every_bar_lies_on_the_axis(kind, begins, ends, period, on):
    found = timeline_bar(Span(kind, begins, ends), period, today=on)

    if found:
        assert found.x >= 0
        assert found.end <= WIDTH
        assert found.width >= NARROWEST - Decimal("0.1")
        assert 0 <= found.behind <= found.width
        assert found.late_to is None or found.end <= found.late_to <= WIDTH
        assert found.sign is None or 0 <= found.sign <= WIDTH


@given(PERIODS, st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_ticks_rise_and_begin_at_the_left(period, on):
    axis = timeline_axis(period, today=on)

    assert axis.lines[0] == 0
    assert list(axis.lines) == sorted(axis.lines)
    assert all(tick.x <= tick.middle for tick in axis.ticks)
    assert (axis.today is not None) == period.holds(on)
