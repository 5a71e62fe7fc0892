from django.conf import settings
from django.http import HttpResponse

A_YEAR = 365 * 24 * 60 * 60


def set_long_cookie(response: HttpResponse, name: str, value: str) -> None:
    """A cookie that outlives the session, with the flags that its __Host- name asks for."""
    response.set_cookie(
        name,
        value,
        max_age=A_YEAR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def set_language_cookie(response: HttpResponse, language: str) -> None:
    """The next page is in this language."""
    set_long_cookie(response, settings.LANGUAGE_COOKIE_NAME, language)
