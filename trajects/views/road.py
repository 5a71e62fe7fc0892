from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from trajects import access
from trajects.pages.road import road_page


@require_safe
def road(request: SignedInRequest, pk: int) -> HttpResponse:
    """Where the group is, the one next thing this person does, and the meetings."""
    seen = access.traject_for_reading(request.user, pk)
    page = road_page(
        seen.traject,
        standing=seen.standing,
        user=request.user,
        at=now(),
        language=get_language() or "nl",
    )
    context = {**seen.frame(), "page": page, "meetings": page.meetings}
    return render(request, "trajects/road.html", context)
