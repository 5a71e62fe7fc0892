"""Which actions of a plan somebody asks for, and in which order."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trajects.action_checks import Gap
from trajects.action_states import ActionState

# The owner and the department of what nobody carries yet.
NOBODY = "geen"
# What needs somebody's attention first.
URGENCY = (
    ActionState.LATE,
    ActionState.RUNNING,
    ActionState.PLANNED,
    ActionState.DONE,
    ActionState.STOPPED,
)


class Order(StrEnum):
    """As it stands in an address. GOAL and OWNER are grouped, the others one list."""

    GOAL = "doel"
    OWNER = "trekker"
    DEADLINE = "deadline"
    NAME = "naam"
    STATE = "stand"
    COST = "kosten"


@dataclass(frozen=True)
class Asked:
    """Empty asks for everything. `department` and `owner` are keys, or NOBODY."""

    theme: int | None = None
    goal: int | None = None
    department: str = ""
    owner: str = ""
    state: ActionState | None = None
    lacks: Gap | None = None
    words: str = ""
    order: Order = Order.GOAL

    @property
    def is_everything(self) -> bool:
        narrowing = (self.theme, self.goal, self.department, self.owner, self.state, self.lacks)
        return not any(narrowing) and not self.words.strip()


@dataclass(frozen=True)
class ActionRow:
    """What is known of one action. `place`: where it stands in the plan. `cost`: in whole euro,
    None when nobody wrote one down."""

    place: int
    theme: int
    goal: int
    state: ActionState
    title: str
    text: str = ""
    gaps: tuple[Gap, ...] = ()
    departments: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    due_on: date | None = None
    cost: int | None = None


def is_asked(row: ActionRow, asked: Asked) -> bool:
    return (
        asked.theme in (None, row.theme)
        and asked.goal in (None, row.goal)
        and _is_one_of(asked.department, row.departments)
        and _is_one_of(asked.owner, row.owners)
        and asked.state in (None, row.state)
        and (asked.lacks is None or asked.lacks in row.gaps)
        and _has_words(row, asked.words)
    )


def _is_one_of(wanted: str, found: tuple[str, ...]) -> bool:
    return not wanted or wanted in (found or (NOBODY,))


def _has_words(row: ActionRow, words: str) -> bool:
    """All of them, wherever they stand, with or without accents and capitals."""
    searched = plain(f"{row.title} {row.text}")
    return all(word in searched for word in plain(words).split())


def in_order(rows: list[ActionRow], order: Order) -> list[ActionRow]:
    """What has no deadline, or no cost, stands last. Equal ones as in the plan."""
    return sorted(rows, key=lambda row: (*_key(row, order), row.place))


def _key(row: ActionRow, order: Order) -> tuple[object, ...]:
    if order == Order.DEADLINE:
        return (row.due_on is None, row.due_on or date.max)
    if order == Order.NAME:
        return (plain(row.title),)
    if order == Order.STATE:
        return (URGENCY.index(row.state),)
    if order == Order.COST:
        return (row.cost is None, -(row.cost or 0))
    return ()


def plain(text: str) -> str:
    """Without capitals and accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
