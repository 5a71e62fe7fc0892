"""What the whole room sees. Until a round is counted, nothing depends on what anybody chose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reporting.qr import QrCode, qr_code
from trajects.guiding import general_dialogue_questions
from trajects.models import Candidate, LiveSession, VotingRound
from trajects.pages.candidates import Origin
from trajects.pages.choice import ChoicePage, choice_page
from trajects.pages.measurement import MeasurementResult
from trajects.pages.round_result import RoundResult, ScreenPage, result_of_round
from trajects.pages.session.asking import questions_on
from trajects.pages.session.board import BoardScreen
from trajects.pages.session.dreaming import (
    DREAM_QUESTIONS,
    board_for,
    dream_words,
    star_words,
)
from trajects.pages.session.paging import (
    height_of,
    last_counted,
    last_ended,
    on_screens,
    rounds_of_session,
)
from trajects.pages.session.words import SUBJECT_NAMES, void_words
from trajects.pages.state_document import screen_of
from trajects.queries.candidates import candidate_facts
from trajects.queries.dream_counts import Dreams
from trajects.queries.session_state import SessionState, session_state
from trajects.queries.session_themes import themes_of
from trajects.stages import Stage


@dataclass(frozen=True)
class ScreenRow:
    """A candidate theme; a group has more than one origin, each with its own figures."""

    candidate: Candidate
    origins: tuple[Origin, ...]

    @property
    def lines(self) -> int:
        return height_of(len(self.origins))


@dataclass(frozen=True)
class Screen:
    """`link` opens the session on a phone; `address` is where one types the code."""

    session: LiveSession
    state: SessionState
    link: str
    address: str

    @property
    def code(self) -> str:
        """What the page was drawn with (see `state_document`)."""
        return screen_code(self.state)

    @property
    def stage(self) -> Stage:
        return self.session.at_stage

    @property
    def is_over(self) -> bool:
        return self.state.is_over

    @property
    def turnout(self) -> str:
        return screen_turnout(self.state)

    @property
    def qr(self) -> QrCode:
        return qr_code(self.link)

    @cached_property
    def all_rows(self) -> tuple[ScreenRow, ...]:
        found = candidate_facts(self.session.traject)
        return tuple(ScreenRow(one.candidate, tuple(map(Origin, one.origins))) for one in found)

    @cached_property
    def screens(self) -> list[list[ScreenRow]]:
        return on_screens(self.all_rows, [height_of(len(one.origins)) for one in self.all_rows])

    @property
    def page(self) -> int:
        """The last one when there are fewer by now."""
        return self._page(self.screens)

    @cached_property
    def board(self) -> tuple[BoardScreen, ...]:
        return board_for(self.session)

    @property
    def board_page(self) -> int:
        return self._page(self.board)

    @property
    def dreams(self) -> BoardScreen | None:
        """What the gallery shows now; None when no theme is chosen any more."""
        return self.board[self.board_page - 1] if self.board else None

    @cached_property
    def dream_theme(self) -> Candidate | None:
        """The theme that the group writes about; None for all that were chosen."""
        found = (one for one in self.dream_themes if one.pk == self.session.candidate_id)
        return next(found, None)

    @cached_property
    def dream_themes(self) -> tuple[Candidate, ...]:
        return tuple(themes_of(self.session))

    @property
    def dream_questions(self) -> tuple[Promise, ...]:
        return DREAM_QUESTIONS

    @property
    def rows(self) -> Sequence[ScreenRow]:
        return self.screens[self.page - 1] if self.screens else ()

    @cached_property
    def about(self) -> ScreenRow | None:
        """The theme that the group talks about."""
        found = (one for one in self.all_rows if one.candidate.pk == self.session.candidate_id)
        return next(found, None) if self.session.candidate_id else None

    @property
    def questions(self) -> tuple[str, ...]:
        if self.about is None:
            return general_dialogue_questions()
        return questions_on(origin.facts for origin in self.about.origins)

    @cached_property
    def rounds(self) -> list[VotingRound]:
        return rounds_of_session(self.session)

    @property
    def last(self) -> VotingRound | None:
        """The round that ended last, counted or void."""
        return last_ended(self.rounds)

    @cached_property
    def result(self) -> RoundResult | MeasurementResult | None:
        counted = last_counted(self.rounds)
        return result_of_round(counted) if counted else None

    @property
    def result_page(self) -> ScreenPage | None:
        is_themes = isinstance(self.result, RoundResult)
        return self.result.page(self.session.page) if is_themes else None  # type: ignore[union-attr]

    @cached_property
    def choice(self) -> ChoicePage:
        return choice_page(self.session.traject)

    @property
    def void(self) -> Promise | str:
        """Why the last round does not count, while nothing came after it."""
        return void_words(self.last) if self.last and not self.state.round else ""

    @property
    def subject_name(self) -> Promise:
        return SUBJECT_NAMES[self.session.about]

    def _page(self, screens: Sequence[object]) -> int:
        return max(1, min(self.session.page, len(screens)))


def screen_page(session: LiveSession, *, at: datetime, link: str, address: str) -> Screen | None:
    """Draw it within the view: what a stage shows, is read when it is shown. None when the session
    is gone."""
    state = session_state(session.pk, at=at, with_people=True)
    return Screen(session, state, link, address) if state else None


def screen_code(state: SessionState) -> str:
    running = state.round
    return screen_of(
        state.moves,
        state.is_over,
        running.pk if running else None,
        running.is_broken if running else None,
        # While everybody writes only numbers move, and those have a place of their own.
        _shown(state),
    )


def _shown(state: SessionState) -> Dreams | None:
    """What waits in the box is not shown."""
    if state.dreams is None or state.stage is not Stage.GALLERY:
        return None
    return state.dreams._replace(in_box=0)


def screen_turnout(state: SessionState) -> str:
    """How many voted while a round is open, or how many dream images there are; before that, how
    many are in."""
    if state.round and not state.round.is_broken:
        numbers = {"voted": state.round.state.submitted, "all": state.round.state.on_roll}
        return _("%(voted)s of %(all)s have voted") % numbers
    if state.dreams and state.stage is not Stage.WELCOME:
        is_writing = state.stage is Stage.DREAMING
        return dream_words(state.dreams) if is_writing else star_words(state.dreams)
    many = state.people.admitted if state.people else 0
    return ngettext("%(many)s person takes part", "%(many)s people take part", many) % {
        "many": many
    }
