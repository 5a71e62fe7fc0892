"""`{% load numbers %}`: what templates print."""

from decimal import Decimal
from fractions import Fraction

import pytest
from django.template import Context, Template


def render(source, value):
    return Template("{% load numbers %}" + source).render(Context({"value": value}))


@pytest.mark.parametrize(
    ("source", "value", "text"),
    [
        ("{{ value|percent }}", Fraction(1, 8), "13\u00a0%"),
        ("{{ value|percent:1 }}", Fraction(1, 8), "12,5\u00a0%"),
        ("{{ value|decimal_comma }}", Fraction(9, 4), "2,3"),
        ("{{ value|points }}", Fraction(-1, 8), "12,5"),
        ("{{ value|counts }}", [("open", 3), ("<b>", 1)], "3\u00a0× open, 1\u00a0× &lt;b&gt;"),
        ("{{ value|counts }}", [], ""),
        ("{{ value|dutch_number }}", Decimal("15000.500"), "15.000,5"),
        ("{{ value|dutch_number }}", Decimal("18.000"), "18"),
        ("{{ value|dutch_number }}", Decimal("-1200"), "-1.200"),
        ("{{ value|dutch_number }}", None, ""),
    ],
)
def test_filter_prints(source, value, text):
    assert render(source, value) == text
