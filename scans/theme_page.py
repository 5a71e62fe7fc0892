"""The read-model of one theme page: its statements per step, with what is stored and typed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from django.utils.functional import Promise

from scans.entries import Entry
from scans.forms import Submission
from scans.labels import STEP_DESCRIPTIONS, STEP_NAMES
from scans.models import Answer, QuestionnaireTheme, Statement
from scans.queries import AskedStatement, ScanProgress, StepProgress, ThemeProgress


@dataclass(frozen=True)
class StatementRow:
    """`shown` is what the fields hold; `stored` is what the scan holds (None: nothing yet).

    `conflict` is the answer of somebody else that a save ran into; `errors` are the sentences
    about what was typed. `stored_version` and `seen` travel with the form.
    """

    statement: Statement
    shown: Entry
    stored: Answer | None
    version: int
    seen: str
    conflict: Answer | None = None
    errors: tuple[str, ...] = ()
    is_refused: bool = False

    @property
    def is_saved(self) -> bool:
        return self.stored is not None and not self.is_refused


@dataclass(frozen=True)
class Typed:
    """What a refused post holds for one statement: it stays on the page as it was typed."""

    entry: Entry
    version: int
    seen: str
    conflict: Answer | None = None
    errors: tuple[str, ...] = ()


@dataclass(frozen=True)
class StepGroup:
    step: int
    name: str | Promise
    description: str | Promise
    progress: StepProgress
    rows: tuple[StatementRow, ...]


@dataclass(frozen=True)
class ThemePage:
    theme: QuestionnaireTheme
    scan_progress: ScanProgress
    progress: ThemeProgress
    previous: ThemeProgress | None
    next: ThemeProgress | None
    groups: tuple[StepGroup, ...] = field(default=())

    @property
    def refused(self) -> tuple[StatementRow, ...]:
        rows = (row for group in self.groups for row in group.rows)
        return tuple(row for row in rows if row.is_refused)


def theme_page(
    theme: QuestionnaireTheme,
    asked: Iterable[AskedStatement],
    progress: ScanProgress,
    typed: Mapping[int, Typed] | None = None,
) -> ThemePage:
    """`typed`, by statement pk, is what a post could not store."""
    code = theme.theme.code
    previous, following = progress.neighbours(code)
    own = progress.theme(code)
    rows = [statement_row(item, (typed or {}).get(item.statement.pk)) for item in asked]
    return ThemePage(theme, progress, own, previous, following, tuple(_groups(rows, own)))


def statement_row(item: AskedStatement, typed: Typed | None = None) -> StatementRow:
    if typed:
        return StatementRow(
            item.statement,
            typed.entry,
            item.answer,
            typed.version,
            typed.seen,
            typed.conflict,
            typed.errors,
            is_refused=True,
        )
    entry = item.answer.entry if item.answer else Entry()
    version = item.answer.version if item.answer else 0
    return StatementRow(item.statement, entry, item.answer, version, entry.fingerprint)


def refused(
    submission: Submission, conflicts: Mapping[int, Answer], *, closed: bool = False
) -> dict[int, Typed]:
    """By statement pk, what the post held that is not stored, to be shown again as typed.

    `closed`: nothing was stored at all, because the scan was finished meanwhile.
    """
    return {
        statement.pk: Typed(
            form.typed, form.typed_version, form.typed_seen, conflicts.get(statement.pk), errors
        )
        for statement, form in submission.forms.items()
        if (errors := form.sentences)
        or statement.pk in conflicts
        or (closed and not form.is_untouched)
    }


def _groups(rows: Iterable[StatementRow], progress: ThemeProgress) -> Iterable[StepGroup]:
    per_step = {step.step: step for step in progress.steps}
    for step, group in groupby(rows, key=lambda row: row.statement.step):
        yield StepGroup(
            step, STEP_NAMES[step], STEP_DESCRIPTIONS[step], per_step[step], tuple(group)
        )
