"""The plan as a board: a column for every state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from trajects.action_states import ActionState
from trajects.pages.plan.listing import carriers
from trajects.queries.plan import ActionLine, Plan
from trajects.queries.standing import Standing

# What can be done from a column; names of routes.
MOVES: Mapping[ActionState, tuple[str, ...]] = {
    ActionState.PLANNED: ("begin", "finish", "stop"),
    ActionState.RUNNING: ("finish", "stop"),
    ActionState.LATE: ("finish", "stop"),
    ActionState.DONE: ("reopen",),
    ActionState.STOPPED: ("reopen",),
}


@dataclass(frozen=True)
class Card:
    """Without `moves` for who may not tell how it goes."""

    line: ActionLine
    moves: tuple[str, ...]


@dataclass(frozen=True)
class Column:
    state: ActionState
    cards: tuple[Card, ...]


def board_of(plan: Plan, *, standing: Standing, user_pk: int) -> tuple[Column, ...]:
    """No queries. What ends first stands first, as far as it goes on."""
    columns = []
    for state in ActionState:
        own = [line for line in plan.lines if line.state == state]
        ordered = sorted(own, key=_deadline) if own and own[0].is_open else own
        cards = tuple(Card(line, _moves(line, standing, user_pk)) for line in ordered)
        columns.append(Column(state, cards))
    return tuple(columns)


def _deadline(line: ActionLine) -> tuple[bool, int]:
    due = line.action.due_on
    return due is None, due.toordinal() if due else 0


def _moves(line: ActionLine, standing: Standing, user_pk: int) -> tuple[str, ...]:
    """Who makes the plan moves everything, an owner what is theirs."""
    carries = f"u{user_pk}" in dict(carriers(line))
    return MOVES[line.state] if standing.may_dream or carries else ()
