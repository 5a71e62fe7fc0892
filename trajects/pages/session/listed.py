"""The sessions of a traject, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise

from trajects.access import Seen
from trajects.models import LiveSession
from trajects.models.live_session import CODE_WORKS_FOR
from trajects.pages.session.words import SUBJECT_NAMES


@dataclass(frozen=True)
class SessionLine:
    """`is_joinable`: its code opens something at this moment. `rounds`: how many were counted.
    `is_clean`: no trace of a ballot is left."""

    session: LiveSession
    is_joinable: bool
    rounds: int
    is_clean: bool

    @property
    def subject(self) -> Promise:
        return SUBJECT_NAMES[self.session.about]

    @property
    def is_open(self) -> bool:
        """Also one that its moderator forgot."""
        return self.session.ended_at is None


@dataclass(frozen=True)
class SessionsPage:
    lines: tuple[SessionLine, ...]

    @property
    def open(self) -> tuple[SessionLine, ...]:
        return tuple(line for line in self.lines if line.is_open)

    @property
    def ended(self) -> tuple[SessionLine, ...]:
        return tuple(line for line in self.lines if not line.is_open)

    @property
    def real_is_open(self) -> bool:
        return any(not line.session.is_practice for line in self.open)


def sessions_page(seen: Seen, *, at: datetime) -> SessionsPage:
    """Practice only for who moderates. One query."""
    sessions = seen.traject.live_sessions.with_rounds().select_related("meeting")
    if not seen.standing.may_moderate:
        sessions = sessions.real()
    return SessionsPage(
        tuple(
            SessionLine(
                session=one,
                is_joinable=one.ended_at is None and at - one.opened_at < CODE_WORKS_FOR,
                rounds=one.counted_rounds,  # type: ignore[attr-defined]
                is_clean=not one.unclean_rounds,  # type: ignore[attr-defined]
            )
            for one in sessions
        )
    )
