"""One initiative: read, added and changed by who has an account."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions.initiatives import add_initiative, change_initiative
from trajects.errors import InitiativeChanged, InitiativeDecided
from trajects.forms.initiatives import InitiativeForm, initial_of
from trajects.models import Initiative
from trajects.pages.photo_conflict import differences
from trajects.pages.suggestions import prefilled
from trajects.queries.photo import looks_like, merged_under


@require_safe
def initiative(request: SignedInRequest, pk: int, initiative_pk: int) -> HttpResponse:
    seen, found = access.initiative_for_reading(request.user, pk, initiative_pk)
    decides = seen.standing.may_coordinate
    context = {
        **seen.frame(),
        "initiative": found,
        "merged": merged_under(found),
        "alike": looks_like(found) if decides and found.is_waiting else (),
        "may_change": access.may_change_initiative(request.user, seen.standing, found),
    }
    return render(request, "trajects/photo/initiative.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def add(request: SignedInRequest, pk: int) -> HttpResponse:
    """`stelling` names a statement of the scan to start from."""
    seen = access.traject_for_contributing(request.user, pk)
    start = prefilled(seen.traject, seen.standing, request.GET.get("stelling", ""))
    form = InitiativeForm(
        request.POST if request.method == "POST" else None,
        traject=seen.traject,
        initial=start.initial if start else {},
        button=_("Add to the photo") if seen.standing.may_coordinate else _("Hand it in"),
    )
    if form.is_valid():
        made = add_initiative(
            traject=seen.traject,
            entry=form.entry,
            statement_code=start.suggestion.code if start else "",
            by=request.user,
            at=now(),
        )
        on_photo = _("“%(title)s” is on the photo.")
        handed_in = _("“%(title)s” is handed in. The coordinator looks at it first.")
        said = on_photo if made.accepted_at else handed_in
        messages.success(request, said % {"title": made.title})
        return redirect("trajects:photo", pk)
    context = {**seen.frame(), "form": form, "start": start}
    return _form_page(request, "trajects/photo/add.html", context, form)


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def edit(request: SignedInRequest, pk: int, initiative_pk: int) -> HttpResponse:
    """A page that is older than what is stored shows both, and what was typed stays."""
    typed = request.POST if request.method == "POST" else None
    seen, found = access.initiative_for_changing(
        request.user, pk, initiative_pk, typed=typed is not None
    )
    form = _edit_form(found, typed)
    context = {**seen.frame(), "form": form, "initiative": found}
    if not form.is_valid():
        return _form_page(request, "trajects/photo/edit.html", context, form)
    try:
        change_initiative(
            initiative=found,
            entry=form.entry,
            version=form.seen_version,
            by=request.user,
            at=now(),
        )
    except InitiativeDecided:
        context |= {"is_late": True, "rows": differences(form.entry, found)}
        return render(request, "trajects/photo/edit.html", context, status=HTTPStatus.CONFLICT)
    except InitiativeChanged as changed:
        stored: Initiative = changed.stored
        again = _edit_form(stored, with_version(request.POST, stored))
        context |= {"form": again, "stored": stored, "rows": differences(form.entry, stored)}
        return render(request, "trajects/photo/edit.html", context, status=HTTPStatus.CONFLICT)
    messages.success(request, _("The changes are saved."))
    return redirect("trajects:initiative", pk, initiative_pk)


def with_version(posted: QueryDict, stored: Initiative) -> QueryDict:
    """What was typed, now as an answer to what is stored: saving again replaces that knowingly."""
    again = posted.copy()
    again["version"] = str(stored.version)
    return again


def _edit_form(initiative: Initiative, data: QueryDict | None) -> InitiativeForm:
    return InitiativeForm(
        data,
        traject=initiative.traject,
        initial=initial_of(initiative),
        button=_("Save the changes"),
    )


def _form_page(
    request: SignedInRequest, template: str, context: dict[str, object], form: InitiativeForm
) -> HttpResponse:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, template, context, status=status)
