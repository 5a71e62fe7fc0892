"""Who carries an action tells how it goes: steps, notes, measurements."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions.plan import progress as actions
from trajects.doors.plan import REFUSALS, back_from, told_again
from trajects.errors import ActionEnded, MeasuredAlready
from trajects.models.writer import Writer
from trajects.pages.plan.progress import MEASURE, TELL, measured_already, tell_forms


@require_POST
@access.still_allowed()
def tick_step(request: SignedInRequest, pk: int, action_pk: int, step_pk: int) -> HttpResponse:
    """Done, or not after all: the button says which."""
    _seen, action = access.action_for_telling(request.user, pk, action_pk)
    step = get_object_or_404(action.steps.all(), pk=step_pk)
    done = request.POST.get("done") != "no"
    writer = Writer(user=request.user)
    try:
        actions.tick_step(step=step, done=done, on=localdate(), writer=writer, at=now())
    except ActionEnded as refused:
        messages.warning(request, str(REFUSALS[type(refused)]))
    else:
        said = _("Done: %(step)s") if done else _("Open again: %(step)s")
        messages.success(request, said % {"step": step.text})
    return back_from(request, pk, action, f"s{step.pk}")


@require_POST
@access.still_allowed()
def tell_progress(request: SignedInRequest, pk: int, action_pk: int) -> HttpResponse:
    seen, action = access.action_for_telling(request.user, pk, action_pk)
    forms = tell_forms(action, localdate(), data=request.POST, do=TELL)
    if not forms.note.is_valid():
        return told_again(request, seen, action, forms, on=localdate())
    told = forms.note.cleaned_data
    actions.tell_progress(action=action, **told, writer=Writer(user=request.user), at=now())
    messages.success(request, _("Your note stands with the action."))
    return back_from(request, pk, action, "notes")


@require_POST
@access.still_allowed()
def take_back_note(
    request: SignedInRequest, pk: int, action_pk: int, progress_pk: int
) -> HttpResponse:
    """By who wrote it, and who leads."""
    _seen, action = access.action_for_telling(request.user, pk, action_pk)
    note = get_object_or_404(action.notes.all(), pk=progress_pk)
    actions.take_back_note(note=note, writer=Writer(user=request.user), at=now())
    messages.success(request, _("The note is taken back."))
    return back_from(request, pk, action, "notes")


@require_POST
@access.still_allowed()
def measure(request: SignedInRequest, pk: int, action_pk: int) -> HttpResponse:
    """Another value for a day that has one already is not stored over it."""
    seen, action = access.action_for_telling(request.user, pk, action_pk)
    forms = tell_forms(action, localdate(), data=request.POST, do=MEASURE)
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    if forms.measure.is_valid():
        told = forms.measure.cleaned_data
        try:
            actions.measure(action=action, **told, writer=Writer(user=request.user), at=now())
        except MeasuredAlready as refused:
            forms.measure.add_error("on", measured_already(refused.stored, action.unit))
            status = HTTPStatus.CONFLICT
        else:
            messages.success(request, _("The measurement is noted."))
            return back_from(request, pk, action, "measured")
    return told_again(request, seen, action, forms, on=localdate(), status=status)


@require_POST
@access.still_allowed()
def take_back_measurement(
    request: SignedInRequest, pk: int, action_pk: int, measurement_pk: int
) -> HttpResponse:
    """By who measured it, and who leads."""
    _seen, action = access.action_for_telling(request.user, pk, action_pk)
    found = get_object_or_404(action.measurements.all(), pk=measurement_pk)
    actions.take_back_measurement(measurement=found, writer=Writer(user=request.user), at=now())
    messages.success(request, _("The measurement is taken back."))
    return back_from(request, pk, action, "measured")
