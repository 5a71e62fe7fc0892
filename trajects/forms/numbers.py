"""Numbers as people write them in Dutch."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from reporting.formatting import dutch_number

# 15000, 15.000, 15 000, 1,2 or 15.000,50; a minus in front.
WRITTEN = re.compile(r"[-−]?(?:[0-9]+|[0-9]{1,3}(?:[.\s][0-9]{3})+)(?:,[0-9]+)?")
# 1.2: an English decimal, of which nobody can say what was meant.
ENGLISH = re.compile(r"[-−]?[0-9]+\.[0-9]+")
LONGEST = 40


class DutchNumberField(forms.Field):
    """A comma before the decimals, points between thousands. None when nothing was typed."""

    widget = forms.TextInput(attrs={"class": "half", "inputmode": "decimal", "autocomplete": "off"})
    default_error_messages = {
        "invalid": _("Write only a number here, such as 15.000 or 1,2."),
        "english": _("Write decimals after a comma, such as 1,2."),
        "decimals": _("There is room for three decimals."),
        "digits": _("This number is too long."),
    }

    def __init__(self, *, max_digits: int, decimal_places: int, **options: Any) -> None:
        super().__init__(**options)
        self.max_digits, self.decimal_places = max_digits, decimal_places

    def to_python(self, value: Any) -> Decimal | None:
        typed = str(value or "").strip()
        if not typed:
            return None
        if len(typed) > LONGEST:
            raise self._wrong("digits")
        if not WRITTEN.fullmatch(typed):
            raise self._wrong("english" if ENGLISH.fullmatch(typed) else "invalid")
        plain = re.sub(r"[.\s]", "", typed).replace("−", "-").replace(",", ".")
        return self._fitting(Decimal(plain))

    def prepare_value(self, value: Any) -> Any:
        return dutch_number(value) if isinstance(value, Decimal) else value

    def _fitting(self, number: Decimal) -> Decimal:
        whole, _point, decimals = f"{number:f}".lstrip("-").partition(".")
        if len(decimals.rstrip("0")) > self.decimal_places:
            raise self._wrong("decimals")
        if len(whole.lstrip("0")) > self.max_digits - self.decimal_places:
            raise self._wrong("digits")
        return number

    def _wrong(self, code: str) -> forms.ValidationError:
        return forms.ValidationError(self.error_messages[code], code=code)
