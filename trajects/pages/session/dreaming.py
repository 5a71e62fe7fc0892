"""A session about dream images: what its desk and its screen show besides."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from trajects.dreams import FEWEST_SHOWN
from trajects.models import LiveSession
from trajects.pages.session.board import BoardScreen, board_of
from trajects.queries.dream_counts import Dreams
from trajects.queries.dreams import gallery_in

# To the group, on the screen, while everybody writes.
DREAM_QUESTIONS: tuple[Promise, ...] = (
    gettext_lazy("What do we see when we walk through our town in ten years?"),
    gettext_lazy("Who notices it first, and what do they say?"),
    gettext_lazy("What are we proud of then?"),
)


@dataclass(frozen=True)
class DeskDreams:
    """`counts`: the numbers of this moment."""

    counts: Dreams

    @property
    def words(self) -> str:
        return dream_words(self.counts)

    @property
    def may_open(self) -> bool:
        """While a session runs everybody may still write: what waits is shown with company."""
        return self.counts.in_box >= FEWEST_SHOWN

    @property
    def too_few(self) -> bool:
        return 0 < self.counts.in_box < FEWEST_SHOWN

    @property
    def fewest(self) -> int:
        return FEWEST_SHOWN


def board_for(session: LiveSession) -> tuple[BoardScreen, ...]:
    """Of the theme that it is about, or of all; the number of queries is that of a gallery."""
    return board_of(gallery_in(session))


def dream_words(counts: Dreams) -> str:
    """How many are written: those in the box as a number only."""
    named = ngettext("%(many)s dream image", "%(many)s dream images", counts.standing) % {
        "many": counts.standing
    }
    if not counts.in_box:
        return named
    return _("%(named)s, %(boxed)s without a name") % {"named": named, "boxed": counts.in_box}


def star_words(counts: Dreams) -> str:
    return ngettext("%(many)s star given", "%(many)s stars given", counts.stars) % {
        "many": counts.stars
    }
