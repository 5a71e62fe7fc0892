"""The report of a meeting, and the notes of the moderator."""

from collections.abc import Callable
from functools import partial
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import SignedInRequest
from trajects import access
from trajects.access import Seen
from trajects.actions.meetings import write_notes, write_report
from trajects.errors import ChangedMeanwhile
from trajects.forms.meetings import TextForm
from trajects.models import Meeting

WRITE = ["GET", "HEAD", "POST"]
PAGES = {"report": "trajects/meeting_report.html", "notes": "trajects/meeting_notes.html"}


@require_http_methods(WRITE)
@access.still_allowed()
def meeting_report(request: SignedInRequest, pk: int, meeting_pk: int) -> HttpResponse:
    """Everybody who sees the traject reads it."""
    seen, found = access.meeting_for_leading(request.user, pk, meeting_pk)
    data = request.POST if request.method == "POST" else None
    form = TextForm(data, label=_("Report"), stored=found.report)
    save = partial(write_report, meeting=found, by=request.user)
    return _write(request, seen, found, "report", form, save)


@require_http_methods(WRITE)
@access.still_allowed()
def meeting_notes(request: SignedInRequest, pk: int, meeting_pk: int) -> HttpResponse:
    """Only moderators read and write them."""
    seen, found = access.meeting_for_moderating(request.user, pk, meeting_pk)
    data = request.POST if request.method == "POST" else None
    form = TextForm(data, label=_("Notes"), stored=found.notes)
    save = partial(write_notes, meeting=found, by=request.user)
    return _write(request, seen, found, "notes", form, save)


def _write(
    request: SignedInRequest,
    seen: Seen,
    found: Meeting,
    field: str,
    form: TextForm,
    save: Callable[..., None],
) -> HttpResponse:
    status = HTTPStatus.OK
    if form.is_valid():
        try:
            save(text=form.cleaned_data["text"], shown=form.cleaned_data["shown"])
        except ChangedMeanwhile:
            found.refresh_from_db(fields=(field,))
            form.show_stored(getattr(found, field))
            status = HTTPStatus.CONFLICT
        else:
            messages.success(request, _("The text is saved."))
            return redirect(found)
    elif form.errors:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    context = {
        **seen.frame(),
        "meeting": found,
        "form": form,
        "is_conflict": status == HTTPStatus.CONFLICT,
        "stored": form.stored,
    }
    return render(request, PAGES[field], context, status=status)
