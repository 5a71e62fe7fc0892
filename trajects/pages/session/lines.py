"""The parts of the desk of a session."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise

from trajects.models import Seat
from trajects.pages.session.words import STAGE_NAMES
from trajects.stages import Stage


class NextStep(StrEnum):
    """The one thing that a moderator does next. The template has a button for each."""

    MOVE = "move"
    OPEN_ROUND = "open_round"
    CLOSE_ROUND = "close_round"
    TO_ROUND = "to_round"
    NEXT_THEME = "next_theme"
    TO_GALLERY = "to_gallery"
    WRITE_CHOICE = "write_choice"
    END = "end"


@dataclass(frozen=True)
class SeatLine:
    """Somebody in the session. `is_here`: their phone asked for news a moment ago."""

    seat: Seat
    is_here: bool

    @property
    def may_be_released(self) -> bool:
        return self.seat.user_id is None and self.seat.released_at is None


@dataclass(frozen=True)
class StageLine:
    stage: Stage
    is_now: bool

    @property
    def name(self) -> Promise:
        return STAGE_NAMES[self.stage]
