"""Reads over several models, as plain values."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from django.db.models import Count, FilteredRelation, Q

from scans.models import Answer, Questionnaire, QuestionnaireTheme, Scan, Statement
from scans.scoring import AnswerValue

THEME = tuple(f"questionnaire_theme__theme__{field}" for field in ("number", "code", "name"))


@dataclass(frozen=True)
class StepProgress:
    step: int
    asked: int
    answered: int

    @property
    def is_done(self) -> bool:
        return self.answered == self.asked


@dataclass(frozen=True)
class ThemeProgress:
    number: int
    code: str
    name: str
    steps: tuple[StepProgress, ...]
    unknown: int

    @property
    def asked(self) -> int:
        return sum(step.asked for step in self.steps)

    @property
    def answered(self) -> int:
        return sum(step.answered for step in self.steps)

    @property
    def open(self) -> int:
        return self.asked - self.answered

    @property
    def is_done(self) -> bool:
        return not self.open


@dataclass(frozen=True)
class ScanProgress:
    """Themes in order; "answered" includes "don't know" and "not applicable"."""

    themes: tuple[ThemeProgress, ...]

    @property
    def asked(self) -> int:
        return sum(theme.asked for theme in self.themes)

    @property
    def answered(self) -> int:
        return sum(theme.answered for theme in self.themes)

    @property
    def open(self) -> int:
        return self.asked - self.answered

    @property
    def unknown(self) -> int:
        return sum(theme.unknown for theme in self.themes)

    @property
    def themes_with_open(self) -> tuple[ThemeProgress, ...]:
        return tuple(theme for theme in self.themes if theme.open)

    def theme(self, code: str) -> ThemeProgress:
        return next(theme for theme in self.themes if theme.code == code)

    def neighbours(self, code: str) -> tuple[ThemeProgress | None, ThemeProgress | None]:
        """The theme before and the theme after this one."""
        around = (None, *self.themes, None)
        here = next(i for i, theme in enumerate(around) if theme and theme.code == code)
        return around[here - 1], around[here + 1]


@dataclass(frozen=True)
class AskedStatement:
    """A statement of a theme page with the answer stored for it, if any."""

    statement: Statement
    answer: Answer | None


def scan_progress(scan: Scan) -> ScanProgress:
    """One query: per theme and step what is asked and answered by the organisation."""
    ours = FilteredRelation(
        "answers", condition=Q(answers__respondent=scan.organisation_respondent_pk)
    )
    rows = (
        scan.statements()
        .alias(ours=ours)
        .values_list(*THEME, "step")
        .annotate(
            asked=Count("pk"),
            answered=Count("pk", filter=Q(ours__value__gt="")),
            unknown=Count("pk", filter=Q(ours__value=AnswerValue.UNKNOWN)),
        )
        .order_by(THEME[0], "step")
    )
    by_theme = groupby(rows, key=itemgetter(0, 1, 2))
    return ScanProgress(tuple(_theme_progress(theme, steps) for theme, steps in by_theme))


def _theme_progress(theme: tuple, rows: Iterable[tuple]) -> ThemeProgress:
    """After the theme a row has step, asked, answered and unknown."""
    number, code, name = theme
    steps = [row[len(THEME) :] for row in rows]
    return ThemeProgress(
        number=number,
        code=code,
        name=name,
        steps=tuple(StepProgress(step, asked, answered) for step, asked, answered, _ in steps),
        unknown=sum(unknown for *_, unknown in steps),
    )


@dataclass(frozen=True)
class ScanTally:
    asked: int
    answered: int

    @property
    def open(self) -> int:
        return self.asked - self.answered


def scan_tallies(scans: Sequence[Scan]) -> dict[int, ScanTally]:
    """By scan pk what is asked and answered, two queries for any number of scans."""
    asked = _statement_counts({scan.questionnaire_id for scan in scans})
    answers = Answer.objects.filter(
        respondent__scan__in=scans, respondent__user__isnull=True, value__gt=""
    )
    counted = dict(
        answers.values_list("respondent__scan").annotate(Count("pk")).order_by("respondent__scan")
    )
    return {
        scan.pk: ScanTally(asked[scan.questionnaire_id][scan.depth], counted.get(scan.pk, 0))
        for scan in scans
    }


def _statement_counts(questionnaire_pks: Iterable[int]) -> dict[int, dict[str, int]]:
    """By questionnaire pk how many statements a light and a full scan ask."""
    rows = (
        Statement.objects.filter(questionnaire__in=questionnaire_pks)
        .values("questionnaire")
        .annotate(light=Count("pk", filter=Q(light=True)), full=Count("pk"))
        .order_by("questionnaire")
    )
    return {row["questionnaire"]: row for row in rows}


@dataclass(frozen=True)
class Resume:
    """`goes_on`: this is the theme of the last saved answer, else simply the first open one."""

    theme: ThemeProgress
    goes_on: bool


def where_was_i(scan: Scan, progress: ScanProgress) -> Resume:
    """The theme of the last saved answer while it has open statements, else the first that has."""
    last = _last_answered_theme(scan)
    if last and progress.theme(last).open:
        return Resume(progress.theme(last), goes_on=True)
    return Resume((progress.themes_with_open or progress.themes)[0], goes_on=False)


def _last_answered_theme(scan: Scan) -> str | None:
    answers = Answer.objects.filter(respondent_id=scan.organisation_respondent_pk)
    codes = answers.order_by("-updated_at", "-pk").values_list(
        "statement__questionnaire_theme__theme__code", flat=True
    )
    return codes.first()


def theme_of_scan(scan: Scan, code: str) -> QuestionnaireTheme | None:
    """None when this scan asks nothing under that code."""
    themes = QuestionnaireTheme.objects.select_related("theme")
    return themes.filter(questionnaire_id=scan.questionnaire_id, theme__code=code).first()


def theme_statements(scan: Scan, theme_code: str, *, code: str | None = None) -> list[Statement]:
    """The statements of one theme, or the one with this code, in order of step and track."""
    statements = scan.statements().filter(questionnaire_theme__theme__code=theme_code)
    if code is not None:
        statements = statements.filter(code=code)
    return list(statements.select_related("department_kind").order_by("step", "track"))


def asked_statements(scan: Scan, theme: QuestionnaireTheme) -> list[AskedStatement]:
    """The statements of one theme with their answers, in order of step and track."""
    stored = Answer.objects.filter(
        respondent_id=scan.organisation_respondent_pk, statement__questionnaire_theme=theme
    )
    answers = {answer.statement_id: answer for answer in stored}
    return [
        AskedStatement(statement, answers.get(statement.pk))
        for statement in theme_statements(scan, theme.theme.code)
    ]


def stored_answer(scan: Scan, statement: Statement) -> Answer | None:
    answers = Answer.objects.filter(respondent_id=scan.organisation_respondent_pk)
    return answers.filter(statement=statement).first()


def statement_counts(questionnaire: Questionnaire) -> dict[str, int]:
    """How many statements a light and a full scan ask."""
    return _statement_counts([questionnaire.pk])[questionnaire.pk]
