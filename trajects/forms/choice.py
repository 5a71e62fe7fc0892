"""The choice of themes with its reasons, and what the policy makers said about it."""

from datetime import date
from typing import Any

from crispy_forms.layout import Submit
from django import forms
from django.http import QueryDict
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from accounts.fields import LineField, PlainTextField, length_of
from accounts.layouts import one_button
from trajects.actions.choice import Decided
from trajects.forms.per_theme import PerThemeForm
from trajects.forms.shown import ShownForm
from trajects.models import Decision, GreenLight, ThemeChoice
from trajects.pages.choice import ChoicePage, ChoiceRow

CHOSEN, PARKED = "chosen", "parked"
WHAT = ((CHOSEN, _("We go on with this")), (PARKED, _("We park this")))
WHY_CHOSEN = _("Write why the group chose this theme.")
LONGEST = length_of(ThemeChoice, "because")


class ChoiceForm(PerThemeForm[ChoiceRow]):
    """Two fields for every running candidate, and one reason for what is parked without its own."""

    asked = "what"
    rest = PlainTextField(
        label=_("Why the other themes are parked"),
        help_text=_("For the parked themes without a reason of their own."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, data: QueryDict | None = None, *, page: ChoicePage) -> None:
        super().__init__(data, page=page)
        self.order_fields([*(name for name in self.fields if name != "rest"), "rest"])

    def add_theme(self, row: ChoiceRow) -> None:
        pk, name = row.candidate.pk, row.candidate.full_name
        self.fields[f"what_{pk}"] = forms.ChoiceField(
            label=name,
            choices=WHAT,
            initial=_first(row),
            widget=forms.RadioSelect,
            error_messages={"required": _("Say for this theme: go on with it, or park it.")},
        )
        self.fields[f"because_{pk}"] = PlainTextField(
            label=format_lazy(_("Why: {name}"), name=name),
            max_length=LONGEST,
            initial=row.choice.because if row.choice else "",
            widget=forms.Textarea(attrs={"rows": 2}),
        )

    def clean(self) -> dict[str, Any]:
        """A chosen theme has a reason of its own; a parked one may share it with the others."""
        cleaned: dict[str, Any] = self.cleaned_data
        for row in self.page.rows:
            name = f"because_{row.candidate.pk}"
            has_reason = cleaned.get(name, "-")
            if cleaned.get(f"what_{row.candidate.pk}") == CHOSEN and not has_reason:
                self.add_error(name, WHY_CHOSEN)
        whats = {cleaned.get(f"what_{row.candidate.pk}") for row in self.page.rows}
        if CHOSEN not in whats and None not in whats:
            self.add_error(None, _("Choose at least one theme to go on with."))
        if self._needs_rest(cleaned) and not cleaned.get("rest", "-"):
            self.add_error("rest", _("Write why, here or with each theme that you park."))
        return cleaned

    def _needs_rest(self, cleaned: dict[str, Any]) -> bool:
        return any(
            cleaned.get(f"what_{row.candidate.pk}") == PARKED
            and not cleaned.get(f"because_{row.candidate.pk}", "-")
            for row in self.page.rows
        )

    @property
    def decided(self) -> list[Decided]:
        return [
            Decided(
                row.candidate.pk,
                self.cleaned_data[f"what_{row.candidate.pk}"] == CHOSEN,
                self.cleaned_data[f"because_{row.candidate.pk}"] or self.cleaned_data["rest"],
            )
            for row in self.page.rows
        ]


def _first(row: ChoiceRow) -> str | None:
    """What stands chosen when the page opens: what was written down, else what is proposed."""
    if row.choice:
        return CHOSEN if row.choice.chosen else PARKED
    if row.row is None or row.is_proposed is None:
        return None
    return CHOSEN if row.is_proposed else PARKED


class DecisionForm(ShownForm):
    """What the policy makers said."""

    decision = forms.TypedChoiceField(
        coerce=Decision,
        label=_("What they decided"),
        choices=[one for one in Decision.choices if one[0] != Decision.NOT_AWAITED],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what they decided.")},
    )
    decided_by = LineField(
        label=_("Who decided"),
        help_text=_("Such as: the college, or the management team."),
        max_length=length_of(GreenLight, "decided_by"),
        error_messages={"required": _("Write down who decided.")},
    )
    decided_on = forms.DateField(
        label=_("On which day"),
        error_messages={"required": _("Fill in a date."), "invalid": _("Fill in a date.")},
        widget=forms.DateInput(attrs={"type": "date", "class": "half"}, format="%Y-%m-%d"),
    )
    remarks = PlainTextField(
        label=_("Conditions, or why not"),
        help_text=_("You may leave this empty when there are no conditions."),
        max_length=length_of(GreenLight, "remarks"),
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
        decision = cleaned.get("decision")
        if decision == Decision.CONDITIONS and not cleaned.get("remarks", "-"):
            self.add_error("remarks", _("Write down the conditions."))
        if decision == Decision.REFUSED and not cleaned.get("remarks", "-"):
            self.add_error("remarks", _("Write down why not."))
        return cleaned


class GoOnForm(ShownForm):
    """The moderator goes on without waiting."""

    reason = PlainTextField(
        required=True,
        label=_("Why you go on without waiting"),
        help_text=_("This stays visible for everybody who sees the traject."),
        max_length=length_of(GreenLight, "remarks"),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write down why nobody waits for the decision.")},
    )

    def __init__(self, data: QueryDict | None = None, *, shown: str) -> None:
        super().__init__(data, initial={"shown": shown}, auto_id="id_go_on_%s")
        button = Submit("go_on", _("Go on without green light"))
        button.field_classes = "btn btn-secondary"  # the one way on is writing down the decision
        self.helper = one_button(button)
