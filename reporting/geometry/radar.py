"""The radar of steps: a spoke per theme, a ring per step, clockwise from the top.

Step 0 is a small inner ring, so that a scan at the start is still a shape.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from reporting.formatting import round_half_up

HIGHEST_STEP = 5
INNER = Fraction(1, 5)  # the ring of step 0, as a share of the radius
LABEL_GAP = 16
FEWEST_SPOKES = 3


@dataclass(frozen=True)
class Point:
    x: Decimal
    y: Decimal

    def __str__(self) -> str:
        """As an SVG attribute wants it."""
        return f"{self.x},{self.y}"


@dataclass(frozen=True)
class Spoke:
    """A theme: its name in the chart, the step it stands on (None: no step to claim), the step
    that is wanted (None: nobody said so yet) and the step that a plan may lead to."""

    label: str
    step: int | None
    wanted: int | None = None
    then: int | None = None


@dataclass(frozen=True)
class Label:
    """`anchor` is an SVG text-anchor; the point is the baseline of the text."""

    text: str
    at: Point
    anchor: str


@dataclass(frozen=True)
class Radar:
    """`rings` go from step 0 to 5. `area` has a point for every spoke; `lines` are the pieces of
    its outline, left open at a spoke without a step; `dots` stand on the steps that are claimed.
    `aims` stand on the steps that are wanted, `aim_lines` are the pieces of their outline;
    `then_lines` are those of the steps that a plan may lead to.
    """

    rings: tuple[tuple[Point, ...], ...]
    area: tuple[Point, ...]
    lines: tuple[tuple[Point, ...], ...]
    dots: tuple[Point, ...]
    aims: tuple[Point, ...]
    aim_lines: tuple[tuple[Point, ...], ...]
    then_lines: tuple[tuple[Point, ...], ...]
    labels: tuple[Label, ...]
    scale: tuple[Label, ...]

    @property
    def spokes(self) -> tuple[tuple[Point, Point], ...]:
        return tuple(zip(self.rings[0], self.rings[-1], strict=True))


def radar(spokes: Sequence[Spoke], radius: int = 190) -> Radar:
    """Around (0, 0). Fewer than three spokes are no shape: ValueError."""
    if len(spokes) < FEWEST_SPOKES:
        raise ValueError(f"a radar of {len(spokes)} spokes is no shape")
    area = [_point(place, spokes, _reach(spoke.step, radius)) for place, spoke in enumerate(spokes)]
    claimed = [spoke.step is not None for spoke in spokes]
    aims = [
        _point(place, spokes, _reach(spoke.wanted, radius)) for place, spoke in enumerate(spokes)
    ]
    wanted = [spoke.wanted is not None for spoke in spokes]
    thens = [
        _point(place, spokes, _reach(spoke.then, radius)) for place, spoke in enumerate(spokes)
    ]
    return Radar(
        rings=tuple(_ring(spokes, _reach(step, radius)) for step in range(HIGHEST_STEP + 1)),
        area=tuple(area),
        lines=tuple(_lines(area, claimed)),
        dots=tuple(point for point, known in zip(area, claimed, strict=True) if known),
        aims=tuple(point for point, known in zip(aims, wanted, strict=True) if known),
        aim_lines=tuple(_lines(aims, wanted)),
        then_lines=tuple(_lines(thens, [spoke.then is not None for spoke in spokes])),
        labels=tuple(_label(place, spokes, radius + LABEL_GAP) for place in range(len(spokes))),
        scale=tuple(_scale(step, radius) for step in range(HIGHEST_STEP + 1)),
    )


def _reach(step: int | None, radius: int) -> Fraction:
    """How far from the middle a step lies; no step lies on the inner ring."""
    inner = radius * INNER
    return inner + (radius - inner) * Fraction(step or 0, HIGHEST_STEP)


def _ring(spokes: Sequence[Spoke], reach: Fraction) -> tuple[Point, ...]:
    return tuple(_point(place, spokes, reach) for place in range(len(spokes)))


def _point(place: int, spokes: Sequence[Spoke], reach: Fraction | int, down: float = 0) -> Point:
    angle = 2 * math.pi * place / len(spokes)
    return Point(_units(reach * math.sin(angle)), _units(down - reach * math.cos(angle)))


def _lines(area: Sequence[Point], claimed: Sequence[bool]) -> Iterable[tuple[Point, ...]]:
    """Every side between two claimed neighbours, joined into pieces as long as they go."""
    count = len(area)
    if all(claimed):
        yield (*area, area[0])
        return
    gap = claimed.index(False)
    piece: list[Point] = []
    for place in ((gap + step) % count for step in range(1, count + 1)):
        if claimed[place]:
            piece.append(area[place])
        else:
            if len(piece) > 1:
                yield tuple(piece)
            piece = []


def _label(place: int, spokes: Sequence[Spoke], reach: int) -> Label:
    turn = math.cos(2 * math.pi * place / len(spokes))
    # A text hangs below a point under the middle and stands on a point above it.
    at = _point(place, spokes, reach, down=5 - 8 * turn)
    side = math.sin(2 * math.pi * place / len(spokes))
    anchor = "middle" if abs(side) < 1e-9 else "start" if side > 0 else "end"
    return Label(spokes[place].label, at, anchor)


def _scale(step: int, radius: int) -> Label:
    return Label(str(step), Point(_units(-6), _units(4 - float(_reach(step, radius)))), "end")


def _units(value: float) -> Decimal:
    rounded = round_half_up(Fraction(value), 1)
    return rounded.quantize(Decimal(1)) if rounded == int(rounded) else rounded.normalize()
