"""The list of candidate themes: laid out, added to, and taken along from earlier trajects."""

from http import HTTPStatus

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import SignedInRequest
from trajects import access
from trajects.access import Seen
from trajects.actions import candidates as actions
from trajects.forms.candidates import (
    CandidateForm,
    StartForm,
    TakeAlongForm,
)
from trajects.models import Candidate
from trajects.pages.candidate_refusals import REFUSALS, refuse
from trajects.pages.candidates import candidates_page
from trajects.queries.candidates import OriginKind

WRITE = ["GET", "HEAD", "POST"]
REFUSED = tuple(REFUSALS)


@require_http_methods(WRITE)
@access.still_allowed()
def candidates(request: SignedInRequest, pk: int) -> HttpResponse:
    """A post lays the list out, or takes along what was parked before."""
    if request.method != "POST":
        return _list(request, access.traject_for_reading(request.user, pk))
    if "take" in request.POST:
        return _take_along(request, access.traject_for_coordinating(request.user, pk))
    seen = access.traject_for_leading(request.user, pk)
    form = StartForm(request.POST)
    if not form.is_valid():
        return _list(request, seen, start=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    source = OriginKind(form.cleaned_data["source"])
    try:
        made = actions.start_candidates(traject=seen.traject, source=source, by=request.user)
    except REFUSED as refused:
        return _list(request, seen, start=form, status=refuse(form, refused))
    said = _("The list is there, with %(number)s candidate themes.") % {"number": len(made)}
    messages.success(request, said)
    return redirect("trajects:candidates", pk)


@require_http_methods(WRITE)
@access.still_allowed()
def add_candidate(request: SignedInRequest, pk: int) -> HttpResponse:
    seen = access.traject_for_leading(request.user, pk)
    data = request.POST if request.method == "POST" else None
    form = CandidateForm(data, button=_("Add the theme"))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    if form.is_valid():
        try:
            actions.add_candidate(traject=seen.traject, entry=form.entry, by=request.user)
        except REFUSED as refused:
            status = refuse(form, refused)
        else:
            messages.success(request, _("“%(name)s” is added.") % {"name": form.entry.name})
            return redirect("trajects:candidates", pk)
    context = {**seen.frame(), "form": form}
    return render(request, "trajects/themes/add_candidate.html", context, status=status)


def _take_along(request: SignedInRequest, seen: Seen) -> HttpResponse:
    form = TakeAlongForm(request.POST, traject=seen.traject)
    if not form.is_valid():
        return _list(request, seen, take=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    chosen: list[Candidate] = list(form.cleaned_data["parked"])
    try:
        actions.take_along(traject=seen.traject, parked=chosen, by=request.user)
    except REFUSED as refused:
        return _list(request, seen, take=form, status=refuse(form, refused))
    messages.success(request, _("What you ticked is in the list."))
    return redirect("trajects:candidates", seen.traject.pk)


def _list(
    request: SignedInRequest,
    seen: Seen,
    *,
    start: forms.Form | None = None,
    take: forms.Form | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    page = candidates_page(seen.traject, seen.standing)
    start = start or (StartForm() if page.may_begin else None)
    take = take or (TakeAlongForm(traject=seen.traject) if page.parked else None)
    context = {**seen.frame(), "page": page, "start": start, "take": take}
    return render(request, "trajects/themes/candidates.html", context, status=status)
