from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime, now
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from scans.homepage import home_page


@require_safe
def home(request: SignedInRequest) -> HttpResponse:
    """What runs in each of the user's organisations, and the one next step."""
    page = home_page(request.user)
    context = {
        "page": page,
        "today": localtime(now()),
        "organisation": page.only_organisation,
        "section": "home",
    }
    return render(request, "scans/home.html", context)
