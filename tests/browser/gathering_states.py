"""The states of who takes part in a traject, of meetings, and of the door behind a personal link;
see `states`."""

from playwright.sync_api import Page

from tests.browser.states import state
from tests.browser.traject_states import send
from tests.browser.traject_world import (
    filled_traject,
    guest_of,
    new_traject,
    open_page,
    token_of,
)
from tests.browser.world import World
from trajects.models import Meeting, Part

# People


@state("els")
def traject_people_empty(page: Page, world: World) -> None:
    open_page(page, new_traject(world), "mensen/")


@state("els")
def traject_people(page: Page, world: World) -> None:
    traject = filled_traject(world)
    token_of(guest_of(traject), world)
    open_page(page, traject, "mensen/")


@state("rita")
def traject_people_reader(page: Page, world: World) -> None:
    open_page(page, filled_traject(world), "mensen/")


@state("els")
def traject_person_add(page: Page, world: World) -> None:
    open_page(page, new_traject(world), "mensen/toevoegen/?rol=kopgroep")


@state("els")
def traject_person_add_error(page: Page, world: World) -> None:
    open_page(page, new_traject(world), "mensen/toevoegen/?rol=collega")
    send(page, "save")


@state("els")
def traject_person_edit(page: Page, world: World) -> None:
    traject = filled_traject(world)
    open_page(page, traject, f"mensen/{guest_of(traject).pk}/")


@state("els")
def traject_person_remove(page: Page, world: World) -> None:
    traject = filled_traject(world)
    open_page(page, traject, f"mensen/{guest_of(traject).pk}/verwijderen/")


# Meetings


@state("els")
def meetings_empty(page: Page, world: World) -> None:
    open_page(page, new_traject(world), "bijeenkomsten/")


@state("els")
def meetings(page: Page, world: World) -> None:
    open_page(page, filled_traject(world), "bijeenkomsten/")


@state("els")
def meeting_new(page: Page, world: World) -> None:
    open_page(page, new_traject(world), "bijeenkomsten/nieuw/")


@state("els")
def meeting_new_error(page: Page, world: World) -> None:
    meeting_new(page, world)
    page.locator("[name=title]").fill("")
    with page.expect_navigation():
        page.locator("main form .btn-primary").click()


def open_meeting(page: Page, world: World, rest: str = "", *, which: int = 0) -> None:
    traject = filled_traject(world)
    found = Meeting.objects.order_by("starts_at")[which]
    open_page(page, traject, f"bijeenkomsten/{found.pk}/{rest}")


@state("els")
def meeting_past(page: Page, world: World) -> None:
    open_meeting(page, world)


@state("rita")
def meeting_coming_reader(page: Page, world: World) -> None:
    open_meeting(page, world, which=1)


@state("els")
def meeting_coming(page: Page, world: World) -> None:
    open_meeting(page, world, which=1)


@state("els")
def meeting_edit(page: Page, world: World) -> None:
    open_meeting(page, world, "wijzigen/")


@state("els")
def meeting_notes(page: Page, world: World) -> None:
    open_meeting(page, world, "notities/")


@state("els")
def meeting_report(page: Page, world: World) -> None:
    open_meeting(page, world, "verslag/")


@state("els")
def meeting_delete(page: Page, world: World) -> None:
    open_meeting(page, world, "verwijderen/")


# Behind a personal link


@state("")
def moderator_door(page: Page, world: World) -> None:
    traject = filled_traject(world)
    page.goto(f"/meedoen/{token_of(guest_of(traject, Part.MODERATOR), world)}/")


@state("")
def moderator_door_error(page: Page, world: World) -> None:
    moderator_door(page, world)
    with page.expect_navigation():
        page.locator("main .btn-primary").click()


@state("")
def personal_link_unusable(page: Page, world: World) -> None:
    page.goto(f"/meedoen/{'x' * 43}/")
