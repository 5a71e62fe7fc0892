"""One meeting: its page, its appointment, asking people to it, and deleting it."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import SignedInRequest
from trajects import access
from trajects.access import Seen
from trajects.actions import meetings as actions
from trajects.appointments import FILE_NAME, appointment
from trajects.errors import NotesUnread
from trajects.models import Meeting
from trajects.pages.calling import call_and_say
from trajects.pages.meeting import meeting_page


@require_safe
def meeting(request: SignedInRequest, pk: int, meeting_pk: int) -> HttpResponse:
    seen, found = access.meeting_for_reading(request.user, pk, meeting_pk)
    page = meeting_page(seen, found, at=now())
    context = {**seen.frame(), "page": page, "meeting": found}
    return render(request, "trajects/meeting.html", context)


@require_safe
def meeting_ics(request: SignedInRequest, pk: int, meeting_pk: int) -> HttpResponse:
    """The appointment for one's own calendar."""
    _seen, found = access.meeting_for_reading(request.user, pk, meeting_pk)
    link = request.build_absolute_uri(found.get_absolute_url())
    return HttpResponse(
        appointment(found, at=now(), link=link),
        content_type="text/calendar; charset=utf-8",
        headers={
            "Content-Disposition": content_disposition_header(True, FILE_NAME),
            "Cache-Control": "private, no-store",
        },
    )


@require_POST
@access.still_allowed()
def send_meeting(request: SignedInRequest, pk: int, meeting_pk: int) -> HttpResponse:
    """To who does not have the invitation as it is now."""
    seen, found = access.meeting_for_leading(request.user, pk, meeting_pk)
    at = now()
    if found.ends_at < at:
        messages.info(request, _("This meeting is over. Nobody is invited any more."))
    else:
        call_and_say(request, seen.traject, found, at=at)
    return redirect(found)


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def delete_meeting(request: SignedInRequest, pk: int, meeting_pk: int) -> HttpResponse:
    """Asks first."""
    seen, found = access.meeting_for_leading(request.user, pk, meeting_pk)
    if request.method == "POST":
        try:
            actions.delete_meeting(meeting=found, by=request.user)
        except NotesUnread:
            return _delete_page(request, seen, found, HTTPStatus.CONFLICT)
        messages.success(request, _("“%(title)s” is deleted.") % {"title": found.title})
        return redirect("trajects:meetings", pk=pk)
    return _delete_page(request, seen, found, HTTPStatus.OK)


def _delete_page(
    request: SignedInRequest, seen: Seen, found: Meeting, status: HTTPStatus
) -> HttpResponse:
    context = {
        **seen.frame(),
        "meeting": found,
        "notes_unread": found.holds_notes() and not seen.standing.may_moderate,
        "asked": found.notices.exclude(sent_at=None).count(),
    }
    return render(request, "trajects/meeting_delete.html", context, status=status)
