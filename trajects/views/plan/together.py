"""Several actions changed in one go: looked over first, then stored."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions.plan.bulk import change_together
from trajects.errors import (
    ChangedMeanwhile,
    DatesCrossed,
    GoalNotInPlan,
    LabelGone,
    NobodyOfThisTraject,
    TrajectError,
)
from trajects.forms.plan.together import TogetherForm, ticked
from trajects.pages.plan.together import TogetherPage, together_page
from trajects.queries.plan import plan_of

GONE = (GoalNotInPlan, LabelGone, NobodyOfThisTraject)


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def bulk_actions(request: SignedInRequest, pk: int) -> HttpResponse:
    """What was changed since it was looked over is shown once more, and not stored."""
    seen = access.traject_for_planning(request.user, pk)
    is_post = request.method == "POST"
    versions = ticked(request.POST if is_post else request.GET)
    page = _page(seen, versions)
    form = _form(page, request if is_post else None)
    if not is_post or not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
        return _shown(request, seen, page, form, status)
    if {line.action.pk: line.action.version for line in page.lines} != versions:
        return _shown(request, seen, page, form, HTTPStatus.CONFLICT)
    if "store" not in request.POST or not form.was_seen:
        return _shown(request, seen, page, form, HTTPStatus.OK)
    return _store(request, seen, page, form)


def _store(
    request: SignedInRequest, seen: access.Seen, page: TogetherPage, form: TogetherForm
) -> HttpResponse:
    versions = {line.action.pk: line.action.version for line in page.lines}
    try:
        number = change_together(
            traject=seen.traject, versions=versions, change=form.change, by=request.user, at=now()
        )
    except ChangedMeanwhile:
        page = _page(seen, versions)
        form = _form(page, request)
        form.is_valid()
        return _shown(request, seen, page, form, HTTPStatus.CONFLICT)
    except (DatesCrossed, *GONE) as refused:
        form.add_error(None, _refusal(refused))
        return _shown(request, seen, page, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    said = ngettext("%(number)s action is changed.", "%(number)s actions are changed.", number)
    messages.success(request, said % {"number": number})
    return redirect("trajects:plan", seen.traject.pk)


def _refusal(refused: TrajectError) -> str:
    if isinstance(refused, DatesCrossed):
        return _("“%(title)s” would end before it starts. Choose other dates.") % {
            "title": refused.action.title
        }
    return _("What you chose is no longer there. Choose again; nothing is changed.")


def _page(seen: access.Seen, versions: dict[int, int | None] | dict[int, int]) -> TogetherPage:
    return together_page(seen.traject, plan_of(seen.traject, on=localdate()), versions.keys())


def _form(page: TogetherPage, request: SignedInRequest | None) -> TogetherForm:
    return TogetherForm(
        request.POST if request else None,
        plan=page.plan,
        lines=page.lines,
        owners=page.owners,
        carrying=page.carrying,
        departments=page.departments,
    )


def _shown(
    request: SignedInRequest, seen: access.Seen, page: TogetherPage, form: TogetherForm, status: int
) -> HttpResponse:
    is_looked_over = form.is_bound and not form.errors
    context = {
        "page": page,
        "form": form,
        "rows": page.rows(form.change) if is_looked_over else (),
        "is_looked_over": is_looked_over,
        "is_conflict": status == HTTPStatus.CONFLICT,
    }
    template = "trajects/plan/together.html"
    return render(request, template, {**seen.frame(), **context}, status=status)
