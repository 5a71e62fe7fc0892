"""The local photo in a dossier: how much is done per theme, and what for the chosen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from trajects.dossier.voice import Voice
from trajects.models import Traject
from trajects.pages.photo import Tally, composed
from trajects.queries.ambitions import ThemeSteps
from trajects.queries.matrix import Entry, photo_facts


@dataclass(frozen=True)
class PhotoRow:
    number: int
    name: str
    tally: Tally


@dataclass(frozen=True)
class Piece:
    """An initiative. Its evidence stays out: that may be an address."""

    title: str
    status: str | Promise
    departments: str
    sdgs: str
    description: str


@dataclass(frozen=True)
class PhotoTheme:
    """A chosen theme with what is on the photo for the themes of the scan that it came from."""

    name: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Photo:
    """`silent`: departments that nothing is on the photo of."""

    tally: Tally
    rows: tuple[PhotoRow, ...]
    themes: tuple[PhotoTheme, ...]
    silent: tuple[str, ...]

    @property
    def empty(self) -> tuple[PhotoRow, ...]:
        return tuple(row for row in self.rows if not row.tally.counted)


def photo_of(traject: Traject, themes: Iterable[ThemeSteps], voice: Voice) -> Photo | None:
    """None while nothing is on it. Three queries."""
    page = composed(traject, photo_facts(traject), None, {})
    if not page.pieces:
        return None
    return Photo(
        tally=page.tally,
        rows=tuple(
            PhotoRow(part.theme.number, part.theme.name, part.tally) for part in page.themes
        ),
        themes=tuple(_theme(one, page.pieces, voice) for one in themes if one.origins),
        silent=tuple(one.name for one in page.silent_departments),
    )


def _theme(steps: ThemeSteps, pieces: Iterable[Entry], voice: Voice) -> PhotoTheme:
    numbers = {origin.number for origin in steps.origins}
    own = (piece for piece in pieces if numbers & {theme.number for theme in piece.themes})
    name = voice.text(steps.candidate.full_name)
    return PhotoTheme(name, tuple(_piece(one, voice) for one in own))


def _piece(entry: Entry, voice: Voice) -> Piece:
    return Piece(
        title=voice.text(entry.title),
        status=entry.status.label,
        departments=entry.department_names,
        sdgs=entry.sdg_numbers,
        description=voice.text(entry.description),
    )
