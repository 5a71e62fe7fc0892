"""How far some trajects are with the choice of their themes, as `steps.Facts` asks it."""

from collections.abc import Collection
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from trajects.models import (
    Candidate,
    Decision,
    GreenLight,
    LiveSession,
    Traject,
    VotingRound,
)
from trajects.stages import Subject
from trajects.steps import Light, OpenSession

LIGHTS = {
    None: Light.NONE,
    Decision.GRANTED: Light.GIVEN,
    Decision.CONDITIONS: Light.GIVEN,
    Decision.REFUSED: Light.REFUSED,
    Decision.NOT_AWAITED: Light.NOT_AWAITED,
}


def facts_of_themes(pks: Collection[int]) -> dict[int, dict[str, Any]]:
    """By traject; one query, whatever their number."""
    session = LiveSession.objects.real().filter(traject=OuterRef("pk"), ended_at=None)
    lights = GreenLight.objects.filter(traject=OuterRef("pk"))
    rounds = VotingRound.objects.real().counted().filter(session__subject=Subject.THEMES)
    rows = Traject.objects.filter(pk__in=pks).order_by()
    found = rows.values(
        "pk",
        running=_counted(Candidate.objects.running(), "traject"),
        voted=_counted(rounds, "session__traject"),
        chosen=_counted(Candidate.objects.running().filter(choice__chosen=True), "traject"),
        said=Subquery(lights.values("decision")[:1]),
        code=Subquery(session.values("code")[:1]),
        since=Subquery(session.values("opened_at")[:1]),
    )
    return {row["pk"]: _facts(dict(row)) for row in found}


def _counted(rows: QuerySet[Any, Any], traject: str) -> Coalesce:
    """How many of these rows belong to the traject around it."""
    own = rows.filter(**{traject: OuterRef("pk")}).order_by().values(traject)
    number = Subquery(own.values(number=Count("pk")), output_field=IntegerField())
    return Coalesce(number, 0)


def _facts(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "candidates": row["running"],
        "rounds": row["voted"],
        "chosen": row["chosen"],
        "light": LIGHTS[row["said"]],
        "session": OpenSession(row["code"], row["since"]) if row["code"] else None,
    }
