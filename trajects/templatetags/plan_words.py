"""`{% load plan_words %}`: the words and the icon of a state or a gap, and an amount of money."""

from decimal import Decimal
from typing import cast

from django import template
from django.forms import BoundField, Select
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from reporting.formatting import NO_BREAK_SPACE, dutch_number
from trajects.action_checks import Gap
from trajects.action_states import ActionState
from trajects.forms.initiatives import DutchSelect
from trajects.pages.plan.rows import card_facts_of, rows_of
from trajects.plan_words import GAP_ADVICE, GAP_WORDS, STATE_CHIPS, STATE_ICONS, STATE_NAMES

register = template.Library()


@register.filter
def state_name(state: ActionState) -> Promise:
    return STATE_NAMES[state]


@register.filter
def state_icon(state: ActionState) -> str:
    return STATE_ICONS[state]


@register.filter
def state_chip(state: ActionState) -> str:
    return STATE_CHIPS[state]


@register.filter
def gap_words(gap: Gap) -> Promise:
    return GAP_WORDS[gap]


@register.filter
def gap_advice(gap: Gap) -> Promise:
    return GAP_ADVICE[gap]


register.filter("plan_rows", rows_of)
register.filter("card_facts", card_facts_of)


@register.filter
def options(field: BoundField) -> list[tuple[str, str, bool]]:
    """Of a list without groups: value, label, and whether it is the one that was chosen."""
    chosen = str(field.value() or "")
    widget = cast(Select, field.field.widget)
    return [(str(value), str(label), str(value) == chosen) for value, label in widget.choices]


@register.filter
def is_dutch(field: BoundField) -> bool:
    """Whether its choices are in Dutch, whatever the language of the page."""
    return isinstance(field.field.widget, DutchSelect)


@register.filter
def euro(amount: int) -> str:
    """Whole euro, as people write it: 1500 → "1.500 euro"."""
    if amount == 0:
        return _("costs nothing")
    return f"{dutch_number(Decimal(amount))}{NO_BREAK_SPACE}euro"
