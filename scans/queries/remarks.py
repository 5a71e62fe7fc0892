"""What people wrote beside their answers; never part of a score."""

from dataclasses import dataclass

from scans.entries import Entry
from scans.models import Answer, Scan


@dataclass(frozen=True)
class Written:
    """The remarks on a statement, and the reasons why it does not apply: a line per respondent."""

    remark: str = ""
    reason: str = ""


def written_beside_answers(scan: Scan) -> dict[str, Written]:
    """By statement code, in one query. A reason left behind under another answer is not in it."""
    answers = Answer.objects.filter(respondent__scan=scan).order_by("respondent_id")
    found: dict[str, Written] = {}
    for code, value, remark, reason in answers.values_list(
        "statement__code", "value", "remark", "reason"
    ):
        before = found.get(code, Written())
        stated = Entry(value, reason=reason).stated_reason
        found[code] = Written(_lines(before.remark, remark), _lines(before.reason, stated))
    return found


def _lines(*texts: str) -> str:
    return "\n".join(text for text in texts if text)
