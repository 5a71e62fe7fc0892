"""The read-model of what one person carries in a plan: what is late first, with the next step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from trajects.action_states import ActionState
from trajects.models import Participant, Traject
from trajects.queries.plan import ActionLine, Plan, StepLine, plan_of

# What asks for attention first.
ORDER = (
    *(ActionState.LATE, ActionState.RUNNING, ActionState.PLANNED),
    *(ActionState.DONE, ActionState.STOPPED),
)


@dataclass(frozen=True)
class OwnAction:
    """`next_step`: the first that is not done; None without one, and when the action ended."""

    line: ActionLine
    next_step: StepLine | None


@dataclass(frozen=True)
class OwnActions:
    plan: Plan
    open: tuple[OwnAction, ...]
    ended: tuple[OwnAction, ...]

    @property
    def first(self) -> OwnAction | None:
        """What to do now: what is planned for later can wait."""
        begun = (one for one in self.open if one.line.state != ActionState.PLANNED)
        return next(begun, None)


def actions_of_user(traject: Traject, user_pk: int, *, on: date) -> OwnActions:
    """Seven queries, whatever the number of actions."""
    return _own(plan_of(traject, on=on), f"u{user_pk}")


def actions_of_guest(guest: Participant, *, on: date) -> OwnActions:
    """Seven queries, whatever the number of actions."""
    return _own(plan_of(guest.traject, on=on), f"g{guest.pk}")


def _own(plan: Plan, key: str) -> OwnActions:
    lines = [line for line in plan.lines if any(one.key == key for one in line.owners)]
    own = [OwnAction(line, _next_step(line)) for line in sorted(lines, key=_urgency)]
    return OwnActions(
        plan,
        open=tuple(one for one in own if one.line.is_open),
        ended=tuple(one for one in own if not one.line.is_open),
    )


def _urgency(line: ActionLine) -> tuple[int, date, date]:
    """Of two in the same state the one with the first deadline."""
    action = line.action
    return ORDER.index(line.state), action.due_on or date.max, action.starts_on or date.max


def _next_step(line: ActionLine) -> StepLine | None:
    steps = line.steps if line.is_open else ()
    return next((step for step in steps if step.done_on is None), None)
