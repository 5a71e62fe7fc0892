"""Over the themes of one scan: global score, strong and weak themes, candidates for a traject.

Only themes with enough answers count; ties go by theme number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from scans.scoring.themes import (
    STEPS,
    WEIGHTS,
    Outcome,
    ScoredStatement,
    ThemeResult,
    score_theme,
)

# Decisions of this product: from three quarters a theme is strong, under a half it is weak, and
# nobody acts on a list of more than five.
STRONG_FROM = Fraction(3, 4)
WEAK_UNDER = Fraction(1, 2)
LONGEST_LIST = 5

UNMET = (Outcome.NO, Outcome.UNKNOWN, Outcome.DISPUTED)


@dataclass(frozen=True)
class ScoredTheme:
    """The asked statements of one theme; `ticked` holds the codes marked as interesting."""

    number: int
    statements: tuple[ScoredStatement, ...]
    weight: int = 1
    ticked: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if self.weight not in WEIGHTS:
            raise ValueError(f"theme {self.number}: weight {self.weight} is not 1–9")

    @cached_property
    def result(self) -> ThemeResult:
        return score_theme(self.statements)

    @property
    def counts(self) -> bool:
        return self.result.score.has_enough

    @property
    def share(self) -> Fraction:
        """The score of a theme that counts."""
        score = self.result.score.score
        if score is None:
            raise ValueError(f"theme {self.number} has no score")
        return score

    @property
    def weighted_share(self) -> Fraction:
        """What a theme that counts adds to the sum behind the global score."""
        return self.weight * self.share


@dataclass(frozen=True)
class GlobalScore:
    """`score` is None when no theme counts. Theme numbers in order; `weakest` is one of `counted`.

    There is no global step: `themes_per_step` says how the themes are spread.
    """

    score: Fraction | None
    counted: tuple[int, ...]
    left_out: tuple[int, ...]
    weakest: int | None


@dataclass(frozen=True)
class Candidate:
    """A theme proposed for a traject: what was ticked and is not met, in statements and in weight
    as a share of all that applies."""

    number: int
    ticked: int
    share: Fraction


@dataclass(frozen=True)
class Candidates:
    """`by_ticks` is False when nothing unmet was ticked: then the weak themes are proposed."""

    themes: tuple[Candidate, ...]
    by_ticks: bool


def global_score(themes: Iterable[ScoredTheme]) -> GlobalScore:
    """The mean of the theme scores, each with its theme's weight."""
    ordered = _by_number(themes)
    counted = [theme for theme in ordered if theme.counts]
    total = sum(theme.weight for theme in counted)
    weakest = min(counted, key=lambda theme: theme.share, default=None)
    return GlobalScore(
        score=sum(theme.weighted_share for theme in counted) / Fraction(total) if total else None,
        counted=tuple(theme.number for theme in counted),
        left_out=tuple(theme.number for theme in ordered if not theme.counts),
        weakest=weakest.number if weakest else None,
    )


def themes_per_step(themes: Iterable[ScoredTheme]) -> dict[int | None, tuple[int, ...]]:
    """Theme numbers per step 0-5; under None the themes without a step to claim."""
    ordered = _by_number(themes)
    return {
        step: tuple(theme.number for theme in ordered if theme.result.reached == step)
        for step in (0, *STEPS, None)
    }


def strong_themes(themes: Iterable[ScoredTheme]) -> tuple[int, ...]:
    """At most five theme numbers, highest score first."""
    strong = [theme for theme in _counted(themes) if theme.share >= STRONG_FROM]
    return _numbers(sorted(strong, key=lambda theme: -theme.share))


def weak_themes(themes: Iterable[ScoredTheme]) -> tuple[int, ...]:
    """At most five theme numbers, lowest score first."""
    weak = [theme for theme in _counted(themes) if theme.share < WEAK_UNDER]
    return _numbers(sorted(weak, key=lambda theme: theme.share))


def candidate_themes(themes: Iterable[ScoredTheme]) -> Candidates:
    """At most five themes, most ticked and unmet first, then the lower score."""
    own = list(themes)
    by_number = {theme.number: theme for theme in own}
    found = [candidate for theme in _counted(own) if (candidate := _candidate(theme)).ticked]
    found.sort(key=lambda candidate: (-candidate.share, by_number[candidate.number].share))
    if found:
        return Candidates(tuple(found[:LONGEST_LIST]), by_ticks=True)
    weak = tuple(_candidate(by_number[number]) for number in weak_themes(own))
    return Candidates(weak, by_ticks=False)


def _candidate(theme: ScoredTheme) -> Candidate:
    ticked = [s for s in theme.statements if s.code in theme.ticked and s.outcome in UNMET]
    weight = sum(statement.weight for statement in ticked)
    return Candidate(theme.number, len(ticked), Fraction(weight, theme.result.score.applicable))


def _by_number(themes: Iterable[ScoredTheme]) -> list[ScoredTheme]:
    return sorted(themes, key=lambda theme: theme.number)


def _counted(themes: Iterable[ScoredTheme]) -> list[ScoredTheme]:
    return [theme for theme in _by_number(themes) if theme.counts]


def _numbers(themes: Sequence[ScoredTheme]) -> tuple[int, ...]:
    return tuple(theme.number for theme in themes[:LONGEST_LIST])
