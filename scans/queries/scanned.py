"""What a scan comes to, statement by statement: the ground under every figure."""

from typing import NamedTuple

from scans.models import Answer, Scan
from scans.scoring import AnswerValue, Outcome, ScoredStatement, organisation_outcome


class ScannedStatement(NamedTuple):
    """An asked statement with its outcome; `ticked` when any respondent found it interesting. Of
    these a page makes hundreds, and a tuple is made several times faster than a frozen dataclass.
    """

    theme_number: int
    code: str
    step: int
    weight: int
    text: str
    department: str
    outcome: Outcome
    ticked: bool

    @property
    def scored(self) -> ScoredStatement:
        return ScoredStatement(self.code, self.step, self.weight, self.outcome)


def scanned_statements(scan: Scan) -> list[ScannedStatement]:
    """In order of theme, step and track, over all respondents; two queries."""
    values, ticked = _answers(scan)
    names = scan.frozen_names
    rows = scan.statements().order_by("questionnaire_theme__theme__number", "step", "track")
    fields = (
        "pk",
        "questionnaire_theme__theme__number",
        "code",
        "step",
        "weight",
        "text",
        "department_kind__code",
        "department_kind__name",
    )
    return [
        ScannedStatement(
            theme_number=number,
            code=code,
            step=step,
            weight=weight,
            text=text,
            department=names.department(kind, department),
            outcome=organisation_outcome(values.get(pk, ())),
            ticked=pk in ticked,
        )
        for pk, number, code, step, weight, text, kind, department in rows.values_list(*fields)
    ]


def scored_statements(scan: Scan) -> dict[int, list[ScoredStatement]]:
    """By number of the theme what a score takes and nothing more; two queries."""
    values, _ticked = _answers(scan)
    fields = ("pk", "questionnaire_theme__theme__number", "code", "step", "weight")
    found: dict[int, list[ScoredStatement]] = {}
    for pk, number, code, step, weight in scan.statements().order_by().values_list(*fields):
        outcome = organisation_outcome(values.get(pk, ()))
        found.setdefault(number, []).append(ScoredStatement(code, step, weight, outcome))
    return found


def _answers(scan: Scan) -> tuple[dict[int, list[AnswerValue]], set[int]]:
    """By statement pk the answers given, and the statements that somebody ticked."""
    values: dict[int, list[AnswerValue]] = {}
    ticked: set[int] = set()
    answers = Answer.objects.filter(respondent__scan=scan)
    for pk, value, interesting in answers.values_list("statement_id", "value", "interesting"):
        if value:
            values.setdefault(pk, []).append(AnswerValue(value))
        if interesting:
            ticked.add(pk)
    return values, ticked
