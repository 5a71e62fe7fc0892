"""The plan as a file: asked for by a POST, made in the background, fetched when it is there."""

from collections.abc import Iterator
from datetime import datetime
from http import HTTPStatus

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
from trajects.actions.plan.documents import ask_plan_document
from trajects.errors import PlanEmpty
from trajects.forms.plan.document import PlanDocumentForm
from trajects.models import Audience, PlanDocument
from trajects.tasks import make_plan_document

PAGE = "trajects/plan/document.html"
# In Dutch, as the file itself.
FOR_WHOM = {
    Audience.OWN.value: "voor onszelf",
    Audience.COUNCIL.value: "voor de raad",
    Audience.PUBLIC.value: "voor iedereen",
}


@require_http_methods(["GET", "HEAD", "POST"])
def plan_document(request: SignedInRequest, pk: int) -> HttpResponse:
    """What is asked, being made and made; htmx asks for the state alone."""
    seen = access.traject_for_reading(request.user, pk)
    if request.method == "POST":
        return _ask(request, seen, at=now())
    form = PlanDocumentForm(standing=seen.standing)
    template = f"{PAGE}#state" if request.htmx else PAGE
    return render(request, template, _context(request, seen, form, at=now()))


def _ask(request: SignedInRequest, seen: access.Seen, *, at: datetime) -> HttpResponse:
    form = PlanDocumentForm(request.POST, standing=seen.standing)
    if not form.is_valid():
        context = _context(request, seen, form, at=at)
        return render(request, PAGE, context, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        asked = ask_plan_document(
            traject=seen.traject,
            choice=form.choice,
            by=request.user,
            at=at,
            slots=settings.REPORTS_AT_ONCE,
        )
    except PlanEmpty:
        messages.info(request, _("The plan has no action yet, so there is no document to make."))
    except ReportUnderWay:
        messages.info(request, _("A document is being made for you already. Wait for that one."))
    except TooManyReports:
        context = {**_context(request, seen, form, at=at), "too_many": True}
        return render(request, PAGE, context, status=HTTPStatus.TOO_MANY_REQUESTS)
    else:
        make_plan_document.enqueue(asked.pk)
    return redirect("trajects:plan_document", pk=seen.traject.pk)


def _context(
    request: SignedInRequest, seen: access.Seen, form: PlanDocumentForm, *, at: datetime
) -> dict[str, object]:
    made = list(access.plan_documents_of(seen).select_related("asked_by"))
    documents = documents_seen(made, user=request.user, at=at)
    if documents.own:
        form.give_way()
    return {**seen.frame(), "form": form, "documents": documents}


@require_safe
def download_plan(request: SignedInRequest, pk: int, document_pk: int) -> HttpResponse:
    seen, found = access.plan_document_for_reading(request.user, pk, document_pk)
    words = ("mvo-actieplan", seen.traject.organisation.name, *_told_of(found))
    return attached(found.file, " ".join(words))


def _told_of(made: PlanDocument) -> Iterator[str]:
    """What the name of the file says: for whom it is, and what was chosen to be in it."""
    yield FOR_WHOM[made.audience]
    if made.with_names:
        yield "met namen"
    if made.with_remarks:
        yield "met opmerkingen"
    if made.with_notes:
        yield "met notities"
