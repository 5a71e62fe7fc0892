"""Who is in a session: let in, turned away, moved to another device. Moderators decide.

Lock order: the traject, then the urn of the round that is open, as casting does.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from accounts.models import User
from trajects.actions.sessions import lock_session
from trajects.actions.taking_seats import check_name
from trajects.errors import NoLongerAllowed, RoundOpen, SeatVoted, TrajectGone
from trajects.models import LiveSession, Roll, Seat, Urn

SEEN_EVERY = timedelta(seconds=30)


@transaction.atomic
def admit_seat(*, seat: Seat, by: User, at: datetime) -> Seat:
    """Said twice, the first time counts; who was refused before, comes in after all.

    Raises NameTaken when somebody else came in under that name since, SessionOver, NoLongerAllowed,
    TrajectGone.
    """
    stored = _locked(seat, by)
    if not stored.is_admitted:
        if stored.name:
            check_name(stored.name, stored)
        stored.admitted_at, stored.refused_at = at, None
        stored.save(update_fields=["admitted_at", "refused_at"])
    return stored


@transaction.atomic
def admit_seats(*, session: LiveSession, pks: Collection[int], by: User, at: datetime) -> int:
    """Those of `pks` that still wait, all at once; returns how many. Whose name the moderator did
    not see stays outside. Raises SessionOver, NoLongerAllowed, TrajectGone."""
    locked = lock_session(session, by)
    return locked.seats.waiting().filter(pk__in=pks).update(admitted_at=at)


@transaction.atomic
def hand_over_seat(*, seat: Seat, to: Seat, by: User) -> Seat:
    """The browser that waits in `seat` takes the place of `to`, which was released. The roll stays
    as it was. Raises SeatVoted when `to` is not free, SessionOver, NoLongerAllowed, TrajectGone."""
    waiting = _locked(seat, by)
    place = waiting.session.seats.filter(pk=to.pk).first()
    if place is None or not place.released_at or place.user_id or not waiting.is_waiting:
        raise SeatVoted
    token_hash = waiting.token_hash
    waiting.delete()
    place.token_hash, place.released_at = token_hash, None
    place.save(update_fields=["token_hash", "released_at"])
    return place


@transaction.atomic
def refuse_seat(*, seat: Seat, by: User, at: datetime) -> Seat:
    """Also who was in already, unless they are on the roll of the round that is open: that cannot
    change. Raises RoundOpen, SessionOver, NoLongerAllowed, TrajectGone."""
    stored = _locked(seat, by)
    if _roll_of(stored).exists():
        raise RoundOpen
    if not stored.refused_at:
        stored.refused_at = at
        stored.save(update_fields=["refused_at"])
    return stored


@transaction.atomic
def release_seat(*, seat: Seat, by: User, at: datetime) -> Seat:
    """Frees the place of a guest for another device. Who has an account takes theirs along by
    signing in. Raises SeatVoted, SessionOver, NoLongerAllowed, TrajectGone."""
    stored = _locked(seat, by)
    if stored.user_id or not stored.is_admitted:
        raise NoLongerAllowed
    roll = _roll_of(stored)
    # Whoever casts at this very moment comes before or after, never in between.
    list(Urn.objects.select_for_update().filter(round__in=roll.values("round")).values("pk"))
    if roll.filter(submitted=True).exists():
        raise SeatVoted
    stored.released_at, stored.token_hash = at, ""
    stored.save(update_fields=["released_at", "token_hash"])
    return stored


@transaction.atomic
def observe_seat(*, seat: Seat, observes: bool, by: User) -> Seat:
    """Looks on, or votes, from the next round on. Raises SessionOver, NoLongerAllowed,
    TrajectGone."""
    stored = _locked(seat, by)
    stored.observes = observes
    stored.save(update_fields=["observes"])
    return stored


def note_seen(*, seat_pk: int, at: datetime) -> None:
    """That its browser is still there, every half minute at most."""
    long_ago = Q(seen_at=None) | Q(seen_at__lte=at - SEEN_EVERY)
    Seat.objects.filter(long_ago, pk=seat_pk).update(seen_at=at)


def _locked(seat: Seat, by: User) -> Seat:
    session = lock_session(seat.session, by)
    stored = session.seats.with_people().filter(pk=seat.pk).first()
    if stored is None:
        raise TrajectGone
    return stored


def _roll_of(seat: Seat) -> QuerySet[Roll]:
    open_rounds = seat.session.rounds.still_open()
    return Roll.objects.filter(round__in=open_rounds, seat=seat)
