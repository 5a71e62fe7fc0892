"""Coming into a session. Lock: the row of the session, so that no two take one name."""

import re
import unicodedata
from datetime import datetime

from django.db import transaction

from accounts.models import User
from trajects.errors import NameTaken, NoLongerAllowed, SessionOver, TooManyWaiting
from trajects.models import LiveSession, Seat
from trajects.queries.seats import seat_in
from trajects.queries.standing import standing_of
from trajects.seat_tokens import seat_hash

# Who knows the code cannot bury a moderator in names.
MOST_WAITING = 60
# Letters and marks that show nothing.
UNSEEN = re.compile(
    r"[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)


@transaction.atomic
def take_seat(
    *,
    session: LiveSession,
    user: User | None,
    token: str,
    name: str,
    observes: bool,
    at: datetime,
) -> Seat:
    """The seat of a `user` in the lead group, who is in at once; else of a browser under a name,
    that the moderator admits. Who has a seat keeps it; who was refused may ask again.

    Raises SessionOver, NoLongerAllowed, NameTaken, TooManyWaiting.
    """
    locked = _locked(session, at)
    if user and not standing_of(user, locked.traject).is_in_lead_group:
        raise NoLongerAllowed
    own = seat_in(locked, user_pk=user.pk if user else None, token=token)
    if own and not own.refused_at:
        return own
    if user and (own is None or own.user_id is None):
        return Seat.objects.create(
            session=locked, user=user, asked_at=at, admitted_at=at, observes=observes
        )
    seat = own or Seat(session=locked, token_hash=seat_hash(token, session_pk=locked.pk))
    return _asked(seat, name=name, observes=observes, at=at)


def _locked(session: LiveSession, at: datetime) -> LiveSession:
    joinable = LiveSession.objects.select_for_update(of=("self",)).joinable(at=at)
    locked = joinable.select_related("traject").filter(pk=session.pk).first()
    if locked is None:
        raise SessionOver
    return locked


def _asked(seat: Seat, *, name: str, observes: bool, at: datetime) -> Seat:
    """Waits for the moderator, also who was in before."""
    if seat.session.seats.waiting().count() >= MOST_WAITING:
        raise TooManyWaiting
    if seat.user_id is None:
        check_name(name, seat)
        seat.name = name
    seat.asked_at, seat.admitted_at, seat.refused_at = at, None, None
    seat.observes = observes
    seat.save()
    return seat


def check_name(name: str, seat: Seat) -> None:
    """Who is in under a name of their own, or by their account: nobody else has it, nor one that
    looks the same. Raises NameTaken."""
    others = seat.session.seats.filter(refused_at=None).exclude(pk=seat.pk).with_people()
    if _look(name) in {_look(other.called) for other in others}:
        raise NameTaken


def _look(name: str) -> str:
    return UNSEEN.sub("", unicodedata.normalize("NFKC", name)).strip().casefold()
