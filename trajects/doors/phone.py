"""The frame of every page that a phone opens in a session: by its code, without signing in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from http import HTTPStatus
from typing import Any

from allauth.core.internal import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers

from accounts.models import User
from accounts.sign_in_limits import LIMITS_OF
from trajects.cookies.seat import token_in
from trajects.errors import CodeUnusable, TooManyCodes
from trajects.models import LiveSession, Seat, Traject, VotingRound
from trajects.models.live_session import CODE_WORKS_FOR
from trajects.queries.seats import seat_in, session_by_code
from trajects.queries.session_state import SessionState, state_by_code

PhoneView = Callable[..., HttpResponse]

UNUSABLE = "trajects/voting/code_unusable.html"
TOO_MANY = "trajects/voting/too_many_codes.html"


@dataclass(frozen=True)
class Phone:
    """One browser in one session. `seat` is None for who did not ask for one yet."""

    session: LiveSession
    seat: Seat | None
    is_over: bool

    @property
    def traject(self) -> Traject:
        return self.session.traject

    @property
    def may_follow(self) -> bool:
        return not self.is_over and self.seat is not None and self.seat.is_admitted

    def frame(self) -> dict[str, object]:
        """What every page on a phone hands to its header."""
        return {
            "session": self.session,
            "seat": self.seat,
            "traject": self.traject,
        }


def phone_page(view: PhoneView) -> PhoneView:
    """Without signing in, and kept by no cache unless the view says otherwise. Whatever is wrong
    with the code, the answer is one and the same page."""

    @wraps(view)
    def answer(request: HttpRequest, **where: Any) -> HttpResponse:
        code = where.get("code", "")
        if code != code.upper() and request.method in ("GET", "HEAD"):
            # One spelling: the key of a ballot goes to the pages below one address only.
            return redirect(f"trajects:{view.__name__}", **{**where, "code": code.upper()})
        try:
            response = view(request, **where)
        except CodeUnusable:
            response = render(request, UNUSABLE, status=HTTPStatus.NOT_FOUND)
        except TooManyCodes:
            response = render(request, TOO_MANY, status=HTTPStatus.TOO_MANY_REQUESTS)
        if "Cache-Control" not in response.headers:
            add_never_cache_headers(response)
        return response

    return login_not_required(answer)


def phone_of(request: HttpRequest, code: str, *, at: datetime) -> Phone:
    """Who has a seat comes in whatever others try, and may look once more when it is over.

    Only wrong codes count against the limit, and past it no code opens anything: else guessing
    could go on. Raises CodeUnusable, TooManyCodes.
    """
    session = session_by_code(code)
    if session is not None:
        phone = Phone(session, _seat(request, session), _is_over(session, at))
        if phone.seat:
            return phone
        if not phone.is_over:
            if not _take_of_limit(request, dry_run=True):
                raise TooManyCodes
            return phone
    if not _take_of_limit(request, dry_run=False):
        raise TooManyCodes
    raise CodeUnusable


def seated_state_of(request: HttpRequest, code: str, *, at: datetime) -> SessionState:
    """For who has a seat. All others get the same answer, whether the code is right or not: so this
    is no way to guess one, and needs no limit. Raises CodeUnusable."""
    state = state_by_code(code, user_pk=_user_pk(request), token=token_in(request), at=at)
    if state is None or state.seat is None:
        raise CodeUnusable
    return state


def round_on(phone: Phone, round_pk: int) -> VotingRound:
    """A round of this very session, whatever became of it."""
    voting_round = phone.session.rounds.filter(pk=round_pk).first()
    if voting_round is None:
        raise Http404
    voting_round.session = phone.session
    return voting_round


def _seat(request: HttpRequest, session: LiveSession) -> Seat | None:
    return seat_in(session, user_pk=_user_pk(request), token=token_in(request))


def _user_pk(request: HttpRequest) -> int | None:
    return request.user.pk if isinstance(request.user, User) else None


def _is_over(session: LiveSession, at: datetime) -> bool:
    return session.ended_at is not None or at - session.opened_at >= CODE_WORKS_FOR


def _take_of_limit(request: HttpRequest, *, dry_run: bool) -> bool:
    usage = ratelimit.consume(
        request, app=LIMITS_OF, action="session_code", dry_run=dry_run, limit_get=True
    )
    return usage is not None
