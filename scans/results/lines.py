"""What the result is made of: a theme, a statement, a step, a subject, each with its words."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType

from django.utils.functional import Promise

from scans.labels import OUTCOME_NAMES
from scans.queries import ScannedStatement
from scans.scoring import STRONG_FROM, Lift, Outcome, ThemeResult

NON_ANSWERS = (Outcome.OPEN, Outcome.UNKNOWN, Outcome.DISPUTED, Outcome.NOT_APPLICABLE)


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
        return _non_answers(self.result.counts)


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
class LiftLine:
    """What would take one theme to its next step; `statements` in the order of `lift.codes`."""

    line: ThemeLine
    lift: Lift
    statements: tuple[ScannedStatement, ...]


@dataclass(frozen=True)
class SubjectLine:
    """The themes that touch one SDG or ISO 26000 subject, beside each other: a theme may touch
    several, so there is no score of a subject."""

    code: str
    name: str
    lines: tuple[ThemeLine, ...]

    @cached_property
    def counts(self) -> Mapping[Outcome, int]:
        """Every outcome, in numbers of statements."""
        counted: Counter[Outcome] = Counter()
        for line in self.lines:
            counted.update(line.result.counts)
        return MappingProxyType({outcome: counted[outcome] for outcome in Outcome})

    @property
    def yes(self) -> int:
        return self.counts[Outcome.YES]

    @property
    def no(self) -> int:
        return self.counts[Outcome.NO]

    @property
    def not_counted(self) -> tuple[tuple[Promise | str, int], ...]:
        return _non_answers(self.counts)


def _non_answers(counts: Mapping[Outcome, int]) -> tuple[tuple[Promise | str, int], ...]:
    return tuple((OUTCOME_NAMES[kind], counts[kind]) for kind in NON_ANSWERS if counts[kind])
