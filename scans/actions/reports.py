"""The PDF of a finished scan, asked for; `documents` does the rest."""

from datetime import datetime

from accounts.models import User
from scans.actions.documents import ask_document
from scans.errors import ScanNotFinished
from scans.models import Report, Scan


def ask_report(
    *, scan: Scan, with_names: bool, with_remarks: bool, by: User, at: datetime, slots: int
) -> Report:
    """Raises ScanNotFinished, ReportUnderWay, TooManyReports."""
    if not scan.is_finished:
        raise ScanNotFinished
    asked = Report(
        scan=scan, with_names=with_names, with_remarks=with_remarks, asked_at=at, asked_by=by
    )
    return ask_document(document=asked, slots=slots)
