"""A live session: started, moved on and ended, by moderators only."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from accounts.models import User
from trajects.actions.locking import lock_for_moderating
from trajects.actions.rounds import void_round
from trajects.errors import (
    NothingToVoteOn,
    SessionOver,
    SessionRunning,
    StageMoved,
    ThemeNotChosen,
    TrajectGone,
)
from trajects.models import Candidate, LiveSession, Meeting, Seat, Traject
from trajects.models.live_session import CODE_ALPHABET, CODE_LENGTH
from trajects.queries.choices import has_chosen
from trajects.queries.session_themes import themes_of
from trajects.stages import PER_THEME, STAGES, Position, Stage, Subject
from trajects.voting import VoidReason


@transaction.atomic
def start_session(
    *,
    traject: Traject,
    subject: Subject,
    by: User,
    at: datetime,
    meeting: Meeting | None = None,
    invented: Sequence[str] = (),
) -> LiveSession:
    """With the names of `invented` voters it is a practice session. Raises NothingToVoteOn when
    there is nothing to practise, SessionRunning, ThemeNotChosen, NoLongerAllowed, TrajectGone."""
    locked = lock_for_moderating(traject.pk, by)
    is_practice = bool(invented)
    if is_practice and not subject.has_rounds:
        raise NothingToVoteOn
    if subject is Subject.DREAMS and not has_chosen(locked):
        raise ThemeNotChosen
    if locked.live_sessions.filter(is_practice=is_practice, ended_at=None).exists():
        raise SessionRunning
    session = LiveSession.objects.create(
        traject=locked,
        meeting=locked.meetings.filter(pk=meeting.pk).first() if meeting else None,
        subject=subject,
        is_practice=is_practice,
        code=_free_code(),
        opened_at=at,
        opened_by=by,
    )
    Seat.objects.bulk_create(
        Seat(session=session, name=name, asked_at=at, admitted_at=at) for name in invented
    )
    return session


@transaction.atomic
def move_session(*, session: LiveSession, to: Position, moves: int, by: User) -> LiveSession:
    """`moves` is what the page was drawn with. What it shows already, is right. The theme that the
    group talked about stays, for who steps back to it. Raises StageMoved, SessionOver,
    NoLongerAllowed, TrajectGone."""
    stored = lock_session(session, by)
    if to.stage not in STAGES[stored.about]:
        raise StageMoved
    if (stored.at_stage, stored.page) != (to.stage, to.page):
        _expect(stored, moves)
        stored.stage, stored.page = to.stage, to.page
        _moved(stored)
    return stored


@transaction.atomic
def talk_about(
    *,
    session: LiveSession,
    candidate: Candidate | None,
    moves: int,
    by: User,
    stage: Stage = Stage.DIALOGUE,
) -> LiveSession:
    """Shows one theme in a stage that goes theme by theme, or with None the whole. Raises
    StageMoved, SessionOver, NoLongerAllowed, TrajectGone."""
    stored = lock_session(session, by)
    if stage not in PER_THEME.intersection(STAGES[stored.about]) or not _fits(stored, candidate):
        raise StageMoved
    if (stored.at_stage, stored.candidate) != (stage, candidate):
        _expect(stored, moves)
        stored.stage, stored.page, stored.candidate = stage, 1, candidate
        _moved(stored)
    return stored


@transaction.atomic
def end_session(*, session: LiveSession, by: User, at: datetime) -> LiveSession | None:
    """For good: its code opens nothing any more, and a round that is open does not count. A
    practice session is deleted, with all in it. Ended twice, the first time counts. Raises
    NoLongerAllowed, TrajectGone."""
    stored = lock_session(session, by, also_ended=True)
    if stored.ended_at:
        return stored
    for running in stored.rounds.still_open():
        void_round(voting_round=running, reason=VoidReason.SESSION_ENDED, by=by, at=at)
    if stored.is_practice:
        stored.delete()
        return None
    stored.refresh_from_db()  # a round that ended moved it
    stored.ended_at, stored.ended_by = at, by
    _moved(stored)
    return stored


def lock_session(session: LiveSession, by: User, *, also_ended: bool = False) -> LiveSession:
    """As it is stored now, behind the lock of its traject. Raises SessionOver, NoLongerAllowed,
    TrajectGone."""
    traject = lock_for_moderating(session.traject_id, by)
    stored = traject.live_sessions.select_related("candidate").filter(pk=session.pk).first()
    if stored is None:
        raise TrajectGone
    if stored.ended_at and not also_ended:
        raise SessionOver
    return stored


def _fits(stored: LiveSession, candidate: Candidate | None) -> bool:
    return candidate is None or themes_of(stored).filter(pk=candidate.pk).exists()


def _expect(stored: LiveSession, moves: int) -> None:
    if stored.moves != moves:
        raise StageMoved


def _moved(stored: LiveSession) -> None:
    stored.moves += 1
    stored.save()


def _free_code() -> str:
    """Among open sessions a code is there once; who loses the race for one gets an error page."""
    while True:
        code = "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))
        if not LiveSession.objects.filter(code=code, ended_at=None).exists():
            return code
