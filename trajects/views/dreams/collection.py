"""Until when members write: opened, closed before its last day, and opened again."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions.dreams.collecting import close_collection, open_collection
from trajects.errors import ChangedMeanwhile, CollectionClosed, ThemeNotChosen
from trajects.forms.dreams import CollectionForm
from trajects.queries.dreams import chosen_themes, collection_of, is_open


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def dream_collection(request: SignedInRequest, pk: int) -> HttpResponse:
    """Refuses to store over what a colleague changed meanwhile, and shows both."""
    seen = access.traject_for_leading(request.user, pk)
    if request.method == "POST" and "close" in request.POST:
        return _close(request, pk)
    stored, at = collection_of(seen.traject), now()
    open_now = is_open(stored, at)
    form = CollectionForm(
        request.POST if request.method == "POST" else None,
        collection=stored,
        today=localdate(at),
        button=_("Save") if open_now else _("Open the collection"),
    )
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    is_conflict = False
    if form.is_valid():
        try:
            open_collection(
                traject=seen.traject,
                last_day=form.cleaned_data["last_day"],
                invitation=form.cleaned_data["invitation"],
                version=form.seen_version,
                by=request.user,
                at=at,
            )
        except ChangedMeanwhile:
            stored = collection_of(seen.traject)
            form.show_version(stored.version if stored else 0)
            is_conflict, status = True, HTTPStatus.CONFLICT
        except ThemeNotChosen:
            form.add_error(None, _("No theme is chosen yet. Write down the choice first."))
            status = HTTPStatus.CONFLICT
        else:
            messages.success(request, _("The collection is open. Tell the group where to write."))
            return redirect("trajects:dreams", pk)
    context = {
        **seen.frame(),
        "form": form,
        "collection": stored,
        "is_open": open_now,
        "is_conflict": is_conflict,
        "has_themes": chosen_themes(seen.traject).exists(),
    }
    return render(request, "trajects/dreams/collection.html", context, status=status)


def _close(request: SignedInRequest, pk: int) -> HttpResponse:
    seen = access.traject_for_leading(request.user, pk)
    try:
        close_collection(traject=seen.traject, by=request.user, at=now())
    except CollectionClosed:
        messages.info(request, _("The collection was closed already."))
    else:
        messages.success(request, _("The collection is closed. What came in stays."))
    return redirect("trajects:dreams", pk)
