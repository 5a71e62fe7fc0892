"""The initiatives as a workbook that can be brought in again, and the empty one to collect in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from reporting.spreadsheets import Cell, Choices, Sheet, workbook
from trajects.models import InitiativeStatus, Scope, Traject
from trajects.photo_file.columns import USUAL, WORDS, Column, headings
from trajects.queries.matrix import Entry, Label, Labels, PhotoFacts, labels_of, photo_facts


def photo_workbook(traject: Traject, *, at: datetime) -> bytes:
    """All that is on the photo; without the names of who added it."""
    return _workbook(traject, photo_facts(traject), at=at)


def empty_workbook(traject: Traject, *, at: datetime) -> bytes:
    return _workbook(traject, PhotoFacts((), labels_of(traject.organisation_id)), at=at)


def _workbook(traject: Traject, facts: PhotoFacts, *, at: datetime) -> bytes:
    columns = headings(_counts(facts.entries))
    lists = _lists(facts.labels)
    choices = {
        place: Choices(_("Lists"), list(lists).index(column), len(lists[column]))
        for place, (column, _heading) in enumerate(columns)
        if lists.get(column)
    }
    rows = [_row(entry, columns) for entry in facts.entries]
    sheets = [
        Sheet(_("Initiatives"), [heading for _column, heading in columns], rows, choices),
        _explanation(columns),
        _sheet_of(lists),
    ]
    title = _("Local photo %(organisation)s") % {"organisation": traject.organisation.name}
    return workbook(sheets, title=title, language=get_language(), at=at)


def _counts(entries: Sequence[Entry]) -> Mapping[Column, int]:
    most = {
        Column.THEME: max((len(entry.themes) for entry in entries), default=0),
        Column.DEPARTMENT: max((len(entry.departments) for entry in entries), default=0),
        Column.SDG: max((len(entry.sdgs) for entry in entries), default=0),
    }
    return {column: max(usual, most[column]) for column, usual in USUAL.items()}


def named(label: Label) -> str:
    """As a cell says it: themes and SDGs with their number."""
    return f"{label.number} {label.name}" if label.number else label.name


def lists_by_pk(labels: Labels) -> dict[Column, dict[int, str]]:
    return {
        column: {label.pk: named(label) for label in own}
        for column, own in (
            (Column.THEME, labels.themes),
            (Column.DEPARTMENT, labels.departments),
            (Column.SDG, labels.sdgs),
        )
    }


def _lists(labels: Labels) -> dict[Column, list[str]]:
    """What can be chosen, per column."""
    return {
        **{column: list(names.values()) for column, names in lists_by_pk(labels).items()},
        Column.STATUS: [str(label) for label in InitiativeStatus.labels],
        Column.SCOPE: [str(label) for label in Scope.labels],
    }


def _row(entry: Entry, columns: Sequence[tuple[Column, str]]) -> list[Cell]:
    lists = {
        column: iter(map(named, own))
        for column, own in (
            (Column.THEME, entry.themes),
            (Column.DEPARTMENT, entry.departments),
            (Column.SDG, entry.sdgs),
        )
    }
    single: dict[Column, Cell] = {
        Column.TITLE: entry.title,
        Column.DESCRIPTION: entry.description,
        Column.STATUS: str(entry.status.label),
        Column.SCOPE: str(entry.scope.label),
        Column.SINCE: entry.since,
        Column.BBC_CODE: entry.bbc_code,
        Column.EVIDENCE: entry.evidence,
    }
    return [
        next(lists[column], None) if column in lists else single[column]
        for column, _heading in columns
    ]


def _explanation(columns: Sequence[tuple[Column, str]]) -> Sheet:
    rows = [(heading, str(WORDS[column].meaning)) for column, heading in columns]
    return Sheet(_("Explanation"), (_("Column"), _("Meaning")), rows)


def _sheet_of(lists: Mapping[Column, Sequence[str]]) -> Sheet:
    longest = max(map(len, lists.values()))
    rows = [
        [own[place] if place < len(own) else None for own in lists.values()]
        for place in range(longest)
    ]
    return Sheet(_("Lists"), [str(WORDS[column].heading) for column in lists], rows)
