"""The local photo as a workbook: out, in, and an empty one to begin with."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions.imports import import_initiatives
from trajects.errors import LabelGone
from trajects.forms.photo_file import PhotoFileForm, StaleRows, carried, uncarried
from trajects.models import Traject
from trajects.pages.import_preview import ImportPreview, import_preview
from trajects.photo_file import empty_workbook, photo_workbook

PAGE = "trajects/matrix/import.html"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_POST
def photo_export(request: SignedInRequest, pk: int) -> HttpResponse:
    """All that is on the photo, in a file that can be brought in again."""
    traject = access.traject_for_reading(request.user, pk).traject
    return _file(traject, photo_workbook(traject, at=now()), _("local photo"))


@require_safe
def photo_template(request: SignedInRequest, pk: int) -> HttpResponse:
    """An empty workbook with lists to choose from."""
    traject = access.traject_for_contributing(request.user, pk).traject
    return _file(traject, empty_workbook(traject, at=now()), _("local photo empty"))


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def photo_import(request: SignedInRequest, pk: int) -> HttpResponse:
    """Choose a file, look it over, and bring it in: nothing is stored before the last of these."""
    seen = access.traject_for_coordinating(request.user, pk)
    if "rows" in request.POST:
        return _bring_in(request, seen)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = PhotoFileForm(*sent)
    preview = import_preview(seen.traject, form.cleaned_data["file"]) if form.is_valid() else None
    return _shown(request, seen, form, preview)


def _shown(
    request: SignedInRequest,
    seen: access.Seen,
    form: PhotoFileForm,
    preview: ImportPreview | None,
) -> HttpResponse:
    rows = None
    if preview and not preview.problems:
        rows = carried(preview.fresh, traject=seen.traject, by=request.user)
        if rows is None:
            form.add_error("file", _("There is too much text in this file. Spread it over two."))
    context = {**seen.frame(), "form": form, "preview": preview, "rows": rows}
    wrong = form.errors or (preview and preview.problems)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
    return render(request, PAGE, context, status=status)


def _bring_in(request: SignedInRequest, seen: access.Seen) -> HttpResponse:
    traject = seen.traject
    try:
        entries = uncarried(request.POST["rows"], traject=traject, by=request.user)
        made = import_initiatives(traject=traject, entries=entries, by=request.user, at=now())
    except StaleRows:
        messages.error(request, _("Nothing was brought in. Choose the file once more."))
        return redirect("trajects:photo_import", pk=traject.pk)
    except LabelGone:
        messages.error(
            request,
            _(
                "Nothing was brought in: a department of this file was removed meanwhile. Choose "
                "the file once more to see which."
            ),
        )
        return redirect("trajects:photo_import", pk=traject.pk)
    words = ngettext(
        "One initiative was brought in.", "%(number)d initiatives were brought in.", len(made)
    )
    messages.success(request, words % {"number": len(made)})
    return redirect("trajects:matrix", pk=traject.pk)


def _file(traject: Traject, content: bytes, name: str) -> HttpResponse:
    file_name = f"{slugify(f'{name} {traject.organisation.name}')}.xlsx"
    return HttpResponse(
        content,
        content_type=XLSX,
        headers={
            "Content-Disposition": content_disposition_header(True, file_name),
            "Cache-Control": "private, no-store",
        },
    )
