from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods

from accounts.actions.sessions import keep_living_sessions
from accounts.actions.users import change_profile
from accounts.cookies import set_language_cookie
from accounts.forms.profile import ProfileForm
from accounts.queries.sessions import places_of
from accounts.requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
def profile(request: SignedInRequest) -> HttpResponse:
    """Name and language, organisations, and where one is signed in."""
    user = request.user
    form = ProfileForm(
        request.POST if request.method == "POST" else None,
        initial={"name": user.name, "language": user.language},
    )
    if request.method == "POST" and form.is_valid():
        return _save(request, form)
    sessions = keep_living_sessions(user=user, at=now())
    context = {
        "form": form,
        "memberships": user.memberships.with_organisation(),
        "places": places_of(sessions, current_key=request.session.session_key),
        "section": "profile",
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "accounts/profile.html", context, status=status)


def _save(request: SignedInRequest, form: ProfileForm) -> HttpResponse:
    language = form.cleaned_data["language"]
    change_profile(user=request.user, name=form.cleaned_data["name"], language=language)
    with override(language):
        messages.success(request, _("Your details are saved."))
    response = redirect("accounts:profile")
    set_language_cookie(response, language)
    return response
