"""Two scans beside each other: one frozen read-model, fair over the statements asked in both."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise

from scans.labels import OUTCOME_NAMES
from scans.models import Scan
from scans.queries import ScannedStatement
from scans.results import ScoredScan, ThemeLine, scored_scan
from scans.scoring import NotComparable, Outcome, ThemeComparison, compare


@dataclass(frozen=True)
class MovedAnswer:
    """A statement whose outcome changed, in the words of the later scan."""

    code: str
    text: str
    before: Outcome
    after: Outcome

    @property
    def before_name(self) -> Promise | str:
        return OUTCOME_NAMES[self.before]

    @property
    def after_name(self) -> Promise | str:
        return OUTCOME_NAMES[self.after]


@dataclass(frozen=True)
class ComparedTheme:
    """Both results in `comparison` are counted again over the common statements. `moved` has what
    was answered in both; `answered_once` counts what is still open in one of them."""

    line: ThemeLine
    comparison: ThemeComparison
    moved: tuple[MovedAnswer, ...]
    answered_once: int

    @property
    def nothing_in_common(self) -> bool:
        return self.comparison.reason is NotComparable.NOTHING_IN_COMMON

    @property
    def steps(self) -> int | None:
        """How many steps; `is_higher` says in which direction."""
        gained = self.comparison.steps_gained
        return None if gained is None else abs(gained)

    @property
    def is_higher(self) -> bool:
        return (self.comparison.steps_gained or 0) > 0

    @property
    def is_lower(self) -> bool:
        return (self.comparison.steps_gained or 0) < 0


@dataclass(frozen=True)
class ComparedScans:
    """`before` is the earlier scan, whichever was asked for first."""

    before: Scan
    after: Scan
    themes: tuple[ComparedTheme, ...]

    @property
    def is_of_one_year(self) -> bool:
        return self.before.year == self.after.year

    @property
    def compared(self) -> tuple[ComparedTheme, ...]:
        return tuple(theme for theme in self.themes if theme.comparison.reason is None)

    @property
    def not_compared(self) -> tuple[ComparedTheme, ...]:
        return tuple(theme for theme in self.themes if theme.comparison.reason)

    @property
    def higher(self) -> tuple[ComparedTheme, ...]:
        return tuple(theme for theme in self.compared if theme.is_higher)

    @property
    def lower(self) -> tuple[ComparedTheme, ...]:
        return tuple(theme for theme in self.compared if theme.is_lower)

    @property
    def unchanged(self) -> int:
        """Themes that stand on the same step in both."""
        return len(self.compared) - len(self.higher) - len(self.lower)

    @property
    def with_moves(self) -> tuple[ComparedTheme, ...]:
        return tuple(theme for theme in self.themes if theme.moved)

    @property
    def common(self) -> int:
        """Statements asked in both scans."""
        return sum(theme.comparison.common for theme in self.themes)

    @property
    def moved(self) -> int:
        return sum(len(theme.moved) for theme in self.themes)

    @property
    def answered_once(self) -> int:
        return sum(theme.answered_once for theme in self.themes)


def compared_scans(before: Scan, after: Scan) -> ComparedScans:
    """Six queries, whatever the number of statements."""
    earlier, later = scored_scan(before), scored_scan(after)
    lines = earlier.lines | later.lines
    old, new = _by_code(earlier), _by_code(later)
    return ComparedScans(
        before=before,
        after=after,
        themes=tuple(
            _compared(lines[comparison.number], comparison, old, new)
            for comparison in compare(earlier.scored, later.scored)
        ),
    )


def _by_code(scan: ScoredScan) -> dict[str, ScannedStatement]:
    return {statement.code: statement for statement in scan.statements}


def _compared(
    line: ThemeLine,
    comparison: ThemeComparison,
    old: Mapping[str, ScannedStatement],
    new: Mapping[str, ScannedStatement],
) -> ComparedTheme:
    moved = [
        MovedAnswer(code, new[code].text, old[code].outcome, new[code].outcome)
        for code in comparison.moved
    ]
    answered = tuple(one for one in moved if Outcome.OPEN not in (one.before, one.after))
    return ComparedTheme(line, comparison, answered, len(moved) - len(answered))
