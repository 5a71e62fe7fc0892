"""What is taken of a file that somebody uploads, and what is refused before a parser sees it."""

from datetime import date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from reporting.spreadsheet_reading import LARGEST_UNPACKED, WorkbookRefused, read_first_sheet


def saved(*rows: tuple[object, ...]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def packed(**parts: bytes) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as file:
        for name, content in {"[Content_Types].xml": b"", "xl/workbook.xml": b"", **parts}.items():
            file.writestr(name, content)
    return target.getvalue()


def refusal(content: bytes, *, most_rows: int = 9) -> str:
    with pytest.raises(WorkbookRefused) as refused:
        read_first_sheet(content, most_rows=most_rows)
    return refused.value.reason


def test_cells_come_with_their_place_and_as_text():
    rows = read_first_sheet(
        saved(("a", None, 2019.0), (None,), (1.5, True, date(2020, 5, 4)), ("=1+1", " x ")),
        most_rows=9,
    )

    assert [row.number for row in rows] == [1, 3, 4]
    assert [(cell.place, cell.text) for row in rows for cell in row.cells if cell.text] == [
        ("A1", "a"), ("C1", "2019"), ("A3", "1.5"), ("B3", "True"), ("C3", "2020-05-04"),
        ("A4", "=1+1"), ("B4", "x"),
    ]  # fmt: skip
    assert [cell.place for row in rows for cell in row.cells if cell.is_formula] == ["A4"]


def test_moment_is_read_as_its_day():
    moment = datetime(2020, 5, 4, 9, 30)  # noqa: DTZ001 - a workbook knows no time zones

    (row,) = read_first_sheet(saved((moment,)), most_rows=1)

    assert row.cells[0].text == "2020-05-04"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "other_kind"),
        (b"naam;thema\r\n", "other_kind"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "other_kind"),  # an .xls of before 2007
        (b"PK\x03\x04 and then nothing", "broken"),
        (packed(**{"xl/vbaProject.bin": b"x"}), "other_kind"),
        (packed(**{"xl/workbook.xml": b"<workbook/>"}), "broken"),
        (packed(**{"xl/x.xml": b'<?xml version="1.0"?><!DOCTYPE a []><a/>'}), "broken"),
        (packed(**{"xl/x.xml": "<!DOCTYPE a []>".encode("utf-16")}), "broken"),
        (packed(**{"xl/x.bin": bytes(LARGEST_UNPACKED + 1)}), "too_large"),
        (packed(**{f"xl/{number}.xml": b"" for number in range(301)}), "too_large"),
    ],
)  # fmt: skip
def test_other_files_are_refused(content, reason):
    assert refusal(content) == reason


def test_zip_of_something_else_is_refused():
    target = BytesIO()
    with ZipFile(target, "w") as file:
        file.writestr("word/document.xml", b"")

    assert refusal(target.getvalue()) == "other_kind"


def test_rows_are_counted_wherever_they_stand():
    content = saved(*((str(number),) for number in range(4)))

    assert len(read_first_sheet(content, most_rows=4)) == 4
    assert refusal(content, most_rows=3) == "too_many_rows"


def far_away(row: int) -> bytes:
    """A workbook with a word in its first row and in that one, and nothing between them."""
    cells = "".join(
        f'<row r="{number}"><c r="A{number}" t="inlineStr"><is><t>x</t></is></c></row>'
        for number in (1, row)
    )
    name = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<worksheet xmlns="{name}"><sheetData>{cells}</sheetData></worksheet>'.encode()
    target = BytesIO()
    with ZipFile(BytesIO(saved(("x",)))) as whole, ZipFile(target, "w") as file:
        for part in whole.namelist():
            file.writestr(part, sheet if part == "xl/worksheets/sheet1.xml" else whole.read(part))
    return target.getvalue()


def test_row_that_is_far_away_keeps_nobody_waiting():
    assert [row.number for row in read_first_sheet(far_away(9_000), most_rows=9)] == [1, 9_000]
    assert refusal(far_away(10**12)) == "too_large"
