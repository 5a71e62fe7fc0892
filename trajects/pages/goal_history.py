"""How an adopted goal changed since: what it said, what it says now, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from reporting.formatting import dutch_number
from trajects.models import Goal
from trajects.models.goal import MvoiGoal

# What a snapshot has besides the columns of a goal.
OTHER_NAMES: Mapping[str, str | Promise] = {
    "theme": _("theme"),
    "dreams": _("dream images"),
    "adopted_on": _("adopted on"),
}
DAYS = ("baseline_on", "due_on", "adopted_on")
NUMBERS = ("baseline", "target")


@dataclass(frozen=True)
class Differing:
    """One thing that changed, in words; empty for what was, or is, open."""

    name: str | Promise
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    at: datetime
    by: str
    because: str
    rows: tuple[Differing, ...]
    is_withdrawal: bool


def changes_of(goal: Goal) -> tuple[Change, ...]:
    """The last one first. One query."""
    rows = goal.changes.select_related("by").order_by("-at", "-pk")
    return tuple(
        Change(
            at=row.at,
            by=row.by.name,
            because=row.because,
            rows=differing(row.before, row.after),
            is_withdrawal=bool(row.before.get("adopted_on")) and not row.after.get("adopted_on"),
        )
        for row in rows
    )


def differing(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Differing, ...]:
    """In the order of the snapshots."""
    names = [*before, *(name for name in after if name not in before)]
    return tuple(
        Differing(_name(name), in_words(name, before.get(name)), in_words(name, after.get(name)))
        for name in names
        if before.get(name) != after.get(name)
    )


def in_words(name: str, value: Any) -> str:
    """As a page shows it."""
    if not value:
        return ""
    if name == "theme":
        return str(value[1])
    if name == "dreams":
        return "; ".join(str(title) for _pk, title in value)
    if name == "sdgs":
        return ", ".join(map(str, value))
    if name in DAYS:
        return date_format(date.fromisoformat(value), "j F Y")
    if name in NUMBERS:
        return dutch_number(Decimal(value))
    return str(MvoiGoal(value).label) if name == "mvoi_goal" else str(value)


def _name(name: str) -> str | Promise:
    if name in OTHER_NAMES:
        return OTHER_NAMES[name]
    known = {field.name: field.verbose_name for field in Goal._meta.fields}
    known |= {field.name: field.verbose_name for field in Goal._meta.many_to_many}
    return known.get(name, name)
