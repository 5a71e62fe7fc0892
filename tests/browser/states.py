"""Every page of the product in every state that looks different, to be checked and looked at.

Each function brings a page of the person named in its decorator into one state.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.core import mail
from django.test import Client
from playwright.sync_api import Page

from scans.models import Scan
from tests.browser.world import FIRST, PASSWORD, SECOND, World

Opening = Callable[[Page, World], None]


@dataclass(frozen=True)
class State:
    """`who` signs in: els, bram, rita, or "" for nobody."""

    who: str
    opening: Opening


STATES: dict[str, State] = {}


def state(who: str) -> Callable[[Opening], Opening]:
    def register(opening: Opening) -> Opening:
        STATES[opening.__name__] = State(who, opening)
        return opening

    return register


def half_filled(world: World) -> Scan:
    scan = world.start()
    world.answer(scan, FIRST, "jjj jjn jwx jnn")
    return scan


def complete(world: World, *, finished: bool = False) -> Scan:
    scan = world.start()
    world.answer(scan, FIRST, "jjj jjn jwj nnn nnn")
    world.answer(scan, SECOND, "jjx jwn nnn nnn nnn")
    return world.finish(scan) if finished else scan


def submit(page: Page) -> None:
    """The last full button of the form, which comes back with an error or goes on."""
    with page.expect_navigation():
        page.locator("main [type=submit].btn").last.click()


# Before being signed in


@state("")
def sign_in(page: Page, world: World) -> None:
    page.goto("/aanmelden/")


@state("")
def sign_in_error(page: Page, world: World) -> None:
    page.goto("/aanmelden/")
    submit(page)


@state("")
def sign_in_wrong_password(page: Page, world: World) -> None:
    page.goto("/aanmelden/")
    page.get_by_label("E-mailadres").fill(world.els.email)
    page.get_by_label("Wachtwoord", exact=True).fill("niet het wachtwoord")
    submit(page)


@state("")
def password_forgotten(page: Page, world: World) -> None:
    page.goto("/wachtwoord/vergeten/")


@state("")
def password_forgotten_error(page: Page, world: World) -> None:
    page.goto("/wachtwoord/vergeten/")
    submit(page)


@state("")
def password_link_sent(page: Page, world: World) -> None:
    page.goto("/wachtwoord/vergeten/")
    page.get_by_label("E-mailadres").fill(world.els.email)
    submit(page)


@state("")
def password_new(page: Page, world: World) -> None:
    password_link_sent(page, world)
    page.goto(re.search(r"https?://\S+", mail.outbox[-1].body)[0])


@state("")
def password_new_error(page: Page, world: World) -> None:
    password_new(page, world)
    submit(page)


@state("")
def password_new_saved(page: Page, world: World) -> None:
    password_new(page, world)
    for field in page.locator("input[type=password]").all():
        field.fill("een-heel-nieuwe-trede")
    submit(page)


@state("")
def password_link_too_old(page: Page, world: World) -> None:
    page.goto("/wachtwoord/nieuw/1-onbekend/")


@state("")
def password_asked_too_often(page: Page, world: World) -> None:
    for _number in range(5):
        Client().post("/wachtwoord/vergeten/", {"email": world.els.email})
    password_link_sent(page, world)


@state("")
def sign_up_closed(page: Page, world: World) -> None:
    page.goto("/registreren/")


@state("")
def access_stopped(page: Page, world: World) -> None:
    page.goto("/geen-toegang/")


# Public pages


@state("")
def about(page: Page, world: World) -> None:
    page.goto("/")


@state("")
def about_menu(page: Page, world: World) -> None:
    page.goto("/over-mvoscan/")
    page.set_viewport_size({"width": 360, "height": 800})
    page.locator(".publicmenu summary").click()


@state("")
def road(page: Page, world: World) -> None:
    page.goto("/mvo-traject/")


@state("")
def mvo(page: Page, world: World) -> None:
    page.goto("/mvo-en-sdgs/")


@state("")
def privacy(page: Page, world: World) -> None:
    page.goto("/privacy/")


@state("")
def accessibility(page: Page, world: World) -> None:
    page.goto("/toegankelijkheid/")


@state("")
def contact(page: Page, world: World) -> None:
    page.goto("/contact/")


@state("rita")
def about_signed_in(page: Page, world: World) -> None:
    page.goto("/over-mvoscan/")


# The own account


@state("els")
def password_change(page: Page, world: World) -> None:
    page.goto("/wachtwoord/wijzigen/")


@state("els")
def password_change_error(page: Page, world: World) -> None:
    page.goto("/wachtwoord/wijzigen/")
    submit(page)


@state("els")
def profile(page: Page, world: World) -> None:
    Client(headers={"User-Agent": "Firefox/132.0 (Windows)"}).post(
        "/aanmelden/", {"login": world.els.email, "password": PASSWORD}
    )
    page.goto("/mijn-gegevens/")


@state("els")
def profile_error(page: Page, world: World) -> None:
    page.goto("/mijn-gegevens/")
    page.locator("#id_name").fill("")
    with page.expect_navigation():
        page.locator("main [name=save]").click()


@state("els")
def profile_saved(page: Page, world: World) -> None:
    page.goto("/mijn-gegevens/")
    with page.expect_navigation():
        page.locator("main [name=save]").click()


@state("els")
def sign_out(page: Page, world: World) -> None:
    page.goto("/afmelden/")


# Home


@state("els")
def home_running(page: Page, world: World) -> None:
    world.finish(world.start(years_ago=1))
    half_filled(world)
    page.goto("/")


@state("els")
def home_empty(page: Page, world: World) -> None:
    page.goto("/")
    page.locator(".top summary:visible").click()


@state("rita")
def home_reader(page: Page, world: World) -> None:
    complete(world, finished=True)
    page.goto("/")


@state("rita")
def home_reader_empty(page: Page, world: World) -> None:
    page.goto("/")


@state("els")
def home_no_organisation(page: Page, world: World) -> None:
    world.els.memberships.all().delete()
    page.goto("/")


# Starting, finishing, reopening, deleting


@state("els")
def start(page: Page, world: World) -> None:
    page.goto(f"/besturen/{world.organisation.pk}/scans/nieuw/")


@state("els")
def start_error(page: Page, world: World) -> None:
    start(page, world)
    page.get_by_label("Jaar").fill("1830")
    submit(page)


@state("els")
def start_twice(page: Page, world: World) -> None:
    world.start(depth="light")
    start(page, world)
    submit(page)


@state("els")
def finish_open(page: Page, world: World) -> None:
    page.goto(f"/scans/{half_filled(world).pk}/afronden/")


@state("els")
def finish_complete(page: Page, world: World) -> None:
    page.goto(f"/scans/{complete(world).pk}/afronden/")


@state("els")
def reopen(page: Page, world: World) -> None:
    page.goto(f"/scans/{complete(world, finished=True).pk}/heropenen/")


@state("els")
def reopen_error(page: Page, world: World) -> None:
    reopen(page, world)
    submit(page)


@state("els")
def delete(page: Page, world: World) -> None:
    page.goto(f"/scans/{half_filled(world).pk}/verwijderen/")


@state("els")
def delete_error(page: Page, world: World) -> None:
    delete(page, world)
    page.locator("main input[type=text]").fill("Gemeente Zavelbeke")
    submit(page)
