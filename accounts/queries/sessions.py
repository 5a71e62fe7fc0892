from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils.crypto import constant_time_compare

from accounts.browsers import browser_and_system
from accounts.models import User
from accounts.session_limits import is_over


@dataclass(frozen=True)
class Place:
    """Where somebody is signed in. `browser` and `system` are empty when not recognised."""

    pk: int
    browser: str
    system: str
    since: datetime
    last_used: datetime
    is_current: bool


def sessions_of(user: User) -> list[UserSession]:
    return list(UserSession.objects.filter(user=user).order_by("-last_seen_at", "-pk"))


def living_keys(user: User, sessions: Iterable[UserSession], *, at: datetime) -> set[str]:
    """Of those that still open a page: not ended, not over, not older than the password."""
    keys = [session.session_key for session in sessions]
    stored = Session.objects.filter(session_key__in=keys, expire_date__gt=at)
    return {session.session_key for session in stored if _is_alive(user, session, at)}


def _is_alive(user: User, session: Session, at: datetime) -> bool:
    data: dict[str, Any] = session.get_decoded()
    proof = data.get(HASH_SESSION_KEY, "")
    return constant_time_compare(proof, user.get_session_auth_hash()) and not is_over(data, at=at)


def places_of(sessions: Iterable[UserSession], *, current_key: str | None) -> list[Place]:
    """This browser first, then the one that was used last."""
    places = [
        Place(
            session.pk,
            *browser_and_system(session.user_agent),
            since=session.created_at,
            last_used=session.last_seen_at,
            is_current=session.session_key == current_key,
        )
        for session in sessions
    ]
    return sorted(places, key=lambda place: not place.is_current)
