"""What the overview of the local photo is made of: a cell of the matrix, a theme, an SDG."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from scans.models import Scan
from scans.results import ThemeLine
from trajects.models import InitiativeStatus, Scope, Traject
from trajects.queries.matrix import Entry, Label

# As many as fit beside each other on a page that lies down.
WIDEST = 25


class Tally(NamedTuple):
    """How many run, are planned, and stopped."""

    running: int = 0
    planned: int = 0
    stopped: int = 0

    @property
    def counted(self) -> int:
        return self.running + self.planned

    @property
    def total(self) -> int:
        return self.counted + self.stopped

    @property
    def words(self) -> str:
        """Such as "3 running, 1 stopped"; without anything that counts it says so first."""
        nothing = () if self.counted else (_("nothing runs, nothing is planned"),)
        numbers = zip(InitiativeStatus, self, strict=True)
        return ", ".join(
            (*nothing, *(f"{number} {one.label}" for one, number in numbers if number))
        )

    @property
    def short(self) -> str:
        """As in the matrix: "3", "3+1" with one planned, "+1" with nothing but that."""
        planned = f"+{self.planned}" if self.planned else ""
        return f"{self.running or ''}{planned}" or "0"

    @property
    def kind(self) -> str:
        """A word for the style, beside the number that says it."""
        if self.running:
            return "many" if self.running >= MANY else "some"
        return "planned" if self.planned else "none"


MANY = 3
NOTHING = Tally()


@dataclass(frozen=True)
class Row:
    """A tally for each department. `theme` is None where an initiative has none."""

    theme: Label | None
    tallies: tuple[Tally, ...]
    tally: Tally


@dataclass(frozen=True)
class Matrix:
    """Themes down, departments across. A row or column of None holds what has no theme or no
    department; it is left out when everything has one."""

    departments: tuple[Label | None, ...]
    rows: tuple[Row, ...]

    @property
    def parts(self) -> tuple[Matrix, ...]:
        """In pieces that fit on a page; one of no departments when there is none."""
        width = len(self.departments)
        return tuple(
            Matrix(
                self.departments[start : start + WIDEST],
                tuple(
                    Row(row.theme, row.tallies[start : start + WIDEST], row.tally)
                    for row in self.rows
                ),
            )
            for start in range(0, max(width, 1), WIDEST)
        )


@dataclass(frozen=True)
class ThemePart:
    """One theme: what is done, by whom, by whom not, and what the scan says. `line` is None
    without a finished scan, or when that scan does not ask about this theme."""

    theme: Label
    tally: Tally
    pieces: tuple[Entry, ...]
    active: tuple[tuple[Label, int], ...]
    silent: tuple[Label, ...]
    line: ThemeLine | None

    @property
    def active_words(self) -> str:
        return ", ".join(f"{department.name} {number}" for department, number in self.active)

    @property
    def silent_words(self) -> str:
        return ", ".join(department.name for department in self.silent)


@dataclass(frozen=True)
class SdgPart:
    """`pieces` without what stopped."""

    sdg: Label
    tally: Tally
    pieces: tuple[Entry, ...]

    @property
    def titles(self) -> str:
        return "; ".join(piece.title for piece in self.pieces)


@dataclass(frozen=True)
class PhotoPage:
    """`scan` is the one of the traject, finished or not."""

    traject: Traject
    scan: Scan | None
    pieces: tuple[Entry, ...]
    tally: Tally
    matrix: Matrix
    themes: tuple[ThemePart, ...]
    loose: tuple[Entry, ...]
    sdgs: tuple[SdgPart, ...]
    without_sdg: int
    departments: tuple[Label, ...]
    silent_departments: tuple[Label, ...]

    @property
    def has_scan_result(self) -> bool:
        return self.scan is not None and self.scan.is_finished

    @cached_property
    def empty_themes(self) -> tuple[ThemePart, ...]:
        """Where nothing runs and nothing is planned."""
        return tuple(part for part in self.themes if not part.tally.counted)

    @cached_property
    def touched_sdgs(self) -> tuple[SdgPart, ...]:
        return tuple(part for part in self.sdgs if part.tally.counted)

    @cached_property
    def untouched_sdgs(self) -> tuple[SdgPart, ...]:
        return tuple(part for part in self.sdgs if not part.tally.counted)

    @property
    def of_scope(self) -> tuple[tuple[str | Promise, int], ...]:
        """For whom it is: (words, number)."""
        counted = Counter(piece.scope for piece in self.pieces if piece.is_counted)
        return tuple((scope.label, counted[scope]) for scope in Scope)
