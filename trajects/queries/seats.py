"""Which seat is whose."""

from django.db.models import Exists, Expression, OuterRef, Q

from accounts.models import Membership
from trajects.models import LiveSession, Part, Participant, Seat
from trajects.seat_tokens import seat_hash


def session_by_code(code: str) -> LiveSession | None:
    """The last one with this code, in either case, also when it ended: among open ones a code is
    there once."""
    sessions = LiveSession.objects.select_related("traject__organisation")
    return sessions.filter(code=code.upper()).order_by("-opened_at", "-pk").first()


def seat_in(session: LiveSession, *, user_pk: int | None, token: str) -> Seat | None:
    """That of the account as long as it is in the lead group, else that of the browser with this
    token. One query."""
    own = Q(pk=None)
    if user_pk:
        own = Q(user_id=user_pk) & in_lead_group(user_pk, traject="session__traject")
    if token:
        own |= Q(token_hash=seat_hash(token, session_pk=session.pk))
    seats = session.seats.with_people().filter(own)
    return min(seats, key=lambda seat: seat.user_id is None, default=None)


def in_lead_group(user: int | Expression, *, traject: str) -> Q:
    """As `Standing.is_in_lead_group`, for a query: `traject` is where its rows have theirs."""
    member = Membership.objects.filter(user=user, organisation=OuterRef(f"{traject}__organisation"))
    chosen = Participant.objects.filter(user=user, traject=OuterRef(traject), part=Part.LEAD_GROUP)
    return Q(Exists(member)) & Q(Exists(chosen))
