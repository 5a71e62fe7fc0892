"""The sixth step: goals and ambitions per chosen theme."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from trajects import access
from trajects.pages.goals import goals_page


@require_safe
def goals(request: SignedInRequest, pk: int) -> HttpResponse:
    """For everybody who sees the traject."""
    seen = access.traject_for_reading(request.user, pk)
    found = goals_page(
        seen.traject, standing=seen.standing, at=now(), language=get_language() or "nl"
    )
    context = {**seen.frame(), "goals": found.list, "page": found.step, "next": found.next}
    return render(request, "trajects/goals/hub.html", context)
