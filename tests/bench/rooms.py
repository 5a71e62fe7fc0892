"""Rooms full of people with a phone: sessions with candidate themes, seats and rounds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import cycle, islice
from typing import NamedTuple

from accounts.models import Membership, Organisation, Role, User
from accounts.tokens import new_token
from scans.models import Scan, Theme
from trajects.actions.rounds import cast, close_round, open_round
from trajects.models import (
    Candidate,
    Initiative,
    InitiativeStatus,
    LiveSession,
    Part,
    Participant,
    Scope,
    Seat,
    Traject,
    VotingRound,
)
from trajects.models.live_session import CODE_ALPHABET, CODE_LENGTH
from trajects.seat_tokens import seat_hash
from trajects.stages import Subject
from trajects.voting import LOWEST_MINIMUM, POINTS, Item, new_key


class Size(NamedTuple):
    """`rounds`: that were counted before."""

    themes: int
    seats: int
    rounds: int = 0

    def __str__(self) -> str:
        return f"{self.themes} themes, {self.seats} seats, {self.rounds} rounds"


@dataclass(frozen=True)
class Room:
    """`tokens` are what the phones of guests keep, in the order of their seats."""

    session: LiveSession
    size: Size
    moderator: User
    tokens: tuple[str, ...]

    @property
    def traject(self) -> Traject:
        return self.session.traject


def make_room(
    organisation: Organisation,
    moderator: User,
    size: Size,
    *,
    at: datetime,
    scan: Scan | None = None,
    members: Sequence[User] = (),
) -> Room:
    """Everybody is in: the members with their accounts, guests on the other seats."""
    traject = Traject.objects.create(
        organisation=organisation,
        title="De weg naar een actieplan",
        starts_on=at.date(),
        ends_on=at.date() + timedelta(days=730),
        created_at=at,
        created_by=moderator,
        scan=scan,
        scan_linked_at=at if scan else None,
    )
    Participant.objects.create(traject=traject, part=Part.MODERATOR, user=moderator, added_at=at)
    _name_candidates(traject, size.themes)
    session = LiveSession.objects.create(
        traject=traject,
        subject=Subject.THEMES,
        code=_code(traject.pk),
        opened_at=at,
        opened_by=moderator,
    )
    for member in members:
        _let_in(member, session, at)
    tokens = _take_seats(session, size.seats - len(members), at)
    room = Room(session, size, moderator, tokens)
    _count_rounds(room, size.rounds, at)
    return room


def _name_candidates(traject: Traject, how_many: int) -> None:
    """Each with one initiative on the photo."""
    for position, theme in enumerate(Theme.objects.order_by("number")[:how_many], start=1):
        candidate = Candidate.objects.create(
            traject=traject, position=position, name=f"Thema {position}", short_name=f"T{position}"
        )
        candidate.themes.add(theme)
        initiative = Initiative.objects.create(
            traject=traject,
            title=f"Initiatief {position}",
            status=InitiativeStatus.RUNNING,
            scope=Scope.RESIDENTS,
            added_at=traject.created_at,
            accepted_at=traject.created_at,
        )
        initiative.themes.add(theme)


def _code(number: int) -> str:
    """Another one for every number."""
    letters = []
    for _place in range(CODE_LENGTH):
        number, place = divmod(number, len(CODE_ALPHABET))
        letters.append(CODE_ALPHABET[place])
    return "".join(letters)


def _let_in(member: User, session: LiveSession, at: datetime) -> None:
    traject = session.traject
    Membership.objects.get_or_create(
        user=member, organisation=traject.organisation, defaults={"role": Role.READER}
    )
    traject.participants.create(part=Part.LEAD_GROUP, user=member, added_at=at, as_member=True)
    session.seats.create(user=member, asked_at=at, admitted_at=at)


def _take_seats(session: LiveSession, how_many: int, at: datetime) -> tuple[str, ...]:
    tokens = tuple(new_token() for _seat in range(how_many))
    Seat.objects.bulk_create(
        Seat(
            session=session,
            name=f"Gast {number}",
            token_hash=seat_hash(token, session_pk=session.pk),
            asked_at=at,
            admitted_at=at,
        )
        for number, token in enumerate(tokens, start=1)
    )
    return tokens


def open_in(room: Room, *, at: datetime) -> VotingRound:
    """A round over all candidates."""
    items = [
        Item(f"k{candidate.pk}", candidate.name, candidate.short_name)
        for candidate in room.traject.candidates.running()
    ]
    return open_round(
        session=room.session, by=room.moderator, at=at, items=items, minimum=LOWEST_MINIMUM
    )


def vote_in(voting_round: VotingRound, seats: Sequence[Seat], *, at: datetime) -> None:
    for number, seat in enumerate(seats):
        points = islice(cycle(POINTS), number % len(POINTS), None)
        choices = dict(zip(voting_round.keys, points, strict=False))
        cast(voting_round_pk=voting_round.pk, seat=seat, key=new_key(), choices=choices, at=at)


def _count_rounds(room: Room, how_many: int, at: datetime) -> None:
    """Everybody voted in each."""
    for _round in range(how_many):
        voting_round = open_in(room, at=at)
        vote_in(voting_round, room.session.seats.all(), at=at)
        close_round(voting_round=voting_round, by=room.moderator, at=at)
