"""The action plan as it is now: actions under goals under themes, numbered, with their state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, TypeVar

from django.db.models import F

from accounts.models import Membership
from trajects.action_checks import ActionFacts, Gap, gaps_of
from trajects.action_states import ActionState
from trajects.models import (
    Action,
    ActionNeed,
    ActionOwner,
    ActionStep,
    Candidate,
    Goal,
    Traject,
)

One = TypeVar("One")
OWNER_COLUMNS = (
    *("action_id", "user_id", "user__name", "guest_id", "guest__name", "guest__function"),
    *("guest__user__name", "guest__department__name"),
)


@dataclass(frozen=True)
class Owner:
    """Who carries an action. `is_here` is False for who left the organisation or the traject:
    then nobody carries it. Department and function stand in documents without names. `key` tells
    two people apart, as `owner_key` gives it."""

    name: str
    department: str
    function: str
    is_here: bool
    key: str = field(default="", compare=False)

    @property
    def office(self) -> str:
        """Without the name; empty when neither is known."""
        return ", ".join(part for part in (self.function, self.department) if part)


class StepLine(NamedTuple):
    """A step of an action, `done_on` None while it is open."""

    pk: int
    text: str
    done_on: date | None


@dataclass(frozen=True)
class ActionLine:
    """`number`: of its goal and its place in it, as "2.3". `department`: that leads
    it, else that of its first owner. `needs`: every action that it waits for,
    by primary key; `waits_for` those that are neither done nor stopped. An action that ended lacks
    nothing any more."""

    action: Action
    number: str
    state: ActionState
    owners: tuple[Owner, ...]
    department: str
    gaps: tuple[Gap, ...]
    steps: tuple[StepLine, ...]
    needs: frozenset[int]
    waits_for: tuple[Action, ...]

    @property
    def steps_done(self) -> int:
        return sum(step.done_on is not None for step in self.steps)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(owner.name for owner in self.owners if owner.is_here)

    @property
    def is_open(self) -> bool:
        return self.state not in (ActionState.DONE, ActionState.STOPPED)


@dataclass(frozen=True)
class GoalActions:
    goal: Goal
    number: int
    lines: tuple[ActionLine, ...]


@dataclass(frozen=True)
class ThemeActions:
    candidate: Candidate
    goals: tuple[GoalActions, ...]

    @property
    def lines(self) -> tuple[ActionLine, ...]:
        return tuple(line for goal in self.goals for line in goal.lines)


@dataclass(frozen=True)
class Plan:
    """Every goal on its feet, also one without an action; a goal that was set aside only while it
    still has actions. In the order of the themes. `on` is the day that states are of."""

    themes: tuple[ThemeActions, ...]
    on: date

    @property
    def goals(self) -> tuple[GoalActions, ...]:
        return tuple(goal for theme in self.themes for goal in theme.goals)

    @property
    def lines(self) -> tuple[ActionLine, ...]:
        return tuple(line for goal in self.goals for line in goal.lines)

    @property
    def counts(self) -> Mapping[ActionState, int]:
        """Of every state, also where it is 0."""
        counted = Counter(line.state for line in self.lines)
        return {state: counted[state] for state in ActionState}

    def of_goal(self, goal: Goal) -> GoalActions | None:
        """None for one that was set aside and has no action."""
        return next((one for one in self.goals if one.goal.pk == goal.pk), None)

    def line(self, action_pk: int) -> ActionLine | None:
        return next((line for line in self.lines if line.action.pk == action_pk), None)


def plan_of(traject: Traject, *, on: date) -> Plan:
    """Seven queries, whatever the number of goals and actions."""
    goals = traject.goals.with_theme()
    ordered = list(goals.order_by("candidate__position", "candidate", "position", "pk"))
    rows = _Rows.of(traject)
    shown = [goal for goal in ordered if goal.set_aside_at is None or goal.pk in rows.by_goal]
    numbered = [
        GoalActions(goal, number, _lines(goal, number, traject, rows, on))
        for number, goal in enumerate(shown, 1)
    ]
    return Plan(_by_theme(numbered), on)


def _by_theme(goals: Iterable[GoalActions]) -> tuple[ThemeActions, ...]:
    themes: dict[int, list[GoalActions]] = {}
    for goal in goals:
        themes.setdefault(goal.goal.candidate_id, []).append(goal)
    return tuple(ThemeActions(own[0].goal.candidate, tuple(own)) for own in themes.values())


def _lines(
    goal: Goal, number: int, traject: Traject, rows: _Rows, on: date
) -> tuple[ActionLine, ...]:
    return tuple(
        _line(action, f"{number}.{place}", traject, rows, on)
        for place, action in enumerate(rows.by_goal.get(goal.pk, ()), 1)
    )


def _line(action: Action, number: str, traject: Traject, rows: _Rows, on: date) -> ActionLine:
    owners = tuple(rows.owners.get(action.pk, ()))
    needs = rows.needs.get(action.pk, [])
    needed = (rows.actions[pk] for pk in needs)
    return ActionLine(
        action=action,
        number=number,
        state=action.state(on=on),
        owners=owners,
        department=rows.departments[action.pk] or _department_of(owners),
        gaps=() if _has_ended(action) else _gaps(action, owners, traject),
        steps=tuple(rows.steps.get(action.pk, ())),
        needs=frozenset(needs),
        waits_for=tuple(one for one in needed if not _has_ended(one)),
    )


def _department_of(owners: Iterable[Owner]) -> str:
    return next((one.department for one in owners if one.department), "")


def _has_ended(action: Action) -> bool:
    return action.done_on is not None or action.stopped_on is not None


def _gaps(action: Action, owners: Iterable[Owner], traject: Traject) -> tuple[Gap, ...]:
    facts = ActionFacts(
        title=action.title,
        because=action.because,
        owners=sum(owner.is_here for owner in owners),
        due_on=action.due_on,
        is_draft=action.is_draft,
    )
    return gaps_of(facts, first_year=traject.plan_from, last_year=traject.plan_to)


@dataclass(frozen=True)
class _Rows:
    """What stands in the tables, by action. As plain values where they will do: prefetching makes a
    queryset for each action, which takes longer than all the rest of a plan of hundreds."""

    actions: Mapping[int, Action]
    departments: Mapping[int, str | None]
    by_goal: Mapping[int, list[Action]]
    owners: Mapping[int, list[Owner]]
    steps: Mapping[int, list[StepLine]]
    needs: Mapping[int, list[int]]

    @classmethod
    def of(cls, traject: Traject) -> _Rows:
        named = traject.actions.annotate(department_named=F("department__name"))
        actions = list(named.order_by("position", "pk"))
        steps = ActionStep.objects.filter(action__traject=traject).order_by("position", "pk")
        needs = ActionNeed.objects.filter(action__traject=traject).order_by("pk")
        told = steps.values_list("action_id", "pk", "text", "done_on")
        return cls(
            actions={action.pk: action for action in actions},
            departments={action.pk: action.department_named for action in actions},
            by_goal=_grouped((action.goal_id, action) for action in actions),
            owners=_grouped(_owners(traject)),
            steps=_grouped((action, StepLine(pk, text, day)) for action, pk, text, day in told),
            needs=_grouped(needs.values_list("action_id", "needed_id")),
        )


def _grouped(pairs: Iterable[tuple[int, One]]) -> dict[int, list[One]]:
    found: dict[int, list[One]] = {}
    for key, one in pairs:
        found.setdefault(key, []).append(one)
    return found


def _owners(traject: Traject) -> Iterator[tuple[int, Owner]]:
    """Each with their action. Three queries: who owns what, the members with their departments, and
    what somebody is in the traject. Who cannot sign in any more carries nothing. The same person is
    the same object everywhere."""
    members = Membership.objects.filter(organisation=traject.organisation_id, user__is_active=True)
    departments = dict(members.values_list("user_id", "department__name"))
    taking_part = traject.participants.taking_part().exclude(user=None)
    own = taking_part.exclude(function="").order_by("-pk")
    functions = dict(own.values_list("user_id", "function"))
    people: dict[str, Owner] = {}
    rows = ActionOwner.objects.filter(action__traject=traject).order_by("pk")
    for row in rows.values(*OWNER_COLUMNS):
        user, guest = row["user_id"], row["guest_id"]
        key = f"g{guest}" if guest else f"u{user}"
        if key not in people and guest:
            name = row["guest__user__name"] or row["guest__name"]
            department = row["guest__department__name"] or ""
            people[key] = Owner(name, department, row["guest__function"], is_here=True, key=key)
        elif key not in people:
            department, function = departments.get(user) or "", functions.get(user, "")
            is_here = user in departments
            people[key] = Owner(row["user__name"], department, function, is_here, key=key)
        yield row["action_id"], people[key]
