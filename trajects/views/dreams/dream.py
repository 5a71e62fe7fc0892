"""One dream image: read as a whole, and starred."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions.dreams.starring import star, unstar
from trajects.doors.dreaming import REFUSED, words_of
from trajects.forms.ticks import NUMBER
from trajects.models.writer import Writer
from trajects.pages.dreams import dream_page, shown_theme


@require_safe
def dream(request: SignedInRequest, pk: int, dream_pk: int) -> HttpResponse:
    """With where it came from and what grows from it."""
    seen, found = access.dream_for_reading(request.user, pk, dream_pk)
    writer = Writer(user=request.user) if seen.standing.may_dream else None
    context = {
        **seen.frame(),
        "dream_page": dream_page(found, writer=writer),
        "dream": found,
        "is_own": found.author == request.user and seen.standing.may_dream,
    }
    return render(request, "trajects/dreams/dream.html", context)


@require_POST
@access.still_allowed()
def star_dream(request: SignedInRequest, pk: int, dream_pk: int) -> HttpResponse:
    """Given, or taken back: the button says which. `thema` names the gallery to go back to."""
    seen, found = access.dream_for_starring(request.user, pk, dream_pk)
    act = star if request.POST.get("on") == "1" else unstar
    try:
        act(dream=found, writer=Writer(user=request.user), at=now())
    except REFUSED as refused:
        messages.warning(request, words_of(refused))
    else:
        said = _("Your star is given.") if act is star else _("Your star is taken back.")
        messages.success(request, said)
    theme = request.GET.get("thema", "")
    back = shown_theme(seen.traject, int(theme)) if NUMBER.fullmatch(theme) else None
    if back is None:
        return redirect("trajects:dream", pk, dream_pk)
    return redirect(reverse("trajects:theme_dreams", args=[pk, back.pk]) + f"#d{dream_pk}")
