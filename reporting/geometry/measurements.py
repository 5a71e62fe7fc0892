"""The chart of what was measured: from the starting value along the measurements, and a dashed line
to the target. Days lie as far apart as they are; heights and rulers are those of an indicator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from reporting.geometry.indicator import (
    HEIGHT,
    INSET,
    LEFT,
    PER_LETTER,
    RIGHT,
    WIDTH,
    YEARS_AT,
    height_of,
    rulers_of,
    shown_of,
    text_of,
    units,
)
from reporting.geometry.radar import Label, Point

# A word such as "start" before the value, and what lies between the letters of a line.
WORD, LINE = 6, 20
DOT = 7
# A line is judged in this many pieces.
PIECES = 24
# How wide the number of a year and the day at an end of the axis are.
YEAR_WIDTH, DAY_WIDTH = 44, 72
# The top of their letters.
DAYS_AT = Decimal(YEARS_AT - 13)


@dataclass(frozen=True)
class Mark:
    on: date
    value: Decimal


@dataclass(frozen=True)
class Measurements:
    """`points`: the starting value and what was measured, in the order of the days. Labels have
    only the value, the words come from the template; None where there is nothing to say. `first`
    and `last` are the days at the ends of the axis, `years` those between with room for them."""

    left: int
    rulers: tuple[Label, ...]
    first: date
    last: date
    years: tuple[Label, ...]
    points: tuple[Point, ...]
    target: Point | None
    start_label: Label | None
    now_label: Label | None
    target_label: Label | None

    @property
    def right(self) -> int:
        return RIGHT + 24

    @property
    def line(self) -> str:
        """As the data of a path."""
        return _path(self.points)

    @property
    def way(self) -> str:
        """From the first point to the target, as the data of a path."""
        return _path((self.points[0], self.target)) if self.target else ""

    @property
    def flag(self) -> str:
        """A pole on the target with a flag to the right."""
        if self.target is None:
            return ""
        return f"M{self.target.x - Decimal('1.5')} {self.target.y}v-34l20 8-17 8v18z"


class _Box(NamedTuple):
    """What something takes of the drawing."""

    left: Decimal
    top: Decimal
    right: Decimal
    bottom: Decimal

    def meets(self, other: _Box) -> bool:
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)

    @property
    def is_inside(self) -> bool:
        return self.left >= 0 and self.top >= 0 and self.right <= WIDTH and self.bottom <= HEIGHT


@dataclass(frozen=True)
class _Axis:
    begin: int
    first: date
    last: date

    def x(self, day: date) -> Decimal:
        share = Fraction((day - self.first).days, (self.last - self.first).days)
        return units(self.begin + (RIGHT - self.begin) * share)

    def years(self) -> Iterator[Label]:
        """Where they begin, clear of the days at both ends."""
        free = self.begin + DAY_WIDTH + YEAR_WIDTH // 2
        for year in range(self.first.year + 1, self.last.year + 1):
            x = self.x(date(year, 1, 1))
            if free <= x <= RIGHT - DAY_WIDTH:
                yield Label(str(year), Point(x, units(YEARS_AT)), "middle")
                free = int(x) + YEAR_WIDTH


def measurements(
    start: Mark | None, measured: Sequence[Mark], target: Mark | None, sign: str = ""
) -> Measurements:
    """`measured` in the order of the days, none before `start`. Nothing but a target, or everything
    on one day: ValueError."""
    known = [start, *measured] if start else list(measured)
    marks = [*known, target] if target else known
    days = [mark.on for mark in marks]
    if not known or min(days) == max(days):
        raise ValueError("no time passes")
    values = [Fraction(mark.value) for mark in marks]
    rulers = rulers_of(min(*values, Fraction(0)), max(*values, Fraction(0)))
    shown = shown_of(rulers, values, sign)
    texts = [text_of(value, sign) for value in shown]
    left = max(LEFT, 8 + PER_LETTER * max(map(len, texts)))
    axis = _Axis(left + INSET, min(days), max(days))
    points = [Point(axis.x(mark.on), height_of(Fraction(mark.value), rulers)) for mark in marks]
    aim = points[-1] if target else None
    said = [text_of(value, sign) for value in values]
    wanted = {
        **({"target": len(marks) - 1} if target else {}),
        **({"now": len(known) - 1} if measured else {}),
        **({"start": 0} if start else {}),
    }
    labels = _labels(points, said, wanted, aim, left)
    return Measurements(
        left=left,
        rulers=tuple(
            Label(text, Point(units(left - 8), height_of(value, rulers)), "end")
            for text, value in zip(texts, shown, strict=True)
        ),
        first=axis.first,
        last=axis.last,
        years=tuple(axis.years()),
        points=tuple(points[: len(known)]),
        target=aim,
        target_label=labels.get("target"),
        now_label=labels.get("now"),
        start_label=labels.get("start"),
    )


def _labels(
    points: Sequence[Point],
    texts: Sequence[str],
    wanted: Mapping[str, int],
    aim: Point | None,
    left: int,
) -> dict[str, Label]:
    """Of the points at these places; the first has the first choice of room. The days at both ends
    of the axis, which begins at `left`, stay readable."""
    known = points[:-1] if aim else points
    taken = [_around(point) for point in points]
    taken += [
        _Box(Decimal(left), DAYS_AT, Decimal(left + DAY_WIDTH), Decimal(HEIGHT)),
        _Box(Decimal(RIGHT + 24 - DAY_WIDTH), DAYS_AT, Decimal(RIGHT + 24), Decimal(HEIGHT)),
    ]
    taken += _along(known)
    way = [*_along((points[0], aim))] if aim else []
    if aim:  # the flag
        taken.append(_Box(aim.x, aim.y - 34, aim.x + 22, aim.y))
    labels = {}
    for name, place in wanted.items():
        label, box = _beside(points[place], texts[place], taken, way)
        labels[name] = label
        taken.append(box)
    return labels


def _beside(
    point: Point, text: str, taken: Sequence[_Box], way: Sequence[_Box]
) -> tuple[Label, _Box]:
    """Where it meets nothing, else where it meets only the way to the target; below the point when
    there is no such place."""
    width = PER_LETTER * (len(text) + WORD)
    above, below = point.y - 12, point.y + 24
    choices = [
        Label(text, Point(point.x + shift, y), anchor)
        for y in (below, above, below + LINE, above - LINE)
        for anchor, shift in (("start", 6), ("end", -10), ("middle", 0), ("start", -6))
    ]
    boxes = [_room(label, width) for label in choices]
    fitting = [
        (label, box)
        for label, box in zip(choices, boxes, strict=True)
        if box.is_inside and not any(box.meets(other) for other in taken)
    ]
    clear = (one for one in fitting if not any(one[1].meets(other) for other in way))
    return next(clear, fitting[0] if fitting else (choices[0], boxes[0]))


def _room(label: Label, width: int) -> _Box:
    left = {"start": Decimal(0), "middle": Decimal(width) / 2, "end": Decimal(width)}[label.anchor]
    x, y = label.at.x - left, label.at.y
    return _Box(x, y - 15, x + width, y + 5)


def _around(point: Point) -> _Box:
    return _Box(point.x - DOT, point.y - DOT, point.x + DOT, point.y + DOT)


def _along(points: Sequence[Point]) -> Iterator[_Box]:
    """Small pieces of the line through these points."""
    for begin, end in pairwise(points):
        for piece in range(1, PIECES):
            x = begin.x + (end.x - begin.x) * piece / PIECES
            y = begin.y + (end.y - begin.y) * piece / PIECES
            yield _Box(x - 2, y - 2, x + 2, y + 2)


def _path(points: Iterable[Point]) -> str:
    return "M" + "L".join(f"{point.x} {point.y}" for point in points)
