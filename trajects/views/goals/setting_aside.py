"""A goal that the group does not go on with, and back."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions.goals import setting_aside as actions
from trajects.errors import GoalSetAside
from trajects.forms.goal_room import SetAsideForm
from trajects.pages.goal_refusals import refuse, words_of


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def set_aside_goal(request: SignedInRequest, pk: int, goal_pk: int) -> HttpResponse:
    seen, found = access.goal_for_leading(request.user, pk, goal_pk)
    form = SetAsideForm(request.POST if request.method == "POST" else None)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    if form.is_valid():
        because = form.cleaned_data["because"]
        try:
            actions.set_aside_goal(goal=found, because=because, by=request.user, at=now())
        except GoalSetAside as refused:
            status = refuse(form, refused)
        else:
            messages.success(request, _("The goal is set aside. You can bring it back."))
            return redirect("trajects:goals", pk)
    context = {**seen.frame(), "goal": found, "form": form}
    return render(request, "trajects/goals/set_aside.html", context, status=status)


@require_POST
@access.still_allowed()
def bring_back_goal(request: SignedInRequest, pk: int, goal_pk: int) -> HttpResponse:
    _seen, found = access.goal_for_leading(request.user, pk, goal_pk)
    try:
        actions.bring_back_goal(goal=found, by=request.user)
    except GoalSetAside as refused:
        messages.warning(request, words_of(refused))
    else:
        messages.success(request, _("The goal is back in the list."))
    return redirect("trajects:goal", pk, goal_pk)
