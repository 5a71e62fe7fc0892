"""The seventh step: the action plan, per goal or as somebody asks for it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from trajects import access
from trajects.forms.plan.filter import PlanFilterForm
from trajects.pages.plan.hub import plan_page
from trajects.queries.plan import plan_of


@require_safe
def plan(request: SignedInRequest, pk: int) -> HttpResponse:
    """For everybody who sees the traject."""
    seen = access.traject_for_reading(request.user, pk)
    found = plan_of(seen.traject, on=localdate())
    form = PlanFilterForm(request.GET, plan=found)
    page = plan_page(
        seen.traject,
        found,
        asked=form.asked,
        standing=seen.standing,
        user_pk=request.user.pk,
        at=now(),
    )
    context = {
        "plan": found,
        "plan_url": reverse("trajects:plan", args=[pk]),
        "form": form,
        "page": page.step,
        "next": page.next,
        "lacking": page.lacking,
        "listing": page.listing,
    }
    return render(request, "trajects/plan/hub.html", {**seen.frame(), **context})
