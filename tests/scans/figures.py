"""Every figure that a reader meets, taken from what they hold in hands: the page or a file.

Whatever it is read from, it comes to the same: "1 Thema nummer 1: score" → "45 %". A new kind of
document needs one function from what it is to such figures. All are read in English.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from io import BytesIO, StringIO

from django.http import HttpResponse
from openpyxl import load_workbook
from openpyxl.cell import Cell

from tests.page import by_id, page_of, text_of

Figures = dict[str, str]
Shown = Mapping[str, str]  # heading → what a reader sees in the cell

NON_ANSWERS = {
    "open": "Number of open",
    "don’t know": "Number of don’t know",
    "difference": "Number of differences",
    "not applicable": "Number of not applicable",
}


def differences(one: Figures, other: Figures) -> list[str]:
    """A sentence per figure that is not the same in both, or only in one of them."""
    return [
        f"{name}: {one.get(name, 'nothing')} and {other.get(name, 'nothing')}"
        for name in sorted(one.keys() | other.keys())
        if one.get(name) != other.get(name)
    ]


# --- the page


# How it is asked for with its table of figures open.
IN_FULL = {"toon": "cijfers"}


def from_page(response: HttpResponse) -> Figures:
    tree = page_of(response)
    text = text_of(next(tree.iter("main")))
    known, applicable = re.search(r"(\d+) of the (\d+) statements that apply", text).groups()
    figure = "".join(text_of(p) for p in tree.iter("p") if p.get("class") == "figure")
    overall = re.match(r"\d+ %", figure)
    weakest = re.search(r"Weakest theme: (.+?, \d+ %)", text)
    figures = {
        "overall": overall[0] if overall else "",
        "weakest": weakest[1] if weakest else "",
        "known": known,
        "applicable": applicable,
    }
    for row in next(by_id(tree, "score-table").iter("tbody")).iter("tr"):
        cells = [text_of(cell) for cell in row]
        figures |= _named(cells[0], _from_words(*cells[1:]))
    return figures


def _from_words(score: str, band: str, completeness: str, step: str, not_counted: str) -> Figures:
    """From a row of the table as it is printed, in words where there is no figure."""
    low, _dash, high = band.partition(" – ")
    reached = re.search(r"step (\d)", step)
    possible = re.search(r"possibly (\d)", step) or reached
    return {
        "score": score,
        "low": low.replace("none", ""),
        "high": high,
        "completeness": completeness.replace("none", ""),
        "step": reached[1] if reached else "",
        "possible step": possible[1] if possible else "",
        "not counted": not_counted.replace("nothing", ""),
    }


# --- files


def from_xlsx(content: bytes) -> Figures:
    """From the sheets of the scan and of its themes."""
    book = load_workbook(BytesIO(content))
    whole = {row[0].value: _shown(row[1]) for row in book["Overview"].iter_rows(min_row=2)}
    headings, *rows = book["Themes"].iter_rows()
    names = [heading.value for heading in headings]
    return _from_tables(whole, (dict(zip(names, map(_shown, row), strict=True)) for row in rows))


def from_csv(content: bytes) -> Figures:
    """From the columns of the scan and of its themes, which each row repeats."""
    text = content.decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text, newline=""), delimiter=";"))
    shown = [{name: _share_in_words(field) for name, field in row.items()} for row in rows]
    figures = [_from_tables(row, [row]) for row in shown]
    whole = {name: value for found in figures for name, value in found.items()}
    # No row says another thing of its scan or its theme than the rows beside it.
    assert all(whole[name] == value for found in figures for name, value in found.items())
    return whole


def _shown(cell: Cell) -> str:
    """What a spreadsheet program shows in this cell."""
    if cell.value is None:
        return ""
    if cell.number_format == "0\\ %":
        hundredths = Decimal(str(cell.value)) * 100
        assert hundredths == int(hundredths), f"{cell.coordinate} holds more than it shows"
        return f"{int(hundredths)} %"
    return str(cell.value)


def _share_in_words(field: str) -> str:
    is_share = re.fullmatch(r"\d,\d\d", field)
    return f"{int(Decimal(field.replace(',', '.')) * 100)} %" if is_share else field


def _from_tables(whole: Shown, themes: Iterable[Shown]) -> Figures:
    weakest = (whole["Weakest theme"], whole["Score of the weakest theme"])
    figures = {
        "overall": whole["Global score"],
        "weakest": ", ".join(filter(None, weakest)),
        "known": whole["Statements with yes or no"],
        "applicable": whole["Statements that apply"],
    }
    for theme in themes:
        name = f"{theme['Theme number']} {theme['Theme']}"
        figures |= _named(name, _from_row(theme))
    return figures


def _from_row(theme: Shown) -> Figures:
    return {
        "score": theme["Score"] or theme["Why no score"],
        "low": theme["Range from"],
        "high": theme["Range to"],
        "completeness": theme["Completeness"],
        "step": theme["Step of the theme"],
        "possible step": theme["Possible step"],
        "not counted": ", ".join(_not_counted(theme)),
    }


def _not_counted(theme: Shown) -> Iterator[str]:
    for name, heading in NON_ANSWERS.items():
        if theme[heading] != "0":
            yield f"{theme[heading]} × {name}"


def _named(theme: str, figures: Figures) -> Figures:
    return {f"{theme}: {name}": value for name, value in figures.items()}
