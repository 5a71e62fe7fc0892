"""The live sessions of a traject: the list, starting one and ending it."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import SignedInRequest
from trajects import access
from trajects.access import Seen
from trajects.actions.sessions import end_session as end
from trajects.actions.sessions import start_session
from trajects.doors.desk import desk_button
from trajects.errors import SessionRunning, ThemeNotChosen
from trajects.forms.session_start import NO_THEME_CHOSEN, StartSessionForm
from trajects.pages.session import sessions_page
from trajects.stages import Subject


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def sessions(request: SignedInRequest, pk: int) -> HttpResponse:
    """Everybody who reads the traject sees the real ones; moderators start one."""
    seen = access.traject_for_reading(request.user, pk)
    if request.method != "POST":
        return _page(request, seen, StartSessionForm(traject=seen.traject))
    if not seen.standing.may_moderate:
        raise PermissionDenied
    form = StartSessionForm(request.POST, traject=seen.traject)
    if not form.is_valid():
        return _page(request, seen, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        session = start_session(
            traject=seen.traject,
            subject=form.about,
            meeting=form.cleaned_data["meeting"],
            invented=form.invented,
            by=request.user,
            at=now(),
        )
    except SessionRunning:
        form.add_error(None, _("A session is still open. Go on with that one, or end it first."))
        return _page(request, seen, form, HTTPStatus.CONFLICT)
    except ThemeNotChosen:
        form.add_error("subject", NO_THEME_CHOSEN)
        return _page(request, seen, form, HTTPStatus.CONFLICT)
    messages.success(request, _("The session is open. Show the screen to the room."))
    return redirect("trajects:session", pk, session.pk)


@require_POST
@desk_button
def end_session(request: SignedInRequest, pk: int, session_pk: int) -> HttpResponse:
    _seen, session = access.session_for_moderating(request.user, pk, session_pk)
    kept = end(session=session, by=request.user, at=now())
    if kept:
        messages.success(request, _("The session has ended. Its code opens nothing any more."))
    else:
        messages.success(request, _("The practice session is deleted, with everything in it."))
    # What the group dreamt is still to be arranged.
    after = "trajects:dreams" if session.about is Subject.DREAMS else "trajects:sessions"
    return redirect(after, pk)


def _page(
    request: SignedInRequest, seen: Seen, form: StartSessionForm, status: int = HTTPStatus.OK
) -> HttpResponse:
    page = sessions_page(seen, at=now())
    if page.open:
        form.give_way()
    context = {**seen.frame(), "form": form, "page": page}
    return render(request, "trajects/voting/sessions.html", context, status=status)
