"""The action plan as a board, a column for every state."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from trajects import access
from trajects.pages.plan.board import board_of
from trajects.queries.plan import plan_of


@require_safe
def board(request: SignedInRequest, pk: int) -> HttpResponse:
    """For everybody who sees the traject; what can be moved by whom stands with it."""
    seen = access.traject_for_reading(request.user, pk)
    found = plan_of(seen.traject, on=localdate())
    columns = board_of(found, standing=seen.standing, user_pk=request.user.pk)
    context = {"plan": found, "columns": columns}
    return render(request, "trajects/plan/board.html", {**seen.frame(), **context})
