"""What the group says about a goal, and whether it talked about that."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from trajects.actions.goals.locking import standing_goal
from trajects.actions.locking import lock_for_leading
from trajects.actions.writers import lock_for_dreaming
from trajects.errors import NoLongerAllowed, TrajectGone
from trajects.models import Goal, GoalRemark
from trajects.models.writer import Writer


@transaction.atomic
def remark(*, goal: Goal, text: str, writer: Writer, at: datetime) -> GoalRemark:
    """The same once more, while nobody talked about it, is the same remark. Raises GoalSetAside,
    LinkUnusable, NoLongerAllowed, TrajectGone."""
    if writer.seat:  # a session is for dreaming
        raise NoLongerAllowed
    lock_for_dreaming(goal.traject_id, writer=writer, at=at)
    stored = standing_goal(goal)
    whose = {"author": writer.user, "guest": writer.guest}
    said: GoalRemark | None = stored.remarks.filter(text=text, settled_at=None, **whose).first()
    return said or GoalRemark.objects.create(goal=stored, text=text, at=at, **whose)


@transaction.atomic
def settle_remark(*, remark: GoalRemark, settled: bool, by: User, at: datetime) -> GoalRemark:
    """The group talked about it, or did not after all. What is so already, stays as it was noted.
    Raises NoLongerAllowed, TrajectGone."""
    lock_for_leading(remark.goal.traject_id, by)
    stored = GoalRemark.objects.filter(pk=remark.pk).first()
    if stored is None:
        raise TrajectGone
    if settled != (stored.settled_at is not None):
        stored.settled_at, stored.settled_by = (at, by) if settled else (None, None)
        stored.save(update_fields=["settled_at", "settled_by"])
    return stored
