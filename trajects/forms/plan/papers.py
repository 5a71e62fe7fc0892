"""What the group writes in its plan itself, and what was decided about it."""

from datetime import date
from typing import Any, cast

from crispy_forms.layout import Submit
from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from accounts.fields import LineField, PlainTextField, length_of
from accounts.layouts import one_button
from trajects.entries import PlanDecisionEntry, PlanTextEntry
from trajects.forms.shown import ShownForm
from trajects.forms.traject import PLAUSIBLE
from trajects.models import PlanDecision, PlanText
from trajects.queries.plan_papers import entry_in

APPROVED, REFUSED = "approved", "refused"
WHAT = ((APPROVED, _("They approved the plan")), (REFUSED, _("They did not approve it yet")))


class PlanTextForm(forms.Form):
    """`version` is how it was stored when the page was opened; 0 when nothing was."""

    summary = PlainTextField(
        label=_("The plan in a few sentences"),
        help_text=_(
            "It stands on the first page, below the sentence with the figures. What do you want "
            "to reach, and for whom?"
        ),
        max_length=length_of(PlanText, "summary"),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    follow_up = PlainTextField(
        label=_("How we follow it up"),
        help_text=_(
            "Who keeps an eye on it, how often you look at it together, and when you adjust it. "
            "Name functions or departments: the plan may be read by everybody."
        ),
        max_length=length_of(PlanText, "follow_up"),
        widget=forms.Textarea(attrs={"rows": 7}),
    )
    communication = PlainTextField(
        label=_("How we tell about it"),
        help_text=_("To colleagues, to the council, to inhabitants: what, when and where."),
        max_length=length_of(PlanText, "communication"),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, data: QueryDict | None = None, *, stored: PlanText | None) -> None:
        own = entry_in(stored)
        said = {name: getattr(own, name) for name in ("summary", "follow_up", "communication")}
        super().__init__(data, initial={**said, "version": stored.version if stored else 0})
        self.helper = one_button(Submit("save", _("Save the texts")))

    @property
    def entry(self) -> PlanTextEntry:
        said = self.cleaned_data
        return PlanTextEntry(said["summary"], said["follow_up"], said["communication"])

    def show_stored(self, stored: PlanText | None) -> None:
        """Sent again from now on, it replaces that."""
        data = cast(QueryDict, self.data).copy()
        data["version"] = str(stored.version if stored else 0)
        self.data = data


class PlanDecisionForm(ShownForm):
    decision = forms.ChoiceField(
        label=_("What they decided"),
        choices=WHAT,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what they decided.")},
    )
    decided_by = LineField(
        label=_("Who decided"),
        help_text=_("Such as: the council, or the college."),
        max_length=length_of(PlanDecision, "decided_by"),
        error_messages={"required": _("Write down who decided.")},
    )
    decided_on = forms.DateField(
        label=_("On which day"),
        validators=PLAUSIBLE,
        error_messages={"required": _("Fill in a date."), "invalid": _("Fill in a date.")},
        widget=forms.DateInput(attrs={"type": "date", "class": "half"}, format="%Y-%m-%d"),
    )
    remarks = PlainTextField(
        label=_("Conditions, or why not"),
        help_text=_("You may leave this empty when there are no conditions."),
        max_length=length_of(PlanDecision, "remarks"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data: QueryDict | None = None, *, today: date, shown: str) -> None:
        super().__init__(data, initial={"shown": shown})
        self.today = today
        self.helper = one_button(Submit("save", _("Write down the decision")))

    def clean_decided_on(self) -> date:
        day: date = self.cleaned_data["decided_on"]
        if day > self.today:
            raise forms.ValidationError(_("This day is still to come."))
        return day

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = self.cleaned_data
        if cleaned.get("decision") == REFUSED and not cleaned.get("remarks", "-"):
            self.add_error("remarks", _("Write down why not."))
        return cleaned

    @property
    def entry(self) -> PlanDecisionEntry:
        said = self.cleaned_data
        return PlanDecisionEntry(
            approved=said["decision"] == APPROVED,
            decided_by=said["decided_by"],
            decided_on=said["decided_on"],
            remarks=said["remarks"],
        )
