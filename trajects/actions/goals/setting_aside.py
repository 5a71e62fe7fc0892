"""A goal that the group does not go on with, and back."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from trajects.actions.goals.locking import standing_goal, stored_goal
from trajects.actions.locking import lock_for_leading
from trajects.errors import GoalSetAside
from trajects.models import Goal


@transaction.atomic
def set_aside_goal(*, goal: Goal, because: str, by: User, at: datetime) -> Goal:
    """Stays readable, with the reason; its adoption stays as well. Raises GoalSetAside,
    NoLongerAllowed, TrajectGone."""
    lock_for_leading(goal.traject_id, by)
    stored = standing_goal(goal)
    stored.set_aside_at, stored.set_aside_by, stored.set_aside_because = at, by, because
    stored.save(update_fields=["set_aside_at", "set_aside_by", "set_aside_because"])
    return stored


@transaction.atomic
def bring_back_goal(*, goal: Goal, by: User) -> Goal:
    """As it was. Raises GoalSetAside when it is on its feet, NoLongerAllowed, TrajectGone."""
    lock_for_leading(goal.traject_id, by)
    stored = stored_goal(goal)
    if not stored.set_aside_at:
        raise GoalSetAside
    stored.set_aside_at, stored.set_aside_by, stored.set_aside_because = None, None, ""
    stored.save(update_fields=["set_aside_at", "set_aside_by", "set_aside_because"])
    return stored
