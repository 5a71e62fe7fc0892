"""What somebody tells about an action: a note, a measurement, that it is done, or stopped."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from accounts.fields import LineField, PlainTextField, length_of
from trajects.forms.numbers import DutchNumberField
from trajects.forms.traject import PLAUSIBLE
from trajects.models import Action, ProgressNote

DAY_ERRORS = {
    "required": _("Fill in on which day."),
    "invalid": _("Fill in a date."),
}


class PastDayField(forms.DateField):
    """A day that is not still to come; `on` is today."""

    widget = forms.DateInput(attrs={"type": "date", "class": "half"}, format="%Y-%m-%d")

    def __init__(self, *, on: date, **options: Any) -> None:
        super().__init__(error_messages=DAY_ERRORS, initial=on, validators=PLAUSIBLE, **options)
        self.on = on

    def clean(self, value: Any) -> date:
        day: date = super().clean(value)
        if day > self.on:
            raise forms.ValidationError(_("This day is still to come."))
        return day


class _TellForm(forms.Form):
    """Several of these stand on one page: `prefix_of_ids` keeps their fields apart."""

    prefix_of_ids = ""

    def __init__(self, data: QueryDict | None = None, *, on: date) -> None:
        super().__init__(data, auto_id=f"{self.prefix_of_ids}_%s")
        self.today = on


class NoteForm(_TellForm):
    prefix_of_ids = "note"

    text = PlainTextField(
        label=_("How does it go?"),
        help_text=_("One or two sentences: what happened, what comes next, what holds it up."),
        required=True,
        max_length=length_of(ProgressNote, "text"),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write down how it goes. One sentence is enough.")},
    )

    def __init__(self, data: QueryDict | None = None, *, on: date) -> None:
        super().__init__(data, on=on)
        self.fields["on"] = PastDayField(label=_("Day"), on=on)


class MeasureForm(_TellForm):
    prefix_of_ids = "measure"

    value = DutchNumberField(
        label=_("Measured value"),
        max_digits=14,
        decimal_places=3,
        error_messages={"required": _("Fill in what you measured.")},
    )

    def __init__(self, data: QueryDict | None = None, *, on: date, unit: str = "") -> None:
        super().__init__(data, on=on)
        if unit:
            self.fields["value"].label = _("Measured value, in %(unit)s") % {"unit": unit}
        self.fields["on"] = PastDayField(label=_("Day"), on=on)


class FinishForm(_TellForm):
    prefix_of_ids = "finish"

    def __init__(self, data: QueryDict | None = None, *, on: date) -> None:
        super().__init__(data, on=on)
        self.fields["done_on"] = PastDayField(label=_("Done on"), on=on)


class StopForm(forms.Form):
    because = LineField(
        label=_("Why does this action stop?"),
        help_text=_("The action stays in the plan, with this reason. You can open it again."),
        max_length=length_of(Action, "stopped_because"),
        error_messages={"required": _("Write down why. One sentence is enough.")},
    )
