from collections.abc import Callable
from datetime import datetime

from allauth.account.adapter import get_adapter
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.base import UpdateError
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import now

from accounts import session_limits as limits
from accounts.actions.sessions import forget_session, note_use
from accounts.models import User

USER_AGENT_MAX_LENGTH = 200


def session_limits(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Who is signed in for too long is nobody. Without a session this needs no database."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if isinstance(request.user, User):
            _hold(request, request.user, at=now())
        return get_response(request)

    return middleware


def _hold(request: HttpRequest, user: User, *, at: datetime) -> None:
    if limits.is_over(request.session, at=at):
        _end(request)
    elif limits.needs_touch(request.session, at=at):
        _touch(request, user, at=at)


def _touch(request: HttpRequest, user: User, *, at: datetime) -> None:
    """Saves the session at once: until the end of the request, another one could change it too."""
    limits.touch(request.session, at=at)
    try:
        request.session.save()
    except UpdateError:  # ended by its owner while this request was on its way
        _end(request)
        return
    note_use(
        user=user,
        session_key=request.session.session_key or "",
        ip=get_adapter().get_client_ip(request),
        user_agent=request.headers.get("User-Agent", "")[:USER_AGENT_MAX_LENGTH],
        at=at,
    )


def _end(request: HttpRequest) -> None:
    key = request.session.session_key
    request.session.flush()
    forget_session(session_key=key)
    request.user = AnonymousUser()
