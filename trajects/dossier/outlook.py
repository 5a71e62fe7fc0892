"""What lies ahead in a dossier: the timeline, the budget, and what the themes would come to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from reporting.geometry import Spoke
from reporting.geometry.timeline import TimelineAxis, TimelineBar
from trajects.action_states import ActionState
from trajects.budget import Budget
from trajects.dossier.actions import Reference, euro
from trajects.dossier.voice import Voice
from trajects.models import Traject
from trajects.pages.plan.budget import PlanBudget, plan_budget
from trajects.pages.plan.timeline import Timeline as PlanTimeline
from trajects.pages.plan.timeline import TimelineRow, plan_period, timeline_of
from trajects.plan_words import STATE_NAMES
from trajects.queries.ambitions import ThemeSteps
from trajects.queries.effects import ThemeEffect, effects_of
from trajects.queries.plan import ActionLine, Plan

# Fewer themes are no shape.
FEWEST_FOR_A_RADAR = 3


@dataclass(frozen=True)
class Bar:
    """One action along time. `bar` is None without dates in the plan: `place` says why."""

    number: str
    title: str
    bar: TimelineBar | None
    who: str
    when: str
    place: str
    state: ActionState
    state_name: str | Promise


@dataclass(frozen=True)
class BarsOfGoal:
    number: int
    sentence: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class BarsOfTheme:
    name: str
    goals: tuple[BarsOfGoal, ...]


@dataclass(frozen=True)
class Timeline:
    axis: TimelineAxis
    themes: tuple[BarsOfTheme, ...]


@dataclass(frozen=True)
class BudgetRow:
    name: str
    budget: Budget
    is_total: bool = False

    @property
    def amounts(self) -> tuple[str, ...]:
        """Per year, as it is written in Dutch."""
        return tuple(euro(year.total) for year in self.budget.years)

    @property
    def total(self) -> str:
        return euro(self.budget.total)


@dataclass(frozen=True)
class Money:
    """`unpriced` and `undated`: going actions without an amount, and with one but without a date;
    `unplanned` is what those cost."""

    total: Budget
    themes: tuple[BudgetRow, ...]
    unpriced: tuple[Reference, ...]
    undated: tuple[Reference, ...]

    @property
    def rows(self) -> tuple[BudgetRow, ...]:
        """The themes, then all together."""
        return (*self.themes, BudgetRow(_("All together"), self.total, is_total=True))


@dataclass(frozen=True)
class Effect:
    """Where a theme of the scan would stand, if these actions make their statements true. Steps are
    None when too little is known, `wanted` while nobody chose one. `missing`: in words what the
    ambition takes besides."""

    number: int
    name: str
    short_name: str
    reached: int | None
    would_reach: int | None
    wanted: int | None
    actions: tuple[Reference, ...]
    statements: int
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Effects:
    themes: tuple[Effect, ...]

    @property
    def has_shape(self) -> bool:
        return len(self.themes) >= FEWEST_FOR_A_RADAR

    @property
    def spokes(self) -> tuple[Spoke, ...]:
        """What is reached, what is wanted, and what the actions may lead to."""
        return tuple(
            Spoke(f"{one.number} {one.short_name}", one.reached, one.wanted, one.would_reach)
            for one in self.themes
        )


def timeline_part(
    traject: Traject, plan: Plan, steps: Iterable[ThemeSteps], voice: Voice
) -> Timeline | None:
    """None without actions. Asks nothing of the database."""
    if not plan.lines:
        return None
    drawn = timeline_of(plan, plan_period(traject), steps, with_names=voice.with_names)
    return Timeline(drawn.axis, tuple(_bars(drawn, voice)))


def _bars(drawn: PlanTimeline, voice: Voice) -> Iterable[BarsOfTheme]:
    for theme in drawn.themes:
        goals = (
            BarsOfGoal(
                one.number,
                voice.text(one.goal.sentence),
                tuple(_bar(row, voice) for row in one.rows),
            )
            for one in theme.goals
        )
        yield BarsOfTheme(voice.text(theme.candidate.full_name), tuple(goals))


def _bar(row: TimelineRow, voice: Voice) -> Bar:
    return Bar(
        number=row.line.number,
        title=voice.text(row.action.title),
        bar=row.bar,
        who=voice.text(row.who),
        when=row.when,
        place=row.place,
        state=row.line.state,
        state_name=STATE_NAMES[row.line.state],
    )


def money_part(traject: Traject, plan: Plan, voice: Voice) -> Money | None:
    """None when nobody wrote down an amount or a day. Asks nothing of the database."""
    found: PlanBudget = plan_budget(plan, traject)
    if found.total.is_empty:
        return None
    return Money(
        total=found.total,
        themes=tuple(
            BudgetRow(voice.text(one.candidate.full_name), one.budget) for one in found.themes
        ),
        unpriced=_references(found.unpriced, voice),
        undated=_references(found.undated, voice),
    )


def effects_part(traject: Traject, plan: Plan, voice: Voice) -> Effects | None:
    """None without a finished scan. Ten queries at most."""
    found = effects_of(traject, plan)
    return Effects(tuple(_effect(one, voice) for one in found)) if found else None


def _effect(one: ThemeEffect, voice: Voice) -> Effect:
    return Effect(
        number=one.number,
        name=one.name,
        short_name=one.short_name,
        reached=one.reached,
        would_reach=one.would_reach,
        wanted=one.wanted,
        actions=_references(one.lines, voice),
        statements=len(one.helped),
        missing=tuple(statement.text for statement in one.missing),
    )


def _references(lines: Iterable[ActionLine], voice: Voice) -> tuple[Reference, ...]:
    return tuple(Reference(line.number, voice.text(line.action.title)) for line in lines)
