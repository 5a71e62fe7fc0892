"""A goal is proposed or changed: the ladder of questions, with dream images beside it."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions.goals.writing import change_goal, propose_goal
from trajects.errors import GoalAdopted, GoalChanged, TrajectError
from trajects.forms.goals.goal import GoalForm, started_from
from trajects.models import Goal
from trajects.pages.goal_form import REFUSALS, GoalFormPage, differences, goal_form_page

WRITE = ["GET", "HEAD", "POST"]
# What happened between opening the page and saving it.
MOVED = tuple(REFUSALS)


@require_http_methods(WRITE)
@access.still_allowed()
def new_goal(request: SignedInRequest, pk: int) -> HttpResponse:
    """`droom`, as often as needed, and `thema` name what it starts from."""
    seen = access.traject_for_dreaming(request.user, pk)
    form = _form(request, goal_form_page(seen.traject, **started_from(request.GET)))
    if _is_saved(request) and form.is_valid():
        try:
            goal = propose_goal(traject=seen.traject, entry=form.entry, by=request.user, at=now())
        except MOVED as moved:
            return _refused(request, seen, goal_form_page(seen.traject), moved)
        messages.success(request, _("The goal is proposed. The group can react to it now."))
        return redirect("trajects:goal", pk, goal.pk)
    return _page(request, seen, form)


@require_http_methods(WRITE)
@access.still_allowed()
def edit_goal(request: SignedInRequest, pk: int, goal_pk: int) -> HttpResponse:
    """A page that is older than what is stored shows both, and what was typed stays."""
    is_typed = request.method == "POST"
    seen, found = access.goal_for_changing(request.user, pk, goal_pk, typed=is_typed)
    if _is_saved(request) and not access.may_change_goal(seen.standing, found):
        return _refused(request, seen, goal_form_page(seen.traject, goal=found), GoalAdopted())
    form = _form(request, goal_form_page(seen.traject, goal=found))
    if not (_is_saved(request) and form.is_valid()):
        return _page(request, seen, form)
    try:
        change_goal(
            goal=found,
            entry=form.entry,
            version=form.seen_version,
            because=form.reason,
            by=request.user,
            at=now(),
        )
    except GoalChanged as changed:
        return _conflict(request, seen, form, changed.stored)
    except MOVED as moved:
        seen, stored = access.goal_for_changing(request.user, pk, goal_pk, typed=True)
        return _refused(request, seen, goal_form_page(seen.traject, goal=stored), moved)
    messages.success(request, _("The changes are saved."))
    return redirect("trajects:goal", pk, goal_pk)


def _is_saved(request: SignedInRequest) -> bool:
    """Not one of the buttons that only look."""
    return request.method == "POST" and not {"check", "take_over"} & request.POST.keys()


def _form(request: SignedInRequest, page: GoalFormPage) -> GoalForm:
    if request.method != "POST":
        return GoalForm(page=page)
    form = GoalForm(request.POST, page=page, is_check=not _is_saved(request))
    if "take_over" in request.POST:
        form.take_over(page.checked(form.draft).proposal)
    return form


def _conflict(
    request: SignedInRequest, seen: access.Seen, form: GoalForm, stored: Goal
) -> HttpResponse:
    """Sent again from now on, what was typed replaces what is stored."""
    rows = differences(form.entry, stored)
    again = request.POST.copy()
    again["version"] = str(stored.version)
    form = GoalForm(again, page=goal_form_page(seen.traject, goal=stored))
    return _page(request, seen, form, HTTPStatus.CONFLICT, stored=stored, rows=rows)


def _refused(
    request: SignedInRequest, seen: access.Seen, page: GoalFormPage, moved: TrajectError
) -> HttpResponse:
    """`page` as things are now; nobody is asked for the reason of what they may not change."""
    form = GoalForm(request.POST, page=page, is_check=isinstance(moved, GoalAdopted))
    form.add_error(None, str(REFUSALS[type(moved)]))
    return _page(request, seen, form, HTTPStatus.CONFLICT)


def _page(
    request: SignedInRequest,
    seen: access.Seen,
    form: GoalForm,
    status: int = HTTPStatus.OK,
    **own: object,
) -> HttpResponse:
    if form.errors and status == HTTPStatus.OK:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    everything = {**seen.frame(), **form.shown, **own}
    return render(request, "trajects/goals/form.html", everything, status=status)
