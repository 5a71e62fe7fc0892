from datetime import datetime

from django.db import IntegrityError, transaction

from accounts.models import Organisation, User
from scans.actions.imprints import make_imprint, remove_imprint
from scans.errors import NothingToAsk, ScanAlreadyRunning, ScanFinished, ScanGone, ScanNotFinished
from scans.models import Questionnaire, Reopening, Respondent, Scan, Variant


def start_scan(
    *, organisation: Organisation, depth: str, year: int, by: User, at: datetime
) -> Scan:
    """A new scan with the newest published questionnaire. Raises NothingToAsk,
    ScanAlreadyRunning."""
    questionnaire = Questionnaire.objects.newest_published(variant=Variant.GOVERNMENT)
    if questionnaire is None:
        raise NothingToAsk
    try:
        with transaction.atomic():
            scan = Scan.objects.create(
                organisation=organisation,
                questionnaire=questionnaire,
                depth=depth,
                year=year,
                started_at=at,
                started_by=by,
            )
            Respondent.objects.create(scan=scan)
    except IntegrityError as error:
        raise ScanAlreadyRunning from error
    return scan


@transaction.atomic
def finish_scan(*, scan: Scan, by: User, at: datetime) -> Scan:
    """Closes the scan for answers, dated and signed, with the names and the logo of this moment.

    Raises ScanFinished.
    """
    locked = _lock(scan)
    if locked.is_finished:
        raise ScanFinished
    locked.finished_at = at
    locked.finished_by = by
    locked.save(update_fields=["finished_at", "finished_by"])
    make_imprint(scan=locked, by=by)
    return locked


def reopen_scan(*, scan: Scan, reason: str, by: User, at: datetime) -> Scan:
    """Opens a finished scan again and keeps why, and the finish this undoes.

    Raises ScanNotFinished, ScanAlreadyRunning.
    """
    try:
        with transaction.atomic():
            return _reopen(_lock(scan), reason, by, at)
    except IntegrityError as error:
        raise ScanAlreadyRunning from error


def _reopen(scan: Scan, reason: str, by: User, at: datetime) -> Scan:
    if scan.finished_at is None or scan.finished_by is None:
        raise ScanNotFinished
    Reopening.objects.create(
        scan=scan,
        at=at,
        by=by,
        reason=reason,
        undone_finish_at=scan.finished_at,
        undone_finish_by=scan.finished_by,
    )
    scan.finished_at = None
    scan.finished_by = None
    scan.save(update_fields=["finished_at", "finished_by"])
    remove_imprint(scan=scan)
    return scan


@transaction.atomic
def delete_scan(*, scan: Scan) -> None:
    """Removes the scan with every answer in it and every document made of it."""
    locked = _lock(scan)
    remove_imprint(scan=locked)
    locked.delete()


def _lock(scan: Scan) -> Scan:
    """Saving answers locks the same row, so nothing is saved into a scan that is being closed."""
    try:
        return Scan.objects.select_for_update().get(pk=scan.pk)
    except Scan.DoesNotExist as gone:
        raise ScanGone from gone
