from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from scans import access
from scans.explanations import WHOLE_SCAN, explanation
from scans.models import Scan
from scans.result_page import long_list
from scans.results import ScanResult, ThemeLine, scan_result

ROW = "scans/results/_scores.html#row"
OVERVIEW = "scans/results/_overview.html#overview"
ANSWERS = "antwoorden"
# What opens beside the figures, by what an address calls it.
TABLES = {
    "cijfers": "scans/results/_scores.html#table",
    ANSWERS: "scans/results/_why_answers.html#answers",
    "interessant": "scans/results/_ticked.html#more",
    "onbekend": "scans/results/_unknown.html#more",
    "sdg": "scans/results/_subjects.html#sdg",
    "iso": "scans/results/_subjects.html#iso",
}


@require_safe
def results(request: SignedInRequest, pk: int) -> HttpResponse:
    """Per theme score, band, completeness and step. A running scan has a provisional result.

    `waarom` opens the explanation of one figure, `toon` a table or the rest of a list, and
    `sluiten` closes either; htmx gets that part only.
    """
    scan = access.scan_for_reading(request.user, pk)
    result = scan_result(scan)
    context = {"scan": scan, "result": result, **_opened(request, result)}
    subject = context["shown"] or context["closed"] or context["figure"]
    if request.htmx and isinstance(subject, ThemeLine):
        return render(request, ROW, {**context, "line": subject})
    if request.htmx and isinstance(subject, str) and subject:
        part = TABLES.get(subject, OVERVIEW)
        return render(request, part, {**context, "line": context["figure"]})
    earlier = Scan.objects.finished().comparable_to(scan).before(scan).only("year", "depth")
    whole = {"organisation": scan.organisation, "section": "scan", "earlier": earlier}
    return render(request, "scans/results.html", {**context, **whole})


def _opened(request: HttpRequest, result: ScanResult) -> dict[str, object]:
    """What stands open and what was closed just now; `kept` leaves the figure open in a link."""
    opens, shows, closes = (request.GET.get(name, "") for name in ("waarom", "toon", "sluiten"))
    figure = _figure(result, opens)
    return {
        "figure": figure,
        "why": explanation(result, opens),
        "kept": f"waarom={opens}&" if figure else "",
        "shown": _table(shows, figure),
        "closed": _table(closes, figure) or _figure(result, closes),
        "ticked": long_list(result.ticked),
        "unknown": long_list(noted for group in result.unknown for noted in group.statements),
    }


def _figure(result: ScanResult, key: str) -> ThemeLine | str | None:
    """What a figure is about: a theme or the whole scan."""
    if key == WHOLE_SCAN:
        return WHOLE_SCAN
    return next((line for line in result.lines if str(line.number) == key), None)


def _table(name: str, figure: ThemeLine | str | None) -> str:
    """Empty for one that is not there. The answers stand with the theme that is open."""
    if name == ANSWERS and not isinstance(figure, ThemeLine):
        return ""
    return name if name in TABLES else ""
