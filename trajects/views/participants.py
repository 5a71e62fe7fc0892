"""One person of a traject: change, remove, and the personal link."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.errors import DepartmentGone
from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions import links
from trajects.actions import people as actions
from trajects.errors import AlreadyTakingPart, LinkUnusable
from trajects.forms.people import TAKEN, PersonForm
from trajects.models import Part, Participant
from trajects.posting import send_and_say
from trajects.queries.people import Taken


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def participant(request: SignedInRequest, pk: int, participant_pk: int) -> HttpResponse:
    person = access.participant_for_coordinating(request.user, pk, participant_pk)
    form = PersonForm(
        request.POST if request.method == "POST" else None,
        traject=person.traject,
        part=Part(person.part),
        participant=person,
    )
    if request.method == "POST" and form.is_valid() and _change(request, person, form):
        return redirect("trajects:people", pk=pk)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = {**_context(request, person), "form": form}
    return render(request, "trajects/participant.html", context, status=status)


def _change(request: SignedInRequest, person: Participant, form: PersonForm) -> bool:
    try:
        changed = actions.change_participant(
            participant=person, person=form.person, by=request.user, at=now()
        )
    except AlreadyTakingPart:
        form.add_error("email", str(TAKEN[Taken.THERE]))
        return False
    except DepartmentGone:
        form.add_error("department", _("A colleague deleted this department. Choose again."))
        return False
    words = _("The details of %(name)s are saved.")
    if changed.may_get_link and changed.email != person.email:
        words = _("The details of %(name)s are saved. Send a link to the new address now.")
    messages.success(request, words % {"name": changed.called})
    return True


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def remove_participant(request: SignedInRequest, pk: int, participant_pk: int) -> HttpResponse:
    """Asks first, on a page."""
    person = access.participant_for_coordinating(request.user, pk, participant_pk)
    if request.method != "POST":
        return render(request, "trajects/participant_remove.html", _context(request, person))
    actions.remove_participant(participant=person, by=request.user)
    words = _("%(name)s takes no part in this traject any more.")
    messages.success(request, words % {"name": person.called})
    return redirect("trajects:people", pk=pk)


@require_POST
@access.still_allowed()
def send_link(request: SignedInRequest, pk: int, participant_pk: int) -> HttpResponse:
    """A new one; the old link dies."""
    person = access.participant_for_coordinating(request.user, pk, participant_pk)
    send_and_say(request, person, at=now())
    return redirect("trajects:people", pk=pk)


@require_POST
@access.still_allowed()
def revoke_link(request: SignedInRequest, pk: int, participant_pk: int) -> HttpResponse:
    person = access.participant_for_coordinating(request.user, pk, participant_pk)
    try:
        links.revoke_link(participant=person, by=request.user, at=now())
    except LinkUnusable:
        messages.info(request, _("There is no link to withdraw any more. Nothing was changed."))
    else:
        words = _("The link of %(name)s is withdrawn. It opens nothing any more.")
        messages.success(request, words % {"name": person.called})
    return redirect("trajects:people", pk=pk)


def _context(request: SignedInRequest, person: Participant) -> dict[str, object]:
    return {
        "traject": person.traject,
        "organisation": person.traject.organisation,
        "section": "traject",
        "participant": person,
        "is_me": person.user == request.user,
    }
