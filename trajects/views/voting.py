"""The rounds of a session, as its moderator opens and closes them."""

from http import HTTPStatus
from random import SystemRandom

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import SignedInRequest
from trajects import access, errors
from trajects.actions import rounds
from trajects.actions.practice import let_invented_vote
from trajects.actions.wiping import wipe_again
from trajects.doors.desk import desk_button
from trajects.forms.session import RoundForm
from trajects.models import Candidate
from trajects.pages.session import void_words


@require_http_methods(["GET", "HEAD", "POST"])
@desk_button
def open_round(request: SignedInRequest, pk: int, session_pk: int) -> HttpResponse:
    """Asks first: shows everybody who will be on the roll, and what is voted on."""
    seen, session = access.session_for_moderating(request.user, pk, session_pk)
    form = RoundForm(
        request.POST if request.method == "POST" else None,
        session=session,
        seats=list(session.seats.voting().with_people()),
        candidates=list(Candidate.objects.running().filter(traject=pk)),
    )
    status = HTTPStatus.OK
    if form.is_valid():
        try:
            rounds.open_round(
                session=session,
                items=form.items,
                minimum=form.cleaned_data["minimum"],
                shown=form.agreed_to,
                by=request.user,
                at=now(),
            )
        except errors.RoundOpen:
            messages.info(request, _("A round is open already."))
            return redirect("trajects:session", pk, session_pk)
        except (errors.ChangedMeanwhile, errors.TooFewSeats, errors.NothingToVoteOn):
            status = HTTPStatus.CONFLICT
        else:
            messages.success(request, _("The round is open. Everybody can vote now."))
            return redirect("trajects:session", pk, session_pk)
    elif form.errors:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    is_conflict = status == HTTPStatus.CONFLICT
    context = {**seen.frame(), "session": session, "form": form, "is_conflict": is_conflict}
    return render(request, "trajects/voting/open_round.html", context, status=status)


@require_POST
@desk_button
def close_round(request: SignedInRequest, pk: int, session_pk: int, round_pk: int) -> HttpResponse:
    found = access.session_round_for_moderating(request.user, pk, session_pk, round_pk)[1]
    closed = rounds.close_round(voting_round=found, by=request.user, at=now())
    if closed.is_counted:
        messages.success(request, _("The round is closed and counted. All ballots are destroyed."))
    else:
        why = void_words(closed)
        messages.warning(request, _("This round does not count. %(why)s") % {"why": why})
    return redirect("trajects:session", pk, session_pk)


@require_POST
@desk_button
def clean_up(request: SignedInRequest, pk: int, session_pk: int, round_pk: int) -> HttpResponse:
    """Once more, when it did not succeed right after closing."""
    found = access.session_round_for_moderating(request.user, pk, session_pk, round_pk)[1]
    if wipe_again(session=found.session, by=request.user, at=now()):
        messages.success(request, _("Every trace of the ballots is wiped."))
    else:
        messages.warning(request, _("That did not work yet. Try again in a minute."))
    return redirect("trajects:session", pk, session_pk)


@require_POST
@desk_button
def practice_votes(request: SignedInRequest, pk: int, session_pk: int) -> HttpResponse:
    _seen, session = access.session_for_moderating(request.user, pk, session_pk)
    try:
        many = let_invented_vote(session=session, by=request.user, at=now(), chance=SystemRandom())
    except errors.RoundOver:
        messages.info(request, _("No round is open."))
    else:
        words = ngettext(
            "%(many)s invented vote came in.", "%(many)s invented votes came in.", many
        )
        messages.success(request, words % {"many": many})
    return redirect("trajects:session", pk, session_pk)
