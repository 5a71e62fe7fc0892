"""The columns of an export, each with its heading, its meaning and where its cells come from.

Figures are those of the page. What the page says in words ("too few answers") is an empty cell
with the words in a column of their own: a column of numbers holds nothing but numbers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Generic, TypeVar

from django.utils.functional import Promise
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from reporting.spreadsheets import Cell, Share
from scans.labels import OUTCOME_NAMES
from scans.models import Scan
from scans.queries import ScannedStatement, Written
from scans.results import ScanResult, ThemeLine
from scans.scoring import Outcome

Row = TypeVar("Row")
Words = str | Promise


@dataclass(frozen=True)
class Column(Generic[Row]):
    heading: Words
    meaning: Words
    cell: Callable[[Row], Cell]


@dataclass(frozen=True)
class ScanRow:
    scan: Scan
    organisation: str
    result: ScanResult


@dataclass(frozen=True)
class ThemeRow:
    line: ThemeLine
    weight: int


@dataclass(frozen=True)
class StatementRow:
    statement: ScannedStatement
    written: Written


def _share(exact: Fraction | None) -> Share | None:
    return None if exact is None else Share(exact)


def _finish_date(row: ScanRow) -> date | None:
    at = row.scan.finished_at
    return at.astimezone(get_current_timezone()).date() if at else None


def _weakest_score(row: ScanRow) -> Share | None:
    weakest = row.result.weakest
    return _share(weakest.result.score.score) if weakest else None


def _claimed_score(row: ThemeRow) -> Share | None:
    return _share(row.line.result.score.score) if row.line.has_claim else None


def _why_no_score(row: ThemeRow) -> str:
    if row.line.has_claim:
        return ""
    if row.line.result.score.not_applicable:
        return gettext("not applicable")
    return gettext("too few answers")


def _band(end: int) -> Callable[[ThemeRow], Share | None]:
    """0: the low end, 1: the high one."""

    def share(row: ThemeRow) -> Share | None:
        band = row.line.result.score.band
        return Share(band[end]) if band else None

    return share


def _number_of(outcome: Outcome, heading: Words) -> Column[ThemeRow]:
    meaning = _("How many statements of the theme have this answer, whatever their weight.")
    return Column(heading, meaning, lambda row: row.line.result.counts[outcome])


SCAN: tuple[Column[ScanRow], ...] = (
    Column(_("Organisation"), _("Who filled in the scan."), lambda row: row.organisation),
    Column(_("Year"), _("The year that the scan is about."), lambda row: row.scan.year),
    Column(
        _("Kind of scan"),
        _("Light or full. A light scan has fewer statements."),
        lambda row: str(row.scan.get_depth_display()),
    ),
    Column(
        _("Questionnaire"),
        _("The variant and the version of the questionnaire."),
        lambda row: str(row.scan.questionnaire),
    ),
    Column(
        _("State"),
        _("Finished, or provisional: the scan is still running and the figures can change."),
        lambda row: gettext("finished") if row.scan.is_finished else gettext("provisional"),
    ),
    Column(_("Finished on"), _("Empty while the scan is running."), _finish_date),
    Column(
        _("Global score"),
        _("The mean of the theme scores, each with its weight. Empty when no theme has a score."),
        lambda row: _share(row.result.overall.score),
    ),
    Column(
        _("Themes counted"),
        _("How many themes have enough answers for a score."),
        lambda row: len(row.result.claimed),
    ),
    Column(
        _("Themes not counted"),
        _("How many themes have too few answers, or do not apply."),
        lambda row: len(row.result.unclaimed),
    ),
    Column(
        _("Weakest theme"),
        _("The theme with the lowest score. Empty when all scores are the same."),
        lambda row: row.result.weakest.name if row.result.weakest else None,
    ),
    Column(_("Score of the weakest theme"), _("The lowest score."), _weakest_score),
    Column(
        _("Statements with yes or no"),
        _("How many statements have a yes or a no."),
        lambda row: row.result.known_statements,
    ),
    Column(
        _("Statements that apply"),
        _("All statements asked, without those that are not applicable."),
        lambda row: row.result.applicable_statements,
    ),
)

THEME_NAME: tuple[Column[ThemeRow], ...] = (
    Column(_("Theme number"), _("1 to 15; the same in every year."), lambda row: row.line.number),
    Column(_("Theme"), _("The name of the theme."), lambda row: row.line.name),
)

THEME: tuple[Column[ThemeRow], ...] = (
    *THEME_NAME,
    Column(
        _("Weight of the theme"), _("How heavily it counts in the mean."), lambda row: row.weight
    ),
    Column(
        _("Score"),
        _("Of the weight of all yes and no, how much is yes. Empty with too few answers."),
        _claimed_score,
    ),
    Column(
        _("Why no score"),
        _("Too few answers, or not applicable. Empty when there is a score."),
        _why_no_score,
    ),
    Column(_("Range from"), _("The score if everything that is not known were no."), _band(0)),
    Column(_("Range to"), _("The score if everything that is not known were yes."), _band(1)),
    Column(
        _("Completeness"),
        _("Of the weight of all that applies, how much has a yes or a no."),
        lambda row: _share(row.line.result.score.completeness),
    ),
    Column(
        _("Step of the theme"),
        _("The step reached, 0 to 5. Empty with too few answers."),
        lambda row: row.line.result.reached,
    ),
    Column(
        _("Possible step"),
        _("The step if everything that is not known were yes. Empty without a step."),
        lambda row: row.line.shown_possible,
    ),
    _number_of(Outcome.YES, _("Number of yes")),
    _number_of(Outcome.NO, _("Number of no")),
    _number_of(Outcome.UNKNOWN, _("Number of don’t know")),
    _number_of(Outcome.DISPUTED, _("Number of differences")),
    _number_of(Outcome.NOT_APPLICABLE, _("Number of not applicable")),
    _number_of(Outcome.OPEN, _("Number of open")),
)

STATEMENT: tuple[Column[StatementRow], ...] = (
    Column(
        _("Code"),
        _("The fixed code of the statement: the same code is the same statement in every scan."),
        lambda row: row.statement.code,
    ),
    Column(
        _("Step of the statement"),
        _("The step that the statement belongs to, 1 to 5."),
        lambda row: row.statement.step,
    ),
    Column(_("Statement"), _("The text of the statement."), lambda row: row.statement.text),
    Column(
        _("Weight of the statement"),
        _("How heavily it counts in its theme."),
        lambda row: row.statement.weight,
    ),
    Column(
        _("Answer"),
        _("Yes, no, don’t know, not applicable, a difference between people, or open."),
        lambda row: str(OUTCOME_NAMES[row.statement.outcome]),
    ),
    Column(
        _("Interesting for us"),
        _("Yes when somebody ticked the statement as interesting. It never counts in a score."),
        lambda row: gettext("yes") if row.statement.ticked else gettext("no"),
    ),
    Column(
        _("Department"),
        _("The department that usually knows the answer."),
        lambda row: row.statement.department,
    ),
)

WRITTEN: tuple[Column[StatementRow], ...] = (
    Column(
        _("Remark"),
        _("What people wrote beside the answer. Only when you chose remarks."),
        lambda row: row.written.remark,
    ),
    Column(
        _("Reason"),
        _("Why a statement does not apply. Only when you chose remarks."),
        lambda row: row.written.reason,
    ),
)
