"""The result of a scan: one frozen object that page, PDF and spreadsheet show."""

from dataclasses import dataclass
from functools import cached_property

from reporting.geometry import Spoke
from scans.labels import STEP_NAMES
from scans.queries import ScannedStatement
from scans.results.lines import (
    CandidateLine,
    DepartmentQuestions,
    LiftLine,
    Noted,
    StepColumn,
    SubjectLine,
    ThemeLine,
)
from scans.scoring import APPLICABLE, STEPS, GlobalScore, Outcome, ScoredTheme

FEWEST_SPOKES = 3


@dataclass(frozen=True)
class ScanResult:
    """`scored` and `statements` are what every figure rests on, in the order of `lines`."""

    lines: tuple[ThemeLine, ...]
    overall: GlobalScore
    strong: tuple[ThemeLine, ...]
    weak: tuple[ThemeLine, ...]
    candidates: tuple[CandidateLine, ...]
    candidates_by_ticks: bool
    ticked: tuple[Noted, ...]
    unknown: tuple[DepartmentQuestions, ...]
    lifts: tuple[LiftLine, ...]
    by_sdg: tuple[SubjectLine, ...]
    by_iso: tuple[SubjectLine, ...]
    scored: tuple[ScoredTheme, ...]
    statements: tuple[ScannedStatement, ...]

    @cached_property
    def claimed(self) -> tuple[ThemeLine, ...]:
        return tuple(line for line in self.lines if line.has_claim)

    @cached_property
    def unclaimed(self) -> tuple[ThemeLine, ...]:
        return tuple(line for line in self.lines if not line.has_claim)

    @cached_property
    def strongest(self) -> ThemeLine | None:
        """Highest score; ties go to the lower theme number."""
        return max(self.claimed, key=lambda line: (line.share, -line.number), default=None)

    @cached_property
    def weakest(self) -> ThemeLine | None:
        """Lowest score; None when it would be the strongest one as well."""
        weakest = self.line(self.overall.weakest)
        return None if weakest is self.strongest else weakest

    @cached_property
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

    @cached_property
    def fullest(self) -> StepColumn | None:
        """The step that most themes stand on; None when no step has more than all others."""
        first, second = sorted(self.columns, key=lambda column: -len(column.lines))[:2]
        return first if len(first.lines) > len(second.lines) else None

    @cached_property
    def furthest(self) -> ThemeLine | None:
        """Highest step, then lowest number; None when all themes stand on one step."""
        return max(self._spread, key=lambda line: (_step(line) or 0, -line.number), default=None)

    @cached_property
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
        return self._count(*APPLICABLE)

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
