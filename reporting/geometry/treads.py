"""The stairs of themes: six columns that rise, each theme a plate on the step it stands on.

A step that many themes stand on has several plates beside each other, in the room of the steps
that nobody stands on: so the drawing, and with it its letters, stays large.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import accumulate

COLUMN = 106
GAP = 2
NARROWEST = 38  # of a step without themes
LOWEST = 24  # the height of step 0
RISE = 14
PLATE = 20
PITCH = 23
# A document draws it in 170 × 50 mm: what is wider or higher becomes smaller.
ROOM_BESIDE, ROOM_ABOVE = 646, 190


@dataclass(frozen=True)
class Tread:
    """A block from the floor up; `step` is written in it."""

    step: int
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Plate:
    text: str
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class ThemeStairs:
    width: int
    height: int
    treads: tuple[Tread, ...]
    plates: tuple[Plate, ...]


@dataclass(frozen=True)
class _Plan:
    """The stairs with at most `rows` plates on top of each other."""

    columns: Sequence[Sequence[str]]
    rows: int

    @cached_property
    def abreast(self) -> list[int]:
        return [-(-len(names) // self.rows) for names in self.columns]

    @cached_property
    def widths(self) -> list[int]:
        full = [number * (COLUMN + GAP) - GAP for number in self.abreast if number]
        empty = len(self.columns) - len(full)
        usual = len(self.columns) * (COLUMN + GAP) - GAP
        spare = usual - sum(full) - GAP * (len(self.columns) - 1)
        narrow = max(NARROWEST, spare // empty) if empty else 0
        return [n * (COLUMN + GAP) - GAP if n else narrow for n in self.abreast]

    @property
    def width(self) -> int:
        return sum(self.widths) + GAP * (len(self.widths) - 1)

    @property
    def height(self) -> int:
        return max(
            _height(step) + PITCH * (-(-len(names) // number) if number else 0)
            for step, (names, number) in enumerate(zip(self.columns, self.abreast, strict=True))
        )

    @property
    def shrinks(self) -> Fraction:
        """How many times too large for its room; 1 when it fits."""
        over = Fraction(self.width, ROOM_BESIDE), Fraction(self.height, ROOM_ABOVE)
        return max(Fraction(1), *over)


def theme_stairs(columns: Sequence[Sequence[str]]) -> ThemeStairs:
    """`columns` has the names per step, from step 0. The first name stands on top, at the left."""
    longest = max(1, *map(len, columns))
    plans = [_Plan(columns, rows) for rows in range(longest, 0, -1)]
    plan = min(plans, key=lambda plan: plan.shrinks)
    lefts = accumulate(plan.widths[:-1], lambda left, width: left + width + GAP, initial=0)
    treads = tuple(
        Tread(step, left, plan.height - _height(step), width, _height(step))
        for step, (left, width) in enumerate(zip(lefts, plan.widths, strict=True))
    )
    return ThemeStairs(
        width=plan.width,
        height=plan.height,
        treads=treads,
        plates=tuple(
            plate
            for tread, names, abreast in zip(treads, columns, plan.abreast, strict=True)
            for plate in _plates(names, tread, abreast)
        ),
    )


def _height(step: int) -> int:
    return LOWEST + RISE * step


def _plates(names: Sequence[str], tread: Tread, abreast: int) -> list[Plate]:
    """In rows, the lower ones full."""
    rest = -len(names) % abreast if abreast else 0
    found = []
    for place, name in enumerate(names):
        # The places that the top row leaves open come at its right.
        top = place < abreast - rest
        row, column = divmod(place if top else place + rest, abreast)
        rows = (len(names) + rest) // abreast
        left = tread.x + column * (COLUMN + GAP)
        found.append(Plate(name, left, tread.y - PITCH * (rows - row), COLUMN, PLATE))
    return found
