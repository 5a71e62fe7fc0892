from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from accounts.models import User
from scans.entries import Change
from scans.errors import ScanFinished
from scans.models import Answer, Respondent, Scan


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
    respondent = _locked_respondent(scan)
    stored = _stored_answers(respondent, changes)
    outcome = SaveOutcome()
    new: list[Answer] = []
    changed: list[Answer] = []
    for change in changes:
        answer = stored.get(change.statement_pk)
        if answer is None:
            new.append(_new_answer(respondent, change, by, at))
            outcome.saved[change.statement_pk] = new[-1]
        elif answer.entry == change.entry:
            outcome.saved[change.statement_pk] = answer
        elif change.may_replace(answer.version):
            changed.append(_changed_answer(answer, change, by, at))
            outcome.saved[change.statement_pk] = answer
        else:
            outcome.conflicts[change.statement_pk] = answer
    _write(new, changed)
    return outcome


def _locked_respondent(scan: Scan) -> Respondent:
    respondents = Respondent.objects.select_for_update(of=("scan",)).select_related("scan")
    respondent = respondents.get(scan_id=scan.pk, user__isnull=True)
    if respondent.scan.is_finished:
        raise ScanFinished
    return respondent


def _stored_answers(respondent: Respondent, changes: Sequence[Change]) -> dict[int, Answer]:
    asked = [change.statement_pk for change in changes]
    answers = Answer.objects.filter(respondent=respondent, statement_id__in=asked)
    return {answer.statement_id: answer for answer in answers.select_related("updated_by")}


def _new_answer(respondent: Respondent, change: Change, by: User, at: datetime) -> Answer:
    answer = Answer(respondent=respondent, statement_id=change.statement_pk, version=1)
    return _fill(answer, change, by, at)


def _changed_answer(answer: Answer, change: Change, by: User, at: datetime) -> Answer:
    answer.version += 1
    return _fill(answer, change, by, at)


def _fill(answer: Answer, change: Change, by: User, at: datetime) -> Answer:
    answer.value = change.entry.value
    answer.interesting = change.entry.interesting
    answer.remark = change.entry.remark
    answer.reason = change.entry.reason
    answer.updated_by = by
    answer.updated_at = at
    return answer


def _write(new: list[Answer], changed: list[Answer]) -> None:
    if new:
        Answer.objects.bulk_create(new)
    if changed:
        fields = ("value", "interesting", "remark", "reason", "version", "updated_by", "updated_at")
        Answer.objects.bulk_update(changed, fields)
