"""Several actions changed in one go."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from accounts.models import Department, User
from trajects.actions.writers import lock_for_dreaming
from trajects.errors import (
    ChangedMeanwhile,
    DatesCrossed,
    GoalNotInPlan,
    LabelGone,
    NobodyOfThisTraject,
)
from trajects.models import Action, ActionOwner, Traject
from trajects.models.writer import Writer
from trajects.queries.together import changeable, owner_key, owner_names
from trajects.together import Changeable, Together, changed


@transaction.atomic
def change_together(
    *, traject: Traject, versions: Mapping[int, int], change: Together, by: User, at: datetime
) -> int:
    """How many changed: all, or none at all. `versions` are those that somebody saw, by action. A
    copy of an example stays one: nobody read it. Raises ChangedMeanwhile, also when one of them is
    gone; DatesCrossed, GoalNotInPlan, LabelGone, NobodyOfThisTraject, NoLongerAllowed,
    TrajectGone."""
    locked = lock_for_dreaming(traject.pk, writer=Writer(user=by), at=at)
    stored = list(locked.actions.filter(pk__in=versions).with_owners().order_by("pk"))
    if {action.pk: action.version for action in stored} != dict(versions):
        raise ChangedMeanwhile
    _check(locked, change)
    pairs = [(action, changeable(action, map(owner_key, action.owners.all()))) for action in stored]
    changes = [(action, now, changed(now, change)) for action, now in pairs]
    for action, _now, then in changes:
        if then.ends_before_its_start:
            raise DatesCrossed(action)
    moved = [(action, now, then) for action, now, then in changes if now != then]
    for action, now, then in moved:
        _store(action, now, then)
    return len(moved)


def _check(traject: Traject, change: Together) -> None:
    """All that is new is of this traject and its organisation."""
    goals = traject.goals.filter(set_aside_at=None)
    if change.goal and not goals.filter(pk=change.goal).exists():
        raise GoalNotInPlan
    own = Department.objects.filter(organisation=traject.organisation_id)
    if change.department and not own.filter(pk=change.department).exists():
        raise LabelGone
    if change.new_owner and change.new_owner not in owner_names(traject):
        raise NobodyOfThisTraject


def _store(action: Action, now: Changeable, then: Changeable) -> None:
    if then.goal != now.goal:
        others = Action.objects.filter(goal=then.goal)
        action.position = (others.aggregate(last=Max("position"))["last"] or 0) + 1
    action.goal_id, action.department_id = then.goal, then.department
    action.starts_on, action.due_on = then.starts_on, then.due_on
    action.version += 1
    action.save()
    for owner in action.owners.all():
        if owner_key(owner) not in then.owners:
            owner.delete()
    for key in sorted(then.owners - now.owners):
        kind, pk = key[0], int(key[1:])
        person = {"user_id": pk} if kind == "u" else {"guest_id": pk}
        ActionOwner.objects.create(action=action, **person)
