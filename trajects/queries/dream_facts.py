"""How far some trajects are with dream images and goals, as `steps.Facts` asks it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db.models import (
    BooleanField,
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from trajects.models import (
    Candidate,
    DreamCluster,
    DreamImage,
    DreamPlace,
    DreamSource,
    Goal,
    GoalRemark,
    Traject,
)
from trajects.queries.rounds import JSONLength
from trajects.steps import Collection as Collecting


def facts_of_dreams(pks: Collection[int]) -> dict[int, dict[str, Any]]:
    """By traject; one query, whatever their number."""
    standing = DreamImage.objects.standing()
    goals = Goal.objects.standing()
    chosen = Candidate.objects.running().filter(choice__chosen=True)
    dreamt = DreamPlace.objects.filter(candidate=OuterRef("pk"), dream__in=standing)
    aimed = goals.filter(candidate=OuterRef("pk"))
    remarks = GoalRemark.objects.filter(settled_at=None, goal__in=goals)
    arranged = (
        DreamCluster.objects.filter(candidate__traject=OuterRef("pk")),
        DreamSource.objects.filter(dream__traject=OuterRef("pk")),
    )
    rows = Traject.objects.filter(pk__in=pks).order_by()
    found = rows.values(
        "pk",
        last_day=F("dream_collection__last_day"),
        closed=F("dream_collection__closed_at"),
        in_box=Coalesce(JSONLength("dream_box__bag"), 0),
        shared=_counted(standing, "traject"),
        is_arranged=Case(
            When(Exists(arranged[0]), then=Value(True)),
            When(Exists(arranged[1]), then=Value(True)),
            default=Value(False),
            output_field=BooleanField(),
        ),
        themes_dreamt=_counted(chosen.filter(Exists(dreamt)), "traject"),
        ambitions=_counted(chosen.filter(ambition__isnull=False), "traject"),
        proposed=_counted(goals, "traject"),
        themes_with_goal=_counted(chosen.filter(Exists(aimed)), "traject"),
        adopted=_counted(Goal.objects.adopted(), "traject"),
        remarks=_counted(remarks, "goal__traject"),
    )
    return {row["pk"]: _facts(dict(row)) for row in found}


def _counted(rows: QuerySet[Any, Any], traject: str) -> Coalesce:
    """How many of these rows belong to the traject around it."""
    own = rows.filter(**{traject: OuterRef("pk")}).order_by().values(traject)
    number = Subquery(own.values(number=Count("pk")), output_field=IntegerField())
    return Coalesce(number, 0)


def _facts(row: dict[str, Any]) -> dict[str, Any]:
    last_day, closed = row.pop("last_day"), row.pop("closed")
    collection = Collecting(last_day, is_closed=closed is not None) if last_day else None
    named = {"collection": collection, "dreams": row.pop("shared"), "goals": row.pop("proposed")}
    del row["pk"]
    return {**row, **named}
