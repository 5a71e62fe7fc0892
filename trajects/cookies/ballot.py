"""The key of one ballot, kept by the browser alone and sent to the pages of that round alone."""

import re

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from trajects.models import VotingRound
from trajects.voting import VOID_AFTER, new_key

# As `voting.new_key` makes them: what somebody made up is no key.
KEY = re.compile(r"[\w-]{43}", re.ASCII)


def key_in(request: HttpRequest, voting_round: VotingRound) -> str:
    """Empty when this browser has none for this round."""
    key = request.COOKIES.get(_name(voting_round), "")
    return key if KEY.fullmatch(key) else ""


def give_key(response: HttpResponse, voting_round: VotingRound, *, path: str) -> None:
    """`path` is that of the voting page."""
    response.set_cookie(
        _name(voting_round),
        new_key(),
        max_age=VOID_AFTER,
        path=path,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _name(voting_round: VotingRound) -> str:
    return f"{settings.BALLOT_COOKIE_PREFIX}{voting_round.pk}"
