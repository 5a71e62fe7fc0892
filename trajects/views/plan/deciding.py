"""What was decided about the plan: everybody reads it, who leads writes it down."""

from datetime import datetime
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions.plan.deciding import record_plan_decision
from trajects.errors import ChangedMeanwhile, PlanEmpty
from trajects.forms.plan.papers import PlanDecisionForm
from trajects.queries.plan_papers import newest_plan_decision, plan_decisions_of, shown_decision


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def plan_decision(request: SignedInRequest, pk: int) -> HttpResponse:
    at = now()
    if request.method == "POST":
        return _decide(request, access.traject_for_leading(request.user, pk), at)
    seen = access.traject_for_reading(request.user, pk)
    shown = shown_decision(newest_plan_decision(seen.traject))
    form = PlanDecisionForm(today=localdate(at), shown=shown)
    return _page(request, seen, form, HTTPStatus.OK)


def _decide(request: SignedInRequest, seen: access.Seen, at: datetime) -> HttpResponse:
    form = PlanDecisionForm(request.POST, today=localdate(at), shown="")
    if not form.is_valid():
        return _page(request, seen, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        record_plan_decision(
            traject=seen.traject,
            entry=form.entry,
            shown=form.cleaned_data["shown"],
            by=request.user,
            at=at,
        )
    except ChangedMeanwhile:
        form.show_stored(shown_decision(newest_plan_decision(seen.traject)))
        return _page(request, seen, form, HTTPStatus.CONFLICT)
    except PlanEmpty:
        messages.info(request, _("The plan has no action yet. Then there is nothing to decide."))
        return redirect("trajects:plan", pk=seen.traject.pk)
    messages.success(request, _("The decision is written down. It stands on the plan."))
    return redirect("trajects:plan_decision", pk=seen.traject.pk)


def _page(
    request: SignedInRequest, seen: access.Seen, form: PlanDecisionForm, status: HTTPStatus
) -> HttpResponse:
    newest, *earlier = plan_decisions_of(seen.traject) or (None,)
    context = {
        "form": form,
        "decision": newest,
        "earlier": earlier,
        "has_actions": seen.traject.actions.exists(),
        "is_conflict": status == HTTPStatus.CONFLICT,
    }
    template = "trajects/plan/decision.html"
    return render(request, template, {**seen.frame(), **context}, status=status)
