"""The page behind a personal link: a place of their own for who has no account, and the door to an
account for a moderator."""

from http import HTTPStatus

from allauth.account.utils import perform_login
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from accounts.errors import InvitationUnusable
from accounts.forms.invitations import AcceptForm
from accounts.queries.invitations import Viewer, accounts_with, viewer_of
from trajects.actions.links import become_moderator, open_link
from trajects.doors.guest import guest_frame, guest_page
from trajects.errors import LinkUnusable
from trajects.models import Part, Participant
from trajects.pages.guest import guest_page_of
from trajects.queries.people import participant_of_link


@guest_page
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def take_part(request: HttpRequest, token: str) -> HttpResponse:
    at = now()
    participant = participant_of_link(token, at=at)
    if participant.part == Part.MODERATOR:
        return _door(request, token, participant)
    if request.method == "POST":
        return HttpResponseNotAllowed(["GET", "HEAD"])
    _note_opening(request, participant)
    context = {
        **guest_frame(participant, token),
        "expires_at": participant.link.expires_at,
        "page": guest_page_of(participant, token=token, at=at),
    }
    return render(request, "trajects/take_part.html", context)


def _note_opening(request: HttpRequest, participant: Participant) -> None:
    if request.method == "GET":
        open_link(participant=participant, at=now())


def _door(request: HttpRequest, token: str, participant: Participant) -> HttpResponse:
    """Whatever is wrong with who follows it is wrong with the link."""
    account = accounts_with(participant.email).first()
    user = request.user if request.user.is_authenticated else None
    try:
        viewer = viewer_of(account, user)
    except InvitationUnusable as refused:
        raise LinkUnusable from refused
    if request.method == "POST" and viewer != Viewer.CHOOSES_PASSWORD:
        return _welcome(request, become_moderator(token=token, user=user, at=now()))
    form = AcceptForm(
        request.POST if request.method == "POST" else None,
        email=participant.email,
        name=participant.name,
        organisation=participant.traject.organisation,
        account=account,
    )
    if request.method == "POST" and form.is_valid():
        return _let_in(request, token, form)
    _note_opening(request, participant)
    context = {
        "participant": participant,
        "traject": participant.traject,
        "sender": participant.link.created_by,
        "expires_at": participant.link.expires_at,
        "viewer": viewer,
        "form": form,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "trajects/become_moderator.html", context, status=status)


def _let_in(request: HttpRequest, token: str, form: AcceptForm) -> HttpResponse:
    """Accepts and signs in, in a session with a new key."""
    name, password = form.cleaned_data["name"], form.cleaned_data["password"]
    moderator = become_moderator(token=token, name=name, password=password, at=now())
    perform_login(request, moderator.user)
    return _welcome(request, moderator)


def _welcome(request: HttpRequest, moderator: Participant) -> HttpResponse:
    words = _("You now moderate %(traject)s. This is its page.")
    messages.success(request, words % {"traject": moderator.traject.title})
    return redirect(moderator.traject)
