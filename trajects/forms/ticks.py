"""A list to tick, and numbers that come from a browser."""

import re
from typing import Any

from django import forms

# What no database takes for a number is nobody's.
NUMBER = re.compile(r"[0-9]{1,18}")


class Ticks(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def clean(self, value: Any) -> Any:
        """A number that the database cannot hold is no choice either."""
        try:
            return super().clean(value)
        except OverflowError as too_large:
            words = self.error_messages["invalid_choice"]
            given = {"value": "…"}
            raise forms.ValidationError(words, code="invalid_choice", params=given) from too_large
