"""The result of a scan: one frozen read-model that feeds whatever shows it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from django.utils.functional import Promise

from reporting.geometry import Spoke
from scans.labels import OUTCOME_NAMES, STEP_NAMES
from scans.models import QuestionnaireTheme, Scan
from scans.queries import ScannedStatement, scanned_statements
from scans.scoring import (
    STEPS,
    STRONG_FROM,
    GlobalScore,
    Outcome,
    ScoredTheme,
    ThemeResult,
    candidate_themes,
    global_score,
    strong_themes,
    weak_themes,
)

NON_ANSWERS = (Outcome.OPEN, Outcome.UNKNOWN, Outcome.DISPUTED, Outcome.NOT_APPLICABLE)
FEWEST_SPOKES = 3


@dataclass(frozen=True)
class ThemeLine:
    number: int
    code: str
    name: str
    short_name: str
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
    def is_high_without_basics(self) -> bool:
        return self.has_claim and self.share >= STRONG_FROM and self.result.reached == 0

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
class StepColumn:
    """The themes that stand on one step; step 0 has no name of its own."""

    step: int
    name: str | Promise
    lines: tuple[ThemeLine, ...]


@dataclass(frozen=True)
class CandidateLine:
    """A theme proposed for a traject: how many unmet statements were ticked, and their share."""

    line: ThemeLine
    ticked: int
    share: Fraction


@dataclass(frozen=True)
class Noted:
    """A statement with the theme it belongs to."""

    line: ThemeLine
    statement: ScannedStatement

    @property
    def outcome_name(self) -> str | Promise:
        return OUTCOME_NAMES[self.statement.outcome]


@dataclass(frozen=True)
class DepartmentQuestions:
    """What is unknown and one department may know."""

    department: str
    statements: tuple[Noted, ...]


@dataclass(frozen=True)
class ScanResult:
    lines: tuple[ThemeLine, ...]
    overall: GlobalScore
    strong: tuple[ThemeLine, ...]
    weak: tuple[ThemeLine, ...]
    candidates: tuple[CandidateLine, ...]
    candidates_by_ticks: bool
    ticked: tuple[Noted, ...]
    unknown: tuple[DepartmentQuestions, ...]

    @property
    def claimed(self) -> tuple[ThemeLine, ...]:
        return tuple(line for line in self.lines if line.has_claim)

    @property
    def unclaimed(self) -> tuple[ThemeLine, ...]:
        return tuple(line for line in self.lines if not line.has_claim)

    @property
    def strongest(self) -> ThemeLine | None:
        """Highest score; ties go to the lower theme number."""
        return max(self.claimed, key=lambda line: (line.share, -line.number), default=None)

    @property
    def weakest(self) -> ThemeLine | None:
        """Lowest score; None when it would be the strongest one as well."""
        weakest = self.line(self.overall.weakest)
        return None if weakest is self.strongest else weakest

    @property
    def columns(self) -> tuple[StepColumn, ...]:
        """The stairs of themes: steps 0 to 5."""
        return tuple(
            StepColumn(
                step,
                STEP_NAMES.get(step, ""),
                tuple(line for line in self.lines if line.result.reached == step),
            )
            for step in (0, *STEPS)
        )

    @property
    def fullest(self) -> StepColumn | None:
        """The step that most themes stand on; None when no step has more than all others."""
        first, second = sorted(self.columns, key=lambda column: -len(column.lines))[:2]
        return first if len(first.lines) > len(second.lines) else None

    @property
    def furthest(self) -> ThemeLine | None:
        """Highest step, then lowest number; None when all themes stand on one step."""
        return max(self._spread, key=lambda line: (_step(line) or 0, -line.number), default=None)

    @property
    def least_far(self) -> ThemeLine | None:
        return min(self._spread, key=lambda line: (_step(line) or 0, line.number), default=None)

    @property
    def _spread(self) -> tuple[ThemeLine, ...]:
        return self.claimed if len({_step(line) for line in self.claimed}) > 1 else ()

    @property
    def known_statements(self) -> int:
        return self._count(Outcome.YES, Outcome.NO)

    @property
    def applicable_statements(self) -> int:
        return self._count(*(set(Outcome) - {Outcome.NOT_APPLICABLE}))

    @property
    def spokes(self) -> list[Spoke]:
        """For the radar with names; a theme without a step carries a star."""
        return [
            Spoke(f"{line.number} {line.short_name}{_star(line)}", _step(line))
            for line in self.lines
        ]

    @property
    def numbered_spokes(self) -> list[Spoke]:
        return [Spoke(f"{line.number}{_star(line)}", _step(line)) for line in self.lines]

    @property
    def has_radar(self) -> bool:
        return len(self.lines) >= FEWEST_SPOKES

    def line(self, number: int | None) -> ThemeLine | None:
        return next((line for line in self.lines if line.number == number), None)

    def _count(self, *outcomes: Outcome) -> int:
        return sum(line.result.counts[outcome] for line in self.lines for outcome in outcomes)


def _step(line: ThemeLine) -> int | None:
    return line.result.reached


def _star(line: ThemeLine) -> str:
    return "" if line.has_claim else "*"


def scan_result(scan: Scan) -> ScanResult:
    """Three queries, whatever the number of statements."""
    own = QuestionnaireTheme.objects.filter(questionnaire_id=scan.questionnaire_id)
    themes = {theme.theme.number: theme for theme in own.select_related("theme")}
    statements = scanned_statements(scan)
    scored = [
        _scored(themes[number], list(group))
        for number, group in groupby(statements, key=lambda statement: statement.theme_number)
    ]
    lines = {theme.number: _line(themes[theme.number], theme) for theme in scored}
    candidates = candidate_themes(scored)
    return ScanResult(
        lines=tuple(lines.values()),
        overall=global_score(scored),
        strong=tuple(lines[number] for number in strong_themes(scored)),
        weak=tuple(lines[number] for number in weak_themes(scored)),
        candidates=tuple(
            CandidateLine(lines[found.number], found.ticked, found.share)
            for found in candidates.themes
        ),
        candidates_by_ticks=candidates.by_ticks,
        ticked=_noted(lines, (s for s in statements if s.ticked)),
        unknown=_by_department(lines, statements),
    )


def _scored(own: QuestionnaireTheme, statements: Sequence[ScannedStatement]) -> ScoredTheme:
    return ScoredTheme(
        number=own.theme.number,
        statements=tuple(statement.scored for statement in statements),
        weight=own.weight,
        ticked=frozenset(statement.code for statement in statements if statement.ticked),
    )


def _line(own: QuestionnaireTheme, scored: ScoredTheme) -> ThemeLine:
    theme = own.theme
    return ThemeLine(theme.number, theme.code, theme.name, theme.short_name, scored.result)


def _noted(
    lines: dict[int, ThemeLine], statements: Iterable[ScannedStatement]
) -> tuple[Noted, ...]:
    return tuple(Noted(lines[statement.theme_number], statement) for statement in statements)


def _by_department(
    lines: dict[int, ThemeLine], statements: Sequence[ScannedStatement]
) -> tuple[DepartmentQuestions, ...]:
    """Departments with most to tell first."""
    by_name: dict[str, list[ScannedStatement]] = {}
    for statement in statements:
        if statement.outcome is Outcome.UNKNOWN:
            by_name.setdefault(statement.department, []).append(statement)
    ordered = sorted(by_name.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(DepartmentQuestions(name, _noted(lines, found)) for name, found in ordered)
