"""What a browser keeps so that it has the same seat after sleep, a reload or a lost tab."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from accounts.tokens import new_token
from trajects.models.live_session import CODE_WORKS_FOR

LONGEST_TOKEN = 100


def token_in(request: HttpRequest) -> str:
    """Empty when this browser has none; what is far too long is nobody's."""
    token = request.COOKIES.get(settings.SEAT_COOKIE_NAME, "")
    return token if len(token) <= LONGEST_TOKEN else ""


def token_for(request: HttpRequest) -> str:
    """The one of this browser, or a new one of 256 bits."""
    return token_in(request) or new_token()


def keep_token(response: HttpResponse, token: str) -> None:
    """As long as the code of a session works, with the flags that a __Host- name asks for."""
    response.set_cookie(
        settings.SEAT_COOKIE_NAME,
        token,
        max_age=CODE_WORKS_FOR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
