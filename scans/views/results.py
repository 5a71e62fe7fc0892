from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from scans import access
from scans.results import scan_result


@require_safe
def results(request: SignedInRequest, pk: int) -> HttpResponse:
    """Per theme score, band, completeness and step. A running scan has a provisional result."""
    scan = access.scan_for_reading(request.user, pk)
    context = {
        "scan": scan,
        "organisation": scan.organisation,
        "section": "scan",
        "result": scan_result(scan),
    }
    return render(request, "scans/results.html", context)
