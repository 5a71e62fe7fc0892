from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from mvoscan.context import THEMES

A_YEAR = 365 * 24 * 60 * 60


@login_not_required
@require_POST
def preferences(request: HttpRequest) -> HttpResponse:
    """Keeps the chosen language or theme in a cookie; an empty theme follows the system again."""
    response = HttpResponseRedirect(_safe_next(request))
    if request.POST.get("language") in dict(settings.LANGUAGES):
        _remember(response, settings.LANGUAGE_COOKIE_NAME, request.POST["language"])
    if request.POST.get("theme") in THEMES:
        _remember(response, settings.THEME_COOKIE_NAME, request.POST["theme"])
    elif "theme" in request.POST:
        response.delete_cookie(settings.THEME_COOKIE_NAME)
    return response


def _safe_next(request: HttpRequest) -> str:
    target = request.POST.get("next", "")
    same_site = url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return target if same_site else reverse("home")


def _remember(response: HttpResponse, name: str, value: str) -> None:
    response.set_cookie(
        name,
        value,
        max_age=A_YEAR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
