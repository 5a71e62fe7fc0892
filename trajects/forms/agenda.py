"""The agenda of a meeting as rows that can be moved, without any script."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from accounts.fields import LineField, length_of
from trajects.entries import AgendaEntry
from trajects.models import AgendaItem

EMPTY = [("", "")] * 3
MOST_ROWS = 40
LONGEST = 480
BUTTONS = ("up", "down", "more")
Data = QueryDict | None


class AgendaRow(forms.Form):
    """An empty text with no minutes is no item."""

    text = LineField(
        max_length=length_of(AgendaItem, "text"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    minutes = forms.IntegerField(
        min_value=1,
        max_value=LONGEST,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )

    def __init__(self, data: Data, *, number: int, **options: Any) -> None:
        super().__init__(data, prefix=f"item{number}", use_required_attribute=False, **options)
        self.number = number
        self.fields["text"].label = _("Item %(number)d") % {"number": number + 1}
        self.fields["minutes"].label = _("Minutes of item %(number)d") % {"number": number + 1}

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        text, minutes = cleaned.get("text"), cleaned.get("minutes")
        if text and minutes is None and "minutes" not in self.errors:
            self.add_error("minutes", _("How many minutes does this take?"))
        if minutes is not None and not text and "text" not in self.errors:
            self.add_error("text", _("What is this time for?"))
        return cleaned

    @property
    def entry(self) -> AgendaEntry | None:
        text, minutes = self.cleaned_data["text"], self.cleaned_data["minutes"]
        return AgendaEntry(text, minutes) if text else None


class AgendaRows:
    """Bound to what was sent, or showing `agenda`; empty rows at the end."""

    def __init__(self, data: Data, agenda: Sequence[AgendaEntry]) -> None:
        self.moved: int | None = None
        if data is None:
            shown = [(item.text, str(item.minutes)) for item in agenda]
            self.rows = _unbound([*shown, *EMPTY])
        elif self.is_rearranged(data):
            self.rows = _unbound(self._rearranged(data))
        else:
            self.rows = [AgendaRow(data, number=number) for number in range(_count(data))]
        if self.moved is not None and self.moved < len(self.rows):
            self.rows[self.moved].fields["text"].widget.attrs["autofocus"] = True

    @staticmethod
    def is_rearranged(data: QueryDict) -> bool:
        return any(button in data for button in BUTTONS)

    def _rearranged(self, data: QueryDict) -> list[tuple[str, str]]:
        """What was typed, in its new order. The cursor comes where one goes on."""
        typed = [
            (data.get(f"item{number}-text", ""), data.get(f"item{number}-minutes", ""))
            for number in range(_count(data))
        ]
        if "more" in data:
            self.moved = len(typed)
            typed.extend(EMPTY)
        for button, way in (("up", -1), ("down", 1)):
            place = data.get(button, "")
            if not (place.isascii() and place.isdigit()):
                continue
            number = int(place)
            if number < len(typed) and 0 <= number + way < len(typed):
                typed[number], typed[number + way] = typed[number + way], typed[number]
                self.moved = number + way
        return typed

    def __iter__(self) -> Iterator[AgendaRow]:
        return iter(self.rows)

    def wrong_fields(self) -> list[BoundField]:
        return [field for row in self.rows for field in row if field.errors]

    @property
    def entries(self) -> list[AgendaEntry]:
        return [entry for row in self.rows if (entry := row.entry)]


def _count(data: QueryDict) -> int:
    """How many rows were sent, one after the other."""
    numbers = range(MOST_ROWS)
    return next((one for one in numbers if f"item{one}-text" not in data), MOST_ROWS)


def _unbound(typed: Sequence[tuple[str, str]]) -> list[AgendaRow]:
    return [
        AgendaRow(None, number=number, initial={"text": text, "minutes": minutes})
        for number, (text, minutes) in enumerate(typed[:MOST_ROWS])
    ]
