"""What lifts us: the fewest statements whose yes takes a theme to its next step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from scans.scoring.scans import ScoredTheme
from scans.scoring.themes import STEP_HOLDS_FROM, Outcome, Rung, ScoredStatement

# Ten things to do first is what a management team can look at in one meeting.
LONGEST_LIST = 10


@dataclass(frozen=True)
class Lift:
    """`codes`, heaviest first, make `step` hold; `after` may be higher still, over a gap."""

    number: int
    step: int
    codes: tuple[str, ...]
    before: int
    after: int
    points: Fraction

    @property
    def steps_per_statement(self) -> Fraction:
        return Fraction(self.after - self.before, len(self.codes))


def lift_of_theme(theme: ScoredTheme, scan: Iterable[ScoredTheme] = ()) -> Lift | None:
    """None when every step holds, or when too little is known to claim a step.

    `points` is what it adds to the global score of `scan`, as a share (0 without a scan).
    """
    before = theme.result.reached
    rung = next((rung for rung in theme.result.rungs if rung.holds is False), None)
    if before is None or rung is None:
        return None
    codes = _smallest_set(theme, rung)
    lifted = with_yes(theme, codes)
    after = lifted.result.reached
    return Lift(
        number=theme.number,
        step=rung.step,
        codes=codes,
        before=before,
        after=before if after is None else after,
        points=_points(theme, lifted, list(scan)),
    )


def lifts_of_scan(themes: Iterable[ScoredTheme]) -> tuple[Lift, ...]:
    """At most ten: most steps gained per statement first, then most points of global score."""
    scan = sorted(themes, key=lambda theme: theme.number)
    lifts = [lift for theme in scan if (lift := lift_of_theme(theme, scan))]
    lifts.sort(key=lambda lift: (-lift.steps_per_statement, -lift.points))
    return tuple(lifts[:LONGEST_LIST])


def with_yes(theme: ScoredTheme, codes: Iterable[str]) -> ScoredTheme:
    """The theme if each of these were a yes; what does not apply stays as it is."""
    chosen = set(codes)
    statements = tuple(
        replace(statement, outcome=Outcome.YES)
        if statement.code in chosen and statement.outcome != Outcome.NOT_APPLICABLE
        else statement
        for statement in theme.statements
    )
    return replace(theme, statements=statements)


def missing_for(theme: ScoredTheme, step: int) -> tuple[str, ...]:
    """The fewest statements whose yes makes every step up to this one hold, lowest step first."""
    below = (rung for rung in theme.result.rungs if rung.step <= step and rung.holds is False)
    return tuple(code for rung in below for code in _smallest_set(theme, rung))


def _smallest_set(theme: ScoredTheme, rung: Rung) -> tuple[str, ...]:
    """Heaviest first, then by code: that is the fewest there can be."""
    missing = STEP_HOLDS_FROM * rung.applicable - rung.met
    chosen: list[str] = []
    for statement in sorted(_unmet(theme, rung.step), key=lambda s: (-s.weight, s.code)):
        if missing <= 0:
            break
        chosen.append(statement.code)
        missing -= statement.weight
    return tuple(chosen)


def _unmet(theme: ScoredTheme, step: int) -> list[ScoredStatement]:
    settled = (Outcome.YES, Outcome.NOT_APPLICABLE)
    return [s for s in theme.statements if s.step == step and s.outcome not in settled]


def _points(theme: ScoredTheme, lifted: ScoredTheme, scan: list[ScoredTheme]) -> Fraction:
    """A lift leaves the other themes, and which themes count, as they are."""
    weights = sum(other.weight for other in scan if other.counts)
    return (lifted.weighted_share - theme.weighted_share) / weights if weights else Fraction(0)
