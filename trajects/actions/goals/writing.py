"""A goal is proposed and changed. Who writes locks the traject first, so that two saves never
overtake each other."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import Max, Q

from accounts.models import User
from scans.models import Sdg
from trajects.actions.goals.locking import standing_goal
from trajects.actions.goals.snapshots import COLUMNS, entry_of, snapshot
from trajects.actions.locking import lock_traject
from trajects.entries import GoalEntry
from trajects.errors import (
    DreamMoved,
    GoalAdopted,
    GoalChanged,
    ReasonMissing,
    ThemeNotChosen,
)
from trajects.models import Candidate, Goal, GoalChange, GoalDream, Traject
from trajects.queries.dreams import chosen_themes
from trajects.queries.standing import Standing, standing_of


@transaction.atomic
def propose_goal(*, traject: Traject, entry: GoalEntry, by: User, at: datetime) -> Goal:
    """The last one of its theme. Raises ThemeNotChosen, DreamMoved, NoLongerAllowed,
    TrajectGone."""
    locked = lock_traject(traject.pk, by=by, may=_may_dream)
    theme = _theme(locked, entry.candidate)
    _check_dreams(locked, entry.dreams)
    last = theme.goals.aggregate(last=Max("position"))["last"] or 0
    goal = Goal(traject=locked, position=last + 1, proposed_at=at, proposed_by=by)
    return _store(goal, theme, entry)


@transaction.atomic
def change_goal(
    *, goal: Goal, entry: GoalEntry, version: int, because: str = "", by: User, at: datetime
) -> Goal:
    """The lead group until it is adopted; after that who leads, with the reason, and what it said
    is kept. What is stored already is written no second time. Raises GoalAdopted, GoalChanged,
    GoalSetAside, ReasonMissing, ThemeNotChosen, DreamMoved, NoLongerAllowed, TrajectGone."""
    locked = lock_traject(goal.traject_id, by=by, may=_may_dream)
    stored = standing_goal(goal)
    is_adopted = hasattr(stored, "adoption")
    if is_adopted and not standing_of(by, locked).may_lead:
        raise GoalAdopted
    before = entry_of(stored)
    if before == entry:
        return stored
    if stored.version != version:
        raise GoalChanged(stored)
    if is_adopted and not because:
        raise ReasonMissing
    theme = _theme(locked, entry.candidate, now=stored.candidate)
    _check_dreams(locked, entry.dreams, now=before.dreams)
    said = snapshot(stored)
    stored.version += 1
    if theme != stored.candidate:
        stored.position = (theme.goals.aggregate(last=Max("position"))["last"] or 0) + 1
    _store(stored, theme, entry)
    if is_adopted:
        GoalChange.objects.create(
            goal=stored, at=at, by=by, because=because, before=said, after=snapshot(stored)
        )
    return stored


def _may_dream(standing: Standing) -> bool:
    return standing.may_dream


def _theme(traject: Traject, pk: int, *, now: Candidate | None = None) -> Candidate:
    """One that the group chose; a goal may stay under `now`."""
    if now and now.pk == pk:
        return now
    theme = chosen_themes(traject).filter(pk=pk).first()
    if theme is None:
        raise ThemeNotChosen
    return theme


def _check_dreams(
    traject: Traject, wanted: Collection[int], *, now: Collection[int] = frozenset()
) -> None:
    """Of this traject and on their feet; what a goal grew from `now` may stay."""
    own = traject.dreams.filter(pk__in=wanted)
    usable = own.filter(Q(made_into=None, left_out_at=None) | Q(pk__in=now))
    if usable.distinct().count() != len(wanted):
        raise DreamMoved


def _store(goal: Goal, theme: Candidate, entry: GoalEntry) -> Goal:
    """Writes all that an entry says."""
    goal.candidate = theme
    for column in COLUMNS:
        setattr(goal, column, getattr(entry, column))
    goal.save()
    goal.sdgs.set(Sdg.objects.filter(number__in=entry.sdgs))
    goal.roots.exclude(dream__in=entry.dreams).delete()
    there = set(goal.roots.values_list("dream_id", flat=True))
    new = sorted(entry.dreams - there)
    GoalDream.objects.bulk_create(GoalDream(goal=goal, dream_id=pk) for pk in new)
    return goal
