"""The rules of a secret vote: what may be chosen, how a ballot is found again, and when a round no
longer counts. `docs/voting.md` tells why it is done like this."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Any, NamedTuple

from trajects.stages import Subject

KEY_BYTES = 32  # 256 bits, not to be guessed: a quick hash without salt is enough
DOMAIN = b"mvoscan ballot 1"

NO_OPINION = "0"
POINTS = ("1", "2", "3", NO_OPINION)
LEVELS = ("1", "2", "3", "4", "5", NO_OPINION)

DEFAULT_MINIMUM = 5
# With fewer ballots, who knows two voters knows the third.
LOWEST_MINIMUM = 3
# So many paper votes are entered together: one alone could be told apart.
FEWEST_ON_PAPER = 3
OFFERED_FOR_CLOSING_AFTER = timedelta(hours=12)
VOID_AFTER = timedelta(hours=24)

# The questions of the measurement, in their order.
QUESTIONS = ("knowledge", "importance", "maturity")

Choices = Mapping[str, str]
# Of each ballot the hash of its key, and what was chosen.
Bag = list[list[Any]]


class Item(NamedTuple):
    """One thing that is voted on, as it was when the round opened."""

    key: str
    name: str
    short_name: str


class VoidReason(StrEnum):
    """Why a round does not count."""

    TOO_FEW = "too_few"
    URN_LOST = "urn_lost"
    ROLL_LOST = "roll_lost"
    OUT_OF_STEP = "out_of_step"
    TOO_LONG = "too_long"
    SESSION_ENDED = "session_ended"


@dataclass(frozen=True)
class RoundState:
    """What can be seen of an open round without looking at a choice. `ballots` is None when the
    urn is gone."""

    on_roll: int
    submitted: int
    ballots: int | None


def options_of(subject: Subject) -> tuple[str, ...]:
    return LEVELS if subject.is_measurement else POINTS


def new_key() -> str:
    """What one browser keeps of its ballot in one round: letters, digits, - and _."""
    return secrets.token_urlsafe(KEY_BYTES)


def ballot_hash(key: str, *, round_pk: int) -> str:
    """SHA-256 over domain, round and key, in 64 hexadecimals: all the server ever stores of it."""
    digest = sha256(DOMAIN)
    digest.update(round_pk.to_bytes(8, "big"))
    digest.update(key.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def completed(choices: Choices, *, items: Collection[str], subject: Subject) -> dict[str, str]:
    """A ballot in the order of the items, each with a known option: what was left open, or makes no
    sense, is no opinion. So every ballot of a round has the same shape and the same length."""
    options = options_of(subject)
    return {item: choices[item] if choices.get(item) in options else NO_OPINION for item in items}


def put_in(bag: Bag, *, ballot: str, choices: Mapping[str, str]) -> Bag:
    """The bag with this ballot added, or in place of the same one before, sorted by hash."""
    others = [line for line in bag if line[0] != ballot]
    return sorted([*others, [ballot, dict(choices)]], key=lambda line: line[0])


def broken(state: RoundState, *, opened_at: datetime, at: datetime) -> VoidReason | None:
    """Why an open round counts as void already; None while all is well.

    After a crash of the database both tables of the vote are empty.
    """
    if state.ballots is None:
        return VoidReason.URN_LOST
    if not state.on_roll:
        return VoidReason.ROLL_LOST
    if state.submitted != state.ballots:
        return VoidReason.OUT_OF_STEP
    return VoidReason.TOO_LONG if at - opened_at >= VOID_AFTER else None


def is_offered_for_closing(*, opened_at: datetime, at: datetime) -> bool:
    """Open for so long that the moderator probably forgot it."""
    return at - opened_at >= OFFERED_FOR_CLOSING_AFTER
