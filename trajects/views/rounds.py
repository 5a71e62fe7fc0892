"""What was voted: the rounds that were counted, one of them, and the measurements."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from trajects import access
from trajects.pages.measurement import measurement_of
from trajects.pages.round_result import result_of_round
from trajects.queries.counted_rounds import counted_rounds
from trajects.stages import Subject

COUNTED = "trajects/themes/round.html"
MEASURED = "trajects/themes/measured.html"


@require_safe
def rounds(request: SignedInRequest, pk: int) -> HttpResponse:
    """Every counted round about themes; the last one stands first."""
    seen = access.traject_for_reading(request.user, pk)
    counted = counted_rounds(seen.traject, Subject.THEMES)
    context = {**seen.frame(), "rounds": counted[::-1]}
    return render(request, "trajects/themes/rounds.html", context)


@require_safe
def one_round(request: SignedInRequest, pk: int, round_pk: int) -> HttpResponse:
    """One counted round; what to ask the group only for who moderates."""
    seen, voting_round = access.round_for_reading(request.user, pk, round_pk)
    result = result_of_round(voting_round)
    template = MEASURED if result.is_measurement else COUNTED
    is_practice = voting_round.session.is_practice
    context = {**seen.frame(), "result": result, "is_practice": is_practice}
    return render(request, template, context)


@require_safe
def measurement(request: SignedInRequest, pk: int) -> HttpResponse:
    """Where the group stood at the start, and at the end."""
    seen = access.traject_for_reading(request.user, pk)
    context = {**seen.frame(), "measurement": measurement_of(seen.traject)}
    return render(request, "trajects/themes/measurement.html", context)
