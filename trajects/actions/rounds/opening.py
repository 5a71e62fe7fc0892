from collections.abc import Collection, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from accounts.models import User
from trajects.actions.locking import lock_for_moderating
from trajects.actions.rounds.urn import move, void, why_broken
from trajects.errors import (
    ChangedMeanwhile,
    NothingToVoteOn,
    RoundOpen,
    SessionOver,
    TooFewSeats,
)
from trajects.models import LiveSession, Roll, Urn, VotingRound
from trajects.stages import Stage
from trajects.voting import DEFAULT_MINIMUM, Item


@transaction.atomic
def open_round(
    *,
    session: LiveSession,
    by: User,
    at: datetime,
    items: Sequence[Item],
    minimum: int = DEFAULT_MINIMUM,
    shown: Collection[int] | None = None,
) -> VotingRound:
    """With everybody on the roll who is in and votes. `shown` are the seats that the moderator
    agreed to; without it nobody asks. A round that broke does not stand in the way.

    Raises ChangedMeanwhile, NoLongerAllowed, NothingToVoteOn, RoundOpen, SessionOver, TooFewSeats,
    TrajectGone.
    """
    traject = lock_for_moderating(session.traject_id, by)
    locked = traject.live_sessions.filter(pk=session.pk, ended_at=None).first()
    if locked is None:
        raise SessionOver
    _make_way(locked, at)
    seats = list(locked.seats.voting().order_by("pk"))
    if shown is not None and {seat.pk for seat in seats} != set(shown):
        raise ChangedMeanwhile
    if not items or not locked.about.has_rounds:
        raise NothingToVoteOn
    if len(seats) < minimum:
        raise TooFewSeats
    opened = locked.rounds.create(
        number=_next_number(locked),
        items=[item._asdict() for item in items],
        minimum=minimum,
        opened_at=at,
        opened_by=by,
    )
    Roll.objects.bulk_create(Roll(round=opened, seat=seat) for seat in seats)
    Urn.objects.create(round=opened)
    move(locked, stage=Stage.VOTING, page=1)
    return opened


def _make_way(session: LiveSession, at: datetime) -> None:
    """An open round is in the way of the next one, unless it broke."""
    found = session.rounds.still_open().select_related("session").first()
    if found is None:
        return
    reason = why_broken(found, at)
    if reason is None:
        raise RoundOpen
    void(found, reason, at)


def _next_number(session: LiveSession) -> int:
    """Counts on over the sessions of a traject about the same."""
    earlier = VotingRound.objects.filter(
        session__traject=session.traject_id,
        session__subject=session.subject,
        session__is_practice=session.is_practice,
    )
    last: int | None = earlier.aggregate(last=Max("number"))["last"]
    return (last or 0) + 1
