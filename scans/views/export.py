from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.timezone import now
from django.views.decorators.http import require_POST

from accounts.requests import SignedInRequest
from scans import access
from scans.export import scan_export
from scans.forms import ExportForm

CONTENT_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


@require_POST
def export(request: SignedInRequest, pk: int) -> HttpResponse:
    """The figures and answers as a file; provisional ones of a running scan."""
    scan = access.scan_for_reading(request.user, pk)
    form = ExportForm(request.POST)
    if not form.is_valid():
        raise BadRequest("An export is xlsx or csv.")
    figures = scan_export(scan, with_remarks=form.cleaned_data["remarks"])
    kind = form.cleaned_data["format"]
    content = figures.xlsx(at=now()) if kind == "xlsx" else figures.csv()
    return HttpResponse(
        content,
        content_type=CONTENT_TYPES[kind],
        headers={
            "Content-Disposition": content_disposition_header(True, figures.file_name(kind)),
            "Cache-Control": "private, no-store",
        },
    )
