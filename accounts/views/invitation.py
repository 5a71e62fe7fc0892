"""The page behind the link in an invitation, for who is not in yet."""

from http import HTTPStatus

from allauth.account.utils import perform_login
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from accounts.actions.invitations import accept_invitation, open_invitation
from accounts.errors import InvitationUnusable
from accounts.forms.invitations import AcceptForm
from accounts.labels import ROLE_MEANINGS
from accounts.models import Invitation, Role
from accounts.queries.invitations import Viewer, accounts_with, usable_invitation, viewer_of


@login_not_required
@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Whatever is wrong with the link, or with who follows it, the answer is one and the same."""
    try:
        return _answer(request, token)
    except InvitationUnusable:
        return render(request, "accounts/invitation_unusable.html", status=HTTPStatus.NOT_FOUND)


def _answer(request: HttpRequest, token: str) -> HttpResponse:
    found = usable_invitation(token, at=now())
    language = _language(request, found)
    with override(language):
        response = _answer_to(request, token, found)
    response.headers["Content-Language"] = language
    return response


def _language(request: HttpRequest, found: Invitation) -> str:
    """That of the mail, for who has chosen none in this browser."""
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
    return chosen if chosen in dict(settings.LANGUAGES) else found.language


def _answer_to(request: HttpRequest, token: str, found: Invitation) -> HttpResponse:
    account = accounts_with(found.email).first()
    user = request.user if request.user.is_authenticated else None
    viewer = viewer_of(account, user)
    if request.method == "POST" and viewer != Viewer.CHOOSES_PASSWORD:
        accept_invitation(token=token, user=user, at=now())
        return _welcome(request, found)
    data = request.POST if request.method == "POST" else None
    form = AcceptForm(
        data,
        email=found.email,
        name=found.name,
        organisation=found.organisation,
        account=account,
    )
    if request.method == "POST" and form.is_valid():
        return _let_in(request, token, form)
    if request.method == "GET":
        open_invitation(invitation=found, at=now())
    return _page(request, found, viewer, form)


def _let_in(request: HttpRequest, token: str, form: AcceptForm) -> HttpResponse:
    """Accepts and signs in, in a session with a new key."""
    name, password = form.cleaned_data["name"], form.cleaned_data["password"]
    accepted = accept_invitation(token=token, name=name, password=password, at=now())
    response = perform_login(request, accepted.accepted_by)
    _welcome(request, accepted)
    return response


def _welcome(request: HttpRequest, accepted: Invitation) -> HttpResponse:
    words = _("You now take part for %(name)s. This is your start page.")
    messages.success(request, words % {"name": accepted.organisation.name})
    return redirect("home")


def _page(
    request: HttpRequest, found: Invitation, viewer: Viewer, form: AcceptForm
) -> HttpResponse:
    context = {
        "invitation": found,
        "meaning": ROLE_MEANINGS[Role(found.role)],
        "viewer": viewer,
        "form": form,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "accounts/invitation.html", context, status=status)
