"""The dream images that speak loudest, per chosen theme."""

from __future__ import annotations

from dataclasses import dataclass

from trajects.dossier.voice import Voice
from trajects.dreams import Point, points_of
from trajects.models import DreamCluster, Traject
from trajects.queries.dreams import DreamCard, ThemeGallery, gallery_of

# Of one theme in a dossier; the others stay in the gallery.
MOST_DREAMS = 6


@dataclass(frozen=True)
class Dream:
    """`by` is empty for what was sent without a name, and without names."""

    points: tuple[Point, ...]
    stars: int
    by: str
    cluster: str


@dataclass(frozen=True)
class DreamTheme:
    """Most stars first. `others`: how many are not shown."""

    name: str
    dreams: tuple[Dream, ...]
    others: int


@dataclass(frozen=True)
class Dreams:
    themes: tuple[DreamTheme, ...]
    number: int


def dreams_of(traject: Traject, voice: Voice) -> Dreams | None:
    """None while there are none. Four queries."""
    gallery = gallery_of(traject)
    if not gallery.cards:
        return None
    themes = tuple(_theme(one, voice) for one in gallery.themes if one.cards)
    return Dreams(themes, len(gallery.cards))


def _theme(gallery: ThemeGallery, voice: Voice) -> DreamTheme:
    cards = [(card, group.cluster) for group in gallery.clusters for card in group.cards]
    loudest = sorted(cards, key=lambda one: (-one[0].stars, one[0].dream.pk))[:MOST_DREAMS]
    return DreamTheme(
        name=voice.text(gallery.candidate.full_name),
        dreams=tuple(_dream(card, cluster, voice) for card, cluster in loudest),
        others=len(cards) - len(loudest),
    )


def _dream(card: DreamCard, cluster: DreamCluster | None, voice: Voice) -> Dream:
    return Dream(
        points=points_of(voice.text(card.dream.text)),
        stars=card.stars,
        by=voice.person(card.dream.called),
        cluster=voice.text(cluster.name) if cluster else "",
    )
