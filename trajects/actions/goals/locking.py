"""A goal as it is stored now, under the lock of its traject. To be called within a transaction."""

from trajects.errors import GoalSetAside, TrajectGone
from trajects.models import Goal


def stored_goal(goal: Goal) -> Goal:
    """Also one that was set aside. Raises TrajectGone."""
    found = Goal.objects.filter(pk=goal.pk).select_related("candidate", "adoption").first()
    if found is None:
        raise TrajectGone
    return found


def standing_goal(goal: Goal) -> Goal:
    """Raises GoalSetAside, TrajectGone."""
    found = stored_goal(goal)
    if found.set_aside_at:
        raise GoalSetAside
    return found
