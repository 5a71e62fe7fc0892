"""From the rows of a workbook to entries, or to what is wrong, cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from reporting.spreadsheet_reading import ReadCell, ReadRow
from trajects.entries import InitiativeEntry
from trajects.forms.initiatives import InitiativeForm, whole_address
from trajects.models import InitiativeStatus, Scope
from trajects.photo_file.columns import WORDS, Column, column_of, normal, spelled
from trajects.photo_file.writing import lists_by_pk
from trajects.queries.matrix import Labels

REQUIRED = (Column.TITLE, Column.THEME, Column.STATUS, Column.SCOPE)
LISTS = (Column.THEME, Column.DEPARTMENT, Column.SDG)


@dataclass(frozen=True)
class CellProblem:
    """`place` as Excel says it, such as C7."""

    place: str
    sentence: str


@dataclass(frozen=True)
class ReadFile:
    """Entries in the order of the rows; of no use as long as there are problems."""

    entries: tuple[InitiativeEntry, ...]
    problems: tuple[CellProblem, ...]
    unused: tuple[str, ...] = ()


@dataclass
class _Reader:
    """Knows the words of the lists, and gathers what is wrong."""

    words: Mapping[Column, Mapping[str, Any]]
    problems: list[CellProblem] = field(default_factory=list)

    def complain(self, place: str, sentence: str) -> None:
        self.problems.append(CellProblem(place, sentence))

    def cleaned(self, cell: ReadCell, clean: Callable[[str], Any]) -> Any:
        """What a field of the form makes of it."""
        try:
            return clean(cell.text)
        except ValidationError as wrong:
            self.complain(cell.place, " ".join(wrong.messages))
            return None

    def chosen(self, column: Column, cell: ReadCell) -> Any:
        """One of a list, by its name with or without the number before it."""
        found = self.words[column].get(normal(cell.text))
        if found is None:
            self.complain(cell.place, _unknown(column) % {"text": cell.text[:60]})
        return found


def read_rows(rows: Sequence[ReadRow], labels: Labels) -> ReadFile:
    """No queries. The first row has the headings."""
    if not rows:
        return ReadFile((), (CellProblem("A1", _("This sheet is empty.")),))
    heads, *others = rows
    columns = {
        place: column
        for place, cell in enumerate(heads.cells)
        if cell.text and (column := column_of(cell.text))
    }
    missing = [column for column in REQUIRED if column not in columns.values()]
    if missing:
        names = ", ".join(f"“{WORDS[column].heading}”" for column in missing)
        sentence = _("The first row has no heading %(names)s. Take over the headings of our file.")
        return ReadFile((), (CellProblem(f"A{heads.number}", sentence % {"names": names}),))
    reader = _Reader(_words(labels))
    entries = _entries(reader, columns, others)
    if not others:
        reader.complain(f"A{heads.number + 1}", _("There is no initiative under the headings."))
    unused = tuple(
        cell.text for place, cell in enumerate(heads.cells) if cell.text and place not in columns
    )
    return ReadFile(tuple(entries), tuple(reader.problems), unused)


def _entries(
    reader: _Reader, columns: Mapping[int, Column], rows: Iterable[ReadRow]
) -> list[InitiativeEntry]:
    entries, seen = [], dict[str, int]()
    for row in rows:
        found = len(reader.problems)
        entry = _entry(reader, columns, row)
        title = entry.title if entry else ""
        if entry and normal(title) in seen:
            place = next(row.cells[at].place for at, own in columns.items() if own == Column.TITLE)
            sentence = _("Row %(row)d has the same name. Give one of them another name.")
            reader.complain(place, sentence % {"row": seen[normal(title)]})
        elif entry and len(reader.problems) == found:
            entries.append(entry)
        if title:
            seen.setdefault(normal(title), row.number)
    return entries


def _entry(reader: _Reader, columns: Mapping[int, Column], row: ReadRow) -> InitiativeEntry | None:
    """None when something is wrong that it cannot do without."""
    cells: dict[Column, list[ReadCell]] = {column: [] for column in Column}
    for place, column in columns.items():
        cell = row.cells[place]
        if cell.is_formula:
            reader.complain(cell.place, _("This is a formula. Put its outcome in the cell."))
        elif cell.text:
            cells[column].append(cell)
    blanks = {column: row.cells[place].place for place, column in reversed([*columns.items()])}
    formulas = {column for place, column in columns.items() if row.cells[place].is_formula}
    for column in REQUIRED:
        if not cells[column] and column not in formulas:
            reader.complain(blanks[column], _required(column))
    lists = {
        column: frozenset(reader.chosen(column, cell) for cell in cells[column]) - {None}
        for column in LISTS
    }
    single = {column: cells[column][0] for column in Column if cells[column]}
    values = {
        column.value: reader.cleaned(single[column], clean)
        for column, clean in _cleaners().items()
        if column in single
    }
    chosen = {
        column.value: reader.chosen(column, single[column])
        for column in (Column.STATUS, Column.SCOPE)
        if column in single
    }
    if None in chosen.values() or len(chosen) < 2 or not values.get("title"):
        return None
    return InitiativeEntry(
        **{key: value for key, value in values.items() if value is not None},
        **chosen,
        themes=lists[Column.THEME],
        departments=lists[Column.DEPARTMENT],
        sdgs=lists[Column.SDG],
    )


def _cleaners() -> Mapping[Column, Callable[[str], Any]]:
    """The same rules as on the page."""
    fields = InitiativeForm.base_fields
    return {
        Column.TITLE: fields["title"].clean,
        Column.DESCRIPTION: fields["description"].clean,
        Column.SINCE: lambda text: fields["since"].clean(text[:4] if text[4:5] == "-" else text),
        Column.BBC_CODE: fields["bbc_code"].clean,
        Column.EVIDENCE: whole_address,
    }


def _words(labels: Labels) -> dict[Column, dict[str, Any]]:
    """A theme by "7 Energie …", "Energie …" or its short name; a department by its name."""
    named = {
        column: {normal(name): pk for pk, name in names.items()}
        for column, names in lists_by_pk(labels).items()
    }
    for column, own in ((Column.THEME, labels.themes), (Column.SDG, labels.sdgs)):
        for label in own:
            named[column].setdefault(normal(label.name), label.pk)
            named[column].setdefault(str(label.number), label.pk)
            if label.short_name:
                named[column].setdefault(normal(label.short_name), label.pk)
    return {
        **named,
        Column.STATUS: spelled((status.value, status.label) for status in InitiativeStatus),
        Column.SCOPE: spelled((scope.value, scope.label) for scope in Scope),
    }


def _unknown(column: Column) -> str:
    return {
        Column.THEME: _("There is no theme “%(text)s”. Choose one from the list in our file."),
        Column.DEPARTMENT: _(
            "Your organisation has no department “%(text)s”. Choose one from the list, or add it "
            "to your organisation first."
        ),
        Column.SDG: _("There is no SDG “%(text)s”. Choose one from the list in our file."),
        Column.STATUS: _("“%(text)s” is no status. Choose running, planned or stopped."),
        Column.SCOPE: _("“%(text)s” is not known. Choose our own working or our residents."),
    }[column]


def _required(column: Column) -> str:
    return {
        Column.TITLE: _("Give it a name."),
        Column.THEME: _("Choose at least one theme."),
        Column.STATUS: _("Choose whether it runs, is planned or stopped."),
        Column.SCOPE: _("Choose for whom it is."),
    }[column]
