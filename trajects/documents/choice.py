"""The note with which the group asks for green light: two pages, as it is at this moment."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import ngettext

from reporting.pdf import page_count, render_pdf, static_assets
from scans.documents import FONTS
from trajects.models import ChoiceDocument, Traject
from trajects.pages.choice import ChoicePage, choice_page
from trajects.pages.photo import PhotoPage, photo_page
from trajects.pages.photo.parts import ThemePart

NOTE_STYLES = (
    "css/fonts.css",
    "css/tokens.css",
    "css/print/page.css",
    "css/print/text.css",
    "css/print/tables.css",
    "css/print/charts.css",
    "css/print/note.css",
)
PAGES = 2
STEPS = range(6)


@dataclass(frozen=True)
class Fit:
    """How much is written out: characters of a reason, and how many themes of the vote. `is_roomy`
    sets it in larger type, with the vote on the second page; `is_dense` in small type, with short
    names."""

    reason: int
    parked: int
    voted: int
    is_dense: bool = False
    is_roomy: bool = False

    @property
    def rows(self) -> str:
        """For the filter `slice`."""
        return f":{self.voted}"


# The first that fits on two pages. The whole text stays on the page of the choice.
FITS = (
    Fit(reason=2_000, parked=400, voted=20, is_roomy=True),
    Fit(reason=2_000, parked=400, voted=20),
    Fit(reason=600, parked=200, voted=17),
    Fit(reason=400, parked=60, voted=20, is_dense=True),
    Fit(reason=120, parked=0, voted=10, is_dense=True),
)


@dataclass(frozen=True)
class Note:
    """Everything that the note shows."""

    traject: Traject
    choice: ChoicePage
    photo: PhotoPage
    at: datetime

    @property
    def claimed(self) -> tuple[ThemePart, ...]:
        """The themes that stand on a step of the scan."""
        return tuple(part for part in self.photo.themes if part.line and part.line.has_claim)

    @property
    def unclaimed(self) -> tuple[ThemePart, ...]:
        return tuple(part for part in self.photo.themes if part.line and not part.line.has_claim)

    @property
    def parked(self) -> list[tuple[str, list[str]]]:
        """Themes that are parked for one and the same reason stand together."""
        names: defaultdict[str, list[str]] = defaultdict(list)
        for row in self.choice.parked:
            if row.choice:
                names[row.choice.because].append(row.candidate.full_name)
        return list(names.items())

    @property
    def columns(self) -> list[list[str]]:
        """For the chart: per step the themes that stand on it."""
        return [[_short(part) for part in self.claimed if _step(part) == step] for step in STEPS]

    @property
    def chart_label(self) -> str:
        """The chart in one sentence; the table below it has the same figures."""
        words = [
            ngettext("%(number)s theme on step %(step)s", "%(number)s themes on step %(step)s", n)
            % {"number": n, "step": step}
            for step, column in enumerate(self.columns)
            if (n := len(column))
        ]
        return "; ".join(words)


def choice_document(document: ChoiceDocument) -> bytes:
    """In Dutch, whoever asks."""
    note = note_of(document)
    assets = static_assets((*NOTE_STYLES, *FONTS))
    pdf = b""
    for fit in FITS:
        pdf = render_pdf(note_html(note, fit), assets=assets)
        if page_count(pdf) == PAGES:
            break
    return pdf


def note_of(document: ChoiceDocument) -> Note:
    traject = document.traject
    return Note(traject, choice_page(traject), photo_page(traject), document.asked_at)


def note_html(note: Note, fit: Fit) -> str:
    """The page that becomes the PDF."""
    context = {"note": note, "fit": fit, "styles": NOTE_STYLES}
    with translation.override(settings.LANGUAGE_CODE):
        return render_to_string("trajects/themes/note/document.html", context)


def _short(part: ThemePart) -> str:
    return f"{part.theme.number} {part.theme.short_name}"


def _step(part: ThemePart) -> int | None:
    return part.line.result.reached if part.line else None
