"""One goal, and what the group says about it."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.requests import SignedInRequest
from trajects import access
from trajects.access import Seen
from trajects.actions.goals.discussing import remark
from trajects.errors import GoalSetAside
from trajects.forms.goal_room import RemarkForm
from trajects.models import Goal
from trajects.models.writer import Writer
from trajects.pages.goal import goal_page, rights_of
from trajects.pages.goal_refusals import refuse
from trajects.queries.plan import plan_of


@require_safe
def goal(request: SignedInRequest, pk: int, goal_pk: int) -> HttpResponse:
    """Everybody who sees the traject reads it, with all remarks and changes."""
    seen, found = access.goal_for_reading(request.user, pk, goal_pk)
    may_remark = rights_of(seen.standing, found).may_remark
    return _page(request, seen, found, RemarkForm() if may_remark else None)


@require_POST
@access.still_allowed()
def remark_goal(request: SignedInRequest, pk: int, goal_pk: int) -> HttpResponse:
    """The lead group, and who leads it. What was typed stays when it cannot be kept."""
    seen, found = access.goal_for_discussing(request.user, pk, goal_pk)
    form = RemarkForm(request.POST)
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    if form.is_valid():
        text = form.cleaned_data["text"]
        try:
            remark(goal=found, text=text, writer=Writer(user=request.user), at=now())
        except GoalSetAside as refused:
            status = refuse(form, refused)
        else:
            messages.success(request, _("Your remark stands with the goal."))
            return redirect("trajects:goal", pk, goal_pk)
    return _page(request, seen, found, form, status)


def _page(
    request: SignedInRequest,
    seen: Seen,
    found: Goal,
    form: RemarkForm | None,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    own = {
        "page": goal_page(found, seen.traject),
        "rights": rights_of(seen.standing, found),
        "actions": plan_of(seen.traject, on=localdate()).of_goal(found),
    }
    context = {**seen.frame(), **own, "goal": found, "form": form}
    return render(request, "trajects/goals/goal.html", context, status=status)
