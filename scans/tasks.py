"""What is done behind the back of a request; docs/operations.md says by whom."""

import logging
from collections.abc import Callable

from django.utils.timezone import now
from django_tasks import task

from scans.actions.documents import fail_document, store_document
from scans.documents import scan_document
from scans.models import Document, Report

logger = logging.getLogger(__name__)


@task()
def make_report(report_pk: int) -> None:
    """Makes the document that was asked for; one that was given up meanwhile is left alone."""
    waiting = Report.objects.pending().filter(pk=report_pk)
    report = waiting.select_related("scan__imprint", "scan__questionnaire").first()
    if report is None:
        return
    finish(
        report,
        lambda: scan_document(
            report.scan, with_names=report.with_names, with_remarks=report.with_remarks
        ),
    )


def finish(document: Document, make: Callable[[], bytes]) -> None:
    """Made and kept, or failed with a line in the log."""
    try:
        content = make()
    except Exception:  # whatever it is, the person who waits must hear of it
        logger.exception("%s %s could not be made", type(document).__name__, document.pk)
        fail_document(document=document, at=now())
    else:
        store_document(document=document, content=content, at=now())
