"""From the frozen result to files. What is in them is said by `columns`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from reporting.spreadsheets import Cell, Sheet, csv_text, workbook
from scans.export.columns import (
    SCAN,
    STATEMENT,
    THEME,
    THEME_NAME,
    WRITTEN,
    Column,
    ScanRow,
    StatementRow,
    ThemeRow,
)
from scans.models import Scan
from scans.queries import Written, written_beside_answers
from scans.results import ScanResult, scan_result

Cells = tuple[Cell, ...]
Columns = Sequence[Column[Any]]

NOTHING_WRITTEN = Written()


@dataclass(frozen=True)
class ScanExport:
    """`organisation` is its name at the finish. `written` is None when remarks and reasons were
    not chosen: then the file has no place for them."""

    scan: Scan
    organisation: str
    result: ScanResult
    written: Mapping[str, Written] | None

    def xlsx(self, *, at: datetime) -> bytes:
        """Four sheets. A finished scan carries the moment of its finish, a running one `at`."""
        return workbook(
            self.sheets,
            title=self.title,
            language=get_language(),
            at=self.scan.finished_at or at,
        )

    def csv(self) -> str:
        """One table, a row for each statement with the figures of its theme and its scan before
        it: files of several years fit under each other."""
        headings = _headings((*SCAN, *THEME, *self._statement_columns))
        whole = _cells(SCAN, self._whole)
        return csv_text([headings, *((*whole, *row) for row in self._statement_rows(THEME))])

    @property
    def title(self) -> str:
        return _("MVO scan %(organisation)s %(year)s") % {
            "organisation": self.organisation,
            "year": self.scan.year,
        }

    def file_name(self, extension: str) -> str:
        """Says so when the figures are provisional."""
        own = ["mvo-scan", slugify(self.organisation), str(self.scan.year)]
        state = [] if self.scan.is_finished else [slugify(_("provisional"))]
        return f"{'-'.join(part for part in own + state if part)}.{extension}"

    @property
    def sheets(self) -> list[Sheet]:
        return [
            Sheet(
                _("Overview"),
                (_("What"), _("Value")),
                [(str(column.heading), column.cell(self._whole)) for column in SCAN],
            ),
            Sheet(
                _("Themes"), _headings(THEME), [_cells(THEME, row) for row in self._themes.values()]
            ),
            Sheet(
                _("Answers"),
                _headings((*THEME_NAME, *self._statement_columns)),
                list(self._statement_rows(THEME_NAME)),
            ),
            self._legend,
        ]

    @property
    def _legend(self) -> Sheet:
        parts = (
            (_("Overview"), SCAN),
            (_("Themes"), THEME),
            (_("Answers"), self._statement_columns),
        )
        rows = [
            (sheet, str(column.heading), str(column.meaning))
            for sheet, columns in parts
            for column in columns
        ]
        return Sheet(_("Explanation"), (_("Sheet"), _("Column"), _("Meaning")), rows)

    @property
    def _whole(self) -> ScanRow:
        return ScanRow(self.scan, self.organisation, self.result)

    @property
    def _themes(self) -> dict[int, ThemeRow]:
        pairs = zip(self.result.lines, self.result.scored, strict=True)
        return {line.number: ThemeRow(line, scored.weight) for line, scored in pairs}

    @property
    def _statement_columns(self) -> Columns:
        return STATEMENT if self.written is None else (*STATEMENT, *WRITTEN)

    def _statement_rows(self, theme_columns: Columns) -> Iterable[Cells]:
        """A row for each statement, with these columns of its theme before it."""
        before = {number: _cells(theme_columns, row) for number, row in self._themes.items()}
        written = self.written or {}
        for statement in self.result.statements:
            row = StatementRow(statement, written.get(statement.code, NOTHING_WRITTEN))
            yield (*before[statement.theme_number], *_cells(self._statement_columns, row))


def scan_export(scan: Scan, *, with_remarks: bool) -> ScanExport:
    """The export of what a person may read; with remarks one query more than its result."""
    return ScanExport(
        scan=scan,
        organisation=_organisation(scan),
        result=scan_result(scan),
        written=written_beside_answers(scan) if with_remarks else None,
    )


def _organisation(scan: Scan) -> str:
    """What it was called at the finish; while the scan runs, what it is called now."""
    if scan.is_finished and hasattr(scan, "imprint"):
        return scan.imprint.organisation_name
    return scan.organisation.name


def _headings(columns: Columns) -> tuple[str, ...]:
    return tuple(str(column.heading) for column in columns)


def _cells(columns: Columns, row: object) -> Cells:
    return tuple(column.cell(row) for column in columns)
