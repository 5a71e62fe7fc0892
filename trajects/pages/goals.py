"""The read-model of the sixth step: per chosen theme its ambition, its goals, and the dream images
that no goal grows from yet."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from trajects.models import Candidate, Goal, Traject
from trajects.pages.goal_smart import SmartPanel, period_of, smart_of
from trajects.pages.road import StepPage, step_page
from trajects.pages.tasks import NextTask, goal_task_in
from trajects.queries.ambitions import ThemeSteps, theme_steps
from trajects.queries.carriers import carriers_of
from trajects.queries.dreams import DreamCard, Family, Gallery, gallery_of
from trajects.queries.goals import GoalLine, goals_of, grown_from, without_goal
from trajects.queries.standing import Standing
from trajects.steps import Key

# The others stand with their theme.
MOST_DREAMS = 4


@dataclass(frozen=True)
class GoalRow:
    goal: Goal
    panel: SmartPanel
    open_remarks: int


@dataclass(frozen=True)
class ThemeGoals:
    """`steps` is None for a theme that the group does not go on with any more. `waiting`: dream
    images without a goal, the strongest first."""

    candidate: Candidate
    steps: ThemeSteps | None
    rows: tuple[GoalRow, ...]
    waiting: tuple[DreamCard, ...]

    @property
    def shown(self) -> tuple[DreamCard, ...]:
        return self.waiting[:MOST_DREAMS]

    @property
    def more(self) -> int:
        return max(0, len(self.waiting) - MOST_DREAMS)


@dataclass(frozen=True)
class GoalsList:
    """`set_aside` are goals that the group does not go on with."""

    themes: tuple[ThemeGoals, ...]
    set_aside: tuple[Goal, ...]


@dataclass(frozen=True)
class GoalsPage:
    """`next` is the one thing this person does now that lies on another page."""

    step: StepPage
    next: NextTask | None
    list: GoalsList


def goals_page(traject: Traject, *, standing: Standing, at: datetime, language: str) -> GoalsPage:
    """A fixed number of queries, whatever the number of themes, goals and dream images."""
    step = step_page(traject, Key.GOALS, standing=standing, language=language)
    task = goal_task_in(traject, step.facts, standing, at=at)
    is_here = task is None or task.url == reverse("trajects:goals", args=[traject.pk])
    return GoalsPage(step, None if is_here else task, goals_list(traject))


def goals_list(traject: Traject) -> GoalsList:
    """Also what a guest of the lead group sees."""
    lines = goals_of(traject)
    standing = [line for line in lines if line.goal.set_aside_at is None]
    rows = _rows(traject, standing)
    steps = theme_steps(traject)
    family, gallery, grown = Family.of(traject), gallery_of(traject), grown_from(traject)

    def theme(candidate: Candidate, found: ThemeSteps | None) -> ThemeGoals:
        own = tuple(row for row in rows if row.goal.candidate_id == candidate.pk)
        return ThemeGoals(candidate, found, own, _waiting(gallery, candidate, family, grown))

    chosen = {one.candidate.pk for one in steps}
    others = {row.goal.candidate_id: row.goal.candidate for row in rows}
    left = [candidate for pk, candidate in others.items() if pk not in chosen]
    themes = [theme(one.candidate, one) for one in steps] + [theme(one, None) for one in left]
    aside = tuple(line.goal for line in lines if line.goal.set_aside_at)
    return GoalsList(tuple(themes), aside)


def _rows(traject: Traject, lines: Collection[GoalLine]) -> list[GoalRow]:
    carriers, period = carriers_of(traject), period_of(traject)
    return [
        GoalRow(line.goal, smart_of(line.goal, carriers, period), line.open_remarks)
        for line in lines
    ]


def _waiting(
    gallery: Gallery, candidate: Candidate, family: Family, grown: Collection[int]
) -> tuple[DreamCard, ...]:
    found = gallery.of(candidate)
    cards = without_goal(found.cards, family, grown) if found else ()
    return tuple(sorted(cards, key=lambda card: (-card.stars, card.dream.pk)))
