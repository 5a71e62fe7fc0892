from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import translation
from django.utils.cache import patch_vary_headers

GetResponse = Callable[[HttpRequest], HttpResponse]

UNAUTHORIZED = 401


def security_headers(get_response: GetResponse) -> GetResponse:
    """The headers of `docs/promises.md` that Django and django-csp do not send themselves."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
        )
        return response

    return middleware


def language(get_response: GetResponse) -> GetResponse:
    """Dutch unless the user chose otherwise. Accept-Language is ignored: browsers of Flemish
    offices often ask for English without anybody having chosen that."""

    def middleware(request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        code = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        request.LANGUAGE_CODE = code
        with translation.override(code):
            response = get_response(request)
        response.headers.setdefault("Content-Language", code)
        return response

    return middleware


def private_pages(get_response: GetResponse) -> GetResponse:
    """What a signed-in person sees stays out of every cache, unless the view says otherwise."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        # Who said it already needs no look at the user: the health page answers without a database.
        if "Cache-Control" not in response.headers and request.user.is_authenticated:
            response.headers["Cache-Control"] = "no-store"
        patch_vary_headers(response, ("Cookie",))
        return response

    return middleware


class SignInRequired(LoginRequiredMiddleware):
    """Sends who is not signed in to the sign-in page. A script would put that page inside its own
    part of the screen, so a script gets an empty 401 and can say what happened."""

    def process_view(self, request: HttpRequest, *view: Any) -> HttpResponseBase | None:
        refusal = super().process_view(request, *view)
        if refusal and request.headers.get("HX-Request") == "true":
            return HttpResponse(status=UNAUTHORIZED)
        return refusal
