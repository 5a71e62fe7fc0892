"""Who writes or gives a star: somebody with an account, by a personal link, or in a session."""

from __future__ import annotations

from dataclasses import dataclass

from accounts.models import User
from trajects.models.live_session import Seat
from trajects.models.participant import Participant


@dataclass(frozen=True)
class Writer:
    """One of the three. Who has an account is known by it, also on the phone."""

    user: User | None = None
    guest: Participant | None = None
    seat: Seat | None = None

    @classmethod
    def of_seat(cls, seat: Seat) -> Writer:
        return cls(user=seat.user) if seat.user else cls(seat=seat)

    @property
    def columns(self) -> dict[str, User | Participant | Seat | None]:
        """As `DreamStar` keeps it."""
        return {"user": self.user, "guest": self.guest, "seat": self.seat}

    @property
    def authors(self) -> dict[str, User | Participant | Seat | None]:
        """As `DreamImage` keeps it."""
        return {"author": self.user, "guest": self.guest, "seat": self.seat}
