"""The read-model of the moderator's workplace for the dream images of one theme."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.urls import reverse

from trajects.dreams import points_of
from trajects.models import Candidate, DreamCluster, DreamImage, GoalDream, Traject
from trajects.queries.dreams import (
    DreamCard,
    Family,
    Gallery,
    ThemeGallery,
    chosen_themes,
    gallery_of,
    waiting_in_box,
)


@dataclass(frozen=True)
class ArrangeRow:
    """`also`: the other chosen themes where it lies; `has_goal`: a goal grows from it."""

    card: DreamCard
    also: tuple[Candidate, ...]
    has_goal: bool


@dataclass(frozen=True)
class ArrangeGroup:
    """`cluster` None: what is in no group yet."""

    cluster: DreamCluster | None
    rows: tuple[ArrangeRow, ...]


@dataclass(frozen=True)
class ArrangePage:
    """Groups in the order in which they were made, empty ones too; what is in none comes last.
    `waiting`: how many lie in the box; `other_themes`: where the moderator can go on."""

    theme: ThemeGallery
    groups: tuple[ArrangeGroup, ...]
    left_out: tuple[DreamImage, ...]
    waiting: int
    other_themes: tuple[ThemeGallery, ...]

    @property
    def has_cards(self) -> bool:
        return bool(self.theme.cards)

    @property
    def has_groups(self) -> bool:
        return any(group.cluster for group in self.groups)


def arrange_page(traject: Traject, candidate: Candidate) -> ArrangePage | None:
    """None for a theme that is not chosen. Eight queries, whatever there is."""
    gallery = gallery_of(traject)
    theme = gallery.of(candidate)
    if theme is None:
        return None
    return ArrangePage(
        theme=theme,
        groups=_groups(gallery, theme, _with_goals(traject)),
        left_out=_left_out(candidate),
        waiting=waiting_in_box(traject),
        other_themes=tuple(one for one in gallery.themes if one is not theme),
    )


def cards_of(traject: Traject, dreams: Iterable[DreamImage]) -> tuple[DreamCard, ...]:
    """Of these, in their order. Two queries."""
    family = Family.of(traject)
    return tuple(
        DreamCard(
            dream=one,
            points=points_of(one.text),
            stars=family.givers(one.pk),
            number_of_sources=len(family.lineage.sources.get(one.pk, ())),
        )
        for one in dreams
    )


def way_back(traject: Traject, asked: str, dreams: Collection[int] = ()) -> str:
    """The workplace where the moderator came from, or one where these lie; else the hub. One
    query."""
    lying = chosen_themes(traject).filter(dream_places__dream__in=dreams).distinct()
    themes = list(lying if dreams else chosen_themes(traject))
    first = themes[0] if dreams and themes else None
    found = next((one for one in themes if str(one.pk) == asked), first)
    if found is None:
        return reverse("trajects:dreams", args=[traject.pk])
    return reverse("trajects:arrange_dreams", args=[traject.pk, found.pk])


def _groups(
    gallery: Gallery, theme: ThemeGallery, with_goals: Collection[int]
) -> tuple[ArrangeGroup, ...]:
    also: dict[int, tuple[Candidate, ...]] = {}
    for other in gallery.themes:
        for card in other.cards if other is not theme else ():
            also[card.dream.pk] = (*also.get(card.dream.pk, ()), other.candidate)
    rows: dict[DreamCluster | None, tuple[ArrangeRow, ...]] = {
        group.cluster: tuple(
            ArrangeRow(card, also.get(card.dream.pk, ()), card.dream.pk in with_goals)
            for card in group.cards
        )
        for group in theme.clusters
    }
    clusters = [*theme.candidate.clusters.all(), *([None] if None in rows else [])]
    return tuple(ArrangeGroup(cluster, rows.get(cluster, ())) for cluster in clusters)


def _with_goals(traject: Traject) -> set[int]:
    roots = GoalDream.objects.filter(dream__traject=traject)
    return set(roots.values_list("dream", flat=True))


def _left_out(candidate: Candidate) -> tuple[DreamImage, ...]:
    return tuple(candidate.dreams.left_out().with_people().select_related("left_out_by"))
