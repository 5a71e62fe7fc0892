"""What a guest carries in the plan, behind their personal link, and telling how it goes."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods, require_safe

from trajects import access
from trajects.doors.guest import guest_frame, guest_page
from trajects.doors.guest_telling import Answer, do_told
from trajects.models import Action
from trajects.models.writer import Writer
from trajects.pages.plan.mine import actions_of_guest
from trajects.pages.plan.progress import Teller, progress_of


@guest_page
@require_safe
def guest_actions(request: HttpRequest, token: str) -> HttpResponse:
    """Only their own."""
    guest = access.participant_of_token(token, at=now())
    context = {**guest_frame(guest, token), "own": actions_of_guest(guest, on=localdate())}
    return render(request, "trajects/plan/guest_actions.html", context)


@guest_page
@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def guest_action(request: HttpRequest, token: str, action_pk: int) -> HttpResponse:
    """One they carry. `do` says what they tell."""
    guest = access.participant_of_token(token, at=now())
    action = access.action_for_guest(guest, action_pk)
    answer = Answer()
    if request.method == "POST":
        answer = do_told(request.POST, action, guest, on=localdate(), at=now())
        if answer.said:
            level = messages.WARNING if answer.is_refused else messages.SUCCESS
            messages.add_message(request, level, answer.said)
            return redirect(_page(token, action) + answer.place)
    teller = Teller(Writer(guest=guest), may_tell=True)
    progress = progress_of(action, teller, on=localdate(), forms=answer.forms)
    context = {**guest_frame(guest, token), "action": action, "progress": progress}
    status = answer.status or HTTPStatus.OK
    return render(request, "trajects/plan/guest_action.html", context, status=status)


def _page(token: str, action: Action) -> str:
    return reverse("trajects:guest_action", args=[token, action.pk])
