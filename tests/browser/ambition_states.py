"""The states of the ambition: nothing chosen, to fill in, drawn, a mistake, changed meanwhile; see
`states`."""

from playwright.sync_api import Page

from tests.browser.choice_states import chosen_traject
from tests.browser.session_world import bare_traject
from tests.browser.states import state, submit
from tests.browser.traject_world import LONG, PROSE, open_page
from tests.browser.world import World
from tests.trajects.dream_factories import ThemeAmbitionFactory
from trajects.models import Traject
from trajects.queries.dreams import chosen_themes


def aimed(world: World) -> Traject:
    traject = chosen_traject(world)
    for place, theme in enumerate(chosen_themes(traject)):
        because = (LONG, PROSE, "")[place % 3]
        ThemeAmbitionFactory(candidate=theme, step=3 + place % 3, because=because, by=world.els)
    return traject


@state("els")
def ambition_without_themes(page: Page, world: World) -> None:
    open_page(page, bare_traject(world), "doelen/ambitie/")


@state("els")
def ambition_to_fill_in(page: Page, world: World) -> None:
    open_page(page, chosen_traject(world), "doelen/ambitie/")


@state("els")
def ambition(page: Page, world: World) -> None:
    open_page(page, aimed(world), "doelen/ambitie/")


@state("rita")
def ambition_reader(page: Page, world: World) -> None:
    open_page(page, aimed(world), "doelen/ambitie/")


@state("els")
def ambition_error(page: Page, world: World) -> None:
    traject = chosen_traject(world)
    open_page(page, traject, "doelen/ambitie/")
    theme = chosen_themes(traject).first()
    page.fill(f"[name=because_{theme.pk}]", PROSE)
    submit(page)


@state("els")
def ambition_conflict(page: Page, world: World) -> None:
    traject = chosen_traject(world)
    open_page(page, traject, "doelen/ambitie/")
    theme = chosen_themes(traject).first()
    ThemeAmbitionFactory(candidate=theme, step=2, because=LONG, by=world.els)
    page.fill(f"[name=because_{theme.pk}]", PROSE)
    submit(page)
