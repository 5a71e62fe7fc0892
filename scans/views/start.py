from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from accounts.access import organisation_for_coordinating
from accounts.models import Organisation
from accounts.requests import SignedInRequest
from scans.actions.scans import start_scan
from scans.errors import ScanAlreadyRunning
from scans.forms import StartForm
from scans.models import Depth, Questionnaire, Scan, Variant
from scans.queries import statement_counts

UNPROCESSABLE = 422
# An estimate: reading a statement, looking something up, answering.
MINUTES_PER_STATEMENT = 1


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: SignedInRequest, pk: int) -> HttpResponse:
    """Choose light or full and the year, and start."""
    organisation = organisation_for_coordinating(request.user, pk)
    questionnaire = Questionnaire.objects.newest_published(variant=Variant.GOVERNMENT)
    if questionnaire is None:
        return render(request, "scans/no_questionnaire.html", {"organisation": organisation})
    labels = _depth_labels(statement_counts(questionnaire))
    form = StartForm(
        request.POST if request.method == "POST" else None,
        depth_labels=labels,
        initial={"year": localdate().year, "depth": Depth.LIGHT},
    )
    if request.method == "POST" and form.is_valid():
        scan = _start(request, organisation, form)
        if scan:
            return redirect(scan)
    context = {"organisation": organisation, "form": form, "section": "home"}
    return render(
        request, "scans/start.html", context, status=UNPROCESSABLE if form.errors else 200
    )


def _start(request: SignedInRequest, organisation: Organisation, form: StartForm) -> Scan | None:
    try:
        scan = start_scan(
            organisation=organisation,
            depth=form.cleaned_data["depth"],
            year=form.cleaned_data["year"],
            by=request.user,
            at=now(),
        )
    except ScanAlreadyRunning:
        form.add_error(
            None,
            _("A scan like this is already running for that year. Go on with that one."),
        )
        return None
    messages.success(request, _("The scan has started. Choose a theme to begin with."))
    return scan


def _depth_labels(counts: dict[str, int]) -> dict[str, str]:
    return {
        Depth.LIGHT: _("Light, %(statements)s, about %(minutes)s") % _amounts(counts["light"]),
        Depth.FULL: _("Full, %(statements)s, about %(minutes)s") % _amounts(counts["full"]),
    }


def _amounts(statements: int) -> dict[str, str]:
    minutes = statements * MINUTES_PER_STATEMENT
    return {
        "statements": ngettext("%d statement", "%d statements", statements) % statements,
        "minutes": ngettext("%d minute", "%d minutes", minutes) % minutes,
    }
