"""Dream images laid out: theme, group, card. Stars stay with what a dream image was made from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F
from django.utils.timezone import get_current_timezone

from trajects.dreams import STARS_PER_THEME, Point, points_of
from trajects.lineage import Lineage
from trajects.models import (
    Candidate,
    DreamBox,
    DreamCluster,
    DreamCollection,
    DreamImage,
    DreamPlace,
    DreamSource,
    DreamStar,
    LiveSession,
    Traject,
)
from trajects.models.candidate import CandidateQuerySet
from trajects.models.dream import DreamImageQuerySet
from trajects.models.writer import Writer
from trajects.queries.rounds import JSONLength
from trajects.stages import Subject

# (dream image, who gave it), as it is stored.
Star = tuple[int, int | None, int | None, int | None]


@dataclass(frozen=True)
class DreamCard:
    """`stars`: how many people starred it, or what it was made from; `is_starred`: the writer that
    the gallery was asked for did. `number_of_sources`: 0 for what somebody wrote, 1 for a part of
    one, more for what was merged."""

    dream: DreamImage
    points: tuple[Point, ...]
    stars: int = 0
    is_starred: bool = False
    number_of_sources: int = 0

    @property
    def title(self) -> str:
        """The first words, to tell cards apart by."""
        return self.points[0].text if self.points else self.dream.text

    @property
    def is_part(self) -> bool:
        return self.number_of_sources == 1

    @property
    def is_merged(self) -> bool:
        return self.number_of_sources > 1


@dataclass(frozen=True)
class ClusterCards:
    """`cluster` None: what is in no group yet."""

    cluster: DreamCluster | None
    cards: tuple[DreamCard, ...]


@dataclass(frozen=True)
class ThemeGallery:
    """Groups with something in them, in the order in which they were made; the rest comes last.
    `stars_left`: of the writer that the gallery was asked for."""

    candidate: Candidate
    clusters: tuple[ClusterCards, ...]
    stars_left: int = 0

    @property
    def cards(self) -> tuple[DreamCard, ...]:
        return tuple(card for group in self.clusters for card in group.cards)

    @property
    def stars(self) -> int:
        return sum(card.stars for card in self.cards)

    @property
    def newest(self) -> DreamCard | None:
        """The last one that came under a name: of the others nobody knows when they came."""
        named = [card for card in self.cards if card.dream.written_at]
        return max(named, key=lambda card: (card.dream.written_at, card.dream.pk), default=None)


@dataclass(frozen=True)
class Gallery:
    """The chosen themes in their order."""

    themes: tuple[ThemeGallery, ...]

    def of(self, candidate: Candidate) -> ThemeGallery | None:
        return next((one for one in self.themes if one.candidate.pk == candidate.pk), None)

    @property
    def cards(self) -> tuple[DreamCard, ...]:
        """Each once, also when it stands under several themes."""
        return tuple({card.dream.pk: card for one in self.themes for card in one.cards}.values())


def chosen_themes(traject: Traject) -> CandidateQuerySet:
    """What the group goes on with."""
    return traject.candidates.running().filter(choice__chosen=True)


def gallery_of(
    traject: Traject, *, candidate: Candidate | None = None, writer: Writer | None = None
) -> Gallery:
    """What stands under the chosen themes, or under one of them. Four queries, whatever there
    is."""
    themes = list(chosen_themes(traject).filter(**({"pk": candidate.pk} if candidate else {})))
    standing = traject.dreams.standing()
    places = list(
        DreamPlace.objects.filter(candidate__in=themes, dream__in=standing)
        .select_related("cluster", "dream__author", "dream__guest__user", "dream__seat__user")
        .order_by("cluster__pk", "dream__pk")
    )
    family = Family.of(traject)
    return Gallery(tuple(_theme(one, places, family, writer) for one in themes))


def gallery_in(session: LiveSession, *, writer: Writer | None = None) -> Gallery:
    """Of the theme that the session is about; of all when it is about none that is still chosen."""
    own = gallery_of(session.traject, candidate=session.candidate, writer=writer)
    return own if own.themes else gallery_of(session.traject, writer=writer)


def left_behind(traject: Traject) -> DreamImageQuerySet:
    """What lies under no theme that is still chosen: no gallery shows it."""
    shown = DreamPlace.objects.filter(candidate__in=chosen_themes(traject)).values("dream")
    return traject.dreams.standing().with_people().exclude(pk__in=shown)


@dataclass(frozen=True)
class Family:
    """What came from what in one traject, and who starred what."""

    lineage: Lineage
    stars: Mapping[int, tuple[Star, ...]]

    @classmethod
    def of(cls, traject: Traject) -> Family:
        """Two queries."""
        edges = DreamSource.objects.filter(dream__traject=traject).order_by("pk")
        stars: defaultdict[int, list[Star]] = defaultdict(list)
        given = DreamStar.objects.filter(dream__traject=traject)
        for star in given.values_list("dream_id", "user_id", "guest_id", "seat_id"):
            stars[star[0]].append(star)
        lineage = Lineage.of(edges.values_list("dream_id", "source_id"))
        return cls(lineage, {dream: tuple(found) for dream, found in stars.items()})

    def stars_of(self, dream: int) -> frozenset[Star]:
        line = self.lineage.whole_of(dream)
        return frozenset(star for one in line for star in self.stars.get(one, ()))

    def givers(self, dream: int) -> int:
        """Who starred both halves of what was merged counts once."""
        return len({star[1:] for star in self.stars_of(dream)})

    def given(self, dream: int, writer: Writer) -> frozenset[Star]:
        return frozenset(star for star in self.stars_of(dream) if star[1:] == _key(writer))

    def used(self, dreams: Iterable[int], writer: Writer) -> int:
        """How many stars the writer gave among these: the parts of what they starred as a whole
        count once, and so does what was merged from several that they starred."""
        return len({self.given(dream, writer) for dream in dreams} - {frozenset()})


def stars_left(traject: Traject, candidate_pk: int, writer: Writer) -> int:
    """Under one theme. Three queries."""
    standing = traject.dreams.standing().filter(places__candidate=candidate_pk)
    used = Family.of(traject).used(list(standing.values_list("pk", flat=True)), writer)
    return max(0, STARS_PER_THEME - used)


def collection_of(traject: Traject) -> DreamCollection | None:
    """None while none was opened."""
    return DreamCollection.objects.filter(traject=traject).first()


def is_open(collection: DreamCollection | None, at: datetime) -> bool:
    """Through its last day, as the clock on the wall tells it."""
    if collection is None or collection.closed_at:
        return False
    return at.astimezone(get_current_timezone()).date() <= collection.last_day


def may_write(traject: Traject, at: datetime) -> bool:
    """The collection is open, or a session asks for dream images. Two queries at most."""
    if is_open(collection_of(traject), at):
        return True
    sessions = LiveSession.objects.real().joinable(at=at)
    return sessions.filter(traject=traject, subject=Subject.DREAMS).exists()


def waiting_in_box(traject: Traject) -> int:
    """How many were sent without a name and are not shown yet. One query."""
    boxes = DreamBox.objects.filter(traject=traject)
    return boxes.annotate(size=JSONLength(F("bag"))).values_list("size", flat=True).first() or 0


def _theme(
    candidate: Candidate, places: list[DreamPlace], family: Family, writer: Writer | None
) -> ThemeGallery:
    own = [place for place in places if place.candidate_id == candidate.pk]
    groups: dict[DreamCluster | None, list[DreamCard]] = {}
    for place in sorted(own, key=lambda place: (place.cluster_id is None, place.cluster_id or 0)):
        groups.setdefault(place.cluster, []).append(card_in(family, place.dream, writer))
    clusters = tuple(ClusterCards(cluster, tuple(cards)) for cluster, cards in groups.items())
    used = family.used([place.dream_id for place in own], writer) if writer else STARS_PER_THEME
    return ThemeGallery(candidate, clusters, max(0, STARS_PER_THEME - used))


def card_in(family: Family, dream: DreamImage, writer: Writer | None = None) -> DreamCard:
    """One card out of many: no query."""
    return DreamCard(
        dream=dream,
        points=points_of(dream.text),
        stars=family.givers(dream.pk),
        is_starred=writer is not None and bool(family.given(dream.pk, writer)),
        number_of_sources=len(family.lineage.sources.get(dream.pk, ())),
    )


def _key(writer: Writer) -> tuple[int | None, ...]:
    return tuple(one.pk if one else None for one in writer.columns.values())
