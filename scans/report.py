"""What the document of a finished scan says: the result with names of then, and the answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.colours import WHITE, accent_palette
from scans.labels import OUTCOME_NAMES, STEP_DESCRIPTIONS, STEP_NAMES
from scans.models import Imprint, Scan
from scans.queries import ScannedStatement, Written, written_beside_answers
from scans.results import ScanResult, ThemeLine, scan_result
from scans.scoring import Outcome, Rung


@dataclass(frozen=True)
class AnswerLine:
    """`written` is empty unless remarks were asked for."""

    statement: ScannedStatement
    written: Written

    @property
    def notes(self) -> tuple[str, ...]:
        return tuple(text for text in (self.written.remark, self.written.reason) if text)

    @property
    def outcome_name(self) -> str | Promise:
        return OUTCOME_NAMES[self.statement.outcome]


@dataclass(frozen=True)
class StepPart:
    """A step of one theme: its answers, and what they come to (weights, not numbers)."""

    rung: Rung
    answers: tuple[AnswerLine, ...]

    @property
    def step(self) -> int:
        return self.rung.step

    @property
    def name(self) -> str | Promise:
        return STEP_NAMES[self.rung.step]

    @property
    def counts(self) -> tuple[tuple[str | Promise, int], ...]:
        """(answer, number of statements), for the answers that occur."""
        given = [answer.statement.outcome for answer in self.answers]
        return tuple((OUTCOME_NAMES[one], given.count(one)) for one in Outcome if one in given)

    @property
    def verdict(self) -> str:
        if self.rung.holds is None:
            return _("does not count")
        return _("holds") if self.rung.holds else _("does not hold yet")


@dataclass(frozen=True)
class ThemePart:
    line: ThemeLine
    steps: tuple[StepPart, ...]

    @property
    def step_name(self) -> str | Promise:
        """Empty on step 0 and without a step."""
        return STEP_NAMES.get(self.line.result.reached or 0, "")

    @property
    def step_description(self) -> str | Promise:
        return STEP_DESCRIPTIONS.get(self.line.result.reached or 0, "")

    @property
    def stairs_label(self) -> str:
        """What the small stairs show, for who does not see them."""
        reached = self.line.result.reached
        if reached is None:
            return _("no step")
        return _("step %(step)s of 5") % {"step": reached}


@dataclass(frozen=True)
class Findings:
    """The result with the answers under it. It knows nobody who answered."""

    result: ScanResult
    themes: tuple[ThemePart, ...]

    @property
    def step_words(self) -> tuple[tuple[int, str | Promise, str | Promise], ...]:
        return tuple((step, STEP_NAMES[step], STEP_DESCRIPTIONS[step]) for step in STEP_NAMES)

    @property
    def stairs_columns(self) -> list[list[str]]:
        """For the chart: per step the themes that stand on it."""
        return [
            [f"{line.number} {line.short_name}" for line in column.lines]
            for column in self.result.columns
        ]

    @property
    def stairs_label(self) -> str:
        """The chart in one sentence."""
        words = [
            ngettext("%(number)s theme on step %(step)s", "%(number)s themes on step %(step)s", n)
            % {"number": n, "step": column.step}
            for column in self.result.columns
            if (n := len(column.lines))
        ]
        return "; ".join(words) or _("no theme is on the stairs yet")


@dataclass(frozen=True)
class ScanReport(Findings):
    imprint: Imprint
    with_names: bool
    with_remarks: bool

    @property
    def is_light_on_accent(self) -> bool:
        """Whether text on the accent colour is white."""
        return accent_palette(self.imprint.accent).on_accent == WHITE


def scan_report(scan: Scan, *, with_names: bool, with_remarks: bool) -> ScanReport:
    """What the result costs, and one query for the remarks."""
    found = findings_of(scan, with_remarks=with_remarks)
    return ScanReport(found.result, found.themes, scan.imprint, with_names, with_remarks)


def findings_of(scan: Scan, *, with_remarks: bool) -> Findings:
    """What the result costs, and one query for the remarks."""
    result = scan_result(scan)
    written = written_beside_answers(scan) if with_remarks else {}
    by_theme = {
        number: list(statements)
        for number, statements in groupby(result.statements, key=lambda one: one.theme_number)
    }
    return Findings(
        result,
        tuple(_theme_part(line, by_theme[line.number], written) for line in result.lines),
    )


def _theme_part(
    line: ThemeLine, statements: list[ScannedStatement], written: Mapping[str, Written]
) -> ThemePart:
    answers = [AnswerLine(one, written.get(one.code, Written())) for one in statements]
    return ThemePart(
        line,
        tuple(
            StepPart(rung, tuple(one for one in answers if one.statement.step == rung.step))
            for rung in line.result.rungs
        ),
    )
