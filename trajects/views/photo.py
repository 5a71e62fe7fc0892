"""The local photo as a list, what waits for the coordinator, and what to begin with."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from trajects import access
from trajects.forms.initiatives import FilterForm
from trajects.pages.asks import asks_for, department_lines
from trajects.pages.suggestions import suggestions_for
from trajects.queries.photo import (
    departments_of,
    likely_pairs,
    on_photo,
    own_not_on_photo,
    waiting_for,
)

ON_A_PAGE = 50


@require_safe
def photo(request: SignedInRequest, pk: int) -> HttpResponse:
    """What the organisation does, with what is to be decided above it for who decides."""
    seen = access.traject_for_reading(request.user, pk)
    form = FilterForm(request.GET, traject=seen.traject)
    wanted = form.wanted
    found = Paginator(on_photo(seen.traject, wanted), ON_A_PAGE)
    decides = seen.standing.may_lead
    context = {
        **seen.frame(),
        "form": form,
        "wanted": wanted,
        "found": found.get_page(request.GET.get("bladzijde")),
        "total": seen.traject.initiatives.on_photo().count(),
        "waiting": waiting_for(seen.traject) if decides else (),
        "own": () if decides else own_not_on_photo(seen.traject, request.user),
        "query": _query(request),
    }
    return render(request, "trajects/photo/page.html", context)


@require_safe
def duplicates(request: SignedInRequest, pk: int) -> HttpResponse:
    """Which entries look like the same thing, told twice."""
    seen = access.traject_for_coordinating(request.user, pk)
    context = {**seen.frame(), "pairs": likely_pairs(seen.traject)}
    return render(request, "trajects/photo/duplicates.html", context)


@require_safe
def suggestions(request: SignedInRequest, pk: int) -> HttpResponse:
    """What the linked scan says the organisation does, or found interesting."""
    seen = access.traject_for_contributing(request.user, pk)
    context = {**seen.frame(), "groups": suggestions_for(seen.traject, seen.standing)}
    return render(request, "trajects/photo/suggestions.html", context)


@require_safe
def asks(request: SignedInRequest, pk: int) -> HttpResponse:
    """Per department what to ask."""
    seen = access.traject_for_reading(request.user, pk)
    context = {**seen.frame(), "lines": department_lines(seen.traject)}
    return render(request, "trajects/photo/asks.html", context)


@require_safe
def asks_of(request: SignedInRequest, pk: int, department_pk: int) -> HttpResponse:
    """The list for one department, made to be printed."""
    seen = access.traject_for_reading(request.user, pk)
    department = get_object_or_404(departments_of(seen.traject), pk=department_pk)
    context = {
        **seen.frame(),
        "department": department,
        "groups": asks_for(seen.traject, department),
    }
    return render(request, "trajects/photo/asks_of.html", context)


def _query(request: SignedInRequest) -> str:
    """The filter as it stands in the address, to turn a page with it."""
    kept = request.GET.copy()
    kept.pop("bladzijde", None)
    return kept.urlencode()
