"""The bars of a vote: a column per number of points, so that a split shows as long–short–long."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from reporting.formatting import round_half_up
from reporting.geometry.shapes import Block

WIDTH, HEIGHT = 150, 34
TOP, FLOOR = 1, 33
LINE = 2
MOST_POINTS = 3


@dataclass(frozen=True)
class VoteBar:
    """`block` has its outline drawn inside it; None when nobody gave these points."""

    points: int
    count: int
    width: int
    height: int
    floor: int
    block: Block | None


def vote_bars(one: int, two: int, three: int, ballots: int) -> tuple[VoteBar, ...]:
    """Most points first. A full bar is every ballot of the round, so bars of all themes compare;
    what is missing from three bars together had no opinion."""
    if min(one, two, three) < 0 or one + two + three > ballots:
        raise ValueError(f"{one} + {two} + {three} of {ballots}")
    counts = zip(range(MOST_POINTS, 0, -1), (three, two, one), strict=True)
    return tuple(
        VoteBar(points, count, WIDTH, HEIGHT, FLOOR, _block(points, count, ballots))
        for points, count in counts
    )


def _block(points: int, count: int, ballots: int) -> Block | None:
    """The outline gets thinner where two of them would be wider than the bar."""
    if not count:
        return None
    length = Fraction(WIDTH * count, ballots)
    line = min(Fraction(LINE), length / 2)
    return Block(
        x=_units(line / 2),
        y=_units(TOP + line / 2),
        width=_units(length - line),
        height=_units(FLOOR - TOP - line),
        line=_units(line),
        state=str(points),
    )


def _units(value: Fraction) -> Decimal:
    """A coordinate of at most two decimals, without trailing zeros."""
    rounded = round_half_up(value, 2)
    return rounded.quantize(Decimal(1)) if rounded == int(rounded) else rounded.normalize()
