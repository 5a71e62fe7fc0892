"""Dream images go together in one, or fall apart in several; and back. What somebody wrote never
changes by it: the new one points to what it was made from."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from django.db import transaction

from accounts.models import User
from trajects.actions.dreams.standing import (
    check_seen,
    check_unused,
    standing_dream,
    stored_dream,
)
from trajects.actions.locking import lock_for_leading
from trajects.dreams import FEWEST_TO_COMBINE, MOST_PARTS
from trajects.errors import CannotCombine, DreamMoved
from trajects.models import DreamImage, DreamPlace, DreamSource, DreamStar, Traject


@transaction.atomic
def merge_dreams(
    *, traject: Traject, dreams: Mapping[int, int], text: str, by: User, at: datetime
) -> DreamImage:
    """One new dream image instead of these, under all their themes. `dreams`: by primary key, the
    version that the page showed. Raises CannotCombine, DreamChanged with those that are newer,
    NoLongerAllowed, TrajectGone."""
    locked = lock_for_leading(traject.pk, by)
    sources = list(locked.dreams.standing().filter(pk__in=dreams))
    if len(sources) < max(len(dreams), FEWEST_TO_COMBINE):
        raise CannotCombine
    check_seen(sources, dict(dreams))
    return _made(text, sources, at)


@transaction.atomic
def split_dream(
    *, dream: DreamImage, texts: Sequence[str], version: int, by: User, at: datetime
) -> list[DreamImage]:
    """Two or more in its place, under the same themes. Raises CannotCombine, DreamChanged when
    `version` is not the one that is stored, DreamMoved, NoLongerAllowed, TrajectGone."""
    lock_for_leading(dream.traject_id, by)
    whole = standing_dream(dream)
    if not FEWEST_TO_COMBINE <= len(texts) <= MOST_PARTS:
        raise CannotCombine
    check_seen([whole], {whole.pk: version})
    return [_made(text, [whole], at) for text in texts]


@transaction.atomic
def undo_dream(*, dream: DreamImage, by: User) -> list[DreamImage]:
    """What it was made from stands again, as it was; a part goes with all its fellow parts. Stars
    that were given meanwhile go along. Raises DreamMoved for what was not made, or while one of the
    parts is left out, DreamUsed, NoLongerAllowed, TrajectGone."""
    lock_for_leading(dream.traject_id, by)
    stored = stored_dream(dream)
    sources = list(stored.sources.all())
    if not sources:
        raise DreamMoved
    made = [stored] if len(sources) > 1 else list(sources[0].made_into.all())
    check_unused(made)
    if any(one.left_out_at for one in made):
        raise DreamMoved
    _hand_on_stars(made, sources)
    DreamImage.objects.filter(pk__in=[one.pk for one in made]).delete()
    return sources


def _made(text: str, sources: Sequence[DreamImage], at: datetime) -> DreamImage:
    """Of nobody: whose words they are, the sources tell."""
    codes = {one.statement_code for one in sources}
    made = DreamImage.objects.create(
        traject_id=sources[0].traject_id,
        text=text,
        written_at=at,
        statement_code=codes.pop() if len(codes) == 1 else "",
    )
    DreamSource.objects.bulk_create(DreamSource(dream=made, source=one) for one in sources)
    _place_like(made, sources)
    return made


def _place_like(made: DreamImage, sources: Sequence[DreamImage]) -> None:
    """Under each of their themes; in a group when they are in no other one there."""
    groups: dict[int, set[int]] = {}
    places = DreamPlace.objects.filter(dream__in=sources).order_by("pk")
    for candidate, cluster in places.values_list("candidate", "cluster"):
        groups.setdefault(candidate, set()).update({cluster} if cluster else ())
    DreamPlace.objects.bulk_create(
        DreamPlace(
            dream=made, candidate_id=candidate, cluster_id=found.pop() if len(found) == 1 else None
        )
        for candidate, found in groups.items()
    )


def _hand_on_stars(made: Collection[DreamImage], sources: Collection[DreamImage]) -> None:
    """Each source gets those of who gave it none."""
    who = ("user", "guest", "seat")
    given = DreamStar.objects.filter(dream__in=made).order_by("pk").values_list(*who)
    there = set(DreamStar.objects.filter(dream__in=sources).values_list("dream", *who))
    wanted = [(source.pk, *person) for source in sources for person in dict.fromkeys(given)]
    DreamStar.objects.bulk_create(
        DreamStar(dream_id=dream, user_id=user, guest_id=guest, seat_id=seat)
        for dream, user, guest, seat in wanted
        if (dream, user, guest, seat) not in there
    )
