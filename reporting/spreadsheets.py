"""Tables become an Excel workbook or CSV text here: text stays text, and a number a number.

What people typed must never run (promise 12). In a workbook every text is stored as text; without
that "=1+1" would become a formula. CSV knows no types, so there a text that a spreadsheet would
read as a formula starts with an apostrophe.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from fractions import Fraction
from io import BytesIO, StringIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import Cell as ExcelCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.constants import ARC_CORE
from openpyxl.xml.functions import tostring

from reporting.formatting import decimal_comma, round_half_up


@dataclass(frozen=True)
class Share:
    """A part of a whole, such as 5/11: to be shown as a whole percentage, 45 %.

    Like a page, a file gets the rounded share (0.45). With the exact one behind a percent format
    each spreadsheet program would do the rounding, in binary fractions and by its own rule.
    """

    exact: Fraction


Cell = str | int | date | Share | None


@dataclass(frozen=True)
class Choices:
    """A column of another sheet, by number from 0, as the list to choose from in each cell."""

    sheet: str
    column: int
    number: int


@dataclass(frozen=True)
class Sheet:
    """A table with a title of at most 31 characters; each row has a cell for each heading.
    `choices` by the number of the column they are for, from 0."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    choices: Mapping[int, Choices] = field(default_factory=dict)


BYTE_ORDER_MARK = "\ufeff"
SHARE_DECIMALS = 2

# The percent sign stands apart, as on the pages.
SHARE_FORMAT = "0\\ %"
DATE_FORMAT = "d/mm/yyyy"

# In characters of the standard font.
NARROWEST, WIDEST = 9, 60
ROOM_FOR_THE_FILTER = 4
LAST_ROW_WITH_CHOICES = 1000
TOP = Alignment(vertical="top", wrap_text=True)
BOLD = Font(bold=True)

# The first moment that a zip file can name: a workbook carries only the date it was given.
NO_MOMENT = (1980, 1, 1, 0, 0, 0)

# What XML has no place for, and control characters; tabs and line breaks stay.
NOT_TEXT = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# The signs of a formula and their wide forms; some programs skip what is invisible before them.
FORMULA = re.compile("[\\s\ufeff\u200b-\u200f\u2060]*[=+\\-@\t\r\n＝＋－＠]")


def workbook(sheets: Iterable[Sheet], *, title: str, language: str, at: datetime) -> bytes:
    """An xlsx file: same input, same bytes. `at` is the moment that the file says it was made.

    Raises ValueError for an `at` without time zone.
    """
    if at.tzinfo is None:
        raise ValueError("the moment of a workbook needs a time zone")
    book = Workbook()
    book.remove(book.active)
    for sheet in sheets:
        _fill(book.create_sheet(plain(sheet.title)), sheet)
    properties = book.properties
    properties.title, properties.language = plain(title), language
    properties.creator = None
    properties.created = at.astimezone(UTC)
    return _packed(book, at)


def csv_text(rows: Iterable[Sequence[Cell]]) -> str:
    """For Excel as it is in Flanders and the Netherlands, where the comma is in the decimals:
    semicolons between cells, decimal commas, and a byte order mark that says it is UTF-8. With
    commas and points Excel would put a whole row in one cell and read 0.45 as text.

    Dates are as in ISO 8601, shares 0 to 1 in two decimals, lines end as in RFC 4180.
    """
    written = StringIO(newline="")
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerows([_csv_cell(cell) for cell in row] for row in rows)
    return BYTE_ORDER_MARK + written.getvalue()


def plain(text: str) -> str:
    """Without control characters, and with one kind of line break."""
    return NOT_TEXT.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def _csv_cell(cell: Cell) -> str:
    if isinstance(cell, str):
        return _neutralised(plain(cell))
    if isinstance(cell, Share):
        return decimal_comma(cell.exact, SHARE_DECIMALS)
    return "" if cell is None else str(cell)


def _neutralised(text: str) -> str:
    return f"'{text}" if FORMULA.match(text) else text


def _fill(page: Worksheet, sheet: Sheet) -> None:
    for row, cells in enumerate((sheet.headings, *sheet.rows), start=1):
        for column, cell in enumerate(cells, start=1):
            _write(page.cell(row, column), cell)
    for heading in page[1]:
        heading.font = BOLD
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    for column, heading in enumerate(sheet.headings):
        texts = [str(row[column]) for row in sheet.rows if isinstance(row[column], str)]
        width = max(map(len, (heading + " " * ROOM_FOR_THE_FILTER, *texts)))
        letter = get_column_letter(column + 1)
        page.column_dimensions[letter].width = min(max(width, NARROWEST), WIDEST)
    for column, choices in sheet.choices.items():
        _offer(page, get_column_letter(column + 1), choices)


def _offer(page: Worksheet, letter: str, choices: Choices) -> None:
    """A list in each cell of a column; something else is refused by the spreadsheet program."""
    source = get_column_letter(choices.column + 1)
    sheet = quote_sheetname(plain(choices.sheet))
    offered = DataValidation(
        type="list",
        formula1=f"{sheet}!${source}$2:${source}${choices.number + 1}",
        allow_blank=True,
        showErrorMessage=True,
    )
    offered.add(f"{letter}2:{letter}{LAST_ROW_WITH_CHOICES}")
    page.add_data_validation(offered)


def _write(target: ExcelCell, cell: Cell) -> None:
    target.alignment = TOP
    if isinstance(cell, str):
        _write_text(target, plain(cell))
    elif isinstance(cell, Share):
        target.value = float(round_half_up(cell.exact, SHARE_DECIMALS))
        target.number_format = SHARE_FORMAT
    else:
        target.value = cell
        if isinstance(cell, date):
            target.number_format = DATE_FORMAT


def _write_text(target: ExcelCell, text: str) -> None:
    if not text:
        return
    target.value = text
    # After the value, which makes a formula of "=1+1" and an error of "#N/A".
    target.data_type = "s"
    # Else editing such a cell, and leaving it as it was, would run it after all.
    target.quotePrefix = FORMULA.match(text) is not None


def _packed(book: Workbook, at: datetime) -> bytes:
    """Packed anew, because openpyxl writes the moment of saving in the file and its zip."""
    saved, packed = BytesIO(), BytesIO()
    book.save(saved)
    book.properties.modified = at.astimezone(UTC)
    with ZipFile(saved) as source, ZipFile(packed, "w") as target:
        for name in source.namelist():
            is_core = name == ARC_CORE
            part = tostring(book.properties.to_tree()) if is_core else source.read(name)
            target.writestr(ZipInfo(name, NO_MOMENT), part, ZIP_DEFLATED)
    return packed.getvalue()
