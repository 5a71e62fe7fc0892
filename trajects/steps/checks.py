"""What each step takes, and whether it is there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trajects.steps.facts import Facts, ScanState
from trajects.steps.names import BY_KEY, STEPS, Key

FEWEST_IN_LEAD_GROUP = 6
MOST_IN_LEAD_GROUP = 25


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
    DREAMS = "dreams"
    BOX_EMPTY = "box_empty"
    THEMES_DREAMT = "themes_dreamt"
    GOALS = "goals"
    THEMES_WITH_GOAL = "themes_with_goal"
    AMBITIONS = "ambitions"
    GOALS_SMART = "goals_smart"
    GOALS_ADOPTED = "goals_adopted"
    ACTIONS = "actions"
    GOALS_WITH_ACTION = "goals_with_action"
    ACTIONS_READY = "actions_ready"
    NO_DRAFTS = "no_drafts"
    PLAN_DECIDED = "plan_decided"


@dataclass(frozen=True)
class Check:
    """`required`: without it the step cannot be done; the others are good advice."""

    need: Need
    met: bool
    required: bool


def checks(key: Key, facts: Facts) -> tuple[Check, ...]:
    """What a step takes, and whether it is there; nothing yet for steps without pages."""
    step = BY_KEY[key]
    before = (Check(Need.EARLIER_STEPS, facts.done.issuperset(step.needs), required=True),)
    return (*(before if step.needs else ()), *_own_checks(key, facts))


def _own_checks(key: Key, facts: Facts) -> tuple[Check, ...]:
    size = facts.in_lead_group
    enough = FEWEST_IN_LEAD_GROUP <= size <= MOST_IN_LEAD_GROUP
    own = {
        Key.DREAMS: _dream_checks(facts),
        Key.GOALS: _goal_checks(facts),
        Key.PLAN: _plan_checks(facts),
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
    }
    return own.get(key, ())


def _dream_checks(facts: Facts) -> tuple[Check, ...]:
    dreams = facts.dreams > 0
    return (
        Check(Need.DREAMS, dreams, required=True),
        Check(Need.THEMES_DREAMT, dreams and facts.themes_dreamt >= facts.chosen, required=False),
        Check(Need.BOX_EMPTY, facts.in_box == 0, required=False),
    )


def _goal_checks(facts: Facts) -> tuple[Check, ...]:
    goals = facts.goals > 0
    return (
        Check(Need.GREEN_LIGHT, facts.light.lets_pass, required=True),
        Check(Need.AMBITIONS, 0 < facts.chosen <= facts.ambitions, required=False),
        Check(Need.GOALS, goals, required=True),
        Check(
            Need.THEMES_WITH_GOAL, goals and facts.themes_with_goal >= facts.chosen, required=False
        ),
        Check(Need.GOALS_SMART, goals and facts.smart >= facts.goals, required=False),
        _adopted(facts),
    )


def _plan_checks(facts: Facts) -> tuple[Check, ...]:
    actions = facts.actions > 0
    every_goal = actions and facts.goals_with_action >= facts.goals
    return (
        _adopted(facts),
        Check(Need.ACTIONS, actions, required=True),
        Check(Need.GOALS_WITH_ACTION, every_goal, required=False),
        Check(Need.ACTIONS_READY, actions and facts.unready == 0, required=False),
        Check(Need.NO_DRAFTS, actions and facts.drafts == 0, required=False),
        Check(Need.PLAN_DECIDED, facts.is_decided, required=False),
    )


def _adopted(facts: Facts) -> Check:
    adopted = 0 < facts.goals <= facts.adopted
    return Check(Need.GOALS_ADOPTED, adopted, required=False)


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
