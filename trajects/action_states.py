"""How far an action is, from its dates alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ActionState(StrEnum):
    """In the order of a board."""

    PLANNED = "planned"
    RUNNING = "running"
    LATE = "late"
    DONE = "done"
    STOPPED = "stopped"


@dataclass(frozen=True)
class ActionDates:
    starts_on: date | None = None
    due_on: date | None = None
    done_on: date | None = None
    stopped_on: date | None = None


def state_of(dates: ActionDates, *, on: date) -> ActionState:
    """On the day of the deadline it is not late yet; without a start it has not begun."""
    if dates.stopped_on:
        return ActionState.STOPPED
    if dates.done_on:
        return ActionState.DONE
    if dates.due_on and dates.due_on < on:
        return ActionState.LATE
    has_begun = dates.starts_on is not None and dates.starts_on <= on
    return ActionState.RUNNING if has_begun else ActionState.PLANNED
