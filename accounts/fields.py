"""Form fields for text that people type or paste."""

import re
from typing import Any

from django import forms
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from accounts.identifiers import KBO, format_kbo, normalise_kbo
from accounts.visible import is_visible

# What word processors leave behind in pasted text; line breaks and tabs stay.
CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
# What ends a line, in every alphabet (str.splitlines).
LINE_BREAK = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def length_of(model: type[Model], column: str) -> int:
    """How many characters there is room for."""
    return int(model._meta.get_field(column).max_length)  # type: ignore[union-attr,arg-type]


class PlainTextField(forms.CharField):
    """Text without control characters and with one kind of line break."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            **{
                "required": False,
                "error_messages": {
                    "max_length": _(
                        "This text has %(show_value)d characters. There is room for "
                        "%(limit_value)d. Shorten it; nothing was lost."
                    )
                },
                **options,
            }
        )

    def to_python(self, value: object) -> str:
        text = str(super().to_python(value)).replace("\r\n", "\n").replace("\r", "\n")
        return CONTROL_CHARACTERS.sub("", text)


class LineField(forms.CharField):
    """A name, on one line. A line break is refused: it never reaches a mail header. What cannot be
    seen is left out, and something to read must remain."""

    default_error_messages = {
        "line_break": _("Write this on one line."),
        "unreadable": _("Write at least one letter or digit."),
    }

    def to_python(self, value: object) -> str:
        text = str(super().to_python(value))
        if LINE_BREAK.search(text):
            raise forms.ValidationError(self.error_messages["line_break"], code="line_break")
        # Each sign once: the text may have a million of them, it is measured only afterwards.
        hidden = [sign for sign in set(text) if not (sign.isspace() or is_visible(sign))]
        line = " ".join(text.translate(str.maketrans("", "", "".join(hidden))).split())
        if line and not any(map(str.isalnum, line)):
            raise forms.ValidationError(self.error_messages["unreadable"], code="unreadable")
        return line


class KboField(forms.CharField):
    """A KBO number in any usual notation: ten digits once cleaned, printed with dots."""

    def to_python(self, value: object) -> str:
        return normalise_kbo(str(super().to_python(value)))

    def prepare_value(self, value: Any) -> Any:
        return format_kbo(value) if KBO.fullmatch(value or "") else value
