"""Candidate themes go together, or fall apart; and back."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions import grouping as actions
from trajects.errors import TrajectError
from trajects.forms.candidates import GroupForm, SplitForm
from trajects.pages.candidate_refusals import REFUSALS, refuse, words_of
from trajects.pages.candidates import candidate_row, subthemes

WRITE = ["GET", "HEAD", "POST"]
REFUSED = tuple(REFUSALS)


@require_http_methods(WRITE)
@access.still_allowed()
def group_candidates(request: SignedInRequest, pk: int) -> HttpResponse:
    """Two or more under one name; their figures stay beside each other."""
    seen = access.traject_for_leading(request.user, pk)
    data = request.POST if request.method == "POST" else None
    form = GroupForm(data, traject=seen.traject)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    if form.is_valid():
        chosen = list(form.cleaned_data["candidates"])
        try:
            actions.group_candidates(
                traject=seen.traject, candidates=chosen, entry=form.entry, by=request.user
            )
        except REFUSED as refused:
            status = refuse(form, refused)
        else:
            return _done(request, pk, _("“%(name)s” is a group now."), form.entry.name)
    context = {**seen.frame(), "form": form}
    return render(request, "trajects/themes/group.html", context, status=status)


@require_POST
@access.still_allowed()
def ungroup_candidate(request: SignedInRequest, pk: int, candidate_pk: int) -> HttpResponse:
    _seen, found = access.candidate_for_leading(request.user, pk, candidate_pk)
    try:
        actions.ungroup_candidate(candidate=found, by=request.user)
    except REFUSED as refused:
        return _refused(request, pk, refused)
    said = _("“%(name)s” is apart again: what was in it stands by itself, as before.")
    return _done(request, pk, said, found.full_name)


@require_http_methods(WRITE)
@access.still_allowed()
def split_candidate(request: SignedInRequest, pk: int, candidate_pk: int) -> HttpResponse:
    """Two to five in its place."""
    seen, found = access.candidate_for_leading(request.user, pk, candidate_pk)
    form = SplitForm(request.POST if request.method == "POST" else None)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    if form.is_valid():
        try:
            actions.split_candidate(
                candidate=found, entries=form.entries, by=request.user, at=now()
            )
        except REFUSED as refused:
            status = refuse(form, refused)
        else:
            return _done(request, pk, _("“%(name)s” is split."), found.full_name)
    row = candidate_row(seen.traject, found)
    own = {"candidate": found, "row": row, "subthemes": subthemes(seen.traject, row)}
    context = {**seen.frame(), "form": form, **own}
    return render(request, "trajects/themes/split.html", context, status=status)


@require_POST
@access.still_allowed()
def rejoin_candidate(request: SignedInRequest, pk: int, candidate_pk: int) -> HttpResponse:
    _seen, found = access.candidate_for_leading(request.user, pk, candidate_pk)
    try:
        actions.rejoin_candidate(candidate=found, by=request.user)
    except REFUSED as refused:
        return _refused(request, pk, refused)
    return _done(request, pk, _("“%(name)s” is whole again, as before."), found.full_name)


def _done(request: SignedInRequest, pk: int, said: str, name: str) -> HttpResponse:
    messages.success(request, said % {"name": name})
    return redirect("trajects:candidates", pk)


def _refused(request: SignedInRequest, pk: int, refused: TrajectError) -> HttpResponse:
    messages.warning(request, words_of(refused))
    return redirect("trajects:candidates", pk)
