from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from scans import access
from scans.compared import compared_scans


@require_safe
def compare(request: SignedInRequest, pk: int, other_pk: int) -> HttpResponse:
    """Two scans beside each other, the earlier one first, whichever the address names first."""
    before, after = access.scans_for_comparing(request.user, pk, other_pk)
    context = {
        "organisation": after.organisation,
        "section": "scan",
        "compared": compared_scans(before, after),
    }
    return render(request, "scans/compare.html", context)
