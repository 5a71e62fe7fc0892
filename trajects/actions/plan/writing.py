"""An action is added and changed. Who writes locks the traject first, so that two saves never
overtake each other and two people never close a circle together."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from accounts.models import Department, User
from trajects.actions.plan.stored import COLUMNS, entry_of, stored_action
from trajects.actions.writers import lock_for_dreaming
from trajects.dependencies import circle_in
from trajects.entries import ActionEntry
from trajects.errors import (
    ActionChanged,
    ChangedMeanwhile,
    CircleInPlan,
    GoalNotInPlan,
    LabelGone,
    NobodyOfThisTraject,
)
from trajects.models import (
    Action,
    ActionNeed,
    ActionOwner,
    ActionStatement,
    ActionStep,
    Goal,
    Traject,
)
from trajects.models.writer import Writer
from trajects.queries.owners import owners_to_choose

# What is stored already may stay, also when it could not be chosen any more.
NOTHING = ActionEntry(goal=0, title="")


@transaction.atomic
def add_action(*, traject: Traject, entry: ActionEntry, by: User, at: datetime) -> Action:
    """The last one of its goal. Raises GoalNotInPlan, NobodyOfThisTraject, LabelGone,
    ChangedMeanwhile, NoLongerAllowed, TrajectGone."""
    locked = lock_for_dreaming(traject.pk, writer=Writer(user=by), at=at)
    _check(locked, entry, NOTHING)
    goal = _goal(locked, entry, NOTHING)
    action = Action(
        traject=locked, goal=goal, position=_last(goal) + 1, created_at=at, created_by=by
    )
    return _store(action, goal, entry, at)


@transaction.atomic
def change_action(
    *, action: Action, entry: ActionEntry, version: int, by: User, at: datetime
) -> Action:
    """A copy of an example becomes their own by it. What is stored already is written no second
    time. Steps whose words stay keep the day on which they were done. Raises ActionChanged,
    CircleInPlan, GoalNotInPlan, NobodyOfThisTraject, LabelGone when a department or a statement is
    gone, ChangedMeanwhile when an action that it waits for is; NoLongerAllowed, TrajectGone."""
    locked = lock_for_dreaming(action.traject_id, writer=Writer(user=by), at=at)
    stored = stored_action(action)
    before = entry_of(stored)
    if before == entry and not stored.is_draft:
        return stored
    if stored.version != version:
        raise ActionChanged(stored)
    _check(locked, entry, before)
    _check_circle(locked, stored, entry.needs)
    goal = _goal(locked, entry, before)
    if goal.pk != stored.goal_id:
        stored.position = _last(goal) + 1
    stored.version += 1
    return _store(stored, goal, entry, at)


def _goal(traject: Traject, entry: ActionEntry, before: ActionEntry) -> Goal:
    """On its feet; an action may stay under the one where it stands."""
    found = traject.goals.filter(pk=entry.goal).first()
    if found is None or (found.set_aside_at and found.pk != before.goal):
        raise GoalNotInPlan
    return found


def _last(goal: Goal) -> int:
    return goal.actions.aggregate(last=Max("position"))["last"] or 0


def _check(traject: Traject, entry: ActionEntry, before: ActionEntry) -> None:
    """All that is new is of this traject and its organisation."""
    owners = owners_to_choose(traject)
    new = {"users": entry.users - before.users, "guests": entry.guests - before.guests}
    if not owners.has(**new):
        raise NobodyOfThisTraject
    if entry.department and entry.department != before.department:
        own = Department.objects.filter(organisation=traject.organisation_id)
        if not own.filter(pk=entry.department).exists():
            raise LabelGone
    if not _statements_of(traject).issuperset(entry.statements - before.statements):
        raise LabelGone
    if traject.actions.filter(pk__in=entry.needs).count() != len(entry.needs):
        raise ChangedMeanwhile


def _statements_of(traject: Traject) -> frozenset[str]:
    if traject.scan is None:
        return frozenset()
    return frozenset(traject.scan.statements().values_list("code", flat=True))


def _check_circle(traject: Traject, action: Action, needs: Collection[int]) -> None:
    own = ActionNeed.objects.filter(action__traject=traject).exclude(action=action)
    waits_for: dict[int, set[int]] = {action.pk: set(needs)}
    for waiting, needed in own.values_list("action_id", "needed_id"):
        waits_for.setdefault(waiting, set()).add(needed)
    way = circle_in(waits_for, action.pk)
    if way:
        by_pk = traject.actions.in_bulk(way)
        raise CircleInPlan(tuple(by_pk[pk] for pk in way))


def _store(action: Action, goal: Goal, entry: ActionEntry, at: datetime) -> Action:
    """Writes all that an entry says."""
    action.goal, action.department_id = goal, entry.department
    for column in COLUMNS:
        setattr(action, column, getattr(entry, column))
    action.settled_at = action.settled_at or at
    action.save()
    _store_owners(action, entry)
    _store_steps(action, entry.steps)
    _store_statements(action, entry.statements)
    _store_needs(action, entry.needs)
    return action


def _store_owners(action: Action, entry: ActionEntry) -> None:
    action.owners.exclude(user__in=entry.users).exclude(guest__in=entry.guests).delete()
    users = set(action.owners.values_list("user_id", flat=True))
    guests = set(action.owners.values_list("guest_id", flat=True))
    new = [
        *(ActionOwner(action=action, user_id=pk) for pk in sorted(entry.users - users)),
        *(ActionOwner(action=action, guest_id=pk) for pk in sorted(entry.guests - guests)),
    ]
    ActionOwner.objects.bulk_create(new)


def _store_steps(action: Action, texts: Collection[str]) -> None:
    there: dict[str, list[ActionStep]] = {}
    for step in action.steps.order_by("position", "pk"):
        there.setdefault(step.text, []).append(step)
    kept: list[ActionStep] = []
    new: list[ActionStep] = []
    for position, text in enumerate(texts, 1):
        same = there.get(text)
        step = same.pop(0) if same else ActionStep(action=action, text=text)
        step.position = position
        (kept if step.pk else new).append(step)
    action.steps.exclude(pk__in=[step.pk for step in kept]).delete()
    ActionStep.objects.bulk_update(kept, ["position"])
    ActionStep.objects.bulk_create(new)


def _store_statements(action: Action, codes: Collection[str]) -> None:
    action.statements.exclude(code__in=codes).delete()
    new = set(codes) - set(action.statements.values_list("code", flat=True))
    rows = (ActionStatement(action=action, code=code) for code in sorted(new))
    ActionStatement.objects.bulk_create(rows)


def _store_needs(action: Action, needs: Collection[int]) -> None:
    action.needs.exclude(needed__in=needs).delete()
    new = set(needs) - set(action.needs.values_list("needed_id", flat=True))
    ActionNeed.objects.bulk_create(ActionNeed(action=action, needed_id=pk) for pk in sorted(new))
