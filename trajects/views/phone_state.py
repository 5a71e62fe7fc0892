"""What a phone asks every few seconds, and what is stored about who holds it."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from trajects.actions.seats import SEEN_EVERY, note_seen
from trajects.doors.phone import phone_of, phone_page, seated_state_of
from trajects.pages.phone import PhoneScreen
from trajects.pages.seat_privacy import stored_about
from trajects.pages.state_document import state_document
from trajects.queries.session_state import SeatState


@phone_page
@require_safe
def phone_state(request: HttpRequest, code: str) -> HttpResponse:
    """For who has a seat; for all others there is nothing, whether the code is right or not."""
    at = now()
    state = seated_state_of(request, code, at=at)
    seat = state.seat
    if seat and seat.is_admitted and not state.is_over and _is_due(seat, at):
        note_seen(seat_pk=seat.pk, at=at)
    shown = PhoneScreen(state)
    return state_document(request, screen=shown.screen, turnout=shown.turnout)


@phone_page
@require_safe
def session_privacy(request: HttpRequest, code: str) -> HttpResponse:
    """What is stored about who asks, at this moment."""
    found = phone_of(request, code, at=now())
    context = {**found.frame(), "stored": stored_about(found.seat)}
    return render(request, "trajects/voting/privacy.html", context)


def _is_due(seat: SeatState, at: datetime) -> bool:
    """Most answers write nothing at all."""
    return seat.seen_at is None or at - seat.seen_at >= SEEN_EVERY
