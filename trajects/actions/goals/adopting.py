"""The group adopts a goal, or comes back on that."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from trajects.actions.goals.locking import standing_goal
from trajects.actions.goals.snapshots import snapshot
from trajects.actions.locking import lock_for_leading
from trajects.entries import AdoptionEntry
from trajects.errors import ChangedMeanwhile, GoalAdopted, GoalChanged
from trajects.models import Goal, GoalAdoption, GoalChange, Part


@transaction.atomic
def adopt_goal(
    *, goal: Goal, entry: AdoptionEntry, version: int, by: User, at: datetime
) -> GoalAdoption:
    """As the group read it: `version` is that of the page. Of `people` only the lead group of this
    traject counts. Written down once; the same again changes nothing. Raises GoalAdopted,
    GoalChanged, GoalSetAside, NoLongerAllowed, TrajectGone."""
    locked = lock_for_leading(goal.traject_id, by)
    stored = standing_goal(goal)
    group = locked.participants.filter(part=Part.LEAD_GROUP, pk__in=entry.people)
    if hasattr(stored, "adoption"):
        if _written(stored.adoption) == entry:
            return stored.adoption
        raise GoalAdopted
    if stored.version != version:
        raise GoalChanged(stored)
    adoption = GoalAdoption.objects.create(
        goal=stored,
        adopted_on=entry.adopted_on,
        others=entry.others,
        recorded_at=at,
        recorded_by=by,
    )
    adoption.people.set(group)
    return adoption


@transaction.atomic
def withdraw_adoption(*, goal: Goal, because: str, by: User, at: datetime) -> GoalChange:
    """It is a proposal again; when it was adopted stays readable. Raises ChangedMeanwhile when
    it is none that was adopted, GoalSetAside, NoLongerAllowed, TrajectGone."""
    lock_for_leading(goal.traject_id, by)
    stored = standing_goal(goal)
    if not hasattr(stored, "adoption"):
        raise ChangedMeanwhile
    before = snapshot(stored)
    stored.adoption.delete()
    return GoalChange.objects.create(
        goal=stored, at=at, by=by, because=because, before=before, after=snapshot(stored)
    )


def _written(adoption: GoalAdoption) -> AdoptionEntry:
    people = adoption.people.values_list("pk", flat=True)
    return AdoptionEntry(adoption.adopted_on, frozenset(people), adoption.others)
