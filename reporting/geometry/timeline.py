"""Bars on a timeline: one row of 480 × 26 per piece of work, under an axis of days.

The middle of a row is at y = 13. What begins before the axis, or ends after it, is cut off there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from reporting.formatting import round_half_up

WIDTH, HEIGHT = 480, 26
# A bar of one day in a plan of six years is still seen.
NARROWEST = 4
# What fits above the axis as words.
MOST_MONTHS, MOST_QUARTERS = 14, 36
# The sign behind a bar, with the room around it.
SIGN_AFTER, SIGN_WIDTH = 5, 10
# Of the word under the line of today.
HALF_WORD = Decimal(24)


class BarKind(StrEnum):
    PLANNED = "planned"
    RUNNING = "running"
    LATE = "late"
    DONE = "done"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Period:
    """Whole days, both included. An end before its beginning: ValueError."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"from {self.first} to {self.last}")

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True)
class Tick:
    """A year, a quarter or a month begins. `middle` is where its name stands."""

    first: date
    x: Decimal
    middle: Decimal


@dataclass(frozen=True)
class TimelineAxis:
    """`months` is how many a tick stands for: 1, 3 or 12. `today` is None outside the period."""

    period: Period
    months: int
    ticks: tuple[Tick, ...]
    today: Decimal | None

    @property
    def lines(self) -> tuple[Decimal, ...]:
        """With the one at the end."""
        return (*(tick.x for tick in self.ticks), Decimal(WIDTH))

    @cached_property
    def grid(self) -> str:
        """A line per tick as the data of a path, higher than a bar, as the row around it is."""
        return "".join(f"M{x} -18V44" for x in self.lines)

    @property
    def today_label(self) -> Decimal | None:
        """The middle of its word, which stays above the axis."""
        if self.today is None:
            return None
        return min(max(self.today, HALF_WORD), WIDTH - HALF_WORD)


@dataclass(frozen=True)
class Span:
    """From its start to its deadline, or to when it ended (done, stopped). Either may be missing:
    without a start it is a moment, without an end it goes on."""

    kind: BarKind
    begins: date | None
    ends: date | None


@dataclass(frozen=True)
class TimelineBar:
    """`behind`: how much of the width lies before today, of what runs. `late_to`: up to where it is
    late. `sign`: where a tick, an exclamation mark or a cross stands. `is_moment`: only a deadline
    is known. `goes_on`: no end is known. `before` and `after`: there is more outside the axis."""

    kind: BarKind
    x: Decimal
    width: Decimal
    behind: Decimal
    late_to: Decimal | None
    sign: Decimal | None
    is_moment: bool
    goes_on: bool
    before: bool
    after: bool

    @property
    def end(self) -> Decimal:
        return self.x + self.width

    @property
    def middle(self) -> Decimal:
        return self.x + self.width / 2

    @property
    def inner(self) -> tuple[Decimal, Decimal]:
        """Where a frame begins, and its width: its line stays inside the bar."""
        return self.x + 1, self.width - 2


def timeline_axis(period: Period, *, today: date) -> TimelineAxis:
    months = _months_per_tick(period)
    days = list(_ticks(period, months))
    ends = [*days[1:], period.last + timedelta(days=1)]
    ticks = tuple(
        Tick(day, _units(_x(day, period)), _units((_x(day, period) + _x(end, period)) / 2))
        for day, end in zip(days, ends, strict=True)
    )
    now = _units(_x(today, period)) if period.holds(today) else None
    return TimelineAxis(period, months, ticks, now)


def timeline_bar(span: Span, period: Period, *, today: date) -> TimelineBar | None:
    """None without any date, and for what lies outside the period altogether."""
    drawn = _drawn(span, period)
    is_late = span.kind == BarKind.LATE
    if drawn is None or not _is_seen(drawn, period, today if is_late else None):
        return None
    left, right = _between(*drawn, period)
    now = max(Fraction(0), min(Fraction(WIDTH), _x(today, period)))
    tail = max(right, now) if is_late else right
    return TimelineBar(
        kind=span.kind,
        x=_units(left),
        width=_units(right) - _units(left),
        behind=_units(max(left, min(right, now))) - _units(left),
        late_to=_units(tail) if is_late else None,
        sign=_sign(span.kind, tail),
        is_moment=span.begins is None,
        goes_on=span.ends is None,
        before=drawn[0] < period.first,
        after=drawn[1] > period.last,
    )


def _drawn(span: Span, period: Period) -> tuple[date, date] | None:
    """The first and the last day of the bar itself."""
    begins = span.begins or span.ends
    if begins is None:
        return None
    ends = span.ends or max(begins, period.last)
    return min(begins, ends), ends


def _is_seen(drawn: tuple[date, date], period: Period, late_till: date | None) -> bool:
    """What is late goes on till today."""
    begins, ends = drawn
    return begins <= period.last and max(ends, late_till or ends) >= period.first


def _between(begins: date, ends: date, period: Period) -> tuple[Fraction, Fraction]:
    """Cut off at both sides, and never too narrow to see."""
    left = max(Fraction(0), _x(begins, period))
    right = Fraction(WIDTH) if ends >= period.last else _x(ends + timedelta(days=1), period)
    right = max(right, left + NARROWEST)
    over = max(Fraction(0), right - WIDTH)
    return left - over, right - over


def _sign(kind: BarKind, tail: Fraction) -> Decimal | None:
    """Behind the bar; at the end of the axis inside it."""
    if kind not in (BarKind.DONE, BarKind.LATE, BarKind.STOPPED):
        return None
    return _units(min(tail + SIGN_AFTER, Fraction(WIDTH - SIGN_WIDTH)))


def _months_per_tick(period: Period) -> int:
    months = (period.last.year - period.first.year) * 12 + period.last.month - period.first.month
    if months < MOST_MONTHS:
        return 1
    return 3 if months < MOST_QUARTERS else 12


def _ticks(period: Period, months: int) -> Iterator[date]:
    """The first day of the axis, then every first day of a year, a quarter or a month."""
    yield period.first
    count = period.first.year * 12 + period.first.month - 1
    count += months - count % months
    while (day := date(count // 12, count % 12 + 1, 1)) <= period.last:
        yield day
        count += months


def _x(day: date, period: Period) -> Fraction:
    return Fraction(WIDTH * (day - period.first).days, period.days)


def _units(value: Fraction) -> Decimal:
    """A coordinate with one decimal at most."""
    rounded = round_half_up(value, 1)
    return rounded.quantize(Decimal(1)) if rounded == int(rounded) else rounded.normalize()
