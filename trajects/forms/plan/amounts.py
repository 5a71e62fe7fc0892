"""Whole amounts as people write them in Dutch."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from reporting.formatting import dutch_number
from trajects.forms.numbers import DutchNumberField

# What people write before or after an amount of money.
SIGN = re.compile(r"^\s*(€|euro?\b)|(€|\beuro?|(?<=\d)euro?)\s*$", re.IGNORECASE)


class WholeNumberField(DutchNumberField):
    """Nothing below zero. None when nothing was typed."""

    default_error_messages = {
        "invalid": _("Write only a number here, such as 1.500."),
        "whole": _("Round it to a whole number."),
        "negative": _("Write a number of 0 or more."),
    }

    def __init__(self, **options: Any) -> None:
        # As many digits as the column is sure to hold.
        super().__init__(max_digits=9, decimal_places=0, **options)

    def to_python(self, value: Any) -> Any:
        number = super().to_python(value)
        if number is None:
            return None
        if number < 0:
            raise self._wrong("negative")
        return int(number)

    def prepare_value(self, value: Any) -> Any:
        return dutch_number(Decimal(value)) if isinstance(value, int) else value

    def _wrong(self, code: str) -> forms.ValidationError:
        return super()._wrong("whole" if code in ("decimals", "english") else code)


class EuroField(WholeNumberField):
    """Whole euro; a sign in front or behind is fine."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(SIGN.sub("", str(value or "")))
