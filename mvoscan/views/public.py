"""The pages for who wants to know what this is. Everybody may read them, signed in or not."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mvoscan.road import STOPS
from scans.labels import STEP_DESCRIPTIONS, STEP_NAMES
from scans.models import IsoSubject, Sdg, Theme


@login_not_required
@require_safe
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "public/about.html", {"section": "about"})


@login_not_required
@require_safe
def road(request: HttpRequest) -> HttpResponse:
    return render(request, "public/road.html", {"section": "road", "stops": STOPS})


@login_not_required
@require_safe
def mvo(request: HttpRequest) -> HttpResponse:
    context = {
        "section": "mvo",
        "steps": [(step, STEP_NAMES[step], STEP_DESCRIPTIONS[step]) for step in STEP_NAMES],
        "themes": Theme.objects.prefetch_related("sdgs", "iso_subjects"),
        "sdgs": Sdg.objects.all(),
        "iso_subjects": IsoSubject.objects.prefetch_related("themes"),
    }
    return render(request, "public/mvo.html", context)


@login_not_required
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    cookies = {
        "session": settings.SESSION_COOKIE_NAME,
        "csrf": settings.CSRF_COOKIE_NAME,
        "language": settings.LANGUAGE_COOKIE_NAME,
        "theme": settings.THEME_COOKIE_NAME,
        "device": settings.DEVICE_COOKIE_NAME,
        "seat": settings.SEAT_COOKIE_NAME,
        "ballot": f"{settings.BALLOT_COOKIE_PREFIX}…",
    }
    return render(request, "public/privacy.html", {"owner": settings.OWNER, "cookies": cookies})


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    context = {"owner": settings.OWNER, "statement": settings.ACCESSIBILITY}
    return render(request, "public/accessibility.html", context)


@login_not_required
@require_safe
def contact(request: HttpRequest) -> HttpResponse:
    return render(request, "public/contact.html", {"owner": settings.OWNER})
