"""How many dream images there are around a session: its screens ask it every few seconds, as a
part of the one query about its state. Of what waits in the box only the number leaves the
database."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.db.models import Case, Count, F, OuterRef, QuerySet, Subquery, When

from trajects.models import DreamBox, DreamImage, DreamPlace, DreamStar
from trajects.queries.rounds import JSONLength
from trajects.stages import Subject


class Dreams(NamedTuple):
    """Of the traject of the session. `grouped`: how often one stands in a group; `in_box`: sent
    without a name and not shown yet, 0 for who does not ask."""

    standing: int
    stars: int
    grouped: int
    in_box: int


SHOWN = ("standing", "stars", "grouped")
BOXED = ("in_box",)


def dream_counts() -> dict[str, Case]:
    """For rows of sessions, by the names in SHOWN; None when the session is about something else:
    those do not pay for it."""
    standing = DreamImage.objects.standing().filter(traject=OuterRef("traject"))
    stars = DreamStar.objects.filter(dream__traject=OuterRef("traject"))
    grouped = DreamPlace.objects.filter(
        dream__traject=OuterRef("traject"),
        dream__left_out_at=None,
        dream__made_into=None,
        cluster__isnull=False,
    )
    return {
        "standing": _in_dream_session(_many(standing, "traject")),
        "stars": _in_dream_session(_many(stars, "dream__traject")),
        "grouped": _in_dream_session(_many(grouped, "dream__traject")),
    }


def boxed_count() -> dict[str, Case]:
    """The same, by the name in BOXED."""
    box = DreamBox.objects.filter(traject=OuterRef("traject"))
    many = box.annotate(many=JSONLength(F("bag"))).values("many")
    return {"in_box": _in_dream_session(Subquery(many))}


def dreams_in(row: Mapping[str, Any]) -> Dreams | None:
    if row["subject"] != Subject.DREAMS:
        return None
    return Dreams(*(row.get(name) or 0 for name in (*SHOWN, *BOXED)))


def _many(rows: QuerySet[Any], by: str) -> Subquery:
    return Subquery(rows.order_by().values(by).annotate(many=Count("pk")).values("many"))


def _in_dream_session(rows: Subquery) -> Case:
    return Case(When(subject=Subject.DREAMS, then=rows))
