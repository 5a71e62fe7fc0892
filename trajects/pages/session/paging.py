"""How much fits on a screen that nobody can scroll, and so where a session goes from here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import TypeVar

from django.db.models import Count

from trajects.models import Candidate, LiveSession, VotingRound
from trajects.models.candidate import CandidateQuerySet
from trajects.pages.round_result import ROWS_ON_A_SCREEN
from trajects.pages.session.dreaming import board_for
from trajects.queries.session_themes import themes_of
from trajects.stages import Position, Stage, backward, onward

T = TypeVar("T")


def on_screens(rows: Sequence[T], heights: Sequence[int]) -> list[list[T]]:
    """In their order, each row whole; one that is too high has a screen of its own."""
    screens: list[list[T]] = []
    room = 0
    for row, height in zip(rows, heights, strict=True):
        if height > room:
            screens.append([])
            room = ROWS_ON_A_SCREEN
        screens[-1].append(row)
        room -= height
    return screens


def height_of(origins: int) -> int:
    """A theme takes one line, a group one for each theme or SDG in it."""
    return max(1, origins)


@dataclass(frozen=True)
class Course:
    """Where a session is, and how many screens its stages have. `gallery`: counted while it is
    shown; no stage comes after it."""

    session: LiveSession
    synthesis: int
    result: int
    gallery: int = 1

    @property
    def here(self) -> Position:
        return Position(self.session.at_stage, self.session.page)

    @property
    def next(self) -> Position | None:
        return onward(self.session.about, self.here, pages=self._screens(self.here.stage))

    @property
    def back(self) -> Position | None:
        """The very screen of before: of a stage with more than one, the last."""
        before = backward(self.session.about, self.here)
        if before is None or before.stage is self.here.stage:
            return before
        return Position(before.stage, self._screens(before.stage))

    @property
    def screens(self) -> int:
        return self._screens(self.here.stage)

    def _screens(self, stage: Stage) -> int:
        counted = {
            Stage.SYNTHESIS: self.synthesis,
            Stage.RESULT: self.result,
            Stage.GALLERY: self.gallery,
        }
        return counted.get(stage, 1)


def course_of(session: LiveSession) -> Course:
    """Two queries."""
    return course(session, candidates_with_heights(session), rounds_of_session(session))


def course(
    session: LiveSession, candidates: Iterable[Candidate], rounds: Iterable[VotingRound]
) -> Course:
    heights = [height_of(one.origins) for one in candidates]  # type: ignore[attr-defined]
    counted = last_counted(rounds)
    on_screen = len(counted.items) if counted and not session.about.is_measurement else 1
    return Course(
        session,
        synthesis=max(1, len(on_screens(heights, heights))),
        result=ceil(on_screen / ROWS_ON_A_SCREEN),
        gallery=len(board_for(session)) if session.at_stage is Stage.GALLERY else 1,
    )


def candidates_with_heights(session: LiveSession) -> CandidateQuerySet:
    """Its themes with `origins`: how many themes and SDGs they came from."""
    many = Count("themes", distinct=True) + Count("sdgs", distinct=True)
    grouped = themes_of(session).select_related("note").annotate(origins=many)
    return grouped.order_by("position", "pk")  # a grouped query has no order of its own


def rounds_of_session(session: LiveSession) -> list[VotingRound]:
    """Oldest first, whatever became of them."""
    rounds = list(session.rounds.all())
    for one in rounds:
        one.session = session
    return rounds


def last_counted(rounds: Iterable[VotingRound]) -> VotingRound | None:
    return next((one for one in reversed(list(rounds)) if one.is_counted), None)


def last_ended(rounds: Iterable[VotingRound]) -> VotingRound | None:
    """Counted or void."""
    return next((one for one in reversed(list(rounds)) if not one.is_open), None)
