"""Which years of a plan somebody wants to see."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from reporting.geometry import Period
from trajects.pages.plan.timeline import years_period


class ZoomForm(forms.Form):
    """Offers the years that it is handed; something else asks for the whole plan."""

    van = forms.TypedChoiceField(label=_("From"), coerce=int, required=False)
    tot = forms.TypedChoiceField(label=_("Up to and including"), coerce=int, required=False)

    def __init__(self, data: QueryDict, *, years: Sequence[int], whole: Period) -> None:
        shown = {"van": str(whole.first.year), "tot": str(whole.last.year)}
        super().__init__({name: data.get(name) or year for name, year in shown.items()})
        for field in self.fields.values():
            field.choices = [(year, str(year)) for year in years]  # type: ignore[attr-defined]
        self.whole = whole

    @property
    def period(self) -> Period:
        """In either order."""
        if not self.is_valid():
            return self.whole
        return years_period(*sorted((self.cleaned_data["van"], self.cleaned_data["tot"])))

    @property
    def is_zoomed(self) -> bool:
        return self.period != self.whole
