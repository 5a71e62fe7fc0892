"""The small document that the screens of a session ask for every few seconds."""

from hashlib import sha256
from typing import cast

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import get_conditional_response

SHORT = 20


def screen_of(*parts: object) -> str:
    """Says nothing itself; it is another one as soon as any of these is."""
    return sha256(repr(parts).encode()).hexdigest()[:SHORT]


def state_document(request: HttpRequest, *, screen: str, turnout: str = "") -> HttpResponse:
    """Who has it already gets a 304. A browser may keep it, and asks every time whether it is still
    right. `screen` is what the page was drawn with; another one means that it is behind."""
    response = JsonResponse({"screen": screen, "turnout": turnout})
    response["Cache-Control"] = "private, no-cache"
    response["ETag"] = f'"{sha256(response.content).hexdigest()[:SHORT]}"'
    answer = get_conditional_response(request, response["ETag"], None, response)
    return cast(HttpResponse, answer)
