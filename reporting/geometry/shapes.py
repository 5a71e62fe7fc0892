"""Stairs, step icons, rings, meters and score bars. All numbers have one decimal."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from reporting.formatting import round_half_up

STEPS = range(1, 6)
BLOCK_WIDTH = 8
RISE = 4
LINE = Fraction(6, 5)
BOLD_LINE = Fraction(3, 2)

RING_LENGTH = Fraction(2 * math.pi * 8)

BAR_WIDTH = 400
RULERS = (Fraction(1, 2), Fraction(3, 4))
STRIPE_WIDTH, STRIPE_FIRST, STRIPE_EVERY = 3, 4, 10


@dataclass(frozen=True)
class Block:
    """A rectangle; `line` is the width of its outline (0: none), drawn inside the block."""

    x: Decimal
    y: Decimal
    width: Decimal
    height: Decimal
    line: Decimal
    state: str


@dataclass(frozen=True)
class Ring:
    done: bool
    length: Decimal
    filled: Decimal


@dataclass(frozen=True)
class Meter:
    width: int
    filled: Decimal


@dataclass(frozen=True)
class ScoreBar:
    """`filled` is the score, or with too few answers the low end of the striped band.

    `bracket` is the band; None when it is a point.
    """

    width: int
    enough: bool
    filled: Decimal
    stripes: tuple[Decimal, ...]
    rulers: tuple[Decimal, ...]
    bracket: tuple[Decimal, Decimal] | None


def stairs(reached: int | None, possible: int | None) -> tuple[Block, ...]:
    """Five blocks in 49 × 32: "reached", "possible" or "open". No step to claim: all open."""
    top = 0 if reached is None else max(reached, possible or 0)

    def state(step: int) -> str:
        if step <= (reached or 0):
            return "reached"
        return "possible" if step <= top else "open"

    return _blocks(state, pitch=10, floor=32)


def flag(step: int) -> tuple[int, int]:
    """Where the flag of an ambition stands on the block of that step in `stairs`: its foot."""
    if step not in STEPS:
        raise ValueError(f"step {step} is not 1–5")
    return 3 + 10 * (step - 1), 32 - RISE * (step + 1)


def step_icon(step: int) -> tuple[Block, ...]:
    """Five blocks in 45 × 28: "below", "here" or "above"."""
    if step not in STEPS:
        raise ValueError(f"step {step} is not 1–5")

    def state(other: int) -> str:
        if other == step:
            return "here"
        return "below" if other < step else "above"

    return _blocks(state, pitch=9, floor=28)


OUTLINES = {"open": LINE, "above": LINE, "possible": BOLD_LINE}


def _blocks(state: Callable[[int], str], *, pitch: int, floor: int) -> tuple[Block, ...]:
    return tuple(
        _block(x=1 + pitch * (step - 1), rise=RISE * (step + 1), floor=floor, state=state(step))
        for step in STEPS
    )


def _block(*, x: int, rise: int, floor: int, state: str) -> Block:
    line = OUTLINES.get(state, Fraction(0))
    return Block(
        x=_units(x + line / 2, 2),
        y=_units(floor - rise + line / 2, 2),
        width=_units(BLOCK_WIDTH - line, 2),
        height=_units(rise - line, 2),
        line=_units(line),
        state=state,
    )


def ring(done: int, total: int) -> Ring:
    """`filled` is the part of the ring's length (radius 8) that is drawn."""
    share = _share(done, total)
    return Ring(
        done=share == 1,
        length=_units(RING_LENGTH),
        filled=_units(RING_LENGTH * share),
    )


def meter(done: int, total: int, width: int = BAR_WIDTH) -> Meter:
    return Meter(width=width, filled=_units(width * _share(done, total)))


def score_bar(
    score: Fraction | None, low: Fraction | None, high: Fraction | None, enough: bool
) -> ScoreBar:
    """All lengths on a scale of 400. Nothing applies (no band): only the scale."""
    solid = score if enough else low
    band = None if low is None or high is None or low == high else (low, high)
    return ScoreBar(
        width=BAR_WIDTH,
        enough=enough,
        filled=_units(BAR_WIDTH * (solid or 0)),
        stripes=() if enough or not band else _stripes(*band),
        rulers=tuple(_units(BAR_WIDTH * ruler) for ruler in RULERS),
        bracket=_ends(*band) if band else None,
    )


def _stripes(low: Fraction, high: Fraction) -> tuple[Decimal, ...]:
    first = math.ceil(BAR_WIDTH * low) + STRIPE_FIRST
    last = math.floor(BAR_WIDTH * high) - STRIPE_WIDTH
    return tuple(_units(x) for x in range(first, last + 1, STRIPE_EVERY))


def _ends(low: Fraction, high: Fraction) -> tuple[Decimal, Decimal]:
    return _units(BAR_WIDTH * low), _units(BAR_WIDTH * high)


def _share(done: int, total: int) -> Fraction:
    if not 0 <= done <= total:
        raise ValueError(f"{done} of {total}")
    return Fraction(done, total) if total else Fraction(0)


def _units(value: Fraction | int, decimals: int = 1) -> Decimal:
    """A coordinate without trailing zeros, so that 240.0 is written as 240."""
    rounded = round_half_up(Fraction(value), decimals)
    return rounded.quantize(Decimal(1)) if rounded == int(rounded) else rounded.normalize()
