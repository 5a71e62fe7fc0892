"""The states of a traject: its road, its start and its scan; see `states`."""

from playwright.sync_api import Page

from tests.browser.states import state
from tests.browser.traject_world import (
    filled_traject,
    new_traject,
    open_page,
    organisation_path,
    with_method,
)
from tests.browser.world import World
from trajects.steps import Key


def send(page: Page, name: str) -> None:
    """The button of this name, which a page may have beside others."""
    with page.expect_navigation():
        page.locator(f"main [type=submit][name={name}]").first.click()


# The road


@state("els")
def home_with_traject(page: Page, world: World) -> None:
    filled_traject(world)
    page.goto("/")


@state("rita")
def home_moderator_from_outside(page: Page, world: World) -> None:
    traject = filled_traject(world)
    traject.participants.filter(user=world.els).update(user=world.rita)
    world.rita.memberships.all().delete()
    page.goto("/")


@state("els")
def trajects_of_organisation(page: Page, world: World) -> None:
    new_traject(world)
    filled_traject(world)
    page.goto(organisation_path(world.organisation, "trajecten/"))


@state("els")
def trajects_empty(page: Page, world: World) -> None:
    page.goto(organisation_path(world.organisation, "trajecten/"))


@state("els")
def traject_new(page: Page, world: World) -> None:
    page.goto(organisation_path(world.organisation, "trajecten/nieuw/"))


@state("els")
def traject_new_error(page: Page, world: World) -> None:
    traject_new(page, world)
    page.locator("#id_title").fill("")
    page.locator("#id_ends_on").fill("1999-01-01")
    send(page, "save")


@state("els")
def traject_road_new(page: Page, world: World) -> None:
    with_method()
    open_page(page, new_traject(world))


@state("els")
def traject_road(page: Page, world: World) -> None:
    open_page(page, filled_traject(world))


@state("rita")
def traject_road_reader(page: Page, world: World) -> None:
    open_page(page, filled_traject(world))


@state("els")
def traject_edit(page: Page, world: World) -> None:
    open_page(page, new_traject(world), "gegevens/")


@state("els")
def traject_edit_error(page: Page, world: World) -> None:
    traject_edit(page, world)
    page.locator("#id_title").fill("")
    send(page, "save")


@state("els")
def traject_delete(page: Page, world: World) -> None:
    open_page(page, new_traject(world), "verwijderen/")


@state("els")
def traject_delete_error(page: Page, world: World) -> None:
    traject_delete(page, world)
    send(page, "delete")


@state("els")
def traject_delete_not_empty(page: Page, world: World) -> None:
    open_page(page, filled_traject(world), "verwijderen/")


@state("els")
def traject_step(page: Page, world: World) -> None:
    open_page(page, filled_traject(world), "stappen/lokale-foto/")


@state("rita")
def traject_step_coming(page: Page, world: World) -> None:
    traject_road(page, world)
    page.locator(".stops a").last.click()


@state("els")
def traject_photo_done(page: Page, world: World) -> None:
    """The road once all that the product helps with is behind."""
    traject = filled_traject(world)
    traject.completions.create(step=Key.PHOTO, at=traject.created_at, by=world.els)
    open_page(page, traject)


# Start and scan


@state("els")
def traject_start_empty(page: Page, world: World) -> None:
    open_page(page, new_traject(world), "start/")


@state("els")
def traject_start(page: Page, world: World) -> None:
    open_page(page, filled_traject(world), "start/")


@state("els")
def traject_start_error(page: Page, world: World) -> None:
    traject_start(page, world)
    page.locator("main details summary").click()
    send(page, "save")


@state("els")
def agreement_edit(page: Page, world: World) -> None:
    traject = filled_traject(world)
    open_page(page, traject, f"start/afspraken/{traject.agreements.first().pk}/")


@state("els")
def traject_scan_none(page: Page, world: World) -> None:
    open_page(page, new_traject(world), "scan/")


@state("rita")
def traject_scan_none_reader(page: Page, world: World) -> None:
    open_page(page, new_traject(world), "scan/")


@state("els")
def traject_scan_choice(page: Page, world: World) -> None:
    world.finish(world.start(years_ago=1))
    world.start()
    open_page(page, new_traject(world), "scan/")


@state("els")
def traject_scan(page: Page, world: World) -> None:
    """Before the step is done: another scan can still be chosen."""
    traject = filled_traject(world)
    traject.completions.filter(step=Key.SCAN).delete()
    open_page(page, traject, "scan/")
    page.locator("main details summary").click()


@state("els")
def traject_scan_done(page: Page, world: World) -> None:
    open_page(page, filled_traject(world), "scan/")


@state("els")
def traject_scan_moved(page: Page, world: World) -> None:
    traject = filled_traject(world)
    world.finish(world.reopen(traject.scan, "We vergaten een dienst."))
    open_page(page, traject, "scan/")
