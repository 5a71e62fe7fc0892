"""Stars: what each of the group finds strong. A few per person and theme."""

from datetime import datetime

from django.db import transaction

from trajects.actions.writers import lock_for_dreaming
from trajects.dreams import STARS_PER_THEME
from trajects.errors import DreamMoved, NoStarsLeft
from trajects.models import DreamImage, DreamPlace, DreamStar, Traject
from trajects.models.writer import Writer
from trajects.queries.dreams import Family, chosen_themes


@transaction.atomic
def star(*, dream: DreamImage, writer: Writer, at: datetime) -> None:
    """Once, under each of its themes a star must be left. Raises DreamMoved, LinkUnusable,
    NoLongerAllowed, NoStarsLeft, TrajectGone."""
    locked = lock_for_dreaming(dream.traject_id, writer=writer, at=at)
    _check_standing(dream, locked)
    family = Family.of(locked)
    if family.given(dream.pk, writer):
        return
    for beside in _beside(dream, locked):
        if family.used(beside, writer) >= STARS_PER_THEME:
            raise NoStarsLeft
    DreamStar.objects.create(dream_id=dream.pk, **writer.columns)


@transaction.atomic
def unstar(*, dream: DreamImage, writer: Writer, at: datetime) -> None:
    """Takes it back, from what it was made of as well. Raises DreamMoved, LinkUnusable,
    NoLongerAllowed, TrajectGone."""
    locked = lock_for_dreaming(dream.traject_id, writer=writer, at=at)
    _check_standing(dream, locked)
    line = Family.of(locked).lineage.whole_of(dream.pk)
    DreamStar.objects.filter(dream__in=line, **writer.columns).delete()


def _check_standing(dream: DreamImage, traject: Traject) -> None:
    if not traject.dreams.standing().filter(pk=dream.pk).exists():
        raise DreamMoved


def _beside(dream: DreamImage, traject: Traject) -> list[list[int]]:
    """What stands under each of its chosen themes."""
    places = DreamPlace.objects.filter(candidate__in=chosen_themes(traject))
    own = places.filter(dream=dream.pk).values_list("candidate", flat=True)
    standing = traject.dreams.standing()
    return [
        list(standing.filter(places__candidate=theme).values_list("pk", flat=True)) for theme in own
    ]
