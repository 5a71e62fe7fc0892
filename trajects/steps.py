"""The eight steps of the road, written once: menu, progress, guards and report read them here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
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
    Step(5, Key.DREAMS, (Key.THEMES,), (Doer.LEAD_GROUP, Doer.MODERATOR), built=False),
    Step(6, Key.GOALS, (Key.DREAMS,), (Doer.LEAD_GROUP,), built=False),
    Step(7, Key.PLAN, (Key.GOALS,), (Doer.LEAD_GROUP, Doer.POLICY_MAKERS), built=False),
    Step(8, Key.FOLLOW_UP, (Key.PLAN,), (Doer.LEAD_GROUP, Doer.COORDINATOR), built=False),
)
BY_KEY: Mapping[Key, Step] = {step.key: step for step in STEPS}

FEWEST_IN_LEAD_GROUP = 6
MOST_IN_LEAD_GROUP = 25


class ScanState(StrEnum):
    """How the scan of a traject is. MOVED: opened again since the group agreed that this is it."""

    NONE = "none"
    RUNNING = "running"
    FINISHED = "finished"
    MOVED = "moved"


class Light(StrEnum):
    """What the policy makers said last about the themes. NOT_AWAITED: the moderator knowingly went
    on without them."""

    NONE = "none"
    GIVEN = "given"
    REFUSED = "refused"
    NOT_AWAITED = "not_awaited"

    @property
    def lets_pass(self) -> bool:
        """Goals may be made."""
        return self in (Light.GIVEN, Light.NOT_AWAITED)


@dataclass(frozen=True)
class OpenSession:
    """A session that was not ended. Its code works only for a day."""

    code: str
    opened_at: datetime


@dataclass(frozen=True)
class Facts:
    """What happened in one traject so far, counted. `candidates`: what the group can choose from;
    `rounds`: secret votes about themes that were counted; no practice is in it."""

    done: frozenset[Key] = frozenset()
    moderators: int = 0
    in_lead_group: int = 0
    meetings: int = 0
    agreements: int = 0
    agreements_open: int = 0
    scan: ScanState = ScanState.NONE
    on_photo: int = 0
    waiting: int = 0
    candidates: int = 0
    theme_meetings: int = 0
    rounds: int = 0
    chosen: int = 0
    light: Light = Light.NONE
    session: OpenSession | None = None


class State(StrEnum):
    DONE = "done"
    NOW = "now"
    LATER = "later"


@dataclass(frozen=True)
class Stage:
    """One step of the road with where it stands."""

    step: Step
    state: State


class Need(StrEnum):
    """What a step takes."""

    EARLIER_STEPS = "earlier_steps"
    MODERATOR = "moderator"
    LEAD_GROUP = "lead_group"
    MEETING = "meeting"
    AGREEMENTS = "agreements"
    SCAN_LINKED = "scan_linked"
    SCAN_FINISHED = "scan_finished"
    SCAN_UNMOVED = "scan_unmoved"
    INITIATIVES = "initiatives"
    ALL_DECIDED = "all_decided"
    CANDIDATES = "candidates"
    ROUND_COUNTED = "round_counted"
    THEMES_CHOSEN = "themes_chosen"
    GREEN_LIGHT = "green_light"


@dataclass(frozen=True)
class Check:
    """`required`: without it the step cannot be done; the others are good advice."""

    need: Need
    met: bool
    required: bool


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


def checks(key: Key, facts: Facts) -> tuple[Check, ...]:
    """What a step takes, and whether it is there; nothing yet for steps without pages."""
    step = BY_KEY[key]
    before = (Check(Need.EARLIER_STEPS, facts.done.issuperset(step.needs), required=True),)
    return (*(before if step.needs else ()), *_own_checks(key, facts))


def _own_checks(key: Key, facts: Facts) -> tuple[Check, ...]:
    size = facts.in_lead_group
    enough = FEWEST_IN_LEAD_GROUP <= size <= MOST_IN_LEAD_GROUP
    own = {
        Key.START: (
            Check(Need.MODERATOR, facts.moderators > 0, required=False),
            Check(Need.LEAD_GROUP, enough, required=False),
            Check(Need.MEETING, facts.meetings > 0, required=False),
            Check(Need.AGREEMENTS, facts.agreements > 0, required=False),
        ),
        Key.SCAN: (
            Check(Need.SCAN_LINKED, facts.scan != ScanState.NONE, required=True),
            Check(Need.SCAN_FINISHED, _has_finished(facts), required=True),
            Check(Need.SCAN_UNMOVED, _is_unmoved(facts), required=False),
        ),
        Key.PHOTO: (
            Check(Need.INITIATIVES, facts.on_photo > 0, required=True),
            Check(Need.ALL_DECIDED, facts.waiting == 0, required=False),
        ),
        Key.THEMES: (
            Check(Need.CANDIDATES, facts.candidates > 0, required=False),
            Check(Need.ROUND_COUNTED, facts.rounds > 0, required=False),
            Check(Need.THEMES_CHOSEN, facts.chosen > 0, required=True),
            Check(Need.GREEN_LIGHT, facts.light.lets_pass, required=False),
        ),
        Key.GOALS: (Check(Need.GREEN_LIGHT, facts.light.lets_pass, required=True),),
    }
    return own.get(key, ())


def _has_finished(facts: Facts) -> bool:
    return facts.scan == ScanState.FINISHED


def _is_unmoved(facts: Facts) -> bool:
    return facts.scan not in (ScanState.NONE, ScanState.MOVED)


def may_complete(key: Key, facts: Facts) -> bool:
    """Whether somebody who leads may say now that this step is done."""
    met = all(check.met for check in checks(key, facts) if check.required)
    return BY_KEY[key].built and key not in facts.done and met


def may_reopen(key: Key, facts: Facts) -> bool:
    """A step that another finished one rests on stays done."""
    rests_on_it = {step.key for step in STEPS if key in step.needs}
    return key in facts.done and not rests_on_it & facts.done
