"""The meetings of a traject: the list, and planning and changing one."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.requests import SignedInRequest
from trajects import access
from trajects.access import Seen
from trajects.actions import meetings as actions
from trajects.errors import ChangedMeanwhile
from trajects.forms.meetings import MeetingForm, meeting_form, new_meeting_form
from trajects.labels import STEP_NAMES, STEP_SLUGS
from trajects.models import Meeting, Traject
from trajects.queries.meetings import agenda_of, meeting_lines
from trajects.steps import STEPS, Key

WRITE = ["GET", "HEAD", "POST"]


@require_safe
def meetings(request: SignedInRequest, pk: int) -> HttpResponse:
    """What is planned, then what is past."""
    seen = access.traject_for_reading(request.user, pk)
    lines = meeting_lines(seen.traject, at=now())
    return render(request, "trajects/meetings.html", {**seen.frame(), "meetings": lines})


@require_http_methods(WRITE)
@access.still_allowed()
def new_meeting(request: SignedInRequest, pk: int) -> HttpResponse:
    """Begins with a proposal for the step in ?stap=, or for the first that is not done."""
    seen = access.traject_for_leading(request.user, pk)
    step = _asked_step(request) or _first_open_step(seen.traject)
    form = new_meeting_form(request.POST if request.method == "POST" else None, step=step)
    if form.is_valid():
        meeting = actions.plan_meeting(
            traject=seen.traject,
            entry=form.details.entry,
            agenda=form.agenda.entries,
            by=request.user,
        )
        messages.success(request, _("The meeting is planned. Nobody is invited yet."))
        return redirect(meeting)
    steps = [(STEP_SLUGS[key], name, key == step) for key, name in STEP_NAMES.items()]
    return _form_page(request, seen, form, {"steps": steps})


@require_http_methods(WRITE)
@access.still_allowed()
def edit_meeting(request: SignedInRequest, pk: int, meeting_pk: int) -> HttpResponse:
    """Refuses to store over what a colleague changed meanwhile, and shows both."""
    seen, meeting = access.meeting_for_leading(request.user, pk, meeting_pk)
    form = meeting_form(request.POST if request.method == "POST" else None, meeting=meeting)
    status = None
    if form.is_valid():
        try:
            changed = actions.change_meeting(
                meeting=meeting,
                version=form.details.cleaned_data["version"],
                entry=form.details.entry,
                agenda=form.agenda.entries,
                by=request.user,
            )
        except ChangedMeanwhile:
            meeting.refresh_from_db()
            form.show_version(meeting.version)
            status = HTTPStatus.CONFLICT
        else:
            _say_changed(request, meeting, changed)
            return redirect(meeting)
    stored = {"meeting": meeting, "stored_agenda": agenda_of(meeting)}
    return _form_page(request, seen, form, stored, status)


def _say_changed(request: SignedInRequest, before: Meeting, after: Meeting) -> None:
    messages.success(request, _("The meeting is saved."))
    if after.sequence != before.sequence and before.notices.exists():
        messages.info(request, _("Who was invited, does not know of this change yet. Send it."))


def _form_page(
    request: SignedInRequest,
    seen: Seen,
    form: MeetingForm,
    context: dict[str, object],
    status: HTTPStatus | None = None,
) -> HttpResponse:
    status = status or (HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK)
    own = {**seen.frame(), "form": form, "is_conflict": status == HTTPStatus.CONFLICT}
    return render(request, "trajects/meeting_form.html", {**own, **context}, status=status)


def _asked_step(request: SignedInRequest) -> Key | None:
    asked = request.GET.get("stap", "")
    return next((key for key, slug in STEP_SLUGS.items() if slug == asked), None)


def _first_open_step(traject: Traject) -> Key:
    done = set(traject.completions.values_list("step", flat=True))
    return next((step.key for step in STEPS if step.key not in done), STEPS[-1].key)
