"""The read-model of a phone in a session: what its owner does now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from trajects.doors.phone import Phone
from trajects.models import Candidate, VotingRound
from trajects.models.writer import Writer
from trajects.pages.measurement import MeasurementResult
from trajects.pages.round_result import RoundResult, result_of_round
from trajects.pages.state_document import screen_of
from trajects.queries.dreams import Gallery, gallery_in
from trajects.queries.session_state import OpenRound, SeatState, SessionState, session_state
from trajects.stages import Stage, Subject


class Doing(StrEnum):
    """The one thing that a phone shows. The template of the same name has the words."""

    ASK = "ask"
    WAIT = "wait"
    VOTE = "vote"
    VOTED = "voted"
    LATE = "late"
    WATCH = "watch"
    VOID = "void"
    FOLLOW = "follow"
    RESULT = "result"
    CHOICE = "choice"
    DREAM = "dream"
    STAR = "star"
    OVER = "over"


@dataclass(frozen=True)
class PhoneScreen:
    """What follows from the state of the session alone. `screen` changes when there is something
    else to show; the turnout has its own place."""

    state: SessionState | None

    @property
    def doing(self) -> Doing:
        if self.state is None or self.state.is_over:
            return Doing.OVER
        seat = self.state.seat
        if seat is None or seat.is_refused:
            return Doing.ASK
        if seat.is_waiting:
            return Doing.WAIT
        running = self.state.round
        return self._in_round(running, seat) if running else self._follows(self.state)

    @property
    def round(self) -> OpenRound | None:
        return self.state.round if self.state else None

    @property
    def is_refused(self) -> bool:
        seat = self.state.seat if self.state else None
        return seat is not None and seat.is_refused

    @property
    def screen(self) -> str:
        """Nothing of it depends on what anybody voted."""
        moves = self.state.moves if self.state else None
        running = self.round.pk if self.round else None
        return screen_of(moves, self.doing, running, self._gallery)

    @property
    def _gallery(self) -> tuple[int, int] | None:
        """Moves when another dream image stands in it, or in another group; not with every star."""
        dreams = self.state.dreams if self.state else None
        return (dreams.standing, dreams.grouped) if dreams and self.doing is Doing.STAR else None

    @property
    def turnout(self) -> str:
        """For who is in, while a round is open."""
        if self.doing not in (Doing.VOTE, Doing.VOTED, Doing.LATE, Doing.WATCH) or not self.round:
            return ""
        state = self.round.state
        numbers = {"voted": state.submitted, "all": state.on_roll}
        return _("%(voted)s of %(all)s have voted") % numbers

    def is_running(self, voting_round: VotingRound) -> bool:
        """For this seat: it is on the roll, and nothing broke the round."""
        is_this = self.round is not None and self.round.pk == voting_round.pk
        return is_this and self.doing in (Doing.VOTE, Doing.VOTED)

    def _in_round(self, running: OpenRound, seat: SeatState) -> Doing:
        if running.is_broken:
            return Doing.VOID
        if seat.on_roll:
            return Doing.VOTED if seat.has_voted else Doing.VOTE
        return Doing.WATCH if seat.observes else Doing.LATE

    def _follows(self, state: SessionState) -> Doing:
        if state.stage is Stage.GALLERY:
            return Doing.STAR
        if state.stage is Stage.DREAMING:
            return Doing.FOLLOW if state.seat and state.seat.observes else Doing.DREAM
        if state.stage is Stage.CHOICE:
            return Doing.CHOICE
        if state.stage in (Stage.VOTING, Stage.RESULT) and state.last_counts is False:
            return Doing.VOID
        is_result = state.stage is Stage.RESULT and state.last_counts
        return Doing.RESULT if is_result else Doing.FOLLOW


@dataclass(frozen=True)
class PhonePage(PhoneScreen):
    """With what the page shows besides."""

    phone: Phone

    @property
    def is_live(self) -> bool:
        """Something may change without a hand of its owner."""
        return self.doing not in (Doing.ASK, Doing.OVER)

    @property
    def void_reason(self) -> str:
        if self.round:
            return str(self.round.is_broken)
        return self.last.void_reason if self.last else ""

    @property
    def state_url(self) -> str:
        return reverse("trajects:phone_state", args=[self.phone.session.code])

    @cached_property
    def last(self) -> VotingRound | None:
        """The round that ended last."""
        last = self.phone.session.rounds.exclude(closed_at=None, voided_at=None).last()
        if last:
            last.session = self.phone.session
        return last

    @cached_property
    def result(self) -> RoundResult | MeasurementResult | None:
        return result_of_round(self.last) if self.last and self.last.is_counted else None

    @cached_property
    def choices(self) -> tuple[Candidate, ...]:
        """What the group chose."""
        return tuple(self.phone.traject.candidates.running().filter(choice__chosen=True))

    @property
    def is_about_dreams(self) -> bool:
        return self.phone.session.about is Subject.DREAMS

    @cached_property
    def writer(self) -> Writer | None:
        """Who writes and gives stars here; None for who only looks on, or is not in."""
        seat = self.phone.seat
        may = self.phone.may_follow and seat is not None and not seat.observes
        return Writer.of_seat(seat) if may and seat else None

    @cached_property
    def gallery(self) -> Gallery:
        """Of the theme on the screen, or of all."""
        return gallery_in(self.phone.session, writer=self.writer)


def phone_page_of(phone: Phone, *, at: datetime) -> PhonePage:
    """One query for what there is to do; two more for a result."""
    return PhonePage(session_state(phone.session.pk, at=at, seat=phone.seat), phone)
