"""The local photo for who comes by a personal link: what they told, and what to ask at their
department."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from trajects import access
from trajects.doors.guest import guest_frame, guest_page
from trajects.pages.asks import asks_for
from trajects.queries.photo import of_guest


@guest_page
@require_safe
def guest_photo(request: HttpRequest, token: str) -> HttpResponse:
    """Their own entries, each with what became of it."""
    guest = access.participant_of_token(token, at=now())
    context = {**guest_frame(guest, token), "own": of_guest(guest)}
    return render(request, "trajects/photo/guest_photo.html", context)


@guest_page
@require_safe
def guest_asks(request: HttpRequest, token: str) -> HttpResponse:
    guest = access.participant_of_token(token, at=now())
    context = {**guest_frame(guest, token), "groups": asks_for(guest.traject, guest.department)}
    return render(request, "trajects/photo/guest_asks.html", context)
