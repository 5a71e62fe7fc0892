"""The whole plan with everything that it rests on, as one page to read and to print."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from trajects import access
from trajects.dossier import Choice, dossier_of
from trajects.models import Audience


@require_safe
def dossier(request: SignedInRequest, pk: int) -> HttpResponse:
    """Who only reads sees it as the council does: without names and remarks. Notes of the moderator
    are never in it; a moderator may ask for a document with them."""
    seen = access.traject_for_reading(request.user, pk)
    is_own = seen.standing.may_contribute
    choice = Choice(
        audience=Audience.OWN if is_own else Audience.COUNCIL,
        with_names=is_own,
        with_remarks=is_own,
    )
    at = now()
    found = dossier_of(seen.traject, on=localdate(at), at=at, choice=choice)
    return render(request, "trajects/plan/dossier.html", {**seen.frame(), "dossier": found})
