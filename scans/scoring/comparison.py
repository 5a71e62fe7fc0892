"""Two scans beside each other, fair: only over the statements asked in both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from scans.scoring.scans import ScoredTheme
from scans.scoring.themes import ScoredStatement, ThemeResult, score_theme


class NotComparable(StrEnum):
    """Why no difference is shown for a theme."""

    NOTHING_IN_COMMON = "nothing_in_common"
    TOO_FEW_ANSWERS = "too_few_answers"


@dataclass(frozen=True)
class ThemeComparison:
    """Both results are recomputed on the common statements. `moved` holds the codes whose outcome
    changed. The differences are None when `reason` says why."""

    number: int
    common: int
    before: ThemeResult
    after: ThemeResult
    moved: tuple[str, ...]
    reason: NotComparable | None

    @property
    def steps_gained(self) -> int | None:
        if self.reason or self.before.reached is None or self.after.reached is None:
            return None
        return self.after.reached - self.before.reached

    @property
    def score_gained(self) -> Fraction | None:
        if self.reason or self.before.score.score is None or self.after.score.score is None:
            return None
        return self.after.score.score - self.before.score.score


def compare(
    before: Iterable[ScoredTheme], after: Iterable[ScoredTheme]
) -> tuple[ThemeComparison, ...]:
    """Per theme of either scan, in order of number. A statement is the same when its code is."""
    earlier = {theme.number: theme.statements for theme in before}
    later = {theme.number: theme.statements for theme in after}
    return tuple(
        _compare_theme(number, earlier.get(number, ()), later.get(number, ()))
        for number in sorted(earlier.keys() | later.keys())
    )


def _compare_theme(
    number: int, earlier: tuple[ScoredStatement, ...], later: tuple[ScoredStatement, ...]
) -> ThemeComparison:
    old = {statement.code: statement for statement in earlier}
    new = {statement.code: statement for statement in later}
    common = sorted(old.keys() & new.keys())
    before = score_theme(old[code] for code in common)
    after = score_theme(new[code] for code in common)
    return ThemeComparison(
        number=number,
        common=len(common),
        before=before,
        after=after,
        moved=tuple(code for code in common if old[code].outcome != new[code].outcome),
        reason=_reason(len(common), before, after),
    )


def _reason(common: int, before: ThemeResult, after: ThemeResult) -> NotComparable | None:
    if not common:
        return NotComparable.NOTHING_IN_COMMON
    if not (before.score.has_enough and after.score.has_enough):
        return NotComparable.TOO_FEW_ANSWERS
    return None
