"""An export, and what a program reads back from its files."""

import csv
from datetime import UTC, datetime
from io import BytesIO, StringIO

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from scans.export import ScanExport, scan_export
from scans.models import Answer, Scan

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)


def export_of(scan: Scan, *, with_remarks: bool = False) -> ScanExport:
    return scan_export(Scan.objects.get(pk=scan.pk), with_remarks=with_remarks)


def book_of(export: ScanExport) -> Workbook:
    return load_workbook(BytesIO(export.xlsx(at=NOW)))


def table_of(book: Workbook, sheet: str) -> list[dict]:
    headings, *rows = book[sheet].iter_rows(values_only=True)
    return [dict(zip(headings, row, strict=True)) for row in rows]


def csv_of(export: ScanExport) -> list[dict[str, str]]:
    text = export.csv().removeprefix("\ufeff")
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=";"))


def write(scan: Scan, code: str, **fields) -> None:
    Answer.objects.filter(respondent__scan=scan, statement__code=code).update(**fields)
