"""Which seat is whose."""

from django.db.models import Q

from trajects.models import LiveSession, Seat
from trajects.seat_tokens import seat_hash


def session_by_code(code: str) -> LiveSession | None:
    """The last one with this code, in either case, also when it ended: among open ones a code is
    there once."""
    sessions = LiveSession.objects.select_related("traject__organisation")
    return sessions.filter(code=code.upper()).order_by("-opened_at", "-pk").first()


def seat_in(session: LiveSession, *, user_pk: int | None, token: str) -> Seat | None:
    """That of the account, else that of the browser with this token. One query."""
    own = Q(user_id=user_pk) if user_pk else Q(pk=None)
    if token:
        own |= Q(token_hash=seat_hash(token, session_pk=session.pk))
    seats = session.seats.with_people().filter(own)
    return min(seats, key=lambda seat: seat.user_id is None, default=None)
