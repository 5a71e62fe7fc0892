"""The chart of one indicator: from where it starts to what is aimed at, a ruler per round value and
a mark per year. The scale begins at nought, so that a small change does not look large."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from reporting.formatting import dutch_number, round_half_up
from reporting.geometry.radar import Label, Point

WIDTH, HEIGHT = 388, 210
TOP, FLOOR, RIGHT = 16, 176, 354
YEARS_AT = 203
# The first point stands clear of the rulers, and these of their values.
LEFT, INSET, PER_LETTER = 54, 6, 9
MOST_STEPS, MOST_YEARS = 4, 5
# Above the target there is room for the flag.
HEADROOM = Fraction(3, 4)
ROUND = (Fraction(1), Fraction(2), Fraction(5, 2), Fraction(5), Fraction(10))
WHOLE = Fraction(100)  # no ruler above all there is
# A text under a point stays above the years.
LOWEST_TEXT = 168


@dataclass(frozen=True)
class Reading:
    year: int
    value: Decimal


@dataclass(frozen=True)
class Indicator:
    """`rulers` have their value at the left; `left` is where their lines begin. The labels of
    `start` and `target` have only the value: the words come from the template."""

    left: int
    rulers: tuple[Label, ...]
    years: tuple[Label, ...]
    start: Point
    target: Point
    start_label: Label
    target_label: Label

    @property
    def right(self) -> int:
        return RIGHT + 24

    @property
    def flag(self) -> str:
        """A pole on the target with a flag to the right, as the data of a path."""
        x, y = self.target.x, self.target.y
        return f"M{x - Decimal('1.5')} {y}v-34l20 8-17 8v18z"


def indicator(start: Reading, target: Reading, sign: str = "") -> Indicator:
    """`sign` stands behind every value: "\N{NO-BREAK SPACE}%". A target before the start:
    ValueError."""
    if target.year < start.year:
        raise ValueError(f"from {start.year} to {target.year}")
    values = Fraction(start.value), Fraction(target.value)
    rulers = rulers_of(min(*values, Fraction(0)), max(*values, Fraction(0)))
    shown = shown_of(rulers, values, sign)
    texts = [text_of(value, sign) for value in shown]
    left = max(LEFT, 8 + PER_LETTER * max(map(len, texts)))
    heights = [height_of(value, rulers) for value in (*values, *shown)]
    begin, end = Point(units(left + INSET), heights[0]), Point(units(RIGHT), heights[1])
    return Indicator(
        left=left,
        rulers=tuple(
            Label(text, Point(units(left - 8), height), "end")
            for text, height in zip(texts, heights[2:], strict=True)
        ),
        years=tuple(_years(start.year, target.year, left + INSET)),
        start=begin,
        target=end,
        start_label=_beside_start(begin, end, text_of(values[0], sign)),
        target_label=_beside_target(begin, end, text_of(values[1], sign)),
    )


def rulers_of(low: Fraction, high: Fraction) -> list[Fraction]:
    """Round values around all there is, with headroom above."""
    step = _step(high - low)
    value = step * (low // step)
    found = [value]
    while value < high + step * HEADROOM:
        value += step
        found.append(value)
    return found


def shown_of(rulers: list[Fraction], values: Iterable[Fraction], sign: str) -> list[Fraction]:
    """Of a share no ruler above all there is."""
    highest = max(*values, WHOLE)
    return [value for value in rulers if "%" not in sign or value <= highest]


def _step(reach: Fraction) -> Fraction:
    """The smallest round one of which few are needed."""
    if not reach:
        return Fraction(1)
    power = Fraction(1)
    while power * 10 * MOST_STEPS <= reach:
        power *= 10
    while power * MOST_STEPS > reach:
        power /= 10
    return next(power * size for size in ROUND if power * size * MOST_STEPS >= reach)


def _years(first: int, last: int, begin: int) -> Iterator[Label]:
    """The first and the last one, and of those between what fits; one alone in the middle."""
    if first == last:
        yield Label(str(first), Point(units(Fraction(begin + RIGHT, 2)), units(YEARS_AT)), "middle")
        return
    apart = -(-(last - first) // MOST_YEARS)
    between = [year for year in range(first, last, apart) if last - year >= apart]
    for year in (*between, last):
        x = begin + Fraction((RIGHT - begin) * (year - first), last - first)
        yield Label(str(year), Point(units(x), units(YEARS_AT)), "middle")


def _beside_start(start: Point, target: Point, text: str) -> Label:
    """On the side of the line where there is room."""
    is_rising = target.y < start.y
    below = start.y + 22
    y = below if is_rising and below <= LOWEST_TEXT else start.y - 12
    return Label(text, Point(start.x + (8 if y == below else 0), y), "start")


def _beside_target(start: Point, target: Point, text: str) -> Label:
    """Left of the flag, or out of the way of a line that comes from above."""
    if target.y <= start.y:
        return Label(text, Point(target.x - 10, target.y - 10), "end")
    below = target.y + 22
    y = below if below <= LOWEST_TEXT else target.y - 40
    return Label(text, Point(target.x + 24, y), "end")


def height_of(value: Fraction, rulers: list[Fraction]) -> Decimal:
    share = (value - rulers[0]) / (rulers[-1] - rulers[0])
    return units(FLOOR - share * (FLOOR - TOP))


def text_of(value: Fraction, sign: str) -> str:
    """A value has three decimals at most, a ruler a few more when it is small."""
    return dutch_number(round_half_up(value, 6)) + sign


def units(value: Fraction | int) -> Decimal:
    """A coordinate with one decimal at most."""
    rounded = round_half_up(Fraction(value), 1)
    return rounded.quantize(Decimal(1)) if rounded == int(rounded) else rounded.normalize()
