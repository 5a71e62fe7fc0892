"""Why a figure is what it is: the answers, weights and sums behind it. Every figure comes from
`scans.scoring`; the words are in the templates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.functional import Promise

from scans.labels import OUTCOME_ICONS, OUTCOME_NAMES, STEP_NAMES
from scans.queries import ScannedStatement
from scans.results import LiftLine, ScanResult, ThemeLine
from scans.scoring import GlobalScore, Lift, Outcome, Rung, ScoredTheme, lift_of_theme

# What an address asks for when it is about the global score and not about a theme.
WHOLE_SCAN = "globaal"


@dataclass(frozen=True)
class ExplainedAnswer:
    """A statement with what it comes to."""

    statement: ScannedStatement

    @property
    def outcome(self) -> Outcome:
        return self.statement.outcome

    @property
    def name(self) -> Promise | str:
        return OUTCOME_NAMES[self.outcome]

    @property
    def icon(self) -> str:
        """Name in the sprite of icons; empty for an open answer."""
        return OUTCOME_ICONS.get(self.outcome, "")


@dataclass(frozen=True)
class ExplainedRung:
    """One step: its answers, and in `rung` their subtotal in weights."""

    rung: Rung
    name: Promise | str
    answers: tuple[ExplainedAnswer, ...]

    @property
    def step(self) -> int:
        return self.rung.step


@dataclass(frozen=True)
class ThemeExplanation:
    """`rungs` go from step 1 up. `lift` is None when every step holds or no step is claimed."""

    line: ThemeLine
    rungs: tuple[ExplainedRung, ...]
    lift: LiftLine | None

    @property
    def key(self) -> str:
        """What an address asks for."""
        return str(self.line.number)

    @property
    def downwards(self) -> tuple[ExplainedRung, ...]:
        """Drawn as stairs: step 5 on top."""
        return self.rungs[::-1]

    @property
    def is_weighted(self) -> bool:
        """Some statement weighs more than another; else a weight is a number of statements."""
        return any(a.statement.weight != 1 for rung in self.rungs for a in rung.answers)

    @property
    def blocking(self) -> Rung | None:
        """The lowest step that does not hold: the theme stands under it."""
        return next((own.rung for own in self.rungs if own.rung.holds is False), None)

    @property
    def above(self) -> tuple[int, ...]:
        """Steps that hold on top of the blocking one, and so do not count."""
        blocking = self.blocking
        higher = (own.rung for own in self.rungs if blocking and own.step > blocking.step)
        return tuple(rung.step for rung in higher if rung.holds)

    @property
    def passed_over(self) -> tuple[int, ...]:
        """Steps on which nothing applies."""
        return tuple(own.step for own in self.rungs if own.rung.holds is None)

    @property
    def not_known(self) -> tuple[tuple[Promise | str, int], ...]:
        """What moves the score within its band: (name, number of statements)."""
        counts = self.line.result.counts
        kinds = (Outcome.OPEN, Outcome.UNKNOWN, Outcome.DISPUTED)
        return tuple((OUTCOME_NAMES[kind], counts[kind]) for kind in kinds if counts[kind])

    @property
    def not_applicable(self) -> int:
        """A number of statements: they count nowhere."""
        return self.line.result.counts[Outcome.NOT_APPLICABLE]


@dataclass(frozen=True)
class CountedTheme:
    """A theme in the mean, and what it adds to the sum: its score times its weight."""

    line: ThemeLine
    weight: int
    weighted: Fraction


@dataclass(frozen=True)
class GlobalExplanation:
    """`total` is the sum of the weighted scores; divided by `weight` it is the global score, None
    when no theme counts."""

    overall: GlobalScore
    counted: tuple[CountedTheme, ...]
    left_out: tuple[ThemeLine, ...]

    @property
    def key(self) -> str:
        return WHOLE_SCAN

    @property
    def weight(self) -> int:
        return sum(theme.weight for theme in self.counted)

    @property
    def total(self) -> Fraction:
        return sum((theme.weighted for theme in self.counted), start=Fraction(0))


def explanation(result: ScanResult, key: str) -> ThemeExplanation | GlobalExplanation | None:
    """Of the theme with this number, or of the global score; None for anything else."""
    if key == WHOLE_SCAN:
        return explain_global(result)
    line = next((line for line in result.lines if str(line.number) == key), None)
    return explain_theme(line, result.statements, result.scored) if line else None


def explain_theme(
    line: ThemeLine, statements: Iterable[ScannedStatement], scan: Sequence[ScoredTheme]
) -> ThemeExplanation:
    """`statements` and `scan` are those of the whole scan: the lift tells what it adds to it."""
    own = [statement for statement in statements if statement.theme_number == line.number]
    scored = next(theme for theme in scan if theme.number == line.number)
    lift = lift_of_theme(scored, scan)
    return ThemeExplanation(
        line=line,
        rungs=tuple(_rung(rung, own) for rung in line.result.rungs),
        lift=_lift_line(line, lift, own) if lift else None,
    )


def explain_global(result: ScanResult) -> GlobalExplanation:
    counted = [theme for theme in result.scored if theme.counts]
    lines = {line.number: line for line in result.lines}
    return GlobalExplanation(
        overall=result.overall,
        counted=tuple(
            CountedTheme(lines[theme.number], theme.weight, theme.weighted_share)
            for theme in counted
        ),
        left_out=result.unclaimed,
    )


def _rung(rung: Rung, statements: Iterable[ScannedStatement]) -> ExplainedRung:
    answers = tuple(ExplainedAnswer(own) for own in statements if own.step == rung.step)
    return ExplainedRung(rung, STEP_NAMES[rung.step], answers)


def _lift_line(line: ThemeLine, lift: Lift, statements: Iterable[ScannedStatement]) -> LiftLine:
    by_code = {statement.code: statement for statement in statements}
    return LiftLine(line, lift, tuple(by_code[code] for code in lift.codes))
