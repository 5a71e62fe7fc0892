"""Numbers as people write them in Dutch."""

from decimal import Decimal

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from trajects.forms.numbers import DutchNumberField

FIELD = DutchNumberField(required=False, max_digits=14, decimal_places=3)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        (None, None),
        ("  ", None),
        ("1,2", Decimal("1.2")),
        ("15.000", Decimal(15000)),
        ("15 000", Decimal(15000)),
        ("15\u00a0000", Decimal(15000)),
        ("1.234.567,890", Decimal("1234567.89")),
        ("0015000", Decimal(15000)),
        ("-3,5", Decimal("-3.5")),
        ("−3", Decimal(-3)),
        (" 0 ", Decimal(0)),
        ("99999999999,999", Decimal("99999999999.999")),
    ],
)
def test_number_is_read(typed, number):
    assert FIELD.clean(typed) == number


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1.2", "english"),
        ("1.2345", "english"),
        ("12 %", "invalid"),
        ("ongeveer 3", "invalid"),
        ("1,2,3", "invalid"),
        ("15.00.000", "invalid"),
        ("1e9", "invalid"),
        ("NaN", "invalid"),
        ("²", "invalid"),
        ("1,2345", "decimals"),
        ("100000000000", "digits"),
        ("9" * 400, "digits"),
    ],
)
def test_what_cannot_be_kept_is_refused(typed, code):
    with pytest.raises(forms.ValidationError) as refused:
        FIELD.clean(typed)

    assert refused.value.code == code


@given(st.decimals(min_value=-(10**10), max_value=10**10, places=3))
def test_what_is_shown_is_read_back(number):
    assert FIELD.clean(FIELD.prepare_value(number)) == number


def test_what_was_typed_stays_as_it_was():
    assert FIELD.prepare_value("1.2") == "1.2"
