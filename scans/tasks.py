"""What is done behind the back of a request; docs/operations.md says by whom."""

import logging

from django.utils.timezone import now
from django_tasks import task

from scans.actions.reports import fail_report, store_report
from scans.documents import scan_document
from scans.models import Report

logger = logging.getLogger(__name__)


@task()
def make_report(report_pk: int) -> None:
    """Makes the document that was asked for; one that was given up meanwhile is left alone."""
    waiting = Report.objects.pending().filter(pk=report_pk)
    report = waiting.select_related("scan__imprint", "scan__questionnaire").first()
    if report is None:
        return
    try:
        content = scan_document(
            report.scan, with_names=report.with_names, with_remarks=report.with_remarks
        )
    except Exception:  # whatever it is, the person who waits must hear of it
        logger.exception("Report %s could not be made", report_pk)
        fail_report(report=report, at=now())
    else:
        store_report(report=report, content=content, at=now())
