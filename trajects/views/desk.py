"""The moderator's own page of a session, and the buttons that steer what the room sees."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_POST, require_safe

from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions.sessions import move_session, talk_about
from trajects.doors.desk import desk_button
from trajects.errors import StageMoved
from trajects.forms.session import MoveForm, ThemeNoteForm
from trajects.pages.session import desk_of, desk_screen, screen_turnout
from trajects.pages.state_document import state_document
from trajects.queries.session_state import session_state
from trajects.stages import PER_THEME, Position, Stage


@require_safe
def session(request: SignedInRequest, pk: int, session_pk: int) -> HttpResponse:
    seen, found = access.session_for_moderating(request.user, pk, session_pk)
    if found.ended_at:
        left = {"session": found, "to_clean": found.rounds.uncleaned().first()}
        return render(request, "trajects/voting/ended.html", {**seen.frame(), **left})
    desk = desk_of(found, at=now())
    if desk is None:
        raise Http404
    noted = desk.about if desk.takes_notes else None
    context = {
        **seen.frame(),
        "session": found,
        "desk": desk,
        "state_url": reverse("trajects:desk_state", args=[pk, session_pk]),
        "note_form": ThemeNoteForm(None, candidate=noted) if noted else None,
        "address": request.get_host() + reverse("trajects:enter_code"),
    }
    return render(request, "trajects/voting/desk.html", context)


@require_safe
def desk_state(request: SignedInRequest, pk: int, session_pk: int) -> HttpResponse:
    """Another one when somebody came in, when everybody has voted, or when the session moved."""
    access.check_desk(request.user, pk, session_pk)
    state = session_state(session_pk, at=now(), with_people=True)
    if state is None:
        raise Http404
    return state_document(request, screen=desk_screen(state), turnout=screen_turnout(state))


@require_POST
@desk_button
def session_stage(request: SignedInRequest, pk: int, session_pk: int) -> HttpResponse:
    """Without a theme the dialogue is about the whole."""
    _seen, found = access.session_for_moderating(request.user, pk, session_pk)
    form = MoveForm(request.POST, session=found)
    if not form.is_valid():
        raise StageMoved
    cleaned = form.cleaned_data
    moves, stage = cleaned["moves"], Stage(cleaned["stage"])
    if stage in PER_THEME and "candidate" in request.POST:
        about = cleaned["candidate"]
        talk_about(session=found, candidate=about, moves=moves, by=request.user, stage=stage)
    else:
        to = Position(stage, cleaned["page"] or 1)
        move_session(session=found, to=to, moves=moves, by=request.user)
    return redirect("trajects:session", pk, session_pk)
