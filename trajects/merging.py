"""Two initiatives that turn out to be one: what the kept one takes over, and how that is undone.

The kept one keeps its title, status and scope. It gets the labels of both, what it did not say
itself, and the longer of the two descriptions. The other stays as it was written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from trajects.entries import InitiativeEntry

LABELS = ("themes", "departments", "sdgs")
FILLED = ("since", "evidence", "bbc_code")
FIELDS = ("description", *FILLED)

Value = str | int | None


@dataclass(frozen=True)
class Brought:
    """What the kept one took over: labels it did not have, and per field what stood there and what
    came in its place."""

    labels: Mapping[str, frozenset[int]] = field(default_factory=dict)
    fields: Mapping[str, tuple[Value, Value]] = field(default_factory=dict)

    @property
    def stored(self) -> dict[str, Any]:
        """As JSON can hold it."""
        return {
            "labels": {kind: sorted(found) for kind, found in self.labels.items()},
            "fields": {name: list(values) for name, values in self.fields.items()},
        }

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Brought:
        return cls(
            {kind: frozenset(found) for kind, found in stored.get("labels", {}).items()},
            {name: (was, became) for name, (was, became) in stored.get("fields", {}).items()},
        )

    def was(self, name: str) -> Value:
        return self.fields[name][0]


@dataclass(frozen=True)
class Merged:
    """One that lies under the kept one."""

    entry: InitiativeEntry
    brought: Brought


def merge(kept: InitiativeEntry, other: InitiativeEntry) -> tuple[InitiativeEntry, Brought]:
    """The kept one after merging, and what `other` brought."""
    new = {kind: _labels(other, kind) - _labels(kept, kind) for kind in LABELS}
    changed = {name: (getattr(kept, name), _better(kept, other, name)) for name in FIELDS}
    brought = Brought(
        {kind: found for kind, found in new.items() if found},
        {name: (was, became) for name, (was, became) in changed.items() if was != became},
    )
    return _with(kept, brought), brought


def unmerge(
    kept: InitiativeEntry, merged: Sequence[Merged], number: int
) -> tuple[InitiativeEntry, tuple[Brought, ...]]:
    """The kept one without what `merged[number]` brought, and what each of the others brings now,
    in their order. What somebody wrote by hand since stays."""
    away = merged[number].brought
    rest = [one for place, one in enumerate(merged) if place != number]
    left = kept
    for kind, labels in away.labels.items():
        left = _saying(left, {kind: _labels(left, kind) - labels})
    for name, (was, became) in away.fields.items():
        rest = [_rebased(one, name, became, was) for one in rest]
        if getattr(kept, name) == became:
            left = _saying(left, {name: was})
    return _filled_again(left, rest, away, kept)


def _filled_again(
    left: InitiativeEntry, rest: Sequence[Merged], away: Brought, before: InitiativeEntry
) -> tuple[InitiativeEntry, tuple[Brought, ...]]:
    """The others may offer what only just went away; nothing else comes back."""
    bring = []
    for one in rest:
        _offered, own = merge(left, one.entry)
        labels = {
            kind: found & away.labels.get(kind, frozenset()) & _labels(before, kind)
            for kind, found in own.labels.items()
        }
        freed = {name for name in away.fields if getattr(before, name) == away.fields[name][1]}
        fields = {name: values for name, values in own.fields.items() if name in freed}
        again = Brought({kind: found for kind, found in labels.items() if found}, fields)
        left = _with(left, again)
        bring.append(_both(one.brought, again))
    return left, tuple(bring)


def _both(first: Brought, more: Brought) -> Brought:
    kinds = [kind for kind in LABELS if kind in first.labels or kind in more.labels]
    none: frozenset[int] = frozenset()
    return Brought(
        {kind: first.labels.get(kind, none) | more.labels.get(kind, none) for kind in kinds},
        {
            name: (first.was(name) if name in first.fields else was, became)
            for name, (was, became) in {**first.fields, **more.fields}.items()
        },
    )


def _rebased(one: Merged, name: str, became: Value, was: Value) -> Merged:
    """What stood there before `one` came was brought by the one that goes: take what was below."""
    if name not in one.brought.fields or one.brought.was(name) != became:
        return one
    fields = {**one.brought.fields, name: (was, one.brought.fields[name][1])}
    return Merged(one.entry, Brought(one.brought.labels, fields))


def _with(entry: InitiativeEntry, brought: Brought) -> InitiativeEntry:
    labels = {kind: _labels(entry, kind) | found for kind, found in brought.labels.items()}
    fields = {name: became for name, (_was, became) in brought.fields.items()}
    return _saying(entry, {**labels, **fields})


def _saying(entry: InitiativeEntry, values: Mapping[str, Any]) -> InitiativeEntry:
    return replace(entry, **values)


def _better(kept: InitiativeEntry, other: InitiativeEntry, name: str) -> Value:
    own: Value = getattr(kept, name)
    theirs: Value = getattr(other, name)
    if name == "description":
        return max(kept.description, other.description, key=len)
    return own or theirs


def _labels(entry: InitiativeEntry, kind: str) -> frozenset[int]:
    found: frozenset[int] = getattr(entry, kind)
    return found
