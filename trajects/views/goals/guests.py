"""The goals for who came by a personal link and is in the lead group: to read, and to remark on."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from trajects import access
from trajects.actions.goals.discussing import remark
from trajects.doors.guest import guest_frame, guest_page
from trajects.errors import GoalSetAside
from trajects.forms.goal_room import RemarkForm
from trajects.models.writer import Writer
from trajects.pages.goal import goal_page
from trajects.pages.goal_refusals import refuse
from trajects.pages.goals import goals_list


@guest_page
@require_safe
def guest_goals(request: HttpRequest, token: str) -> HttpResponse:
    guest = access.guest_for_dreaming(token, at=now())
    context = {**guest_frame(guest, token), "goals": goals_list(guest.traject)}
    return render(request, "trajects/goals/guest_goals.html", context)


@guest_page
@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def guest_goal(request: HttpRequest, token: str, goal_pk: int) -> HttpResponse:
    """One of them, with what the group says about it."""
    guest = access.guest_for_dreaming(token, at=now())
    found = access.goal_for_guest(guest, goal_pk)
    form = RemarkForm(request.POST if request.method == "POST" else None)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    if form.is_valid():
        text = form.cleaned_data["text"]
        try:
            remark(goal=found, text=text, writer=Writer(guest=guest), at=now())
        except GoalSetAside as refused:
            status = refuse(form, refused)
        else:
            messages.success(request, _("Your remark stands with the goal."))
            return redirect("trajects:guest_goal", token, goal_pk)
    own = {"page": goal_page(found, guest.traject), "goal": found}
    may_remark = form.is_bound or found.set_aside_at is None
    context = {**guest_frame(guest, token), **own, "form": form if may_remark else None}
    return render(request, "trajects/goals/guest_goal.html", context, status=status)
