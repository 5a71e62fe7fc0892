"""A document of any kind: asked for, made or failed."""

from datetime import datetime
from secrets import token_hex
from typing import TypeVar

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction

from scans.actions.imprints import discard
from scans.errors import ReportUnderWay, TooManyReports
from scans.models import Document

Asked = TypeVar("Asked", bound=Document)


def ask_document(*, document: Asked, slots: int) -> Asked:
    """A place in the row of `slots` documents that may be made at the same time, for one that is
    filled in but for its slot.

    Raises ReportUnderWay, TooManyReports.
    """
    give_up_documents(at=document.asked_at)
    pending = Document.objects.pending()
    taken = set(pending.values_list("slot", flat=True))
    for slot in sorted({*range(1, slots + 1)} - taken):
        document.slot = slot
        if _stored(document):
            return document
    own = pending.filter(asked_by=document.asked_by)
    raise ReportUnderWay if own.exists() else TooManyReports


def _stored(document: Document) -> bool:
    """False when this person has one already, or when somebody took the slot a moment before."""
    try:
        with transaction.atomic():
            document.save(force_insert=True)
    except IntegrityError:
        return False
    return True


def give_up_documents(*, at: datetime) -> int:
    """Marks what nobody is making any more as failed, so that its place is free again."""
    return Document.objects.given_up(at=at).update(failed_at=at)


@transaction.atomic
def store_document(*, document: Document, content: bytes, at: datetime) -> bool:
    """Keeps the document and removes the ones it replaces. False, and nothing is kept, when it
    was given up or what it is about changed or went meanwhile."""
    file = Document._meta.get_field("file")
    name = file.generate_filename(document, f"{token_hex(16)}{document.suffix}")
    name = default_storage.save(name, ContentFile(content))
    # Who opens or deletes what it is about, or stores another document of it, waits for this one.
    document.about().select_for_update().first()
    waiting = Document.objects.pending().filter(pk=document.pk)
    if not waiting.update(file=name, finished_at=at):
        default_storage.delete(name)
        return False
    for older in document.alike().exclude(pk=document.pk).exclude(pk__in=_pending()):
        discard(older.file)
        older.delete()
    return True


def _pending() -> list[int]:
    return list(Document.objects.pending().values_list("pk", flat=True))


def fail_document(*, document: Document, at: datetime) -> None:
    Document.objects.pending().filter(pk=document.pk).update(failed_at=at)
