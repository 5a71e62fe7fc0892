"""The ambition: which step the group wants to reach for each chosen theme."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions.ambitions import set_ambitions
from trajects.errors import ChangedMeanwhile
from trajects.forms.ambition import AmbitionForm
from trajects.pages.ambition import ambition_page

PAGE = "trajects/goals/ambition.html"


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def ambition(request: SignedInRequest, pk: int) -> HttpResponse:
    """Everybody of the traject reads it; who leads writes it down."""
    if request.method == "POST":
        return _write(request, access.traject_for_leading(request.user, pk))
    seen = access.traject_for_reading(request.user, pk)
    page = ambition_page(seen.traject)
    form = AmbitionForm(page=page) if seen.standing.may_lead and page.rows else None
    return render(request, PAGE, {**seen.frame(), "page": page, "form": form})


def _write(request: SignedInRequest, seen: access.Seen) -> HttpResponse:
    """Refuses to store over what a colleague changed meanwhile; what was typed stays."""
    form = AmbitionForm(request.POST, page=ambition_page(seen.traject))
    if form.is_valid():
        try:
            set_ambitions(
                traject=seen.traject,
                steps=form.wanted,
                shown=form.cleaned_data["shown"],
                by=request.user,
                at=now(),
            )
        except ChangedMeanwhile:
            return _conflict(request, seen)
        messages.success(request, _("The ambition is written down."))
        return redirect("trajects:ambition", pk=seen.traject.pk)
    if form.is_stale:
        return _conflict(request, seen)
    return _again(request, seen, form, HTTPStatus.UNPROCESSABLE_ENTITY)


def _conflict(request: SignedInRequest, seen: access.Seen) -> HttpResponse:
    """With the themes and the ambition as they are now; sent again, it replaces that."""
    form = AmbitionForm(request.POST, page=ambition_page(seen.traject))
    form.show_stored(form.page.fingerprint)
    return _again(request, seen, form, HTTPStatus.CONFLICT, is_conflict=True)


def _again(
    request: SignedInRequest,
    seen: access.Seen,
    form: AmbitionForm,
    status: int,
    *,
    is_conflict: bool = False,
) -> HttpResponse:
    context = {"page": form.page, "form": form, "is_conflict": is_conflict}
    return render(request, PAGE, {**seen.frame(), **context}, status=status)
