from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from scans import access
from scans.explanations import WHOLE_SCAN, explanation
from scans.models import Scan
from scans.results import ScanResult, ThemeLine, scan_result

OVERVIEW = "scans/results/_overview.html#overview"
ROW = "scans/results/_scores.html#row"


@require_safe
def results(request: SignedInRequest, pk: int) -> HttpResponse:
    """Per theme score, band, completeness and step. A running scan has a provisional result.

    `waarom` opens the explanation of one figure and `sluiten` closes it; htmx gets that part only.
    """
    scan = access.scan_for_reading(request.user, pk)
    result = scan_result(scan)
    context = {
        "scan": scan,
        "result": result,
        "why": explanation(result, request.GET.get("waarom", "")),
        "closed": _subject(result, request.GET.get("sluiten", "")),
    }
    part = _part(request, result) if request.htmx else None
    if part:
        return render(request, part[0], {**context, "line": part[1]})
    earlier = Scan.objects.finished().comparable_to(scan).before(scan)
    whole = {"organisation": scan.organisation, "section": "scan", "earlier": earlier}
    return render(request, "scans/results.html", {**context, **whole})


def _subject(result: ScanResult, key: str) -> ThemeLine | str | None:
    """What a figure is about: a theme or the whole scan."""
    if key == WHOLE_SCAN:
        return WHOLE_SCAN
    return next((line for line in result.lines if str(line.number) == key), None)


def _part(request: HttpRequest, result: ScanResult) -> tuple[str, ThemeLine | None] | None:
    key = request.GET.get("waarom") or request.GET.get("sluiten", "")
    subject = _subject(result, key)
    if isinstance(subject, ThemeLine):
        return ROW, subject
    return (OVERVIEW, None) if subject else None
