"""Who is in a session: let in, turned away, moved to another device."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions import seats
from trajects.doors.desk import desk_button
from trajects.errors import NameTaken, RoundOpen, SeatVoted
from trajects.forms.ticks import NUMBER
from trajects.models import Seat


@require_POST
@desk_button
def admit_seat(request: SignedInRequest, pk: int, session_pk: int, seat_pk: int) -> HttpResponse:
    """As somebody new, or with `as_seat` in a place that was released."""
    seat = access.seat_for_moderating(request.user, pk, session_pk, seat_pk)
    released = request.POST.get("as_seat", "")
    if not NUMBER.fullmatch(released):
        return _admit(request, seat)
    place = access.seat_for_moderating(request.user, pk, session_pk, int(released))
    try:
        seats.hand_over_seat(seat=seat, to=place, by=request.user)
    except SeatVoted:
        words = _("The place of %(name)s is not free any more. Nothing was changed.")
        messages.warning(request, words % {"name": place.called})
    else:
        words = _("%(name)s goes on with another device.")
        messages.success(request, words % {"name": place.called})
    return _desk(pk, session_pk)


@require_POST
@desk_button
def admit_seats(request: SignedInRequest, pk: int, session_pk: int) -> HttpResponse:
    """Everybody whose name stood on the page."""
    _seen, session = access.session_for_moderating(request.user, pk, session_pk)
    pks = [int(seat) for seat in request.POST.getlist("seat") if NUMBER.fullmatch(seat)]
    seats.admit_seats(session=session, pks=pks, by=request.user, at=now())
    return _desk(pk, session_pk)


@require_POST
@desk_button
def refuse_seat(request: SignedInRequest, pk: int, session_pk: int, seat_pk: int) -> HttpResponse:
    seat = access.seat_for_moderating(request.user, pk, session_pk, seat_pk)
    try:
        seats.refuse_seat(seat=seat, by=request.user, at=now())
    except RoundOpen:
        words = _("%(name)s may vote in the round that is open. Close that round first.")
        messages.warning(request, words % {"name": seat.called})
    return _desk(pk, session_pk)


@require_POST
@desk_button
def release_seat(request: SignedInRequest, pk: int, session_pk: int, seat_pk: int) -> HttpResponse:
    seat = access.seat_for_moderating(request.user, pk, session_pk, seat_pk)
    name = {"name": seat.called}
    try:
        seats.release_seat(seat=seat, by=request.user, at=now())
    except SeatVoted:
        words = _("%(name)s has voted already. The place stays with that device in this round.")
        messages.warning(request, words % name)
    else:
        words = _(
            "The place of %(name)s is free. Ask them to scan the code again, and let them in "
            "below in this place."
        )
        messages.success(request, words % name)
    return _desk(pk, session_pk)


@require_POST
@desk_button
def observe_seat(request: SignedInRequest, pk: int, session_pk: int, seat_pk: int) -> HttpResponse:
    """Looks on, or votes: the button says which."""
    seat = access.seat_for_moderating(request.user, pk, session_pk, seat_pk)
    observes = request.POST.get("observes") == "yes"
    seats.observe_seat(seat=seat, observes=observes, by=request.user)
    return _desk(pk, session_pk)


def _admit(request: SignedInRequest, seat: Seat) -> HttpResponse:
    try:
        seats.admit_seat(seat=seat, by=request.user, at=now())
    except NameTaken:
        words = _("Somebody else is in as %(name)s. Ask this person to come in under another name.")
        messages.warning(request, words % {"name": seat.called})
    return _desk(seat.session.traject_id, seat.session_id)


def _desk(pk: int, session_pk: int) -> HttpResponse:
    return redirect(reverse("trajects:session", args=[pk, session_pk]) + "#people")
