"""The action plan along time."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from trajects import access
from trajects.forms.plan.zoom import ZoomForm
from trajects.pages.plan.timeline import plan_period, timeline_of, years_of
from trajects.queries.ambitions import theme_steps
from trajects.queries.plan import plan_of


@require_safe
def timeline(request: SignedInRequest, pk: int) -> HttpResponse:
    """For everybody who sees the traject; of some years only, if they ask for these."""
    seen = access.traject_for_reading(request.user, pk)
    plan, whole = plan_of(seen.traject, on=localdate()), plan_period(seen.traject)
    form = ZoomForm(request.GET, years=years_of(plan, whole), whole=whole)
    steps = theme_steps(seen.traject)
    found = timeline_of(plan, form.period, steps, hide_outside=form.is_zoomed)
    context = {"plan": plan, "form": form, "timeline": found}
    return render(request, "trajects/plan/timeline.html", {**seen.frame(), **context})
