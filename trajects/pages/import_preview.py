"""What bringing in a file would do: every row as it was understood, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from reporting.spreadsheet_reading import ReadRow
from trajects.entries import InitiativeEntry
from trajects.models import InitiativeStatus, Scope, Traject
from trajects.photo_file import CellProblem, read_rows
from trajects.queries.matrix import Label, labels_of
from trajects.queries.titles import known_titles


@dataclass(frozen=True)
class PreviewRow:
    """`is_known`: the photo has something of this name, so this row is left alone."""

    entry: InitiativeEntry
    themes: tuple[Label, ...]
    departments: tuple[Label, ...]
    sdgs: tuple[Label, ...]
    is_known: bool

    @property
    def status(self) -> str | Promise:
        return InitiativeStatus(self.entry.status).label

    @property
    def scope(self) -> str | Promise:
        return Scope(self.entry.scope).label


@dataclass(frozen=True)
class ImportPreview:
    rows: tuple[PreviewRow, ...]
    problems: tuple[CellProblem, ...]
    unused: tuple[str, ...]

    @property
    def fresh(self) -> tuple[InitiativeEntry, ...]:
        return tuple(row.entry for row in self.rows if not row.is_known)

    @property
    def known(self) -> int:
        return len(self.rows) - len(self.fresh)


def import_preview(traject: Traject, rows: Sequence[ReadRow]) -> ImportPreview:
    """Two queries, whatever the number of rows."""
    labels = labels_of(traject.organisation_id)
    read = read_rows(rows, labels)
    known = known_titles(traject)

    def ticked(own: Sequence[Label], pks: frozenset[int]) -> tuple[Label, ...]:
        return tuple(label for label in own if label.pk in pks)

    return ImportPreview(
        rows=tuple(
            PreviewRow(
                entry,
                ticked(labels.themes, entry.themes),
                ticked(labels.departments, entry.departments),
                ticked(labels.sdgs, entry.sdgs),
                entry.title.casefold() in known,
            )
            for entry in read.entries
        ),
        problems=read.problems,
        unused=read.unused,
    )
