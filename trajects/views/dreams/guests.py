"""Dream images for who comes by a personal link: read, starred and taken back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from trajects import access
from trajects.actions.dreams.starring import star, unstar
from trajects.actions.dreams.writing import withdraw_dream
from trajects.doors.dreaming import REFUSED, words_of
from trajects.doors.guest import guest_frame, guest_page
from trajects.models.writer import Writer
from trajects.queries.dreams import gallery_of, may_write


@guest_page
@require_safe
def guest_dreams(request: HttpRequest, token: str) -> HttpResponse:
    """What the group dreams, theme by theme."""
    at = now()
    guest = access.guest_for_dreaming(token, at=at)
    context = {
        **guest_frame(guest, token),
        "gallery": gallery_of(guest.traject, writer=Writer(guest=guest)),
        "is_writing": may_write(guest.traject, at),
    }
    return render(request, "trajects/dreams/guest_gallery.html", context)


@guest_page
@require_POST
@access.still_allowed()
def guest_star_dream(request: HttpRequest, token: str, dream_pk: int) -> HttpResponse:
    """Given, or taken back: the button says which."""
    at = now()
    guest = access.guest_for_dreaming(token, at=at)
    found = access.dream_for_guest(guest, dream_pk)
    act = star if request.POST.get("on") == "1" else unstar
    try:
        act(dream=found, writer=Writer(guest=guest), at=at)
    except REFUSED as refused:
        messages.warning(request, words_of(refused))
    else:
        said = _("Your star is given.") if act is star else _("Your star is taken back.")
        messages.success(request, said)
    return redirect(reverse("trajects:guest_dreams", args=[token]) + f"#d{dream_pk}")


@guest_page
@require_POST
@access.still_allowed()
def guest_withdraw_dream(request: HttpRequest, token: str, dream_pk: int) -> HttpResponse:
    at = now()
    guest = access.guest_for_dreaming(token, at=at)
    found = access.dream_of_guest(guest, dream_pk)
    try:
        withdraw_dream(dream=found, writer=Writer(guest=guest), at=at)
    except REFUSED as refused:
        messages.warning(request, words_of(refused))
    else:
        messages.success(request, _("Your dream image is taken back. Nothing of it is left."))
    return redirect("trajects:guest_dreams", token)
