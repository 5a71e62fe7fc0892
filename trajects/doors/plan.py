"""Where one comes back after telling how an action goes, and the page that keeps what was typed."""

from collections.abc import Mapping
from datetime import date
from http import HTTPStatus

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.requests import SignedInRequest
from trajects.access import Seen, may_tell
from trajects.errors import ActionEnded, DayPast, TrajectError
from trajects.models import Action
from trajects.models.writer import Writer
from trajects.pages.plan.action import action_page
from trajects.pages.plan.progress import Progress, Teller, TellForms, progress_of

# By name: an address from outside is never followed.
LISTS = {"board": "trajects:board", "mine": "trajects:my_actions"}

REFUSALS: Mapping[type[TrajectError], Promise] = {
    ActionEnded: _(
        "A colleague said meanwhile that this action is done, stopped, or going on again. "
        "Look at it first."
    ),
    DayPast: _("The deadline of this action has passed. Move the deadline first."),
}


def back_from(request: SignedInRequest, pk: int, action: Action, place: str = "") -> HttpResponse:
    """To the page that `next` names: the board or the own actions, at this action; else the action
    itself, at `place`."""
    listed = LISTS.get(request.POST.get("next", ""))
    if listed:
        return HttpResponseRedirect(f"{reverse(listed, args=[pk])}#a{action.pk}")
    address = reverse("trajects:action", args=[pk, action.pk])
    return redirect(f"{address}#{place}" if place else address)


def progress_for(
    request: SignedInRequest,
    seen: Seen,
    action: Action,
    *,
    on: date,
    forms: TellForms | None = None,
) -> Progress:
    """As this person sees it, with the forms of who may tell."""
    teller = Teller(
        Writer(user=request.user),
        may_tell=may_tell(seen, request.user, action),
        leads=seen.standing.may_lead,
    )
    return progress_of(action, teller, on=on, forms=forms)


def told_again(
    request: SignedInRequest,
    seen: Seen,
    action: Action,
    forms: TellForms,
    *,
    on: date,
    status: int = HTTPStatus.UNPROCESSABLE_ENTITY,
) -> HttpResponse:
    """The page of the action, with what was typed and what is wrong with it."""
    context = {
        **seen.frame(),
        "action": action,
        "page": action_page(seen, action, on=on),
        "progress": progress_for(request, seen, action, on=on, forms=forms),
        "next": request.POST.get("next", "") if request.POST.get("next") in LISTS else "",
    }
    return render(request, "trajects/plan/action.html", context, status=status)
