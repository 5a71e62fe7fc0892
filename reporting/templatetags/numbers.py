"""`{% load numbers %}`: the one place where a template rounds."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from django import template

from reporting import formatting

register = template.Library()


@register.filter
def percent(value: Fraction | None, decimals: int = 0) -> str:
    return formatting.percent(value, decimals)


@register.filter
def decimal_comma(value: Fraction, decimals: int = 1) -> str:
    return formatting.decimal_comma(value, decimals)


@register.filter
def points(value: Fraction, decimals: int = 1) -> str:
    return formatting.points(value, decimals)


@register.filter
def dutch_number(value: Decimal | None) -> str:
    return formatting.dutch_number(value)


@register.filter
def counts(named: Iterable[tuple[object, int]]) -> str:
    """(name, number) pairs → "3 × open, 1 × don't know"; empty without any."""
    return ", ".join(f"{number}{formatting.NO_BREAK_SPACE}× {name}" for name, number in named)
