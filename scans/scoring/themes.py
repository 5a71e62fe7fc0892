"""The organisation's answer per statement, and per theme the score and the maturity step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from itertools import takewhile
from math import ceil
from types import MappingProxyType

# Both thresholds are decisions of this product, not figures from the literature: two of the
# three statements of a step carry it, and below two thirds known a score would be a guess.
STEP_HOLDS_FROM = Fraction(2, 3)
ENOUGH_ANSWERS_FROM = Fraction(2, 3)

STEPS = range(1, 6)
WEIGHTS = range(1, 10)


class AnswerValue(StrEnum):
    """What one respondent can choose."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


class Outcome(StrEnum):
    """What a statement comes to for the organisation, over all its respondents."""

    YES = "yes"
    NO = "no"
    NOT_APPLICABLE = "not_applicable"
    UNKNOWN = "unknown"
    DISPUTED = "disputed"
    OPEN = "open"


APPLICABLE = frozenset(Outcome) - {Outcome.NOT_APPLICABLE}


def organisation_outcome(
    values: Iterable[AnswerValue], agreed: AnswerValue | None = None
) -> Outcome:
    """The agreed answer if there is one, else what the respondents who know have in common."""
    if agreed is not None:
        return Outcome(agreed)
    given = set(values)
    known = given - {AnswerValue.UNKNOWN}
    if len(known) > 1:
        return Outcome.DISPUTED
    if known:
        return Outcome(known.pop())
    return Outcome.UNKNOWN if given else Outcome.OPEN


@dataclass(frozen=True)
class ScoredStatement:
    """An asked statement; one that is skipped by a fact is not passed in at all."""

    code: str
    step: int
    weight: int
    outcome: Outcome

    def __post_init__(self) -> None:
        if self.step not in STEPS:
            raise ValueError(f"{self.code}: step {self.step} is not 1–5")
        if self.weight not in WEIGHTS:
            raise ValueError(f"{self.code}: weight {self.weight} is not 1–9")


@dataclass(frozen=True)
class ThemeScore:
    """Sums of weights: M (yes), K (yes and no) and W (everything that applies)."""

    met: int
    known: int
    applicable: int

    @property
    def not_applicable(self) -> bool:
        return self.applicable == 0

    @property
    def possible(self) -> int:
        """The weight of yes if everything that is not known turned out to be yes."""
        return self.met + self.applicable - self.known

    @cached_property
    def score(self) -> Fraction | None:
        """M / K; None when nothing is known. A claim only when `has_enough`."""
        return Fraction(self.met, self.known) if self.known else None

    @cached_property
    def band(self) -> tuple[Fraction, Fraction] | None:
        """The score if all that is not known were no, and if it were yes."""
        if self.not_applicable:
            return None
        return Fraction(self.met, self.applicable), Fraction(self.possible, self.applicable)

    @cached_property
    def completeness(self) -> Fraction | None:
        return None if self.not_applicable else Fraction(self.known, self.applicable)

    @cached_property
    def has_enough(self) -> bool:
        return self.completeness is not None and self.completeness >= ENOUGH_ANSWERS_FROM


@dataclass(frozen=True)
class Rung:
    """One step of the ladder, in weights. Nothing applies: it neither holds nor blocks (None)."""

    step: int
    met: int
    possible: int
    applicable: int

    @property
    def needed(self) -> int:
        """The least whole weight of yes that makes the step hold."""
        return ceil(STEP_HOLDS_FROM * self.applicable)

    @cached_property
    def holds(self) -> bool | None:
        return self._carried_by(self.met)

    @cached_property
    def could_hold(self) -> bool | None:
        return self._carried_by(self.possible)

    def _carried_by(self, weight: int) -> bool | None:
        if not self.applicable:
            return None
        return Fraction(weight, self.applicable) >= STEP_HOLDS_FROM


@dataclass(frozen=True)
class ThemeResult:
    """`reached`: 0 is "not started", None is "no step to claim" (too few answers).

    `possible` counts unknown, open and disputed as met; None only when nothing applies.
    `counts` has every outcome, in numbers of statements.
    """

    score: ThemeScore
    rungs: tuple[Rung, ...]
    reached: int | None
    possible: int | None
    counts: Mapping[Outcome, int]


def score_theme(statements: Iterable[ScoredStatement]) -> ThemeResult:
    asked = tuple(statements)
    rungs = tuple(_rung(step, asked) for step in STEPS)
    score = _score(rungs)
    counted = Counter(statement.outcome for statement in asked)
    return ThemeResult(
        score=score,
        rungs=rungs,
        reached=_climb(rungs, lambda rung: rung.holds) if score.has_enough else None,
        possible=None if score.not_applicable else _climb(rungs, lambda rung: rung.could_hold),
        counts=MappingProxyType({outcome: counted[outcome] for outcome in Outcome}),
    )


def _weight(statements: Iterable[ScoredStatement], *outcomes: Outcome) -> int:
    return sum(statement.weight for statement in statements if statement.outcome in outcomes)


def _score(rungs: tuple[Rung, ...]) -> ThemeScore:
    """Each statement stands on one rung, so the weights of a theme are those of its rungs."""
    met = sum(rung.met for rung in rungs)
    possible = sum(rung.possible for rung in rungs)
    applicable = sum(rung.applicable for rung in rungs)
    return ThemeScore(met=met, known=met + applicable - possible, applicable=applicable)


def _rung(step: int, statements: tuple[ScoredStatement, ...]) -> Rung:
    own = tuple(statement for statement in statements if statement.step == step)
    applicable = _weight(own, *APPLICABLE)
    return Rung(
        step=step,
        met=_weight(own, Outcome.YES),
        possible=applicable - _weight(own, Outcome.NO),
        applicable=applicable,
    )


def _climb(rungs: tuple[Rung, ...], holds: Callable[[Rung], bool | None]) -> int:
    """The highest step that holds while every lower one that applies holds."""
    climbed = takewhile(lambda rung: holds(rung) is not False, rungs)
    return max((rung.step for rung in climbed if holds(rung)), default=0)
