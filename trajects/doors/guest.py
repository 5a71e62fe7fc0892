"""The frame of every page behind a personal link."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from trajects.errors import LinkUnusable
from trajects.models import Participant

GuestView = Callable[..., HttpResponse]


def guest_page(view: GuestView) -> GuestView:
    """Without signing in, and kept by no cache. Whatever is wrong with the link, the answer is one
    and the same page with one and the same status."""

    @wraps(view)
    def answer(request: HttpRequest, token: str, **rest: Any) -> HttpResponse:
        try:
            return view(request, token, **rest)
        except LinkUnusable:
            template = "trajects/link_unusable.html"
            return render(request, template, status=HTTPStatus.NOT_FOUND)

    return login_not_required(never_cache(answer))


def guest_frame(guest: Participant, token: str) -> dict[str, object]:
    """What the pages of a guest hand to their frame."""
    return {"participant": guest, "traject": guest.traject, "token": token}
