from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from trajects import access
from trajects.pages.themes import themes_page


@require_safe
def themes(request: SignedInRequest, pk: int) -> HttpResponse:
    """From candidates to green light, for everybody who sees the traject."""
    seen = access.traject_for_reading(request.user, pk)
    page = themes_page(
        seen.traject, standing=seen.standing, at=now(), language=get_language() or "nl"
    )
    context = {**seen.frame(), "themes": page, "page": page.step}
    return render(request, "trajects/themes/hub.html", context)
