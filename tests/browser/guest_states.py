"""The states of the pages behind the personal link of a colleague; see `states`."""

from playwright.sync_api import Page

from tests.browser.states import state
from tests.browser.traject_states import send
from tests.browser.traject_world import LONG, filled_traject, guest_of, token_of, with_own_entry
from tests.browser.world import World
from trajects.models import Traject


def open_as_guest(page: Page, world: World, rest: str = "", *, has_entry: bool = True) -> str:
    guest = guest_of(filled_traject(world))
    address = f"/meedoen/{token_of(guest, world)}/"
    if has_entry:
        with_own_entry(guest)
    page.goto(address + rest)
    return address


@state("")
def guest_page(page: Page, world: World) -> None:
    open_as_guest(page, world)


@state("")
def guest_photo(page: Page, world: World) -> None:
    open_as_guest(page, world, "lokale-foto/")


@state("")
def guest_photo_empty(page: Page, world: World) -> None:
    open_as_guest(page, world, "lokale-foto/", has_entry=False)


@state("")
def guest_add(page: Page, world: World) -> None:
    open_as_guest(page, world, "lokale-foto/nieuw/")


@state("")
def guest_add_error(page: Page, world: World) -> None:
    guest_add(page, world)
    send(page, "save")


@state("")
def guest_edit(page: Page, world: World) -> None:
    address = open_as_guest(page, world)
    own = Traject.objects.get().initiatives.get(title=LONG)
    page.goto(f"{address}lokale-foto/{own.pk}/")


@state("")
def guest_questions(page: Page, world: World) -> None:
    open_as_guest(page, world, "vragen/")
