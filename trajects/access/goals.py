"""Goals and ambitions: the lead group makes them, who leads writes down what it adopted."""

from django.shortcuts import get_object_or_404

from accounts.models import User
from trajects.access.seen import Seen, allowed, traject_for_reading
from trajects.models import Goal, GoalRemark, Participant
from trajects.queries.standing import Standing


def goal_for_reading(user: User, pk: int, goal_pk: int) -> tuple[Seen, Goal]:
    """Everybody who sees the traject."""
    seen = traject_for_reading(user, pk)
    return seen, get_object_or_404(seen.traject.goals.with_theme(), pk=goal_pk)


def goal_for_changing(
    user: User, pk: int, goal_pk: int, *, typed: bool = False
) -> tuple[Seen, Goal]:
    """The lead group until it is adopted; after that who leads, with a reason. Who `typed` before
    it was adopted still comes in: it is refused, and the page gives the text back."""
    seen, goal = goal_for_reading(user, pk, goal_pk)
    late = typed and seen.standing.may_dream
    return allowed(seen, may_change_goal(seen.standing, goal) or late), goal


def may_change_goal(standing: Standing, goal: Goal) -> bool:
    return standing.may_lead if hasattr(goal, "adoption") else standing.may_dream


def goal_for_discussing(user: User, pk: int, goal_pk: int) -> tuple[Seen, Goal]:
    seen, goal = goal_for_reading(user, pk, goal_pk)
    return allowed(seen, seen.standing.may_dream), goal


def goal_for_leading(user: User, pk: int, goal_pk: int) -> tuple[Seen, Goal]:
    """Adopt, set aside, bring back."""
    seen, goal = goal_for_reading(user, pk, goal_pk)
    return allowed(seen, seen.standing.may_lead), goal


def remark_for_leading(
    user: User, pk: int, goal_pk: int, remark_pk: int
) -> tuple[Seen, GoalRemark]:
    seen, goal = goal_for_leading(user, pk, goal_pk)
    return seen, get_object_or_404(goal.remarks.all(), pk=remark_pk)


def goal_for_guest(guest: Participant, goal_pk: int) -> Goal:
    """Of the traject of this very guest."""
    return get_object_or_404(guest.traject.goals.with_theme(), pk=goal_pk)
