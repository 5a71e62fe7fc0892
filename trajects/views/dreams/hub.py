from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from trajects import access
from trajects.pages.dreams import dreams_page


@require_safe
def dreams(request: SignedInRequest, pk: int) -> HttpResponse:
    """The fifth step, for everybody who sees the traject."""
    seen = access.traject_for_reading(request.user, pk)
    page = dreams_page(
        seen.traject, standing=seen.standing, at=now(), language=get_language() or "nl"
    )
    context = {**seen.frame(), "dreams": page, "page": page.step}
    return render(request, "trajects/dreams/hub.html", context)
