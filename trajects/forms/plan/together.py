"""What somebody changes of several actions in one go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from trajects.forms.initiatives import DutchSelect
from trajects.forms.plan.filter import Choices, goal_choice
from trajects.forms.ticks import NUMBER
from trajects.forms.traject import PLAUSIBLE
from trajects.queries.plan import ActionLine, Plan
from trajects.together import Together

STAYS = _("stays as it is")
FURTHEST = 120  # months
# An action with the version that the page showed, as in 12-3.
BETWEEN = "-"


class TogetherForm(forms.Form):
    """`seen` tells whether the changes that are sent are those that the page showed."""

    months = forms.IntegerField(
        label=_("Move start and deadline"),
        help_text=_("In months: 3 is three months later, -3 three months earlier."),
        required=False,
        min_value=-FURTHEST,
        max_value=FURTHEST,
        error_messages={"invalid": _("Fill in a whole number of months, such as 3 or -3.")},
        widget=forms.NumberInput(attrs={"class": "half"}),
    )
    due_on = forms.DateField(
        label=_("Or one deadline for all"),
        required=False,
        validators=PLAUSIBLE,
        error_messages={"invalid": _("Fill in a date.")},
        widget=forms.DateInput(attrs={"type": "date", "class": "half"}, format="%Y-%m-%d"),
    )
    new_owner = forms.ChoiceField(label=_("Add an owner"), required=False)
    old_owner = forms.ChoiceField(label=_("Take an owner off"), required=False)
    department = forms.TypedChoiceField(
        label=_("Department"), required=False, coerce=int, empty_value=None
    )
    goal = forms.TypedChoiceField(
        label=_("Goal"),
        required=False,
        coerce=int,
        empty_value=None,
        widget=DutchSelect,
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        plan: Plan,
        lines: Iterable[ActionLine],
        owners: Mapping[str, str],
        carrying: Mapping[str, str],
        departments: Mapping[int, str],
    ) -> None:
        super().__init__(data)
        self.lines = tuple(lines)
        self._offer("new_owner", owners.items())
        self._offer("old_owner", carrying.items())
        self._offer("department", departments.items())
        self._offer("goal", _standing(plan))

    def _offer(self, name: str, choices: Iterable[tuple[Any, Any]]) -> None:
        self.fields[name].choices = [("", STAYS), *choices]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        if not self.errors and self.change.is_nothing:
            raise forms.ValidationError(_("Choose what changes. Nothing is changed yet."))
        return self.cleaned_data

    @property
    def change(self) -> Together:
        found = self.cleaned_data
        return Together(
            department=found.get("department"),
            new_owner=found.get("new_owner", ""),
            old_owner=found.get("old_owner", ""),
            months=found.get("months") or 0,
            due_on=found.get("due_on"),
            goal=found.get("goal"),
        )

    @property
    def fingerprint(self) -> str:
        """Of what changes, and of the actions as they are now."""
        said = (self.change, *((line.action.pk, line.action.version) for line in self.lines))
        return sha256(repr(said).encode()).hexdigest()

    @property
    def was_seen(self) -> bool:
        return self.cleaned_data["seen"] == self.fingerprint


def ticked(data: QueryDict) -> dict[int, int | None]:
    """Actions, each with the version that somebody saw, if any. What is no number is left out."""
    found: dict[int, int | None] = {}
    for value in data.getlist("a"):
        pk, _between, version = value.partition(BETWEEN)
        if NUMBER.fullmatch(pk):
            found[int(pk)] = int(version) if NUMBER.fullmatch(version) else None
    return found


def _standing(plan: Plan) -> Choices:
    return [goal_choice(one) for one in plan.goals if one.goal.set_aside_at is None]
