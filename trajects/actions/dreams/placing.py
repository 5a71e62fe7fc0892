"""Where a dream image lies: under which themes, and in which group of a theme."""

from collections.abc import Collection

from django.db import transaction
from django.db.models import F, QuerySet

from accounts.models import User
from trajects.actions.dreams.standing import check_seen, standing_dream
from trajects.actions.locking import lock_for_leading
from trajects.errors import ChangedMeanwhile, DreamMoved, SameName, ThemeNotChosen, TrajectGone
from trajects.models import Candidate, DreamCluster, DreamImage, DreamPlace, Traject
from trajects.queries.dreams import chosen_themes


@transaction.atomic
def place_dream(
    *, dream: DreamImage, themes: Collection[int], version: int, by: User
) -> DreamImage:
    """Under these chosen themes, by primary key; where it lies under one that is no longer chosen,
    it stays. Its group goes where the theme goes. What is stored already, is right. Raises
    DreamChanged when `version` is not the one that is stored, DreamMoved, NoLongerAllowed,
    ThemeNotChosen for none or for another theme, TrajectGone."""
    locked = lock_for_leading(dream.traject_id, by)
    stored = standing_dream(dream)
    chosen, wanted = _chosen(locked), set(themes)
    if not wanted or not wanted <= chosen:
        raise ThemeNotChosen
    present = set(stored.places.filter(candidate__in=chosen).values_list("candidate", flat=True))
    if present == wanted:
        return stored
    check_seen([stored], {stored.pk: version})
    stored.places.filter(candidate__in=present - wanted).delete()
    DreamPlace.objects.bulk_create(
        DreamPlace(dream=stored, candidate_id=number) for number in sorted(wanted - present)
    )
    DreamImage.objects.filter(pk=stored.pk).update(version=F("version") + 1)
    stored.refresh_from_db()
    return stored


@transaction.atomic
def make_cluster(
    *, candidate: Candidate, name: str, dreams: Collection[int], by: User
) -> DreamCluster:
    """A heading with these under it, by primary key. Raises DreamMoved, NoLongerAllowed, SameName,
    ThemeNotChosen, TrajectGone."""
    _lock_theme(candidate, by)
    _check_name(candidate.pk, name)
    places = _places(candidate.pk, dreams)
    made = DreamCluster.objects.create(candidate=candidate, name=name)
    places.update(cluster=made)
    return made


@transaction.atomic
def put_in_cluster(*, cluster: DreamCluster, dreams: Collection[int], by: User) -> None:
    """By primary key; what was in another group of the theme leaves it. Raises DreamMoved,
    NoLongerAllowed, ThemeNotChosen, TrajectGone."""
    _lock_theme(cluster.candidate, by)
    stored = _stored_cluster(cluster)
    _places(stored.candidate_id, dreams).update(cluster=stored)


@transaction.atomic
def take_out_of_clusters(*, candidate: Candidate, dreams: Collection[int], by: User) -> None:
    """They stay under the theme. Raises DreamMoved, NoLongerAllowed, ThemeNotChosen,
    TrajectGone."""
    _lock_theme(candidate, by)
    _places(candidate.pk, dreams).update(cluster=None)


@transaction.atomic
def rename_cluster(*, cluster: DreamCluster, was: str, name: str, by: User) -> DreamCluster:
    """`was`: what the page showed. Raises ChangedMeanwhile when it is called otherwise by now,
    NoLongerAllowed, SameName, TrajectGone."""
    lock_for_leading(cluster.candidate.traject_id, by)
    stored = _stored_cluster(cluster)
    if stored.name == name:
        return stored
    if stored.name != was:
        raise ChangedMeanwhile
    _check_name(stored.candidate_id, name, apart_from=stored.pk)
    stored.name = name
    stored.save(update_fields=["name"])
    return stored


@transaction.atomic
def remove_cluster(*, cluster: DreamCluster, by: User) -> None:
    """Only the heading: what lay under it stays under the theme. Raises NoLongerAllowed,
    TrajectGone."""
    lock_for_leading(cluster.candidate.traject_id, by)
    _stored_cluster(cluster).delete()


def _chosen(traject: Traject) -> set[int]:
    """Where dream images can lie, by primary key."""
    return set(chosen_themes(traject).values_list("pk", flat=True))


def _lock_theme(candidate: Candidate, by: User) -> None:
    if candidate.pk not in _chosen(lock_for_leading(candidate.traject_id, by)):
        raise ThemeNotChosen


def _stored_cluster(cluster: DreamCluster) -> DreamCluster:
    found = DreamCluster.objects.filter(pk=cluster.pk).first()
    if found is None:
        raise TrajectGone
    return found


def _places(candidate: int, dreams: Collection[int]) -> QuerySet[DreamPlace]:
    """Where these lie under this theme. Raises DreamMoved when one of them does not, or for
    none."""
    standing = DreamImage.objects.standing().filter(pk__in=dreams, places__candidate=candidate)
    numbers = set(standing.values_list("pk", flat=True))
    if not dreams or numbers != set(dreams):
        raise DreamMoved
    return DreamPlace.objects.filter(candidate=candidate, dream__in=numbers)


def _check_name(candidate: int, name: str, apart_from: int = 0) -> None:
    others = DreamCluster.objects.filter(candidate=candidate).exclude(pk=apart_from)
    if name.casefold() in {one.casefold() for one in others.values_list("name", flat=True)}:
        raise SameName
