from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import SignedInRequest
from scans.models import Scan
from trajects import access
from trajects.access import Seen
from trajects.actions.scan_link import link_scan
from trajects.errors import StepNotReady
from trajects.forms.scan import LinkScanForm
from trajects.pages.road import step_page
from trajects.pages.scan import scan_page
from trajects.steps import Key


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def scan(request: SignedInRequest, pk: int) -> HttpResponse:
    """The result in short, for who sees the traject; a post chooses the scan."""
    if request.method != "POST":
        return _page(request, access.traject_for_reading(request.user, pk))
    seen = access.traject_for_coordinating(request.user, pk)
    form = LinkScanForm(request.POST, traject=seen.traject)
    if form.is_valid() and _link(request, seen, form):
        return redirect("trajects:scan", pk=pk)
    return _page(request, seen, form)


def _link(request: SignedInRequest, seen: Seen, form: LinkScanForm) -> bool:
    chosen: Scan = form.cleaned_data["scan"]
    is_same = chosen.pk == seen.traject.scan_id
    try:
        link_scan(traject=seen.traject, scan=chosen, by=request.user, at=now())
    except StepNotReady:
        form.add_error(
            None, _("The step of the scan is done. Open it again before you choose another scan.")
        )
        return False
    done = _("You looked at the scan again.") if is_same else _("This is now the scan.")
    if is_same and not chosen.is_finished:
        done = _("The result stands here as soon as the scan is finished.")
    messages.success(request, done)
    return True


def _page(request: SignedInRequest, seen: Seen, form: LinkScanForm | None = None) -> HttpResponse:
    traject, standing = seen.traject, seen.standing
    context = {
        **seen.frame(),
        "found": scan_page(traject, standing),
        "page": step_page(traject, Key.SCAN, standing=standing, language=get_language() or "nl"),
        "form": form or (LinkScanForm(traject=traject) if standing.may_coordinate else None),
        "has_scans": Scan.objects.filter(organisation=traject.organisation_id).exists(),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form else HTTPStatus.OK
    return render(request, "trajects/scan.html", context, status=status)
