"""An action is added or changed."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions.plan.stored import entry_of
from trajects.actions.plan.writing import add_action, change_action
from trajects.errors import ActionChanged, CircleInPlan, TrajectError
from trajects.forms.plan.action import ActionForm, goal_in
from trajects.models import Action
from trajects.pages.plan.action_form import (
    REFUSALS,
    ActionFormPage,
    action_form_page,
    circle_words,
    differences,
)

WRITE = ["GET", "HEAD", "POST"]
# What happened between opening the page and saving it.
MOVED = tuple(REFUSALS)


@require_http_methods(WRITE)
@access.still_allowed()
def new_action(request: SignedInRequest, pk: int) -> HttpResponse:
    """`doel` names the goal that it starts under."""
    seen = access.traject_for_planning(request.user, pk)
    page = action_form_page(seen.traject, goal=goal_in(request.GET))
    form = ActionForm(_typed(request), page=page)
    if form.is_valid():
        try:
            made = add_action(traject=seen.traject, entry=form.entry, by=request.user, at=now())
        except MOVED as moved:
            return _refused(request, seen, action_form_page(seen.traject), moved)
        messages.success(request, _("The action is in the plan."))
        return redirect("trajects:action", pk, made.pk)
    return _page(request, seen, form)


@require_http_methods(WRITE)
@access.still_allowed()
def edit_action(request: SignedInRequest, pk: int, action_pk: int) -> HttpResponse:
    """A page that is older than what is stored shows both, and what was typed stays."""
    seen, found = access.action_for_changing(request.user, pk, action_pk)
    form = ActionForm(_typed(request), page=action_form_page(seen.traject, action=found))
    if not form.is_valid():
        return _page(request, seen, form)
    try:
        change_action(
            action=found,
            entry=form.entry,
            version=form.seen_version,
            by=request.user,
            at=now(),
        )
    except ActionChanged as changed:
        return _conflict(request, seen, form, changed.stored)
    except CircleInPlan as circle:
        form.add_error("needs", circle_words(circle))
        return _page(request, seen, form, HTTPStatus.CONFLICT)
    except MOVED as moved:
        seen, found = access.action_for_changing(request.user, pk, action_pk)
        return _refused(request, seen, action_form_page(seen.traject, action=found), moved)
    messages.success(request, _("The changes are saved."))
    return redirect("trajects:action", pk, action_pk)


def _typed(request: SignedInRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _conflict(
    request: SignedInRequest, seen: access.Seen, typed: ActionForm, stored: Action
) -> HttpResponse:
    """Sent again from now on, what was typed replaces what is stored."""
    page = action_form_page(seen.traject, action=stored)
    rows = differences(typed.entry, entry_of(stored), page)
    form = ActionForm(request.POST, page=page)
    form.show_version(stored.version)
    return _page(request, seen, form, HTTPStatus.CONFLICT, stored=stored, rows=rows)


def _refused(
    request: SignedInRequest, seen: access.Seen, page: ActionFormPage, moved: TrajectError
) -> HttpResponse:
    form = ActionForm(request.POST, page=page)
    form.add_error(None, str(REFUSALS[type(moved)]))
    return _page(request, seen, form, HTTPStatus.CONFLICT)


def _page(
    request: SignedInRequest,
    seen: access.Seen,
    form: ActionForm,
    status: int = HTTPStatus.OK,
    **own: object,
) -> HttpResponse:
    if form.errors and status == HTTPStatus.OK:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    everything = {**seen.frame(), **form.shown, **own}
    return render(request, "trajects/plan/action_form.html", everything, status=status)
