import pytest
from django import forms
from django.utils.translation import override

from trajects.forms.plan.amounts import EuroField, WholeNumberField


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("", None),
        ("0", 0),
        ("1500", 1500),
        ("1.500", 1500),
        ("1 500", 1500),
        ("1.500,00", 1500),
        ("€ 1.500", 1500),
        ("€1500", 1500),
        ("1.500 euro", 1500),
        ("1500euro", 1500),
        ("EUR 1500", 1500),
        ("1500 €", 1500),
        ("999.999.999", 999_999_999),
    ],
)
def test_whole_euro_in_every_usual_notation(typed, amount):
    assert EuroField(required=False).clean(typed) == amount


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("veel", "Write only a number here, such as 1.500."),
        ("1500 dollar", "Write only a number here, such as 1.500."),
        ("12,50", "Round it to a whole number."),
        ("12.5", "Round it to a whole number."),
        ("-1", "Write a number of 0 or more."),
        ("1.000.000.000", "This number is too long."),
    ],
)
def test_what_is_no_whole_amount_is_refused_with_what_to_do(typed, words):
    with override("en"), pytest.raises(forms.ValidationError) as refused:
        EuroField(required=False).clean(typed)

    with override("en"):
        assert refused.value.messages == [words]


def test_what_is_stored_is_shown_the_dutch_way():
    assert WholeNumberField().prepare_value(15000) == "15.000"
    assert WholeNumberField().prepare_value("15x") == "15x"
    assert WholeNumberField().prepare_value(None) is None
