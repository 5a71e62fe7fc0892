"""The moderator's own page: where the session is, the one next step, and who is in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.functional import Promise, cached_property

from trajects.guiding import general_dialogue_questions
from trajects.models import Candidate, LiveSession, Seat, VotingRound
from trajects.pages.session.asking import questions_of
from trajects.pages.session.dreaming import DeskDreams
from trajects.pages.session.lines import NextStep, SeatLine, StageLine
from trajects.pages.session.paging import (
    Course,
    candidates_with_heights,
    course,
    last_counted,
    last_ended,
    rounds_of_session,
)
from trajects.pages.session.screen import screen_turnout
from trajects.pages.session.words import (
    NEXT_SCREEN,
    STAGE_NOW,
    SUBJECT_NAMES,
    TO_STAGE,
    VOID_WORDS,
    void_words,
)
from trajects.pages.state_document import screen_of
from trajects.queries.session_state import SessionState, session_state
from trajects.stages import PER_THEME, STAGES, Position, Stage

# A phone asks every few seconds, and is noted every half minute.
HERE_FOR = timedelta(seconds=90)


@dataclass(frozen=True)
class Desk:
    """Twelve queries at most with those of the frame, whatever the number of people, themes and
    rounds."""

    session: LiveSession
    state: SessionState
    seats: tuple[SeatLine, ...]
    candidates: tuple[Candidate, ...]
    rounds: tuple[VotingRound, ...]

    @property
    def code(self) -> str:
        """What the page was drawn with (see `state_document`)."""
        return desk_screen(self.state)

    @property
    def turnout(self) -> str:
        return screen_turnout(self.state)

    @cached_property
    def course(self) -> Course:
        return course(self.session, self.candidates, self.rounds)

    @property
    def subject_name(self) -> Promise:
        return SUBJECT_NAMES[self.session.about]

    @property
    def now(self) -> Promise:
        return STAGE_NOW[self.session.at_stage]

    @property
    def stages(self) -> tuple[StageLine, ...]:
        here = self.session.at_stage
        return tuple(StageLine(one, one is here) for one in STAGES[self.session.about])

    @property
    def step(self) -> NextStep:
        stage, is_measurement = self.session.at_stage, self.session.about.is_measurement
        if self.state.round:
            return NextStep.CLOSE_ROUND if stage is Stage.VOTING else NextStep.TO_ROUND
        if stage in (Stage.DIALOGUE, Stage.VOTING) or (stage is Stage.WELCOME and is_measurement):
            return NextStep.OPEN_ROUND
        if stage is Stage.CHOICE:
            # What is written down is the real choice.
            return NextStep.END if self.session.is_practice else NextStep.WRITE_CHOICE
        if stage is Stage.DREAMING:
            return NextStep.NEXT_THEME if self.following else NextStep.TO_GALLERY
        if stage is Stage.GALLERY and not self.course.next and self.following:
            return NextStep.NEXT_THEME
        return NextStep.MOVE if self.course.next else NextStep.END

    @property
    def move(self) -> Promise | None:
        """On the button of the next screen."""
        to = self.course.next
        return self._button(to) if to else None

    @property
    def to_round(self) -> Position:
        return Position(Stage.VOTING)

    @property
    def back(self) -> Position | None:
        return self.course.back

    @property
    def may_vote_again(self) -> bool:
        """Beside the next step, once there is a result."""
        is_after = self.session.at_stage in (Stage.RESULT, Stage.CHOICE)
        return is_after and self.state.round is None

    @property
    def everybody_voted(self) -> bool:
        running = self.state.round
        return running is not None and running.state.submitted == running.state.on_roll

    @property
    def still_to_vote(self) -> int:
        running = self.state.round
        return running.state.on_roll - running.state.submitted if running else 0

    @property
    def too_few(self) -> bool:
        """Closed now, the round would not count."""
        running = self.state.round
        return running is not None and running.state.submitted < running.minimum

    @property
    def waiting(self) -> tuple[SeatLine, ...]:
        return tuple(line for line in self.seats if line.seat.is_waiting)

    @property
    def admitted(self) -> tuple[SeatLine, ...]:
        return tuple(line for line in self.seats if line.seat.is_admitted)

    @property
    def refused(self) -> tuple[SeatLine, ...]:
        return tuple(line for line in self.seats if line.seat.refused_at)

    @property
    def free(self) -> tuple[Seat, ...]:
        """Places that another device may take."""
        return tuple(line.seat for line in self.admitted if line.seat.released_at)

    @property
    def void(self) -> Promise | str:
        """Why the last round does not count, while nothing came after it."""
        ended = last_ended(self.rounds)
        return void_words(ended) if ended and not self.state.round else ""

    @property
    def broken(self) -> Promise | None:
        running = self.state.round
        return VOID_WORDS[running.is_broken] if running and running.is_broken else None

    @property
    def counted(self) -> VotingRound | None:
        return last_counted(self.rounds)

    @property
    def to_clean(self) -> VotingRound | None:
        """Traces of its ballots may still be in the files of the database."""
        left = (one for one in self.rounds if not one.is_open and one.cleaned_at is None)
        return next(left, None)

    @cached_property
    def about(self) -> Candidate | None:
        """The theme that the group talks about."""
        pk = self.session.candidate_id
        return next((one for one in self.candidates if one.pk == pk), None)

    @property
    def following(self) -> Candidate | None:
        """The next theme to talk about, in their order. The gallery of all goes by screens."""
        if self.about is None and self.session.at_stage is Stage.GALLERY:
            return None
        pks = [one.pk for one in self.candidates]
        place = pks.index(self.about.pk) + 1 if self.about else 0
        return self.candidates[place] if place < len(pks) else None

    @property
    def takes_notes(self) -> bool:
        """About the theme of the dialogue; of a practice nothing is kept."""
        return self.session.at_stage is Stage.DIALOGUE and not self.session.is_practice

    @property
    def goes_by_theme(self) -> bool:
        return self.session.at_stage in PER_THEME

    @property
    def dreams(self) -> DeskDreams | None:
        """In a session about dream images, once it goes about them."""
        counts = self.state.dreams
        return DeskDreams(counts) if counts and self.goes_by_theme else None

    @cached_property
    def questions(self) -> tuple[str, ...]:
        return questions_of(self.about) if self.about else general_dialogue_questions()

    def _button(self, to: Position) -> Promise:
        return NEXT_SCREEN if to.stage is self.session.at_stage else TO_STAGE[to.stage]


def desk_of(session: LiveSession, *, at: datetime) -> Desk | None:
    """None when the session is gone."""
    state = session_state(session.pk, at=at, with_people=True)
    if state is None:
        return None
    return Desk(
        session=session,
        state=state,
        seats=tuple(
            SeatLine(seat, seat.seen_at is not None and at - seat.seen_at < HERE_FOR)
            for seat in session.seats.with_people()
        ),
        candidates=tuple(candidates_with_heights(session)),
        rounds=tuple(rounds_of_session(session)),
    )


def desk_screen(state: SessionState) -> str:
    """Also when somebody comes in, and when the last one voted: then there is something to do."""
    running = state.round
    voted = running.state if running else None
    return screen_of(
        state.moves,
        state.is_over,
        state.people,
        running.pk if running else None,
        running.is_broken if running else None,
        running.is_forgotten if running else None,
        voted.submitted == voted.on_roll if voted else None,
        _to_do(state),
    )


def _to_do(state: SessionState) -> object:
    """Stars ask nothing of the moderator."""
    if state.dreams is None or state.stage is not Stage.GALLERY:
        return None
    return state.dreams._replace(stars=0)
