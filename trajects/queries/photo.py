"""What is said of the local photo, for those who look at it and those who decide about it."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from accounts.models import Department, User
from scans.models import Theme
from trajects.duplicates import Described, Pair, likely_duplicates
from trajects.models import Initiative, Participant, ToldApart, Traject
from trajects.models.initiative import InitiativeQuerySet


@dataclass(frozen=True)
class PhotoFilter:
    """What to show of the photo; empty is everything."""

    theme: Theme | None = None
    department: Department | None = None
    status: str = ""
    words: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.theme or self.department or self.status or self.words)


@dataclass(frozen=True)
class LikelyPair:
    """Two that look alike; the one on the photo stands first when only one is."""

    first: Initiative
    second: Initiative

    @property
    def both_can_stay(self) -> bool:
        return bool(self.first.accepted_at) == bool(self.second.accepted_at)

    @property
    def in_order(self) -> "LikelyPair":
        turned = self.second.accepted_at and not self.first.accepted_at
        return LikelyPair(self.second, self.first) if turned else self


def on_photo(traject: Traject, wanted: PhotoFilter) -> InitiativeQuerySet:
    found = Initiative.objects.filter(traject=traject).on_photo()
    if wanted.theme:
        found = found.filter(themes=wanted.theme)
    if wanted.department:
        found = found.filter(departments=wanted.department)
    if wanted.status:
        found = found.filter(status=wanted.status)
    if wanted.words:
        found = found.filter(
            Q(title__icontains=wanted.words) | Q(description__icontains=wanted.words)
        )
    return found.with_labels()


def waiting_for(traject: Traject) -> InitiativeQuerySet:
    """Oldest first, with who wrote it."""
    found = Initiative.objects.filter(traject=traject).waiting().with_people()
    return found.order_by("added_at", "pk").with_labels()


def own_not_on_photo(traject: Traject, user: User) -> InitiativeQuerySet:
    """What this person wrote and what waits or was left out."""
    own = Initiative.objects.filter(traject=traject).written_by(user.pk)
    return own.filter(accepted_at=None, merged_into=None).order_by("added_at", "pk")


def of_guest(participant: Participant) -> InitiativeQuerySet:
    own = Initiative.objects.filter(added_by_guest=participant).select_related("merged_into")
    return own.order_by("-added_at", "-pk").with_labels()


def departments_of(traject: Traject) -> QuerySet[Department]:
    return Department.objects.filter(organisation=traject.organisation_id).select_related("kind")


def merged_under(initiative: Initiative) -> list[Initiative]:
    """All that lie under it, also those under those, the first merged first. Two queries for the
    whole traject, and one for each kind of label."""
    merged = Initiative.objects.filter(
        traject=initiative.traject_id, merged_into__isnull=False
    ).with_people()
    under: dict[int | None, list[Initiative]] = defaultdict(list)
    for one in merged.with_labels().order_by("merged_at", "pk"):
        under[one.merged_into_id].append(one)
    return _all_under(initiative.pk, under)


def _all_under(pk: int, under: dict[int | None, list[Initiative]]) -> list[Initiative]:
    return [found for one in under[pk] for found in (one, *_all_under(one.pk, under))]


def looks_like(initiative: Initiative) -> list[LikelyPair]:
    """The likely duplicates of this very one."""
    traject = Traject(pk=initiative.traject_id)
    return [
        pair for pair in likely_pairs(traject) if initiative.pk in (pair.first.pk, pair.second.pk)
    ]


def likely_pairs(traject: Traject) -> list[LikelyPair]:
    """Among what is on the photo and what waits; most alike first, without those that
    were told apart. Six queries."""
    all_of_it = Initiative.objects.filter(traject=traject.pk, refused_at=None, merged_into=None)
    standing = {one.pk: one for one in all_of_it.with_people().with_labels()}
    apart = ToldApart.objects.filter(first__traject=traject.pk).values_list("first", "second")
    pairs = likely_duplicates((_described(one) for one in standing.values()), set(apart))
    return [_likely(pair, standing) for pair in pairs]


def _described(one: Initiative) -> Described:
    entry = one.entry
    return Described(one.pk, one.title, entry.themes, entry.departments)


def _likely(pair: Pair, standing: dict[int, Initiative]) -> LikelyPair:
    return LikelyPair(standing[pair.first], standing[pair.second]).in_order
