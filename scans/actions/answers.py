from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import prefetch_related_objects

from accounts.models import User
from scans.entries import Change
from scans.errors import ScanFinished, ScanGone
from scans.models import Answer, Scan

SAVED_FIELDS = ("value", "interesting", "remark", "reason", "version", "updated_by", "updated_at")


@dataclass
class SaveOutcome:
    """By statement pk: the stored answers, and those of somebody else that stand in the way."""

    saved: dict[int, Answer] = field(default_factory=dict)
    conflicts: dict[int, Answer] = field(default_factory=dict)


@transaction.atomic
def save_answers(*, scan: Scan, changes: Sequence[Change], by: User, at: datetime) -> SaveOutcome:
    """Stores what is up to date and reports the rest. Raises ScanFinished.

    A save equal to what is stored is a replay: it counts as saved and writes nothing. The scan's
    row is locked first, so two saves never overtake each other.
    """
    _lock_running(scan)
    stored = _stored_answers(scan, changes)
    outcome = SaveOutcome()
    written: list[Answer] = []
    for change in changes:
        answer = stored.get(change.statement_pk)
        if answer and answer.entry == change.entry:
            outcome.saved[change.statement_pk] = answer
        elif answer and not change.may_replace(answer.version):
            outcome.conflicts[change.statement_pk] = answer
        else:
            version = answer.version + 1 if answer else 1
            written.append(_answer(scan, change, version, by, at))
            outcome.saved[change.statement_pk] = written[-1]
    _write(written)
    prefetch_related_objects(list(outcome.conflicts.values()), "updated_by")
    return outcome


def _lock_running(scan: Scan) -> None:
    scans = Scan.objects.select_for_update().values_list("finished_at", flat=True)
    try:
        finished_at = scans.get(pk=scan.pk)
    except Scan.DoesNotExist as gone:
        raise ScanGone from gone
    if finished_at:
        raise ScanFinished


def _stored_answers(scan: Scan, changes: Sequence[Change]) -> dict[int, Answer]:
    answers = Answer.objects.filter(
        respondent_id=scan.organisation_respondent_pk,
        statement_id__in=[change.statement_pk for change in changes],
    )
    return {answer.statement_id: answer for answer in answers}


def _answer(scan: Scan, change: Change, version: int, by: User, at: datetime) -> Answer:
    return Answer(
        respondent_id=scan.organisation_respondent_pk,
        statement_id=change.statement_pk,
        value=change.entry.value,
        interesting=change.entry.interesting,
        remark=change.entry.remark,
        reason=change.entry.reason,
        version=version,
        updated_by=by,
        updated_at=at,
    )


def _write(answers: list[Answer]) -> None:
    """New ones and changed ones in one statement."""
    if answers:
        Answer.objects.bulk_create(
            answers,
            update_conflicts=True,
            unique_fields=("respondent", "statement"),
            update_fields=SAVED_FIELDS,
        )
