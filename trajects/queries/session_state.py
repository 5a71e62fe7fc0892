"""What the screens of a session ask every few seconds, in one query that reads no choice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Count, F, FilteredRelation, OuterRef, Q, QuerySet, Subquery

from trajects.models import LiveSession, Roll, Seat, VotingRound
from trajects.models.live_session import CODE_WORKS_FOR
from trajects.models.voting import STILL_OPEN
from trajects.queries.dream_counts import (
    BOXED,
    SHOWN,
    Dreams,
    boxed_count,
    dream_counts,
    dreams_in,
)
from trajects.queries.prepared import Number, Prepared, Text
from trajects.queries.rounds import JSONLength
from trajects.queries.seats import in_lead_group
from trajects.seat_tokens import seat_hash
from trajects.stages import Stage
from trajects.voting import RoundState, VoidReason, broken, is_offered_for_closing


@dataclass(frozen=True)
class OpenRound:
    """The round that is open. `is_broken`: why it counts as void already; None while all is well.
    `is_forgotten`: open for so long that it is offered for closing."""

    pk: int
    number: int
    minimum: int
    state: RoundState
    is_broken: VoidReason | None
    is_forgotten: bool


@dataclass(frozen=True)
class SeatState:
    """One's own seat. `on_roll` and `has_voted` are about the round that is open."""

    pk: int
    is_admitted: bool
    is_refused: bool
    is_released: bool
    observes: bool
    seen_at: datetime | None
    on_roll: bool
    has_voted: bool

    @property
    def is_waiting(self) -> bool:
        return not (self.is_admitted or self.is_refused)


class People(NamedTuple):
    """How many seats there are of each kind."""

    admitted: int
    waiting: int
    observing: int
    released: int
    refused: int


@dataclass(frozen=True)
class SessionState:
    """One moment of a session. `seat` and `people` are there for who asks for them, `dreams` in a
    session about them. `last_counts`: whether the round that ended last was counted; None when
    none ended."""

    session_pk: int
    moves: int
    stage: Stage
    is_over: bool
    round: OpenRound | None
    last_counts: bool | None
    seat: SeatState | None
    people: People | None
    dreams: Dreams | None


SESSION = ("pk", "subject", "moves", "stage", "opened_at", "ended_at")
COUNTED = ("on_roll", "submitted", "ballots", "voted", "last_counts")
ROUND = ("pk", "number", "minimum", "opened_at")
OWN = ("pk", "admitted_at", "refused_at", "released_at", "observes", "seen_at")
KINDS = {
    "admitted": Q(admitted_at__isnull=False, refused_at=None),
    "waiting": Q(admitted_at=None, refused_at=None),
    "observing": Q(observes=True, refused_at=None),
    "released": Q(released_at__isnull=False, refused_at=None),
    "refused": Q(refused_at__isnull=False),
}


def session_state(
    session_pk: int, *, at: datetime, seat: Seat | None = None, with_people: bool = False
) -> SessionState | None:
    """As it is stored at this moment; None when it is gone. One query, whatever the number of
    people, themes and rounds."""
    own = {"seat": seat.pk if seat else None, "user": None, "token_hash": None}
    return _read(session_pk, own, at, with_people)


def state_by_code(
    code: str, *, user_pk: int | None, token: str, at: datetime
) -> SessionState | None:
    """For a phone: session and `seat` are those that `seats.session_by_code` and `seat_in` give.
    Two queries."""
    found = LAST_WITH_CODE.first(code=code.upper(), user=user_pk)
    if found is None:
        return None
    token_hash = seat_hash(token, session_pk=found["pk"]) if token else None
    own_pk = user_pk if found["is_member"] else None
    own = {"seat": None, "user": own_pk, "token_hash": token_hash}
    return _read(found["pk"], own, at, with_people=False)


def _read(
    session_pk: int, own: Mapping[str, int | str | None], at: datetime, with_people: bool
) -> SessionState | None:
    """`own`: how one's own seat is found; None finds nothing."""
    row = (WITH_PEOPLE if with_people else ALONE).first(session=session_pk, **own)
    return _state(row, at, with_people) if row else None


