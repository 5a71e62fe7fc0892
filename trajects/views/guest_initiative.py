"""What a guest with a personal link hands in, and changes until somebody decided about it."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from trajects import access
from trajects.actions.initiatives import add_as_guest, change_as_guest
from trajects.doors.guest import guest_frame, guest_page
from trajects.errors import InitiativeChanged, InitiativeDecided, TooManyWaiting
from trajects.forms.initiatives import InitiativeForm, initial_of
from trajects.models import Initiative, Participant
from trajects.pages.photo_conflict import differences


@guest_page
@require_http_methods(["GET", "HEAD", "POST"])
def guest_add(request: HttpRequest, token: str) -> HttpResponse:
    guest = access.participant_of_token(token, at=now())
    form = InitiativeForm(
        request.POST if request.method == "POST" else None,
        traject=guest.traject,
        initial={"departments": [guest.department_id] if guest.department_id else []},
        button=_("Hand it in"),
    )
    if form.is_valid():
        try:
            made = add_as_guest(participant=guest, entry=form.entry, at=now())
        except TooManyWaiting:
            form.add_error(
                None,
                _(
                    "Much of what you handed in still waits. "
                    "Ask the coordinator to look at it first."
                ),
            )
        else:
            said = _("“%(title)s” is handed in. The coordinator looks at it first.")
            messages.success(request, said % {"title": made.title})
            return redirect("trajects:guest_photo", token)
    context = {**guest_frame(guest, token), "form": form}
    return render(request, "trajects/photo/guest_add.html", context, status=_status(form))


@guest_page
@access.still_allowed()
@require_http_methods(["GET", "HEAD", "POST"])
def guest_initiative(request: HttpRequest, token: str, initiative_pk: int) -> HttpResponse:
    """One of their own: to change while it waits, to read afterwards."""
    guest = access.participant_of_token(token, at=now())
    found = access.initiative_of_guest(guest, initiative_pk)
    context = {**guest_frame(guest, token), "initiative": found}
    if not found.is_waiting and request.method != "POST":
        return render(request, "trajects/photo/guest_initiative.html", context)
    form = _edit_form(request, found)
    if form.is_valid():
        return _changed(request, token, guest, found, form, context)
    context["form"] = form
    return render(request, "trajects/photo/guest_edit.html", context, status=_status(form))


def _changed(
    request: HttpRequest,
    token: str,
    guest: Participant,
    found: Initiative,
    form: InitiativeForm,
    context: dict[str, object],
) -> HttpResponse:
    try:
        change_as_guest(
            initiative=found,
            participant=guest,
            entry=form.entry,
            version=form.seen_version,
            at=now(),
        )
    except InitiativeDecided:
        context |= {"is_late": True, "rows": differences(form.entry, found)}
        return render(
            request, "trajects/photo/guest_edit.html", context, status=HTTPStatus.CONFLICT
        )
    except InitiativeChanged as changed:
        stored: Initiative = changed.stored
        context |= {
            "form": _edit_form(request, stored, version=stored.version),
            "stored": stored,
            "rows": differences(form.entry, stored),
        }
        return render(
            request, "trajects/photo/guest_edit.html", context, status=HTTPStatus.CONFLICT
        )
    messages.success(request, _("The changes are saved."))
    return redirect("trajects:guest_photo", token)


def _edit_form(
    request: HttpRequest, initiative: Initiative, *, version: int | None = None
) -> InitiativeForm:
    """`version`: what was typed becomes an answer to what is stored now."""
    data = request.POST.copy() if request.method == "POST" else None
    if data is not None and version is not None:
        data["version"] = str(version)
    return InitiativeForm(
        data,
        traject=initiative.traject,
        initial=initial_of(initiative),
        button=_("Save the changes"),
    )


def _status(form: InitiativeForm) -> int:
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
