"""What the plan brings, and what it costs."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from trajects import access
from trajects.pages.plan.budget import plan_budget
from trajects.pages.plan.effects import effects_page
from trajects.queries.plan import plan_of


@require_safe
def plan_effects(request: SignedInRequest, pk: int) -> HttpResponse:
    """For everybody who sees the traject."""
    seen = access.traject_for_reading(request.user, pk)
    plan = plan_of(seen.traject, on=localdate())
    context = {"plan": plan, "page": effects_page(seen.traject, plan)}
    return render(request, "trajects/plan/effects.html", {**seen.frame(), **context})


@require_safe
def budget(request: SignedInRequest, pk: int) -> HttpResponse:
    """For everybody who sees the traject."""
    seen = access.traject_for_reading(request.user, pk)
    plan = plan_of(seen.traject, on=localdate())
    context = {"plan": plan, "budget": plan_budget(plan, seen.traject)}
    return render(request, "trajects/plan/budget.html", {**seen.frame(), **context})
