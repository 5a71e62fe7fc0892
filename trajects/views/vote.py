"""The secret vote on a phone. No answer here depends on what somebody chose: neither its words, nor
its length, nor where it leads."""

from datetime import datetime
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from trajects.actions.rounds import cast
from trajects.cookies.ballot import give_key, key_in
from trajects.doors.phone import Phone, phone_of, phone_page, round_on
from trajects.errors import BallotOfAnother, NotOnRoll, RoundOver, RoundVoid, VotedElsewhere
from trajects.models import VotingRound
from trajects.pages.ballot import ballot_of, choices_in
from trajects.pages.phone import Doing, PhonePage, phone_page_of

# The first that fits: a round that is void is over as well.
REFUSALS = (
    (RoundVoid, "void"),
    (RoundOver, "over"),
    (NotOnRoll, "not_on_roll"),
    (VotedElsewhere, "elsewhere"),
    (BallotOfAnother, "another"),
)


@phone_page
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def vote(request: HttpRequest, code: str, round_pk: int) -> HttpResponse:
    """The key of the ballot is set when the page is read: the first vote carries it already."""
    at = now()
    phone = phone_of(request, code, at=at)
    voting_round = round_on(phone, round_pk)
    if request.method == "POST":
        return _cast(request, phone, voting_round, at)
    page = phone_page_of(phone, at=at)
    if not page.is_running(voting_round):
        return redirect("trajects:phone", phone.session.code)
    key = key_in(request, voting_round)
    if page.doing == Doing.VOTED and not key:
        return _refused(request, phone, voting_round, "elsewhere")
    context = {**_frame(page, voting_round), "ballot": ballot_of(voting_round)}
    response = render(request, "trajects/voting/vote.html", context)
    if not key:
        give_key(response, voting_round, path=_address("vote", phone, voting_round))
    return response


@phone_page
@require_safe
def voted(request: HttpRequest, code: str, round_pk: int) -> HttpResponse:
    """One page, whatever was chosen."""
    at = now()
    phone = phone_of(request, code, at=at)
    voting_round = round_on(phone, round_pk)
    page = phone_page_of(phone, at=at)
    if page.doing != Doing.VOTED or not page.is_running(voting_round):
        return redirect("trajects:phone", phone.session.code)
    return render(request, "trajects/voting/voted.html", _frame(page, voting_round))


@sensitive_variables()
def _cast(
    request: HttpRequest, phone: Phone, voting_round: VotingRound, at: datetime
) -> HttpResponse:
    """Says nothing to the session of who is signed in: that would leave a trace."""
    key = key_in(request, voting_round)
    if phone.seat is None or not phone.may_follow:
        return _refused(request, phone, voting_round, "no_seat")
    if not key:
        return _refused(request, phone, voting_round, "no_key")
    choices = choices_in(request.POST, voting_round)
    try:
        cast(voting_round_pk=voting_round.pk, seat=phone.seat, key=key, choices=choices, at=at)
    except tuple(error for error, _why in REFUSALS) as refused:
        why = next(why for error, why in REFUSALS if isinstance(refused, error))
        return _refused(request, phone, voting_round, why)
    done = HttpResponseRedirect(_address("voted", phone, voting_round))
    done.status_code = HTTPStatus.SEE_OTHER
    return done


def _frame(page: PhonePage, voting_round: VotingRound) -> dict[str, object]:
    return {**page.phone.frame(), "page": page, "round": voting_round}


def _refused(
    request: HttpRequest, phone: Phone, voting_round: VotingRound, why: str
) -> HttpResponse:
    """Plain words; what was filled in is not shown again."""
    context = {**phone.frame(), "round": voting_round, "why": why}
    template = "trajects/voting/not_cast.html"
    return render(request, template, context, status=HTTPStatus.CONFLICT)


def _address(route: str, phone: Phone, voting_round: VotingRound) -> str:
    return reverse(f"trajects:{route}", args=[phone.session.code, voting_round.pk])
