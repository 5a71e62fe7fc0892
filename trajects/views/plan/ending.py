"""An action begins, is done, stops, and goes on again."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions.plan import ending as actions
from trajects.doors.plan import LISTS, REFUSALS, back_from, told_again
from trajects.errors import ActionEnded, DayPast
from trajects.forms.plan.progress import StopForm
from trajects.models.writer import Writer
from trajects.pages.plan.progress import FINISH, tell_forms


@require_POST
@access.still_allowed()
def begin_action(request: SignedInRequest, pk: int, action_pk: int) -> HttpResponse:
    """Today, when it did not begin yet."""
    _seen, action = access.action_for_telling(request.user, pk, action_pk)
    writer = Writer(user=request.user)
    try:
        actions.begin_action(action=action, on=localdate(), writer=writer, at=now())
    except (ActionEnded, DayPast) as refused:
        messages.warning(request, str(REFUSALS[type(refused)]))
    else:
        messages.success(request, _("“%(title)s” has begun.") % {"title": action.title})
    return back_from(request, pk, action)


@require_POST
@access.still_allowed()
def finish_action(request: SignedInRequest, pk: int, action_pk: int) -> HttpResponse:
    """On a day; without one it is today."""
    seen, action = access.action_for_telling(request.user, pk, action_pk)
    data = request.POST.copy()
    data.setdefault("done_on", localdate().isoformat())
    forms = tell_forms(action, localdate(), data=data, do=FINISH)
    if not forms.finish.is_valid():
        return told_again(request, seen, action, forms, on=localdate())
    day, writer = forms.finish.cleaned_data["done_on"], Writer(user=request.user)
    try:
        actions.finish_action(action=action, on=day, writer=writer, at=now())
    except ActionEnded as refused:
        messages.warning(request, str(REFUSALS[type(refused)]))
    else:
        messages.success(request, _("“%(title)s” is done.") % {"title": action.title})
    return back_from(request, pk, action)


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def stop_action(request: SignedInRequest, pk: int, action_pk: int) -> HttpResponse:
    """With the reason."""
    seen, action = access.action_for_telling(request.user, pk, action_pk)
    form = StopForm(request.POST if request.method == "POST" else None)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    if form.is_valid():
        because, writer = form.cleaned_data["because"], Writer(user=request.user)
        try:
            actions.stop_action(
                action=action, because=because, on=localdate(), writer=writer, at=now()
            )
        except ActionEnded as refused:
            form.add_error(None, str(REFUSALS[type(refused)]))
            status = HTTPStatus.CONFLICT
        else:
            messages.success(request, _("“%(title)s” is stopped.") % {"title": action.title})
            return back_from(request, pk, action)
    sent = request.POST.get("next") or request.GET.get("next", "")
    back = sent if sent in LISTS else ""
    context = {**seen.frame(), "action": action, "form": form, "next": back}
    return render(request, "trajects/plan/stop.html", context, status=status)


@require_POST
@access.still_allowed()
def reopen_action(request: SignedInRequest, pk: int, action_pk: int) -> HttpResponse:
    _seen, action = access.action_for_telling(request.user, pk, action_pk)
    try:
        writer = Writer(user=request.user)
        actions.reopen_action(action=action, on=localdate(), writer=writer, at=now())
    except ActionEnded as refused:
        messages.warning(request, str(REFUSALS[type(refused)]))
    else:
        messages.success(request, _("“%(title)s” goes on.") % {"title": action.title})
    return back_from(request, pk, action)
