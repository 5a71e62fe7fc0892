"""What is said of the local photo: adding and changing one initiative. Every change locks the
traject first, so that two saves never overtake each other."""

from datetime import datetime

from django.db import transaction

from accounts.models import Department, User
from scans.models import Sdg, Theme
from trajects.actions.locking import lock_for_contributing
from trajects.entries import InitiativeEntry
from trajects.errors import (
    InitiativeChanged,
    InitiativeDecided,
    LinkUnusable,
    NoLongerAllowed,
    TooManyWaiting,
    TrajectGone,
)
from trajects.models import Initiative, Participant, PersonalLink, Traject
from trajects.queries.standing import standing_of

COLUMNS = ("title", "description", "status", "scope", "since", "evidence", "bbc_code")
# What one guest may leave for the coordinator to look at.
MOST_WAITING = 100


@transaction.atomic
def add_initiative(
    *, traject: Traject, entry: InitiativeEntry, statement_code: str = "", by: User, at: datetime
) -> Initiative:
    """On the photo at once when `by` coordinates, else it waits for who does. Raises
    NoLongerAllowed, TrajectGone."""
    locked = lock_for_contributing(traject.pk, by)
    accepts = standing_of(by, locked).may_coordinate
    made = Initiative(
        traject=locked,
        statement_code=statement_code,
        added_at=at,
        added_by=by,
        accepted_at=at if accepts else None,
        accepted_by=by if accepts else None,
    )
    return store_entry(made, entry)


@transaction.atomic
def add_as_guest(*, participant: Participant, entry: InitiativeEntry, at: datetime) -> Initiative:
    """By who came with a personal link; it waits for the coordinator. Raises LinkUnusable,
    TooManyWaiting."""
    locked = _lock_for_guest(participant, at)
    if locked.initiatives.waiting().filter(added_by_guest=participant).count() >= MOST_WAITING:
        raise TooManyWaiting
    return store_entry(Initiative(traject=locked, added_at=at, added_by_guest=participant), entry)


@transaction.atomic
def change_initiative(
    *, initiative: Initiative, entry: InitiativeEntry, version: int, by: User, at: datetime
) -> Initiative:
    """Who coordinates changes all; who wrote one changes it while it waits. What is stored already
    is written no second time. Raises InitiativeChanged, InitiativeDecided, NoLongerAllowed,
    TrajectGone."""
    locked = lock_for_contributing(initiative.traject_id, by)
    stored = stored_initiative(initiative)
    if not standing_of(by, locked).may_coordinate:
        if stored.added_by_id != by.pk:
            raise NoLongerAllowed
        if not stored.is_waiting:
            raise InitiativeDecided
    return _change(stored, entry, version, by, at)


@transaction.atomic
def change_as_guest(
    *,
    initiative: Initiative,
    participant: Participant,
    entry: InitiativeEntry,
    version: int,
    at: datetime,
) -> Initiative:
    """One's own, while it waits. Raises InitiativeChanged, InitiativeDecided, LinkUnusable,
    NoLongerAllowed, TrajectGone."""
    _lock_for_guest(participant, at)
    stored = stored_initiative(initiative)
    if stored.added_by_guest_id != participant.pk:
        raise NoLongerAllowed
    if not stored.is_waiting:
        raise InitiativeDecided
    return _change(stored, entry, version, None, at)


def stored_initiative(initiative: Initiative) -> Initiative:
    """As it is stored now, to be read under the lock of its traject."""
    found = Initiative.objects.with_labels().with_people()
    try:
        return found.get(pk=initiative.pk, traject=initiative.traject_id)
    except Initiative.DoesNotExist as gone:
        raise TrajectGone from gone


def store_entry(initiative: Initiative, entry: InitiativeEntry) -> Initiative:
    """Writes all that an entry says; a department that is gone meanwhile is left out."""
    for column in COLUMNS:
        setattr(initiative, column, getattr(entry, column))
    initiative.save()
    own = Department.objects.filter(organisation=initiative.traject.organisation_id)
    initiative.themes.set(Theme.objects.filter(pk__in=entry.themes))
    initiative.departments.set(own.filter(pk__in=entry.departments))
    initiative.sdgs.set(Sdg.objects.filter(pk__in=entry.sdgs))
    return initiative


def _change(
    stored: Initiative, entry: InitiativeEntry, version: int, by: User | None, at: datetime
) -> Initiative:
    if stored.merged_into_id:
        raise InitiativeDecided
    if stored.entry == entry:
        return stored
    if stored.version != version:
        raise InitiativeChanged(stored)
    stored.version += 1
    stored.changed_by, stored.changed_at = by, at
    return store_entry(stored, entry)


def _lock_for_guest(participant: Participant, at: datetime) -> Traject:
    locked = Traject.objects.select_for_update().filter(pk=participant.traject_id).first()
    usable = PersonalLink.objects.usable(at=at).filter(participant=participant.pk)
    if locked is None or not usable.filter(participant__user=None).exists():
        raise LinkUnusable
    return locked
