from datetime import date
from typing import Any

from crispy_forms.layout import Submit
from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.fields import LineField, length_of
from accounts.layouts import one_button
from trajects.forms.shown import ShownForm
from trajects.models import Traject

LONGEST_YEARS = 10
# A date beyond these is a slip of the fingers.
PLAUSIBLE = (MinValueValidator(date(2000, 1, 1)), MaxValueValidator(date(2099, 12, 31)))


class TrajectForm(forms.Form):
    title = LineField(
        label=_("Title"),
        help_text=_("As colleagues and policy makers read it."),
        max_length=length_of(Traject, "title"),
        error_messages={"required": _("Give the traject a title.")},
    )
    starts_on = forms.DateField(
        label=_("First day"),
        validators=PLAUSIBLE,
        error_messages={"required": _("Fill in when it starts."), "invalid": _("Fill in a date.")},
        widget=forms.DateInput(attrs={"type": "date", "class": "half"}, format="%Y-%m-%d"),
    )
    ends_on = forms.DateField(
        label=_("Last day"),
        help_text=_("Most trajects take one to two years. You can change this later."),
        validators=PLAUSIBLE,
        error_messages={"required": _("Fill in when it ends."), "invalid": _("Fill in a date.")},
        widget=forms.DateInput(attrs={"type": "date", "class": "half"}, format="%Y-%m-%d"),
    )

    plan_from = forms.IntegerField(
        label=_("First year of the multi-year plan"),
        help_text=_("Goals fall within this plan. All Flemish municipalities have 2026–2031 now."),
        min_value=2000,
        max_value=2100,
        error_messages={"required": _("Fill in a year."), "invalid": _("Fill in a year.")},
        widget=forms.NumberInput(attrs={"class": "half"}),
    )
    plan_to = forms.IntegerField(
        label=_("Last year of the multi-year plan"),
        min_value=2000,
        max_value=2100,
        error_messages={"required": _("Fill in a year."), "invalid": _("Fill in a year.")},
        widget=forms.NumberInput(attrs={"class": "half"}),
    )

    def __init__(self, *args: Any, button: str | Promise, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = one_button(Submit("save", button))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        starts_on, ends_on = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts_on and ends_on:
            self._check_period(starts_on, ends_on)
        plan_from, plan_to = cleaned.get("plan_from"), cleaned.get("plan_to")
        if plan_from and plan_to and plan_to < plan_from:
            self.add_error("plan_to", _("The last year comes after the first year."))
        return cleaned

    def _check_period(self, starts_on: date, ends_on: date) -> None:
        if ends_on <= starts_on:
            self.add_error("ends_on", _("The last day comes after the first day."))
        elif ends_on.year - starts_on.year > LONGEST_YEARS:
            self.add_error("ends_on", _("That is longer than ten years. Check both years."))


class ChangeTrajectForm(ShownForm, TrajectForm):
    def __init__(self, *args: Any, traject: Traject, button: str | Promise) -> None:
        stored = {
            "title": traject.title,
            "starts_on": traject.starts_on,
            "ends_on": traject.ends_on,
            "plan_from": traject.plan_from,
            "plan_to": traject.plan_to,
            "shown": traject.details,
        }
        super().__init__(*args, initial=stored, button=button)


class DeleteTrajectForm(forms.Form):
    sure = forms.BooleanField(
        label=_("Yes, delete this traject"),
        error_messages={"required": _("Tick this to confirm. Nothing was deleted.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = one_button(
            Submit("delete", _("Delete the traject for good"), css_class="btn-danger")
        )
