"""Two that look alike: they become one, are taken apart, or stay two."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions.merging import merge_initiatives, tell_apart, unmerge_initiative
from trajects.errors import CannotMerge, InitiativeDecided
from trajects.models import Initiative
from trajects.queries.photo import LikelyPair


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def merge(request: SignedInRequest, pk: int, initiative_pk: int, other_pk: int) -> HttpResponse:
    """Both beside each other; `keep` says under which title they go on."""
    seen, first = access.initiative_for_deciding(request.user, pk, initiative_pk)
    second = _other(seen, other_pk)
    pair = LikelyPair(first, second).in_order
    by_number = {str(one.pk): one for one in (pair.first, pair.second)}
    kept = by_number.get(request.POST.get("keep", ""))
    if kept:
        other = pair.second if kept == pair.first else pair.first
        return _merge(request, pk, LikelyPair(kept, other))
    context = {**seen.frame(), "pair": pair}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if request.method == "POST" else HTTPStatus.OK
    return render(request, "trajects/photo/merge.html", context, status=status)


@require_POST
@access.still_allowed()
def apart(request: SignedInRequest, pk: int, initiative_pk: int, other_pk: int) -> HttpResponse:
    """Two things after all: they are not proposed as one again."""
    seen, first = access.initiative_for_deciding(request.user, pk, initiative_pk)
    second = _other(seen, other_pk)
    try:
        tell_apart(first=first, second=second, by=request.user, at=now())
    except CannotMerge:
        messages.warning(request, _("That is one and the same entry. Nothing was changed."))
    else:
        said = _("Noted: “%(first)s” and “%(second)s” are two things.")
        messages.success(request, said % {"first": first.title, "second": second.title})
    return redirect("trajects:duplicates", pk)


@require_POST
@access.still_allowed()
def unmerge(request: SignedInRequest, pk: int, initiative_pk: int) -> HttpResponse:
    _seen, found = access.initiative_for_deciding(request.user, pk, initiative_pk)
    kept = found.merged_into_id or found.pk
    try:
        unmerge_initiative(initiative=found, by=request.user, at=now())
    except InitiativeDecided:
        messages.warning(request, _("It stands by itself already."))
    else:
        said = _("“%(title)s” stands by itself again. The other is as it was before.")
        messages.success(request, said % {"title": found.title})
    return redirect("trajects:initiative", pk, kept)


def _other(seen: access.Seen, pk: int) -> Initiative:
    return get_object_or_404(seen.traject.initiatives.with_people().with_labels(), pk=pk)


def _merge(request: SignedInRequest, pk: int, pair: LikelyPair) -> HttpResponse:
    try:
        merge_initiatives(kept=pair.first, other=pair.second, by=request.user, at=now())
    except CannotMerge:
        messages.warning(request, _("These two cannot be merged (any more). Nothing was changed."))
        return redirect("trajects:duplicates", pk)
    said = _("Merged. “%(other)s” can still be read below, as it was written.")
    messages.success(request, said % {"other": pair.second.title})
    return redirect("trajects:initiative", pk, pair.first.pk)
