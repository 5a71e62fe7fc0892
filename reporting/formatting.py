"""Exact rationals become text here and nowhere else."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def round_half_up(value: Fraction, decimals: int = 0) -> Decimal:
    """2.25 to one decimal is 2.3 and −2.25 is −2.3; the built-in `round` would give 2.2."""
    scale = 10**decimals
    nearest = (2 * abs(value.numerator) * scale + value.denominator) // (2 * value.denominator)
    sign = -1 if value < 0 else 1
    # From text, because arithmetic on decimals would round once more, to 28 digits.
    return Decimal(f"{sign * nearest}e-{decimals}")


def decimal_comma(value: Fraction, decimals: int = 1) -> str:
    return str(round_half_up(value, decimals)).replace(".", ",")


def percent(value: Fraction | None, decimals: int = 0) -> str:
    """27/50 → "54 %", with a no-break space. None is empty: the page says it in words."""
    if value is None:
        return ""
    return f"{decimal_comma(100 * value, decimals)}{NO_BREAK_SPACE}%"


def points(value: Fraction, decimals: int = 1) -> str:
    """A difference between two shares, without its sign: 1/8 and -1/8 → "12,5" percentage points.
    Words beside it say in which direction."""
    return decimal_comma(100 * abs(value), decimals)


def dutch_number(value: Decimal | None) -> str:
    """As it is written in Dutch, with as many decimals as it needs: 15000.500 → "15.000,5"."""
    if value is None:
        return ""
    plain = f"{value:,f}"
    whole, point, decimals = plain.partition(".")
    decimals = decimals.rstrip("0")
    return whole.replace(",", ".") + ("," + decimals if point and decimals else "")
