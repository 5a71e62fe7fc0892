"""Why we do an action: the thread back and forth."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from trajects import access
from trajects.pages.plan.why import why_page
from trajects.queries.plan import plan_of


@require_safe
def why_action(request: SignedInRequest, pk: int, action_pk: int) -> HttpResponse:
    """For everybody who sees the traject."""
    seen, action = access.action_for_reading(request.user, pk, action_pk)
    page = why_page(action, seen.traject, plan_of(seen.traject, on=localdate()))
    return render(request, "trajects/plan/why.html", {**seen.frame(), "page": page})
