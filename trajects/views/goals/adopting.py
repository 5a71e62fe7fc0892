"""The group adopted a goal, or came back on that."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions.goals import adopting as actions
from trajects.errors import ChangedMeanwhile, GoalAdopted, GoalChanged, GoalSetAside
from trajects.forms.goal_room import AdoptForm, WithdrawForm
from trajects.pages.goal import adoption_of
from trajects.pages.goal_refusals import refuse
from trajects.pages.goal_smart import period_of, smart_of
from trajects.queries.carriers import carriers_of

WRITE = ["GET", "HEAD", "POST"]


@require_http_methods(WRITE)
@access.still_allowed()
def adopt_goal(request: SignedInRequest, pk: int, goal_pk: int) -> HttpResponse:
    """Says which letters are missing, and blocks nothing. When the goal changed meanwhile, both
    sentences are shown: the group adopts what it reads."""
    seen, found = access.goal_for_leading(request.user, pk, goal_pk)
    is_post = request.method == "POST"
    if not is_post and (adoption_of(found) or found.set_aside_at):
        return redirect("trajects:goal", pk, goal_pk)
    data = request.POST if is_post else None
    form = AdoptForm(data, goal=found, traject=seen.traject, on=localdate())
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    is_conflict = False
    if form.is_valid():
        version = form.cleaned_data["version"]
        try:
            actions.adopt_goal(
                goal=found, entry=form.entry, version=version, by=request.user, at=now()
            )
        except GoalChanged as changed:
            found = changed.stored
            form.show_version(found.version)
            is_conflict, status = True, HTTPStatus.CONFLICT
        except (GoalAdopted, GoalSetAside) as refused:
            status = refuse(form, refused)
        else:
            messages.success(request, _("The goal is adopted."))
            return redirect("trajects:goal", pk, goal_pk)
    panel = smart_of(found, carriers_of(seen.traject), period_of(seen.traject))
    own = {"goal": found, "form": form, "panel": panel, "is_conflict": is_conflict}
    return render(request, "trajects/goals/adopt.html", {**seen.frame(), **own}, status=status)


@require_http_methods(WRITE)
@access.still_allowed()
def withdraw_adoption(request: SignedInRequest, pk: int, goal_pk: int) -> HttpResponse:
    """With a reason, which stays readable."""
    seen, found = access.goal_for_leading(request.user, pk, goal_pk)
    if request.method != "POST" and not adoption_of(found):
        return redirect("trajects:goal", pk, goal_pk)
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    if form.is_valid():
        because = form.cleaned_data["because"]
        try:
            actions.withdraw_adoption(goal=found, because=because, by=request.user, at=now())
        except (ChangedMeanwhile, GoalSetAside) as refused:
            status = refuse(form, refused)
        else:
            messages.success(request, _("The adoption is withdrawn. The goal is a proposal again."))
            return redirect("trajects:goal", pk, goal_pk)
    context = {**seen.frame(), "goal": found, "form": form}
    return render(request, "trajects/goals/withdraw.html", context, status=status)
