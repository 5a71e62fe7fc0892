"""An Excel workbook that somebody uploads becomes rows of cells here; nothing in it runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

MAGIC = b"PK\x03\x04"
PARTS = {"[Content_Types].xml", "xl/workbook.xml"}
MACROS = "xl/vbaProject.bin"
# Unpacked: a small zip can hold a great deal of nothing.
LARGEST_UNPACKED = 12 * 1024 * 1024  # bytes
MOST_PARTS = 300
MOST_COLUMNS = 200
# A row can say that it is the millionth: all those before it would be looked at.
LAST_ROW = 10_000
# A workbook has no document types; with one, a parser can be kept busy for ever.
DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))


class Refusal(StrEnum):
    OTHER_KIND = "other_kind"
    BROKEN = "broken"
    TOO_LARGE = "too_large"
    TOO_MANY_ROWS = "too_many_rows"


class WorkbookRefused(Exception):
    def __init__(self, reason: Refusal) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class ReadCell:
    """`place` as Excel says it, such as C7; `text` is trimmed, a whole number without decimals."""

    place: str
    text: str
    is_formula: bool = False


@dataclass(frozen=True)
class ReadRow:
    number: int
    cells: Sequence[ReadCell]

    @property
    def is_empty(self) -> bool:
        return not any(cell.text for cell in self.cells)


def read_first_sheet(content: bytes, *, most_rows: int) -> list[ReadRow]:
    """The rows that hold something, the first one included. Raises WorkbookRefused."""
    _look_inside(content)
    rows: list[ReadRow] = []
    try:
        for row in _rows(content):
            if not row.is_empty:
                rows.append(row)
            if len(rows) > most_rows:
                raise WorkbookRefused(Refusal.TOO_MANY_ROWS)
    except WorkbookRefused:
        raise
    except Exception as broken:  # whatever a damaged file makes of the parser
        raise WorkbookRefused(Refusal.BROKEN) from broken
    return rows


def _look_inside(content: bytes) -> None:
    """Before a parser sees it."""
    if not content.startswith(MAGIC):
        raise WorkbookRefused(Refusal.OTHER_KIND)
    try:
        with ZipFile(BytesIO(content)) as packed:
            parts = packed.infolist()
            names = {part.filename for part in parts}
            if not names >= PARTS or MACROS in names:
                raise WorkbookRefused(Refusal.OTHER_KIND)
            unpacked = sum(part.file_size for part in parts)
            if unpacked > LARGEST_UNPACKED or len(parts) > MOST_PARTS:
                raise WorkbookRefused(Refusal.TOO_LARGE)
            if any(mark in packed.read(part) for part in parts for mark in DOCTYPES):
                raise WorkbookRefused(Refusal.BROKEN)
    except (BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError) as broken:
        raise WorkbookRefused(Refusal.BROKEN) from broken


def _rows(content: bytes) -> Iterator[ReadRow]:
    book = load_workbook(BytesIO(content), read_only=True, keep_links=False)
    page = book.worksheets[0]
    page.reset_dimensions()  # what a file says of its own size may be wrong
    for number, cells in enumerate(page.iter_rows(max_col=MOST_COLUMNS), start=1):
        if number > LAST_ROW:
            raise WorkbookRefused(Refusal.TOO_LARGE)
        if all(cell.value is None for cell in cells):
            continue
        yield ReadRow(
            number,
            [
                ReadCell(
                    f"{get_column_letter(column)}{number}",
                    _text(cell.value),
                    cell.data_type == "f",
                )
                for column, cell in enumerate(cells, start=1)
            ],
        )


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    return str(value).strip()
