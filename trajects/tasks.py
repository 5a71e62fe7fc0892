"""What is done behind the back of a request; docs/operations.md says by whom."""

from django_tasks import task

from scans.tasks import finish
from trajects.documents.choice import choice_document
from trajects.documents.photo import photo_document
from trajects.documents.plan import plan_pdf
from trajects.documents.plan_word import plan_word
from trajects.models import ChoiceDocument, Paper, PhotoDocument, PlanDocument


@task()
def make_photo_document(document_pk: int) -> None:
    """Makes the document that was asked for; one that was given up meanwhile is left alone."""
    waiting = PhotoDocument.objects.pending().filter(pk=document_pk)
    document = waiting.select_related("traject__organisation").first()
    if document is not None:
        finish(document, lambda: photo_document(document))


@task()
def make_choice_document(document_pk: int) -> None:
    """Makes the note that was asked for; one that was given up meanwhile is left alone."""
    waiting = ChoiceDocument.objects.pending().filter(pk=document_pk)
    document = waiting.select_related("traject__organisation").first()
    if document is not None:
        finish(document, lambda: choice_document(document))


@task()
def make_plan_document(document_pk: int) -> None:
    """Makes the file that was asked for; one that was given up meanwhile is left alone."""
    waiting = PlanDocument.objects.pending().filter(pk=document_pk)
    document = waiting.select_related("traject__organisation").first()
    if document is not None:
        make = plan_word if document.paper == Paper.WORD else plan_pdf
        finish(document, lambda: make(document))
