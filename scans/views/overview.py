from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from scans import access
from scans.queries import scan_progress, where_was_i


@require_safe
def overview(request: SignedInRequest, pk: int) -> HttpResponse:
    """Where the scan stands, theme by theme, and where to go on."""
    scan = access.scan_for_reading(request.user, pk)
    progress = scan_progress(scan)
    context = {
        "scan": scan,
        "organisation": scan.organisation,
        "section": "scan",
        "progress": progress,
        "resume": where_was_i(scan, progress),
        "may_answer": access.may_answer(scan),
        "may_coordinate": access.may_coordinate(scan),
        "reopenings": scan.reopenings.select_related("by", "undone_finish_by"),
    }
    return render(request, "scans/overview.html", context)
