"""The step wanted for every chosen theme, and why."""

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from accounts.fields import PlainTextField, length_of
from scans.labels import STEP_NAMES
from trajects.actions.ambitions import Wanted
from trajects.forms.per_theme import PerThemeForm
from trajects.models import ThemeAmbition
from trajects.pages.ambition import AmbitionRow

# The group did not choose yet.
NOT_YET = "not-yet"
STEPS = [
    *(
        (step, format_lazy("{step} {name}", step=step, name=name))
        for step, name in STEP_NAMES.items()
    ),
    (NOT_YET, _("not chosen yet")),
]


class AmbitionForm(PerThemeForm[AmbitionRow]):
    """Two fields for every chosen theme."""

    asked = "step"

    def add_theme(self, row: AmbitionRow) -> None:
        pk, name = row.candidate.pk, row.candidate.full_name
        self.fields[f"step_{pk}"] = forms.TypedChoiceField(
            coerce=_step,
            choices=STEPS,
            initial=row.wanted or NOT_YET,
            label=format_lazy(_("The step you want to reach for {name}"), name=name),
            widget=forms.RadioSelect,
            error_messages={"required": _("Choose a step, or that it is not chosen yet.")},
        )
        self.fields[f"because_{pk}"] = PlainTextField(
            label=format_lazy(_("Why this step for {name}"), name=name),
            max_length=length_of(ThemeAmbition, "because"),
            initial=row.because,
            widget=forms.Textarea(attrs={"rows": 2}),
        )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = self.cleaned_data
        for row in self.page.rows:
            name = f"step_{row.candidate.pk}"
            if cleaned.get(name, 0) is None and cleaned.get(f"because_{row.candidate.pk}"):
                self.add_error(name, _("You wrote why. Choose the step as well."))
        return cleaned

    @property
    def wanted(self) -> list[Wanted]:
        return [
            Wanted(
                row.candidate.pk,
                self.cleaned_data[f"step_{row.candidate.pk}"],
                self.cleaned_data[f"because_{row.candidate.pk}"],
            )
            for row in self.page.rows
        ]


def _step(chosen: str) -> int | None:
    return None if chosen == NOT_YET else int(chosen)
