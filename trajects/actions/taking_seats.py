"""Coming into a session. Lock: the row of the session, so that no two take one name."""

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
        seat.name = _free(name, seat)
    seat.asked_at, seat.admitted_at, seat.refused_at = at, None, None
    seat.observes = observes
    seat.save()
    return seat


def _free(name: str, seat: Seat) -> str:
    """Who is in under a name of their own, or by their account: nobody else has it."""
    others = seat.session.seats.filter(refused_at=None).exclude(pk=seat.pk).with_people()
    if name.lower() in {other.called.lower() for other in others}:
        raise NameTaken
    return name
