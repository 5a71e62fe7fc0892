"""The result as a PDF: asked for by a POST, made in the background, fetched when it is there."""

from datetime import datetime

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.requests import SignedInRequest
from scans import access
from scans.actions.reports import ask_report
from scans.attachments import attached
from scans.errors import ReportUnderWay, TooManyReports
from scans.forms import ReportForm
from scans.models import Scan
from scans.queries import reports_of_scan
from scans.tasks import make_report

PAGE = "scans/report.html"
TOO_MANY_REQUESTS = 429


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: SignedInRequest, pk: int) -> HttpResponse:
    """What is asked, being made and made; htmx asks for the state alone."""
    scan = access.finished_scan_for_reading(request.user, pk)
    if request.method == "POST":
        return _ask(request, scan, at=now())
    form = ReportForm()
    template = f"{PAGE}#state" if request.htmx else PAGE
    return render(request, template, _context(request, scan, form, at=now()))


def _ask(request: SignedInRequest, scan: Scan, *, at: datetime) -> HttpResponse:
    form = ReportForm(request.POST)
    form.is_valid()  # two boxes: whatever comes is an answer
    try:
        asked = ask_report(
            scan=scan,
            with_names=form.cleaned_data["names"],
            with_remarks=form.cleaned_data["remarks"],
            by=request.user,
            at=at,
            slots=settings.REPORTS_AT_ONCE,
        )
    except ReportUnderWay:
        messages.info(request, _("A document is being made for you already. Wait for that one."))
    except TooManyReports:
        context = {**_context(request, scan, form, at=at), "too_many": True}
        return render(request, PAGE, context, status=TOO_MANY_REQUESTS)
    else:
        make_report.enqueue(asked.pk)
    return redirect("scans:report", pk=scan.pk)


def _context(
    request: SignedInRequest, scan: Scan, form: ReportForm, *, at: datetime
) -> dict[str, object]:
    reports = reports_of_scan(scan, user=request.user, at=at)
    if reports.own:
        form.give_way()  # to the document, now or after the swap that brings it
    return {
        "scan": scan,
        "organisation": scan.organisation,
        "section": "scan",
        "form": form,
        "reports": reports,
    }


@require_safe
def download(request: SignedInRequest, pk: int, report_pk: int) -> HttpResponse:
    found = access.report_for_reading(request.user, pk, report_pk)
    scan = found.scan
    return attached(found.file, f"mvo-scan {scan.year} {scan.imprint.organisation_name}")
