"""Ballots on paper, entered together by the moderator."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from accounts.requests import SignedInRequest
from trajects import access, errors
from trajects.actions.rounds import cast_on_paper
from trajects.doors.desk import desk_button
from trajects.forms.session import PaperBallotsForm, PaperSeatsForm


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@desk_button
@sensitive_variables()
def paper_votes(request: SignedInRequest, pk: int, session_pk: int, round_pk: int) -> HttpResponse:
    """First who voted on paper, then as many ballots: which one is whose is asked nowhere."""
    seen, found = access.session_round_for_moderating(request.user, pk, session_pk, round_pk)
    if not found.is_open:
        messages.info(request, _("This round is over."))
        return redirect("trajects:session", pk, session_pk)
    posted = request.POST if request.method == "POST" else None
    asked = request.GET if "seat" in request.GET else None
    people = PaperSeatsForm(asked if posted is None else posted, voting_round=found)
    context = {**seen.frame(), "session": found.session, "round": found, "people": people}
    if not people.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY if people.errors else HTTPStatus.OK
        return render(request, "trajects/voting/paper.html", context, status=status)
    seats, status = people.cleaned_data["seat"], HTTPStatus.OK
    form = PaperBallotsForm(posted, voting_round=found, many=len(seats))
    if form.is_valid():
        try:
            cast_on_paper(
                voting_round=found, seats=seats, ballots=form.ballots, by=request.user, at=now()
            )
        except errors.SeatVoted:
            status = HTTPStatus.CONFLICT
        except errors.RoundOver:
            messages.warning(request, _("This round is over. Nothing of it was kept."))
            return redirect("trajects:session", pk, session_pk)
        else:
            messages.success(request, _("The ballots on paper are in the urn."))
            return redirect("trajects:session", pk, session_pk)
    elif form.errors:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    is_conflict = status == HTTPStatus.CONFLICT
    context = {**context, "seats": seats, "form": form, "is_conflict": is_conflict}
    return render(request, "trajects/voting/paper_ballots.html", context, status=status)
