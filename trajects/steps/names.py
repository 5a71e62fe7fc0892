"""Which steps there are, who does them and what each one rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Key(StrEnum):
    START = "start"
    SCAN = "scan"
    PHOTO = "photo"
    THEMES = "themes"
    DREAMS = "dreams"
    GOALS = "goals"
    PLAN = "plan"
    FOLLOW_UP = "follow_up"


class Doer(StrEnum):
    """Who does the work of a step."""

    COORDINATOR = "coordinator"
    MODERATOR = "moderator"
    LEAD_GROUP = "lead_group"
    COLLEAGUES = "colleagues"
    POLICY_MAKERS = "policy_makers"


@dataclass(frozen=True)
class Step:
    """`needs` are the steps that must be done before this one can be. `built`: the product has
    pages for it; the others are shown as coming."""

    number: int
    key: Key
    needs: tuple[Key, ...]
    doers: tuple[Doer, ...]
    built: bool


STEPS = (
    Step(1, Key.START, (), (Doer.COORDINATOR, Doer.MODERATOR), built=True),
    Step(2, Key.SCAN, (), (Doer.COORDINATOR, Doer.COLLEAGUES), built=True),
    Step(3, Key.PHOTO, (Key.START,), (Doer.LEAD_GROUP, Doer.COLLEAGUES), built=True),
    Step(
        4,
        Key.THEMES,
        (Key.SCAN, Key.PHOTO),
        (Doer.LEAD_GROUP, Doer.MODERATOR, Doer.POLICY_MAKERS),
        built=True,
    ),
    Step(5, Key.DREAMS, (Key.THEMES,), (Doer.LEAD_GROUP, Doer.MODERATOR), built=True),
    Step(6, Key.GOALS, (Key.DREAMS,), (Doer.LEAD_GROUP,), built=True),
    Step(7, Key.PLAN, (Key.GOALS,), (Doer.LEAD_GROUP, Doer.POLICY_MAKERS), built=True),
    Step(8, Key.FOLLOW_UP, (Key.PLAN,), (Doer.LEAD_GROUP, Doer.COORDINATOR), built=False),
)
BY_KEY: Mapping[Key, Step] = {step.key: step for step in STEPS}
