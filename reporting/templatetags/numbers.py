"""`{% load numbers %}`: the one place where a template rounds."""

from __future__ import annotations

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
