"""Live sessions: the desk, the screen, the seats and the rounds."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from accounts.models import User
from trajects.access.seen import Seen, allowed, check
from trajects.models import (
    Candidate,
    LiveSession,
    Seat,
    VotingRound,
)
from trajects.queries.standing import Standing, standing_at, standing_of


def session_for_leading(user: User, pk: int, session_pk: int) -> tuple[Seen, LiveSession]:
    """The projector: it shows nothing but what the whole room may see."""
    seen, session = _session_of(user, pk, session_pk)
    return allowed(seen, seen.standing.may_lead), session


def session_for_moderating(user: User, pk: int, session_pk: int) -> tuple[Seen, LiveSession]:
    """Opening, admitting, closing: moderators only."""
    seen, session = _session_of(user, pk, session_pk)
    return allowed(seen, seen.standing.may_moderate), session


def _session_of(user: User, pk: int, session_pk: int) -> tuple[Seen, LiveSession]:
    """For who may read its traject. With organisation and scan: one query, two for the standing."""
    sessions = LiveSession.objects.select_related("traject__organisation", "traject__scan")
    session = get_object_or_404(sessions, pk=session_pk, traject=pk)
    standing = standing_of(user, session.traject)
    if not standing.may_read:
        raise Http404
    return Seen(session.traject, standing), session


def check_desk(user: User, pk: int, session_pk: int) -> None:
    """Who may have the desk of this session; as `session_for_moderating`, in one small query."""
    check(_standing_at(user, pk, session_pk).may_moderate)


def check_screen(user: User, pk: int, session_pk: int) -> None:
    """As `session_for_leading`, in one small query."""
    check(_standing_at(user, pk, session_pk).may_lead)


def _standing_at(user: User, pk: int, session_pk: int) -> Standing:
    standing = standing_at(user, traject_pk=pk, session_pk=session_pk)
    if standing is None or not standing.may_read:
        raise Http404
    return standing


def seat_for_moderating(user: User, pk: int, session_pk: int, seat_pk: int) -> Seat:
    """With its session."""
    _seen, session = session_for_moderating(user, pk, session_pk)
    return get_object_or_404(session.seats.select_related("session", "user"), pk=seat_pk)


def session_round_for_moderating(
    user: User, pk: int, session_pk: int, round_pk: int
) -> tuple[Seen, VotingRound]:
    """A round of this very session, whatever became of it."""
    seen, session = session_for_moderating(user, pk, session_pk)
    return seen, get_object_or_404(session.rounds.select_related("session"), pk=round_pk)


def theme_for_noting(
    user: User, pk: int, session_pk: int, candidate_pk: int
) -> tuple[Seen, LiveSession, Candidate]:
    """What moderators write about a candidate theme, only they read. A practice keeps nothing."""
    seen, session = session_for_moderating(user, pk, session_pk)
    if session.is_practice:
        raise Http404
    candidates = seen.traject.candidates.select_related("note")
    return seen, session, get_object_or_404(candidates, pk=candidate_pk)
