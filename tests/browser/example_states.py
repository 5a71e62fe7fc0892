"""The states of the catalogue of example actions, on its own and inside a traject; see `states`."""

from playwright.sync_api import Page

from scans.models import ExampleAction, Sdg, Theme
from tests.browser.goal_states import traject_with_goals
from tests.browser.session_world import bare_traject
from tests.browser.states import state, submit
from tests.browser.traject_world import LONG, PROSE, open_page
from tests.browser.world import World
from tests.scans.example_factories import ExampleActionFactory, ExampleHelpFactory
from tests.trajects.factories import TrajectFactory
from tests.trajects.plan_factories import ActionFactory
from trajects.models import Traject

ADDRESS = "/voorbeeldacties/"
INSIDE = "actieplan/voorbeelden/"


def lay_catalogue() -> ExampleAction:
    """Three of two themes; one says as much as it can."""
    themes = Theme.objects.filter(code__in=("aankopen", "werking")).order_by("number")
    for theme in themes:
        ExampleActionFactory(theme=theme, once_high=0)
    long = ExampleActionFactory(
        code="actie-aankopen-98",
        theme=themes.last(),
        title=LONG,
        what=PROSE,
        why=PROSE,
        first_step=PROSE,
        effort_who=LONG,
        once_low=1_000,
        once_high=250_000,
        cost_note=LONG,
        indicator=LONG,
        partners=[LONG, LONG],
        tips=[LONG, PROSE],
        pitfalls=[LONG, PROSE],
    )
    long.sdgs.set(Sdg.objects.all()[:3])
    for code in ("aankopen-1a", "aankopen-2a"):
        ExampleHelpFactory(example=long, code=code)
    return long


def go(page: Page, address: str = "") -> None:
    page.goto(f"{ADDRESS}{address}")


def with_goals(world: World) -> Traject:
    """One example is taken over already."""
    traject, goal = traject_with_goals(world)
    ActionFactory(goal=goal, example_code=lay_catalogue().code)
    return traject


@state("rita")
def examples_none(page: Page, world: World) -> None:
    go(page)


@state("rita")
def examples_all(page: Page, world: World) -> None:
    lay_catalogue()
    go(page)


@state("rita")
def examples_for_a_statement(page: Page, world: World) -> None:
    lay_catalogue()
    go(page, "?stelling=aankopen-1a&thema=aankopen")


@state("rita")
def examples_nothing_found(page: Page, world: World) -> None:
    lay_catalogue()
    go(page, "?zoek=onvindbaar&thema=aankopen")


@state("rita")
def example_whole(page: Page, world: World) -> None:
    go(page, f"{lay_catalogue().code}/")


@state("rita")
def example_into_no_plan(page: Page, world: World) -> None:
    go(page, f"{lay_catalogue().code}/overnemen/")


@state("els")
def example_into_one_of_two_plans(page: Page, world: World) -> None:
    TrajectFactory(organisation=with_goals(world).organisation, title=LONG)
    go(page, "actie-aankopen-98/overnemen/")


@state("els")
def plan_examples_for_a_goal(page: Page, world: World) -> None:
    traject = with_goals(world)
    open_page(page, traject, f"{INSIDE}?doel={traject.goals.standing().first().pk}&thema=")


@state("rita")
def plan_examples_reader(page: Page, world: World) -> None:
    open_page(page, with_goals(world), INSIDE)


@state("els")
def plan_example_to_take_over(page: Page, world: World) -> None:
    open_page(page, with_goals(world), f"{INSIDE}actie-aankopen-98/")


@state("els")
def plan_example_error(page: Page, world: World) -> None:
    open_page(page, with_goals(world), f"{INSIDE}actie-aankopen-98/")
    submit(page)


@state("els")
def plan_example_without_goals(page: Page, world: World) -> None:
    lay_catalogue()
    open_page(page, bare_traject(world), f"{INSIDE}actie-aankopen-98/")
