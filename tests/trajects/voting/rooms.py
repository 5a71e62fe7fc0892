"""A room full of voters, with the keys that their browsers would keep."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from accounts.models import User
from tests.factories import LONG_AGO
from tests.trajects.factories import LiveSessionFactory, SeatFactory
from trajects.actions.rounds import cast, close_round, open_round
from trajects.models import LiveSession, Roll, Seat, Traject, Urn, VotingRound
from trajects.voting import Item

AT = LONG_AGO + timedelta(minutes=10)
ITEMS = (Item("k1", "Energie", "Energie"), Item("k2", "Water", "Water"))
HIGH = {"k1": "3", "k2": "1"}
LOW = {"k1": "1", "k2": "0"}


@dataclass
class Room:
    session: LiveSession
    els: User
    seats: list[Seat]
    round: VotingRound

    @classmethod
    def of(
        cls,
        traject: Traject,
        els: User,
        *,
        voters: int = 6,
        items: Sequence[Item] = ITEMS,
        minimum: int = 5,
        **session: object,
    ) -> "Room":
        """With a round that is open."""
        live = LiveSessionFactory(traject=traject, opened_by=els, **session)
        seats = SeatFactory.create_batch(voters, session=live)
        opened = open_round(session=live, by=els, at=LONG_AGO, items=items, minimum=minimum)
        return cls(live, els, seats, opened)

    def key(self, voter: int) -> str:
        return f"key-of-voter-{voter}"

    def cast(
        self,
        voter: int,
        choices: Mapping[str, str] = HIGH,
        *,
        key: str | None = None,
        at: datetime = AT,
    ) -> None:
        cast(
            voting_round_pk=self.round.pk,
            seat=self.seats[voter],
            key=self.key(voter) if key is None else key,
            choices=choices,
            at=at,
        )

    def cast_all(self, choices: Mapping[str, str] = HIGH) -> None:
        for voter in range(len(self.seats)):
            self.cast(voter, choices)

    def close(self, at: datetime = AT) -> VotingRound:
        return close_round(voting_round=self.round, by=self.els, at=at)

    @property
    def stored(self) -> VotingRound:
        return VotingRound.objects.get(pk=self.round.pk)

    @property
    def bag(self) -> list:
        return Urn.objects.get(round=self.round).bag

    @property
    def voted(self) -> list[bool]:
        roll = Roll.objects.filter(round=self.round).order_by("seat_id")
        return list(roll.values_list("submitted", flat=True))
