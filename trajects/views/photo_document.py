"""The photo as a PDF: asked for by a POST, made in the background, fetched when it is there."""

from datetime import datetime

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.requests import SignedInRequest
from scans.attachments import attached
from scans.errors import ReportUnderWay, TooManyReports
from scans.queries import documents_seen
from trajects import access
from trajects.actions.documents import ask_photo_document
from trajects.errors import PhotoEmpty
from trajects.tasks import make_photo_document

PAGE = "trajects/matrix/pdf.html"
TOO_MANY_REQUESTS = 429


@require_http_methods(["GET", "HEAD", "POST"])
def photo_document(request: SignedInRequest, pk: int) -> HttpResponse:
    """What is asked, being made and made; htmx asks for the state alone."""
    seen = access.traject_for_reading(request.user, pk)
    if request.method == "POST":
        return _ask(request, seen, at=now())
    template = f"{PAGE}#state" if request.htmx else PAGE
    return render(request, template, _context(request, seen, at=now()))


def _ask(request: SignedInRequest, seen: access.Seen, *, at: datetime) -> HttpResponse:
    try:
        asked = ask_photo_document(
            traject=seen.traject, by=request.user, at=at, slots=settings.REPORTS_AT_ONCE
        )
    except PhotoEmpty:
        messages.info(request, _("Nothing is on the photo yet, so there is no document to make."))
    except ReportUnderWay:
        messages.info(request, _("A document is being made for you already. Wait for that one."))
    except TooManyReports:
        context = {**_context(request, seen, at=at), "too_many": True}
        return render(request, PAGE, context, status=TOO_MANY_REQUESTS)
    else:
        make_photo_document.enqueue(asked.pk)
    return redirect("trajects:photo_document", pk=seen.traject.pk)


def _context(request: SignedInRequest, seen: access.Seen, *, at: datetime) -> dict[str, object]:
    documents = list(seen.traject.documents.select_related("asked_by"))
    return {
        **seen.frame(),
        "documents": documents_seen(documents, user=request.user, at=at),
    }


@require_safe
def download(request: SignedInRequest, pk: int, document_pk: int) -> HttpResponse:
    traject, found = access.photo_document_for_reading(request.user, pk, document_pk)
    return attached(found.file, f"lokale foto {traject.organisation.name}")
