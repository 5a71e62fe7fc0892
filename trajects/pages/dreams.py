"""The read-models of the fifth step: where the group is, and one dream image as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from trajects.dreams import may_open_box
from trajects.models import Candidate, DreamCollection, DreamImage, Goal, Traject
from trajects.models.writer import Writer
from trajects.next_tasks import Task
from trajects.pages.road import StepPage, step_page
from trajects.pages.tasks import NextTask, dream_task_in
from trajects.queries.dreams import (
    DreamCard,
    Family,
    ThemeGallery,
    card_in,
    chosen_themes,
    collection_of,
    gallery_of,
    is_open,
    left_behind,
    may_write,
    waiting_in_box,
)
from trajects.queries.standing import Standing
from trajects.steps import Key


@dataclass(frozen=True)
class DreamsPage:
    """`next`: the one thing this person does now about dream images; `waiting`: how many lie in the
    box; `left_behind`: what no chosen theme shows any more. `is_writing`: the collection is open,
    or a session asks for them."""

    step: StepPage
    next: NextTask | None
    collection: DreamCollection | None
    is_collecting: bool
    is_writing: bool
    themes: tuple[ThemeGallery, ...]
    waiting: int
    left_behind: tuple[DreamImage, ...]

    @property
    def may_open_box(self) -> bool:
        return may_open_box(self.waiting, is_collecting=self.is_writing)

    @property
    def number(self) -> int:
        """Each counts once, also under several themes."""
        return len({card.dream.pk for one in self.themes for card in one.cards})


def dreams_page(traject: Traject, *, standing: Standing, at: datetime, language: str) -> DreamsPage:
    """The same number of queries, whatever the number of dream images, groups and stars."""
    step = step_page(traject, Key.DREAMS, standing=standing, language=language)
    collection = collection_of(traject)
    task = dream_task_in(traject, step.facts, standing, at=at)
    return DreamsPage(
        step=step,
        next=None if task and task.task == Task.FINISH_DREAMS else task,
        collection=collection,
        is_collecting=is_open(collection, at),
        is_writing=may_write(traject, at),
        themes=gallery_of(traject).themes,
        waiting=waiting_in_box(traject),
        left_behind=tuple(left_behind(traject)),
    )


@dataclass(frozen=True)
class DreamPage:
    """One dream image. `sources`: what it was made from, one after the other, down to what people
    wrote; `made`: what was made out of it; `goals`: what grows from it, or from what was made."""

    card: DreamCard
    themes: tuple[Candidate, ...]
    sources: tuple[DreamCard, ...]
    made: tuple[DreamImage, ...]
    goals: tuple[Goal, ...]

    @property
    def dream(self) -> DreamImage:
        return self.card.dream

    @property
    def is_standing(self) -> bool:
        return not (self.made or self.dream.left_out_at)

    @property
    def may_withdraw(self) -> bool:
        """For who wrote it: nothing rests on it."""
        return not (self.made or self.goals or self.card.number_of_sources)


def dream_page(dream: DreamImage, *, writer: Writer | None = None) -> DreamPage:
    """Six queries, whatever it was made from."""
    family = Family.of(dream.traject)
    line = family.lineage.whole_of(dream.pk) - {dream.pk}
    grown = family.lineage.grown_from(dream.pk)
    sources = DreamImage.objects.with_people().filter(pk__in=line).order_by("-pk")
    return DreamPage(
        card=card_in(family, dream, writer),
        themes=tuple(chosen_themes(dream.traject).filter(dream_places__dream=dream)),
        sources=tuple(card_in(family, source, writer) for source in sources),
        made=tuple(dream.made_into.all()),
        goals=tuple(Goal.objects.standing().filter(dreams__in=grown).distinct()),
    )


def shown_theme(traject: Traject, pk: int) -> Candidate | None:
    """A chosen one; None for any other number."""
    return chosen_themes(traject).filter(pk=pk).first()
