"""The PDF of a finished scan: asked for, made or failed."""

from datetime import datetime
from secrets import token_hex

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction

from accounts.models import User
from scans.actions.imprints import discard
from scans.errors import ReportUnderWay, ScanNotFinished, TooManyReports
from scans.models import Report, Scan


def ask_report(
    *, scan: Scan, with_names: bool, with_remarks: bool, by: User, at: datetime, slots: int
) -> Report:
    """A place in the row of `slots` documents that may be made at the same time.

    Raises ScanNotFinished, ReportUnderWay, TooManyReports.
    """
    if not scan.is_finished:
        raise ScanNotFinished
    give_up_reports(at=at)
    pending = Report.objects.pending()
    taken = set(pending.values_list("slot", flat=True))
    for slot in sorted({*range(1, slots + 1)} - taken):
        asked = Report(
            scan=scan,
            with_names=with_names,
            with_remarks=with_remarks,
            slot=slot,
            asked_at=at,
            asked_by=by,
        )
        if _stored(asked):
            return asked
    raise ReportUnderWay if pending.filter(asked_by=by).exists() else TooManyReports


def _stored(report: Report) -> bool:
    """False when this person has one already, or when somebody took the slot a moment before."""
    try:
        with transaction.atomic():
            report.save(force_insert=True)
    except IntegrityError:
        return False
    return True


def give_up_reports(*, at: datetime) -> int:
    """Marks what nobody is making any more as failed, so that its place is free again."""
    return Report.objects.given_up(at=at).update(failed_at=at)


@transaction.atomic
def store_report(*, report: Report, content: bytes, at: datetime) -> bool:
    """Keeps the document and removes the ones it replaces. False, and nothing is kept, when it
    was given up or its scan was opened again meanwhile."""
    file = Report._meta.get_field("file")
    name = file.generate_filename(report, f"{token_hex(16)}.pdf")
    name = default_storage.save(name, ContentFile(content))
    # Who opens or deletes the scan, or stores another document of it, waits for this one.
    Scan.objects.select_for_update().filter(pk=report.scan_id).first()
    waiting = Report.objects.pending().filter(pk=report.pk)
    if not waiting.update(file=name, finished_at=at):
        default_storage.delete(name)
        return False
    for older in Report.objects.like(report).exclude(pk=report.pk).exclude(pk__in=_pending()):
        discard(older.file)
        older.delete()
    return True


def _pending() -> list[int]:
    return list(Report.objects.pending().values_list("pk", flat=True))


def fail_report(*, report: Report, at: datetime) -> None:
    Report.objects.pending().filter(pk=report.pk).update(failed_at=at)
