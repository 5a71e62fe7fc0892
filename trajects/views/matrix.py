"""The local photo as a whole, to look at and to print."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from trajects import access
from trajects.pages.photo import photo_page


@require_safe
def matrix(request: SignedInRequest, pk: int) -> HttpResponse:
    """Who already does what, where nothing happens, and what the scan says about it."""
    seen = access.traject_for_reading(request.user, pk)
    context = {**seen.frame(), "photo": photo_page(seen.traject)}
    return render(request, "trajects/matrix/page.html", context)


@require_safe
def photo_print(request: SignedInRequest, pk: int) -> HttpResponse:
    """The same, as a page that goes through a printer well."""
    seen = access.traject_for_reading(request.user, pk)
    context = {**seen.frame(), "photo": photo_page(seen.traject)}
    return render(request, "trajects/matrix/print.html", context)
