"""What a row of the plan says under its title, in one line. Words and not a template: a plan of
hundreds of actions draws as many rows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from trajects.action_checks import Gap
from trajects.action_states import ActionState
from trajects.queries.plan import ActionLine

BETWEEN = " · "


class Row(NamedTuple):
    """To be taken apart by the loop that draws it: a name is found faster than an attribute of an
    attribute. `pk` as it stands in an address."""

    pk: str
    number: str
    title: str
    facts: str
    gaps: tuple[Gap, ...]
    state: ActionState


def rows_of(lines: Iterable[ActionLine]) -> tuple[Row, ...]:
    return tuple(
        Row(
            pk=str(line.action.pk),
            number=line.number,
            title=line.action.title,
            facts=facts_of(line),
            gaps=line.gaps,
            state=line.state,
        )
        for line in lines
    )


def facts_of(line: ActionLine) -> str:
    """2.3 · Koen De Wilde · aankoop · by 30 Jun 2028 · 1/3 steps done · waits for 1 other"""
    steps = f"{line.steps_done}/{len(line.steps)} {_('steps done')}" if line.steps else ""
    facts = (line.number, ", ".join(line.names), line.department, when_of(line), steps)
    return BETWEEN.join(fact for fact in (*facts, _waits_for(line)) if fact)


def card_facts_of(line: ActionLine) -> str:
    """2.3 · Koen De Wilde · by 30 Jun 2028"""
    facts = (line.number, ", ".join(line.names), when_of(line) if line.is_open else "")
    return BETWEEN.join(fact for fact in facts if fact)


def when_of(line: ActionLine) -> str:
    """Empty without a deadline."""
    action = line.action
    if action.done_on:
        return _("done on %(date)s") % {"date": day_of(action.done_on)}
    if action.stopped_on:
        return _("stopped on %(date)s") % {"date": day_of(action.stopped_on)}
    return _("by %(date)s") % {"date": day_of(action.due_on)} if action.due_on else ""


def day_of(day: date) -> str:
    return _written(day, get_language() or "")


@lru_cache(maxsize=4_096)
def _written(day: date, _language: str) -> str:
    """Deadlines fall on few days, and writing one out takes longer than the rest of its row."""
    return date_format(day, _("j M Y"))


def _waits_for(line: ActionLine) -> str:
    number = len(line.waits_for)
    if not number or not line.is_open:
        return ""
    words = ngettext("waits for %(number)s other", "waits for %(number)s others", number)
    return words % {"number": number}
