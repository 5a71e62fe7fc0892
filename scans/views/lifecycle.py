"""Finish, reopen and delete: each asks first, on a page of its own."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import SignedInRequest
from scans import access
from scans.actions.scans import delete_scan, finish_scan, reopen_scan
from scans.errors import ScanAlreadyRunning, ScanFinished, ScanNotFinished
from scans.forms import DeleteForm, ReopenForm
from scans.models import Scan
from scans.queries import scan_progress

UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
@access.existing()
def finish(request: SignedInRequest, pk: int) -> HttpResponse:
    scan = access.scan_for_coordinating(request.user, pk)
    if request.method != "POST":
        context = {**_context(scan), "progress": scan_progress(scan)}
        return render(request, "scans/finish.html", context)
    try:
        finish_scan(scan=scan, by=request.user, at=now())
    except ScanFinished:
        messages.info(request, _("This scan was finished already."))
    return redirect("scans:results", pk=scan.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@access.existing()
def reopen(request: SignedInRequest, pk: int) -> HttpResponse:
    scan = access.scan_for_coordinating(request.user, pk)
    form = ReopenForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _reopen(request, scan, form):
        return redirect(scan)
    return _form_page(request, "scans/reopen.html", scan, form)


def _reopen(request: SignedInRequest, scan: Scan, form: ReopenForm) -> bool:
    try:
        reopen_scan(scan=scan, reason=form.cleaned_data["reason"], by=request.user, at=now())
    except ScanNotFinished:
        messages.info(request, _("This scan was open already."))
    except ScanAlreadyRunning:
        form.add_error(
            None,
            _("Another scan of this year is running. Finish or delete that one first."),
        )
        return False
    return True


@require_http_methods(["GET", "HEAD", "POST"])
@access.existing()
def delete(request: SignedInRequest, pk: int) -> HttpResponse:
    scan = access.scan_for_coordinating(request.user, pk)
    form = DeleteForm(request.POST if request.method == "POST" else None, scan=scan)
    if request.method == "POST" and form.is_valid():
        delete_scan(scan=scan)
        messages.success(request, _("The scan and its answers are deleted."))
        return redirect("home")
    return _form_page(request, "scans/delete.html", scan, form)


def _form_page(request: SignedInRequest, template: str, scan: Scan, form: Any) -> HttpResponse:
    context = {**_context(scan), "form": form}
    return render(request, template, context, status=UNPROCESSABLE if form.errors else 200)


def _context(scan: Scan) -> dict[str, object]:
    return {"scan": scan, "organisation": scan.organisation, "section": "scan"}
