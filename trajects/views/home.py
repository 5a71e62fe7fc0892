from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime, now
from django.views.decorators.http import require_safe

from trajects.pages.home import home_page, part_of_day


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What runs in each of the user's organisations, and the one next step. Who is not signed in
    reads what this is."""
    if not request.user.is_authenticated:
        return render(request, "public/about.html", {"section": "about"})
    page = home_page(request.user, at=now())
    today = localtime(now())
    context = {
        "page": page,
        "today": today,
        "part_of_day": part_of_day(today),
        "organisation": page.only_organisation,
        "section": "home",
    }
    return render(request, "trajects/home.html", context)
