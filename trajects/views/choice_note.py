"""The note for who gives green light: asked for by a POST, made in the background, fetched."""

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
from trajects.actions.choice import ask_choice_document
from trajects.errors import StepNotReady
from trajects.queries.choices import has_chosen
from trajects.tasks import make_choice_document

PAGE = "trajects/themes/note.html"
TOO_MANY_REQUESTS = 429


@require_http_methods(["GET", "HEAD", "POST"])
def choice_note(request: SignedInRequest, pk: int) -> HttpResponse:
    """What is asked, being made and made; htmx asks for the state alone."""
    seen = access.traject_for_reading(request.user, pk)
    if request.method == "POST":
        return _ask(request, seen, at=now())
    template = f"{PAGE}#state" if request.htmx else PAGE
    return render(request, template, _context(request, seen, at=now()))


def _ask(request: SignedInRequest, seen: access.Seen, *, at: datetime) -> HttpResponse:
    try:
        asked = ask_choice_document(
            traject=seen.traject, by=request.user, at=at, slots=settings.REPORTS_AT_ONCE
        )
    except StepNotReady:
        messages.info(request, _("Nothing is chosen yet, so there is no note to make."))
    except ReportUnderWay:
        messages.info(request, _("A document is being made for you already. Wait for that one."))
    except TooManyReports:
        context = {**_context(request, seen, at=at), "too_many": True}
        return render(request, PAGE, context, status=TOO_MANY_REQUESTS)
    else:
        make_choice_document.enqueue(asked.pk)
    return redirect("trajects:choice_note", pk=seen.traject.pk)


def _context(request: SignedInRequest, seen: access.Seen, *, at: datetime) -> dict[str, object]:
    documents = list(seen.traject.choice_documents.select_related("asked_by"))
    return {
        **seen.frame(),
        "documents": documents_seen(documents, user=request.user, at=at),
        "has_chosen": has_chosen(seen.traject),
    }


@require_safe
def choice_note_download(request: SignedInRequest, pk: int, document_pk: int) -> HttpResponse:
    traject, found = access.choice_document_for_reading(request.user, pk, document_pk)
    return attached(found.file, f"nota themas {traject.organisation.name}")
