"""The result of a scan: one frozen read-model that feeds whatever shows it."""

from dataclasses import dataclass
from fractions import Fraction

from django.utils.functional import Promise

from scans.labels import OUTCOME_NAMES
from scans.models import QuestionnaireTheme, Scan, Theme
from scans.queries import scored_statements
from scans.scoring import Outcome, ScoredStatement, ThemeResult, score_theme

NON_ANSWERS = (Outcome.OPEN, Outcome.UNKNOWN, Outcome.DISPUTED, Outcome.NOT_APPLICABLE)


@dataclass(frozen=True)
class ThemeLine:
    number: int
    code: str
    name: str
    result: ThemeResult

    @property
    def has_claim(self) -> bool:
        """Enough is known to state a score and a step."""
        return self.result.score.has_enough

    @property
    def share(self) -> Fraction:
        """The score as a number to sort by."""
        return self.result.score.score or Fraction(0)

    @property
    def may_be_higher(self) -> bool:
        return self.has_claim and self.result.possible != self.result.reached

    @property
    def shown_possible(self) -> int | None:
        """Computed always, shown only beside a step that is claimed."""
        return self.result.possible if self.has_claim else None

    @property
    def not_counted(self) -> tuple[tuple[Promise | str, int], ...]:
        """The non-answers that occur, kept apart: (name, number of statements)."""
        counts = self.result.counts
        return tuple((OUTCOME_NAMES[kind], counts[kind]) for kind in NON_ANSWERS if counts[kind])


@dataclass(frozen=True)
class ScanResult:
    lines: tuple[ThemeLine, ...]

    @property
    def claimed(self) -> tuple[ThemeLine, ...]:
        return tuple(line for line in self.lines if line.has_claim)

    @property
    def strongest(self) -> ThemeLine | None:
        """Highest score; ties go to the lower theme number."""
        return max(self.claimed, key=lambda line: (line.share, -line.number), default=None)

    @property
    def weakest(self) -> ThemeLine | None:
        """Lowest score; None when it would be the strongest one as well."""
        weakest = min(self.claimed, key=lambda line: (line.share, line.number), default=None)
        return None if weakest is self.strongest else weakest


def scan_result(scan: Scan) -> ScanResult:
    """Three queries, whatever the number of statements."""
    themes = QuestionnaireTheme.objects.filter(questionnaire_id=scan.questionnaire_id)
    scored = scored_statements(scan)
    return ScanResult(
        tuple(
            _line(own.theme, scored[own.theme.number])
            for own in themes.select_related("theme")
            if own.theme.number in scored
        )
    )


def _line(theme: Theme, statements: list[ScoredStatement]) -> ThemeLine:
    return ThemeLine(theme.number, theme.code, theme.name, score_theme(statements))
