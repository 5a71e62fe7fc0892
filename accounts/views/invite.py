"""Ask people in: one, or a pasted list that is looked over first."""

from collections.abc import Iterable, Mapping, Sequence
from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts import access
from accounts.actions.invitations import Invitee
from accounts.actions.invitations import invite as keep
from accounts.errors import AlreadyThere
from accounts.forms.invitation_list import (
    LanguageForm,
    PastedForm,
    PeopleFormSet,
    problem_sentences,
)
from accounts.forms.invitations import InviteForm
from accounts.mailing import send_and_say
from accounts.models import Organisation, Role
from accounts.requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def invite(request: SignedInRequest, pk: int) -> HttpResponse:
    """One person."""
    organisation = access.organisation_for_coordinating(request.user, pk)
    form = InviteForm(
        request.POST if request.method == "POST" else None,
        organisation=organisation,
        at=now(),
        initial={"role": Role.CONTRIBUTOR, "language": request.user.language},
    )
    if request.method == "POST" and form.is_valid():
        try:
            _invite(request, organisation, [form.invitee], form.cleaned_data["language"])
        except AlreadyThere as refusal:
            form.add_error(None, _meanwhile(refusal.taken))
        else:
            return redirect("accounts:people", pk=pk)
    return _page(request, "accounts/invite.html", organisation, {"form": form}, form.errors)


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def invite_list(request: SignedInRequest, pk: int) -> HttpResponse:
    """Paste, look over, send: each press of a button comes with the whole text."""
    organisation = access.organisation_for_coordinating(request.user, pk)
    if "send" in request.POST:
        return _send_list(request, organisation)
    form = PastedForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        return _look_over(request, organisation, form)
    return _page(request, "accounts/invite_list.html", organisation, {"form": form}, form.errors)


def _look_over(
    request: SignedInRequest, organisation: Organisation, form: PastedForm
) -> HttpResponse:
    context = {
        "people": PeopleFormSet(organisation=organisation, at=now(), lines=form.lines),
        "language": LanguageForm(initial={"language": request.user.language}),
        "problems": problem_sentences(form.lines),
        "form": form,
    }
    return _page(request, "accounts/invite_preview.html", organisation, context)


def _send_list(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    people = PeopleFormSet(request.POST, organisation=organisation, at=now())
    language = LanguageForm(request.POST)
    if language.is_valid() & people.is_valid():
        try:
            _invite(request, organisation, people.invitees, language.cleaned_data["language"])
        except AlreadyThere as refusal:
            people.non_form_errors().append(_meanwhile(refusal.taken))
        else:
            return redirect("accounts:people", pk=organisation.pk)
    context = {
        "people": people,
        "language": language,
        "form": PastedForm(initial={"pasted": request.POST.get("pasted", "")}),
    }
    return _page(request, "accounts/invite_preview.html", organisation, context, True)


def _invite(
    request: SignedInRequest, organisation: Organisation, people: Sequence[Invitee], language: str
) -> None:
    """Keeps and sends. Raises AlreadyThere for who was invited since the form was checked."""
    at = now()
    kept = keep(organisation=organisation, people=people, by=request.user, at=at, language=language)
    send_and_say(request, kept, at=at)


def _meanwhile(addresses: Iterable[str]) -> str:
    words = _(
        "A colleague was faster: %(people)s is invited already, or takes part. Nobody was invited "
        "now. Leave out who is there already and try again."
    )
    return words % {"people": ", ".join(addresses)}


def _page(
    request: SignedInRequest,
    template: str,
    organisation: Organisation,
    context: Mapping[str, object],
    has_errors: object = False,
) -> HttpResponse:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if has_errors else HTTPStatus.OK
    own = {"organisation": organisation, "section": "people"}
    return render(request, template, {**own, **context}, status=status)
