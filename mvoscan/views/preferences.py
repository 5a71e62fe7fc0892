from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from accounts.actions.users import choose_language
from accounts.cookies import set_language_cookie, set_long_cookie
from mvoscan.context import THEMES


@login_not_required
@require_POST
def preferences(request: HttpRequest) -> HttpResponse:
    """Keeps the chosen language or theme in a cookie; an empty theme follows the system again."""
    response = HttpResponseRedirect(_safe_next(request))
    language = request.POST.get("language", "")
    if language in dict(settings.LANGUAGES):
        set_language_cookie(response, language)
        if request.user.is_authenticated:
            choose_language(user=request.user, language=language)
    if request.POST.get("theme") in THEMES:
        set_long_cookie(response, settings.THEME_COOKIE_NAME, request.POST["theme"])
    elif "theme" in request.POST:
        response.delete_cookie(settings.THEME_COOKIE_NAME)
    return response


def _safe_next(request: HttpRequest) -> str:
    target = request.POST.get("next", "")
    same_site = url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return target if same_site else reverse("home")
