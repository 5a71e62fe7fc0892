from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.formatting import decimal_comma, percent, points, round_half_up


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (Fraction(9, 4), 1, "2.3"),
        (Fraction(-9, 4), 1, "-2.3"),
        (Fraction(1, 2), 0, "1"),
        (Fraction(3, 2), 0, "2"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(2, 3), 2, "0.67"),
        (Fraction(1, 3), 1, "0.3"),
        (Fraction(3), 1, "3.0"),
        (Fraction(0), 0, "0"),
    ],
)
def test_round_half_up(value, decimals, text):
    assert str(round_half_up(value, decimals)) == text


@given(st.fractions(max_denominator=10_000), st.integers(0, 4))
def test_round_half_up_is_never_further_than_half_a_unit(value, decimals):
    rounded = round_half_up(value, decimals)

    assert abs(Fraction(rounded) - value) <= Fraction(1, 2 * 10**decimals)
    assert rounded.as_tuple().exponent == -decimals


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (Fraction(27, 50), 0, "54\u00a0%"),
        (Fraction(13, 15), 0, "87\u00a0%"),
        (Fraction(1, 200), 0, "1\u00a0%"),
        (Fraction(1, 8), 1, "12,5\u00a0%"),
        (Fraction(0), 0, "0\u00a0%"),
        (Fraction(1), 0, "100\u00a0%"),
        (None, 0, ""),
    ],
)
def test_percent(value, decimals, text):
    assert percent(value, decimals) == text


def test_decimal_comma():
    assert decimal_comma(Fraction(9, 4)) == "2,3"
    assert decimal_comma(Fraction(9, 4), 2) == "2,25"
    assert Decimal(decimal_comma(Fraction(7), 0)) == 7


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(1, 8), "12,5"),
        (Fraction(-1, 8), "12,5"),
        (Fraction(0), "0,0"),
        (Fraction(1), "100,0"),
    ],
)
def test_points_are_without_a_sign(value, text):
    assert points(value) == text
