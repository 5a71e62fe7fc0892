"""What is dreamt for one theme, and the box of what came without a name."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions.dreams.box import open_box as show_box
from trajects.doors.dreaming import REFUSED, words_of
from trajects.forms.ticks import NUMBER
from trajects.models import Traject
from trajects.models.writer import Writer
from trajects.pages.dream_suggestions import suggestions_for
from trajects.queries.dreams import gallery_of, may_write


@require_safe
def theme_dreams(request: SignedInRequest, pk: int, candidate_pk: int) -> HttpResponse:
    """The cards in their groups, and what the scan says as a start for more."""
    seen, candidate = access.theme_for_dreaming(request.user, pk, candidate_pk)
    writer = Writer(user=request.user) if seen.standing.may_dream else None
    is_writing = may_write(seen.traject, now()) and seen.standing.may_dream
    context = {
        **seen.frame(),
        "gallery": gallery_of(seen.traject, candidate=candidate, writer=writer).themes[0],
        "is_writing": is_writing,
        "suggestions": suggestions_for(seen.traject, candidate, seen.standing)
        if is_writing
        else (),
    }
    return render(request, "trajects/dreams/gallery.html", context)


@require_POST
@access.still_allowed()
def open_box(request: SignedInRequest, pk: int) -> HttpResponse:
    seen = access.traject_for_leading(request.user, pk)
    try:
        number = show_box(traject=seen.traject, by=request.user, at=now())
    except REFUSED as refused:
        messages.warning(request, words_of(refused))
    else:
        said = ngettext(
            "The box is open: %(number)d dream image came out.",
            "The box is open: %(number)d dream images came out.",
            number,
        )
        messages.success(request, said % {"number": number})
    return _back(request, seen.traject)


def _back(request: SignedInRequest, traject: Traject) -> HttpResponse:
    """Who opened it at the desk of a session stays there."""
    session = request.POST.get("session", "")
    if NUMBER.fullmatch(session) and traject.live_sessions.filter(pk=session).exists():
        return redirect("trajects:session", traject.pk, session)
    return redirect("trajects:dreams", traject.pk)
