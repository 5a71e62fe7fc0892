"""The template in which members write until a date: opened, closed, and opened again."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import get_current_timezone

from accounts.models import User
from trajects.actions.locking import lock_for_leading
from trajects.errors import ChangedMeanwhile, CollectionClosed, DayPast, ThemeNotChosen
from trajects.models import DreamCollection, Traject
from trajects.queries.dreams import chosen_themes, collection_of


@transaction.atomic
def open_collection(
    *,
    traject: Traject,
    last_day: date,
    invitation: str = "",
    version: int = 0,
    by: User,
    at: datetime,
) -> DreamCollection:
    """Open through `last_day`, also one that was closed. `version` is that of the page on which it
    was typed, 0 for the first time. What is stored already, is right. Raises ChangedMeanwhile,
    DayPast, NoLongerAllowed, ThemeNotChosen, TrajectGone."""
    locked = lock_for_leading(traject.pk, by)
    if not chosen_themes(locked).exists():
        raise ThemeNotChosen
    if last_day < at.astimezone(get_current_timezone()).date():
        raise DayPast
    stored = collection_of(locked)
    if stored is None:
        stored = DreamCollection(traject=locked, opened_at=at, opened_by=by, version=0)
    elif (stored.last_day, stored.invitation, stored.closed_at) == (last_day, invitation, None):
        return stored
    elif stored.version != version:
        raise ChangedMeanwhile
    stored.last_day, stored.invitation = last_day, invitation
    stored.closed_at = stored.closed_by = None
    stored.version += 1
    stored.save()
    return stored


@transaction.atomic
def close_collection(*, traject: Traject, by: User, at: datetime) -> DreamCollection:
    """Before its last day is over. Raises CollectionClosed, NoLongerAllowed, TrajectGone."""
    locked = lock_for_leading(traject.pk, by)
    stored = collection_of(locked)
    if stored is None or stored.closed_at:
        raise CollectionClosed
    stored.closed_at, stored.closed_by = at, by
    stored.version += 1
    stored.save(update_fields=["closed_at", "closed_by", "version"])
    return stored