def _rows() -> QuerySet[LiveSession, Any]:
    still_open = Q(rounds__closed_at=None, rounds__voided_at=None)
    own = Q(seats__pk=Number("seat")) | Q(seats__user=Number("user"))
    own |= Q(seats__token_hash=Text("token_hash"))
    roll = Roll.objects.filter(round=OuterRef("running__pk"))
    ended = VotingRound.objects.filter(session=OuterRef("pk")).exclude(STILL_OPEN)
    last = ended.annotate(counts=Q(closed_at__isnull=False)).order_by("-opened_at", "-pk")
    return (
        LiveSession.objects.filter(pk=Number("session"))
        .annotate(
            running=FilteredRelation("rounds", condition=still_open),
            own=FilteredRelation("seats", condition=own),
        )
        .annotate(
            on_roll=_many(roll, "round"),
            submitted=_many(roll.filter(submitted=True), "round"),
            ballots=JSONLength("running__urn__bag"),
            voted=Subquery(roll.filter(seat=OuterRef("own__pk")).values("submitted")),
            last_counts=Subquery(last.values("counts")[:1]),
            **{f"running_{name}": F(f"running__{name}") for name in ROUND},
            **{f"own_{name}": F(f"own__{name}") for name in OWN},
            **dream_counts(),
        )
        .order_by(F("own__user").asc(nulls_last=True))
    )


def _by_code() -> QuerySet[LiveSession, Any]:
    sessions = LiveSession.objects.filter(code=Text("code"))
    member = in_lead_group(Number("user"), traject="traject")
    return sessions.annotate(is_member=member).order_by("-opened_at", "-pk")


def _many(rows: QuerySet[Any], by: str) -> Subquery:
    return Subquery(rows.order_by().values(by).annotate(many=Count("seat")).values("many"))


def _people() -> dict[str, Subquery]:
    seats = Seat.objects.filter(session=OuterRef("pk")).order_by().values("session")
    return {
        kind: Subquery(seats.filter(condition).annotate(many=Count("pk")).values("many"))
        for kind, condition in KINDS.items()
    }


def _state(row: dict[str, Any], at: datetime, with_people: bool) -> SessionState:
    return SessionState(
        session_pk=row["pk"],
        moves=row["moves"],
        stage=Stage(row["stage"]),
        is_over=row["ended_at"] is not None or at - row["opened_at"] >= CODE_WORKS_FOR,
        round=_round(row, at) if row["running_pk"] else None,
        last_counts=row["last_counts"],
        seat=_seat(row) if row["own_pk"] else None,
        people=People(*(row[kind] or 0 for kind in KINDS)) if with_people else None,
        dreams=dreams_in(row),
    )


def _round(row: dict[str, Any], at: datetime) -> OpenRound:
    state = RoundState(row["on_roll"] or 0, row["submitted"] or 0, row["ballots"])
    opened_at = row["running_opened_at"]
    return OpenRound(
        pk=row["running_pk"],
        number=row["running_number"],
        minimum=row["running_minimum"],
        state=state,
        is_broken=broken(state, opened_at=opened_at, at=at),
        is_forgotten=is_offered_for_closing(opened_at=opened_at, at=at),
    )


def _seat(row: dict[str, Any]) -> SeatState:
    return SeatState(
        pk=row["own_pk"],
        is_admitted=row["own_admitted_at"] is not None and row["own_refused_at"] is None,
        is_refused=row["own_refused_at"] is not None,
        is_released=row["own_released_at"] is not None,
        observes=row["own_observes"],
        seen_at=row["own_seen_at"],
        on_roll=row["voted"] is not None,
        has_voted=bool(row["voted"]),
    )


NAMES = (
    *SESSION,
    *SHOWN,
    *COUNTED,
    *(f"running_{name}" for name in ROUND),
    *(f"own_{name}" for name in OWN),
)
ALONE = Prepared(_rows, NAMES)
WITH_PEOPLE = Prepared(
    lambda: _rows().annotate(**_people(), **boxed_count()), (*NAMES, *KINDS, *BOXED)
)
LAST_WITH_CODE = Prepared(_by_code, ("pk", "is_member"))
