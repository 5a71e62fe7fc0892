"""The catalogue inside a traject: what the goal that somebody came from asks for, and which
examples the plan has already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict

from scans.examples import Catalogue, ExamplePage, SearchForm, catalogue_of, example_page
from scans.models import ExampleAction, Theme
from trajects.models import Action, Goal, Traject


@dataclass(frozen=True)
class PlanRow:
    """`taken`: how many actions of this plan came from it."""

    example: ExampleAction
    taken: int


@dataclass(frozen=True)
class PlanTheme:
    theme: Theme
    rows: tuple[PlanRow, ...]


@dataclass(frozen=True)
class PlanExamples:
    form: SearchForm
    catalogue: Catalogue
    themes: tuple[PlanTheme, ...]
    goal: Goal | None


@dataclass(frozen=True)
class PlanExample:
    page: ExamplePage
    taken: tuple[Action, ...]


def plan_examples_page(traject: Traject, asked: QueryDict) -> PlanExamples:
    """`asked` as it stands in the address. A goal asks for the first theme it comes from, as long
    as no theme, or any of them, is asked for."""
    goal = goal_asked(traject, asked)
    data = asked.copy()
    if goal and not data.keys() & {"thema", "stelling"}:
        origin = Theme.objects.filter(candidates=goal.candidate_id).order_by("number").first()
        data["thema"] = origin.code if origin else ""
    form = SearchForm(data)
    catalogue = catalogue_of(form.search)
    codes = traject.actions.exclude(example_code="").order_by()
    taken = Counter(codes.values_list("example_code", flat=True))
    return PlanExamples(form, catalogue, _themes(catalogue, taken), goal)


def _themes(catalogue: Catalogue, taken: Mapping[str, int]) -> tuple[PlanTheme, ...]:
    return tuple(
        PlanTheme(
            group.theme, tuple(PlanRow(one, taken.get(one.code, 0)) for one in group.examples)
        )
        for group in catalogue.themes
    )


def plan_example_page(traject: Traject, example: ExampleAction) -> PlanExample:
    taken = traject.actions.filter(example_code=example.code).select_related("goal")
    return PlanExample(example_page(example), tuple(taken.order_by("pk")))


def goal_asked(traject: Traject, asked: QueryDict) -> Goal | None:
    """That of this traject, on its feet, that an address names; None for any other."""
    number = asked.get("doel", "")
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        return None
    return traject.goals.standing().with_theme().filter(pk=number).first()
