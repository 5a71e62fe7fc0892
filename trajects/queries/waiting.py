"""What waits for one person, in some trajects: what they promised, and the actions they carry."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from accounts.models import Membership, User
from trajects.models import Action, Agreement, Participant, Traject
from trajects.models.action import ActionQuerySet


@dataclass(frozen=True)
class Waiting:
    """`promised`: agreements in their name that are open. `carried`: actions in their name that
    run, or are late; what is planned for later does not wait yet."""

    promised: int = 0
    carried: int = 0


def waiting_for(user: User, trajects: Collection[Traject], *, on: date) -> dict[int, Waiting]:
    """By traject; one query, whatever their number. Who left an organisation carries nothing
    there."""
    promised = Agreement.objects.filter(who__user_id=user.pk, done_at=None)
    mine = Membership.objects.filter(user_id=user.pk).values("organisation")
    carried = _waits(on).carried_by(user.pk).filter(traject__organisation__in=mine)
    rows = Traject.objects.filter(pk__in=[one.pk for one in trajects]).order_by()
    found = rows.values("pk", own=_counted(promised), carried=_counted(carried))
    return {row["pk"]: Waiting(row["own"], row["carried"]) for row in found}


def carried_by_guest(guest: Participant, *, on: date) -> int:
    """How many actions of a guest run, or are late."""
    return _waits(on).filter(traject=guest.traject_id, owners__guest=guest.pk).count()


def _waits(on: date) -> ActionQuerySet:
    began, due = Q(starts_on__lte=on), Q(due_on__lt=on)
    return Action.objects.going_on().filter(began | due)


def _counted(rows: QuerySet[Any, Any]) -> Coalesce:
    """How many of these rows belong to the traject around it."""
    own = rows.filter(traject=OuterRef("pk")).order_by().values("traject")
    number = Subquery(own.values(number=Count("pk")), output_field=IntegerField())
    return Coalesce(number, 0)
