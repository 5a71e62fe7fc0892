"""Two people changed one initiative: what differs between what is typed and what is stored."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from accounts.models import Department
from scans.models import Sdg, Theme
from trajects.entries import InitiativeEntry
from trajects.models import Initiative, InitiativeStatus, Scope

FIELDS = ("title", "description", "status", "scope", "since", "evidence", "bbc_code")
LABELS = (("themes", Theme), ("departments", Department), ("sdgs", Sdg))
CHOICES: dict[str, Any] = {"status": InitiativeStatus, "scope": Scope}


@dataclass(frozen=True)
class Difference:
    """One field, in the words of both; empty text for what was left open."""

    name: str
    typed: str
    stored: str


def differences(typed: InitiativeEntry, stored: Initiative) -> tuple[Difference, ...]:
    """Only the fields that differ, in the order of the form."""
    kept = stored.entry
    fields = (
        Difference(_name(field), _words(field, typed), _words(field, kept)) for field in FIELDS
    )
    labels = (
        Difference(
            _name(field), _names(model, getattr(typed, field)), _names(model, getattr(kept, field))
        )
        for field, model in LABELS
        if getattr(typed, field) != getattr(kept, field)
    )
    return (*(row for row in fields if row.typed != row.stored), *labels)


def _name(field: str) -> str:
    return str(Initiative._meta.get_field(field).verbose_name)  # type: ignore[union-attr]


def _words(field: str, entry: InitiativeEntry) -> str:
    value = getattr(entry, field)
    if field in CHOICES:
        return str(CHOICES[field](value).label)
    return "" if value is None else str(value)


def _names(model: Any, pks: Iterable[int]) -> str:
    rows = model._default_manager.filter(pk__in=pks)
    return "; ".join(row.name if model is Department else str(row) for row in rows)
