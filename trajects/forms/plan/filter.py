"""What somebody wants to see of a plan, and in which order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from accounts.fields import LineField
from trajects.action_checks import Gap
from trajects.action_states import ActionState
from trajects.forms.initiatives import DutchSelect
from trajects.pages.plan.listing import carriers
from trajects.plan_order import NOBODY, Asked, Order
from trajects.plan_words import GAP_WORDS, STATE_NAMES
from trajects.queries.plan import GoalActions, Plan

ORDERS: Mapping[Order, Promise] = {
    Order.GOAL: _("per goal"),
    Order.OWNER: _("per owner"),
    Order.DEADLINE: _("by deadline, the nearest first"),
    Order.NAME: _("by name"),
    Order.STATE: _("by state, late first"),
    Order.COST: _("by cost, the highest first"),
}
# As much of a goal as a list of choices holds.
GOAL_LENGTH = 60

Choices = list[tuple[Any, Any]]


class PlanFilterForm(forms.Form):
    """Offers what is in the plan; something that is not offered asks for everything."""

    volgorde = forms.ChoiceField(label=_("Show"), choices=list(ORDERS.items()))
    thema = forms.TypedChoiceField(label=_("Theme"), coerce=int, widget=DutchSelect)
    doel = forms.TypedChoiceField(label=_("Goal"), coerce=int, widget=DutchSelect)
    dienst = forms.ChoiceField(label=_("Department"))
    wie = forms.ChoiceField(label=_("Owner"))
    stand = forms.ChoiceField(
        label=_("State"), choices=[("", _("Every state")), *STATE_NAMES.items()]
    )
    ontbreekt = forms.ChoiceField(
        label=_("What is missing"), choices=[("", _("No matter")), *GAP_WORDS.items()]
    )
    zoek = LineField(label=_("Words in it"), max_length=80)

    def __init__(self, data: QueryDict, *, plan: Plan) -> None:
        super().__init__(data)
        for field in self.fields.values():
            field.required = False
        self._offer("thema", [("", _("All themes")), *_themes(plan)])
        self._offer("doel", [("", _("All goals")), *map(goal_choice, plan.goals)])
        self._offer("dienst", [("", _("All departments")), *_departments(plan)])
        self._offer("wie", [("", _("Everybody")), *_owners(plan)])

    def _offer(self, name: str, choices: Choices) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    @property
    def asked(self) -> Asked:
        self.is_valid()
        found = self.cleaned_data
        return Asked(
            theme=found.get("thema") or None,
            goal=found.get("doel") or None,
            department=found.get("dienst", ""),
            owner=found.get("wie", ""),
            state=ActionState(found["stand"]) if found.get("stand") else None,
            lacks=Gap(found["ontbreekt"]) if found.get("ontbreekt") else None,
            words=found.get("zoek", ""),
            order=Order(found.get("volgorde") or Order.GOAL),
        )


def _themes(plan: Plan) -> Choices:
    return [(theme.candidate.pk, theme.candidate.full_name) for theme in plan.themes]


def goal_choice(one: GoalActions) -> tuple[int, str]:
    return one.goal.pk, f"{one.number}. {Truncator(one.goal.sentence).chars(GOAL_LENGTH)}"


def _departments(plan: Plan) -> Choices:
    names = {line.department for line in plan.lines}
    nobody = [(NOBODY, _("No department yet"))] if "" in names else []
    return [*nobody, *((name, name) for name in sorted(names - {""}, key=str.casefold))]


def _owners(plan: Plan) -> Choices:
    found = {key: owner.name for line in plan.lines for key, owner in carriers(line)}
    nobody = [(NOBODY, _("No owner yet"))] if any(not line.names for line in plan.lines) else []
    return [*nobody, *sorted(found.items(), key=lambda pair: (pair[1].casefold(), pair[0]))]
