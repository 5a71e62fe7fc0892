"""How far the plan of some trajects is, as `steps.Facts` asks it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from accounts.models import Membership
from trajects.models import (
    Action,
    ActionOwner,
    Goal,
    PlanDecision,
    PlanDocument,
    PlanText,
    Traject,
)


def facts_of_plan(pks: Collection[int]) -> dict[int, dict[str, Any]]:
    """By traject; one query, whatever their number. What was stopped is an action as well, but no
    goal is reached by it."""
    going_on = Action.objects.going_on()
    incomplete = Q(due_on=None) | Q(because="") | ~Q(Exists(_owners_still_here()))
    moving = Action.objects.filter(goal=OuterRef("pk"), stopped_on=None)
    rows = Traject.objects.filter(pk__in=pks).order_by()
    found = rows.values(
        "pk",
        all_actions=_counted(Action.objects.all()),
        goals_with_action=_counted(Goal.objects.standing().filter(Exists(moving))),
        unready=_counted(going_on.filter(incomplete)),
        drafts=_counted(going_on.filter(settled_at=None)),
        **_of_document(),
    )
    return {row["pk"]: _facts(dict(row)) for row in found}


def facts_of_document(traject: Traject) -> dict[str, Any]:
    """Of one traject, only what its document is judged by; one query."""
    row = Traject.objects.filter(pk=traject.pk).values(**_of_document()).get()
    return _decided(dict(row))


def _of_document() -> dict[str, Any]:
    decisions = PlanDecision.objects.filter(traject=OuterRef("pk"))
    texts = PlanText.objects.filter(traject=OuterRef("pk")).exclude(summary="")
    return {
        "has_plan_text": Exists(texts),
        "papers": _counted(PlanDocument.objects.filter(failed_at=None)),
        "approved": Subquery(decisions.order_by("-recorded_at", "-pk").values("approved")[:1]),
    }


def _owners_still_here() -> QuerySet[ActionOwner]:
    """Guests, and members of the organisation."""
    own = Membership.objects.filter(
        user=OuterRef("user"),
        organisation=OuterRef("action__traject__organisation"),
        user__is_active=True,
    )
    carried = ActionOwner.objects.filter(action=OuterRef("pk"))
    return carried.filter(Q(guest__isnull=False) | Exists(own))


def _counted(rows: QuerySet[Any, Any]) -> Coalesce:
    """How many of these rows belong to the traject around it."""
    own = rows.filter(traject=OuterRef("pk")).order_by().values("traject")
    number = Subquery(own.values(number=Count("pk")), output_field=IntegerField())
    return Coalesce(number, 0)


def _facts(row: dict[str, Any]) -> dict[str, Any]:
    del row["pk"]
    actions = row.pop("all_actions")
    return {**_decided(row), "actions": actions}


def _decided(row: dict[str, Any]) -> dict[str, Any]:
    named = {"documents": row.pop("papers"), "is_decided": row.pop("approved") is True}
    return {**row, **named}
