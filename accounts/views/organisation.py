from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts import access
from accounts.organisation_page import organisation_page
from accounts.requests import SignedInRequest


@require_safe
def organisation(request: SignedInRequest, pk: int) -> HttpResponse:
    """Who the organisation is, for everybody in it; its coordinator can change each part."""
    page = organisation_page(access.membership_in(request.user, pk))
    context = {"page": page, "organisation": page.organisation, "section": "organisation"}
    return render(request, "accounts/organisation.html", context)
