"""Lists of an organisation that are saved a page at a time: departments and predecessors."""

import secrets
from collections.abc import Collection, Sequence
from dataclasses import asdict
from typing import TypeVar

from django.db import transaction
from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast, Concat

from accounts.actions.locking import lock_for_coordinator
from accounts.entries import DepartmentEntry, PredecessorEntry
from accounts.errors import NameTaken
from accounts.models import Department, Organisation, Predecessor, User

Row = TypeVar("Row", Department, Predecessor)
Entry = DepartmentEntry | PredecessorEntry


@transaction.atomic
def save_departments(
    *,
    organisation: Organisation,
    entries: Sequence[DepartmentEntry],
    removed: Collection[int] = (),
    by: User,
) -> None:
    """Changes the departments that `entries` number, adds those without a number and deletes
    `removed`, whose people stay without department. A number that the organisation does not have is
    left out. Raises NameTaken, NoLongerCoordinator, ValidationError."""
    _save(lock_for_coordinator(organisation.pk, by), Department, entries, removed)


@transaction.atomic
def save_predecessors(
    *,
    organisation: Organisation,
    entries: Sequence[PredecessorEntry],
    removed: Collection[int] = (),
    by: User,
) -> None:
    """The same for predecessors. Raises NameTaken, NoLongerCoordinator, ValidationError."""
    _save(lock_for_coordinator(organisation.pk, by), Predecessor, entries, removed)


def _save(
    organisation: Organisation,
    model: type[Row],
    entries: Sequence[Entry],
    removed: Collection[int],
) -> None:
    own = model._default_manager.filter(organisation=organisation)
    own.filter(pk__in=removed).delete()
    rows: dict[int | None, Row] = {row.pk: row for row in own}
    changed = [_filled(rows[entry.pk], entry) for entry in entries if entry.pk in rows]
    new = [entry for entry in entries if entry.pk is None]
    added: list[Row] = [_filled(model(organisation=organisation), entry) for entry in new]
    _check_names([*rows.values(), *added])
    _make_way(own.filter(pk__in=[row.pk for row in changed]))
    if changed:
        model._default_manager.bulk_update(changed, list(_columns(entries[0])))
    model._default_manager.bulk_create(added)


def _columns(entry: Entry) -> dict[str, object]:
    columns = asdict(entry)
    del columns["pk"]
    return columns


def _filled(row: Row, entry: Entry) -> Row:
    for column, value in _columns(entry).items():
        setattr(row, column, value)
    row.clean_fields(exclude=["organisation", "kind"])
    return row


def _check_names(rows: Sequence[Row]) -> None:
    if len({row.name.casefold() for row in rows}) < len(rows):
        raise NameTaken


def _make_way(rows: QuerySet[Row]) -> None:
    """Two rows may have exchanged their names, which must be unique after every single change."""
    rows.update(name=Concat(Value(secrets.token_hex(8)), Cast(F("pk"), CharField())))
