"""Where a group is on the road."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trajects.steps.facts import Facts
from trajects.steps.names import STEPS, Step


class State(StrEnum):
    DONE = "done"
    NOW = "now"
    LATER = "later"


@dataclass(frozen=True)
class Stage:
    """One step of the road with where it stands."""

    step: Step
    state: State


def progress(facts: Facts) -> tuple[Stage, ...]:
    """The road: NOW is the first step that is not done; there is none once all are."""
    now = current(facts)
    return tuple(Stage(step, _state(step, facts, now)) for step in STEPS)


def current(facts: Facts) -> Step | None:
    """Where the group is."""
    return next((step for step in STEPS if step.key not in facts.done), None)


def _state(step: Step, facts: Facts, now: Step | None) -> State:
    if step.key in facts.done:
        return State.DONE
    return State.NOW if step is now else State.LATER
