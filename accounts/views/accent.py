from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts import access
from accounts.caching import IMMUTABLE
from accounts.colours import accent_palette
from accounts.requests import SignedInRequest


@require_safe
def accent(request: SignedInRequest, pk: int, version: str) -> HttpResponse:
    """The organisation's colour as a stylesheet, under an address that changes with it: inline
    style is forbidden by our own policy."""
    organisation = access.organisation_for_reading(request.user, pk)
    if version != organisation.accent_hex:
        raise Http404
    palette = accent_palette(organisation.accent)
    response = render(request, "accounts/accent.css", {"palette": palette}, content_type="text/css")
    response.headers["Cache-Control"] = IMMUTABLE
    return response
