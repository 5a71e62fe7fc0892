"""From a new traject to a finished local photo: the coordinator, a colleague without an account who
comes with a personal link, and a moderator from outside."""

import re
from dataclasses import dataclass
from io import StringIO

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.core.management import call_command
from django.utils.timezone import localdate
from playwright.sync_api import Page, expect

from accounts.actions.departments import add_departments
from tests.browser.accessibility import assert_no_sideways_scroll
from tests.browser.walking import expect_message, follow, press
from tests.browser.words import dutch
from tests.browser.world import FIRST, PASSWORD, World
from trajects.models import Initiative, Part, Participant, Traject
from trajects.queries.facts import facts_of
from trajects.steps import Key

HILDE, VERA = "hilde.baert@elzenvoorde.example", "vera.nijs@zuidrand.example"
CAFE, AGAIN = "Herstelcafé in de bib", "Herstelcafé in de bibliotheek"


@dataclass
class Cast:
    """Els coordinates, Hilde has a personal link, Vera moderates; each has a browser."""

    els: Page
    hilde: Page
    vera: Page


@pytest.fixture(
    params=(
        {},
        {"java_script_enabled": False},
        {"viewport": {"width": 360, "height": 740}},
    ),
    ids=("js", "no-js", "360px"),
)
def cast(new_context, request) -> Cast:
    pages = [new_context(**request.param).new_page() for _person in range(3)]
    for page in pages:
        page.set_default_timeout(10_000)
    return Cast(*pages)


@pytest.fixture
def traject(world: World) -> None:
    """What the walk finds: departments, a finished scan, and the texts of the method."""
    add_departments(organisation=world.organisation, names=["Bibliotheek", "Technische dienst"])
    scan = world.start(depth="light")
    world.answer(scan, FIRST, "j")
    world.finish(scan)
    call_command("load_method", stdout=StringIO())


def back_to_the_road(page: Page) -> None:
    with page.expect_navigation():
        page.locator(".crumb a", has_text="MVO").first.click()


def expect_here(page: Page, number: int) -> None:
    """The road says which step it is now."""
    expect(page.locator(".stops li").nth(number - 1)).to_have_class("now")


def go_to_stop(page: Page, number: int) -> None:
    with page.expect_navigation():
        page.locator(".stops a").nth(number - 1).click()


def link_for(address: str) -> str:
    letters: list[EmailMessage] = [letter for letter in mail.outbox if letter.to == [address]]
    return re.search(r"http://\S+", letters[-1].body)[0]


def sign_in(page: Page, address: str) -> None:
    page.goto("/aanmelden/")
    page.locator("#id_login").fill(address)
    page.locator("#id_password").fill(PASSWORD)
    press(page, "Sign in")


# Steps


def start_a_traject(page: Page) -> None:
    follow(page, "Start a traject")
    page.locator("#id_title").fill("MVO-traject Elzenvoorde")
    press(page, "Start the traject")
    expect_message(page, "The traject has started. Here is the road in eight steps.")
    expect_here(page, 1)


def bring_people_together(page: Page) -> None:
    follow(page, "People in this traject")
    follow(page, "Add to the lead group")
    for box in page.locator("[name=members]").all():
        box.check()
    press(page, "Add who is ticked")
    follow(page, "Ask a colleague")
    page.locator("#id_name").fill("Hilde Baert")
    page.locator("#id_email").fill(HILDE)
    page.locator("#id_department").select_option(label="Bibliotheek")
    press(page, "Add this person")
    expect_message(page, "%(name)s gets a mail with a personal link.", name="Hilde Baert")
    follow(page, "Add a moderator")
    page.locator("#id_name").fill("Vera Nijs")
    page.locator("#id_email").fill(VERA)
    press(page, "Add this person")
    expect_message(page, "%(name)s gets a mail with a personal link.", name="Vera Nijs")
    back_to_the_road(page)


def become_moderator(page: Page) -> None:
    page.goto(link_for(VERA))
    assert_no_sideways_scroll(page)
    page.locator("[type=password]").fill(PASSWORD)
    press(page, "Accept and sign in")


def plan_a_meeting(page: Page) -> None:
    follow(page, "Add a meeting")
    page.locator("[name=day]").fill(
        localdate().replace(year=localdate().year + 1, day=3).isoformat()
    )
    press(page, "Plan this meeting")
    expect(page.locator("main")).to_contain_text(dutch("Agenda"))
    back_to_the_road(page)


def make_an_agreement_and_close_the_start(page: Page) -> None:
    go_to_stop(page, 1)
    page.locator("#id_what").fill("Het energieverbruik per gebouw opzoeken")
    page.locator("#id_due_on").fill(
        localdate().replace(year=localdate().year + 1, day=1).isoformat()
    )
    press(page, "Add the agreement")
    press(page, "This step is done")
    expect(page.locator("main")).to_be_visible()


def choose_the_scan(page: Page) -> None:
    page.goto(f"/trajecten/{Traject.objects.get().pk}/")
    expect_here(page, 2)
    go_to_stop(page, 2)
    page.locator("[name=scan]").first.check()
    press(page, "Use this scan")
    press(page, "This step is done")


def open_the_photo(page: Page) -> None:
    page.goto(f"/trajecten/{Traject.objects.get().pk}/lokale-foto/")
    assert_no_sideways_scroll(page)


def fill_in(page: Page, title: str, *, theme: str) -> None:
    page.locator("#id_title").fill(title)
    page.locator("[name=status][value=running]").check()
    page.locator("[name=scope][value=residents]").check()
    page.get_by_label(theme).first.check()


def add_the_first_initiative(page: Page) -> None:
    follow(page, "Add the first initiative")
    press(page, "Add to the photo")
    expect(page.locator(".errorsum")).to_be_visible()
    fill_in(page, CAFE, theme="Water, materialen en afval")
    page.get_by_label("Technische dienst").check()
    press(page, "Add to the photo")
    expect_message(page, "“%(title)s” is on the photo.", title=CAFE)


def take_one_over_from_the_scan(page: Page) -> None:
    open_the_photo(page)
    follow(page, "Start from the scan")
    with page.expect_navigation():
        page.locator(".offer .btn").first.click()
    fill_in(page, "MVO op het managementteam", theme="Interne-bestuurlijke werking")
    press(page, "Add to the photo")
    assert Initiative.objects.exclude(statement_code="").count() == 1


def hand_in_with_a_link(page: Page) -> None:
    page.goto(link_for(HILDE))
    assert_no_sideways_scroll(page)
    expect(page.locator("h1")).to_contain_text("Hilde Baert")
    follow(page, "Add an initiative")
    fill_in(page, AGAIN, theme="Water, materialen en afval")
    page.locator("#id_description").fill("Elke eerste zaterdag, met vrijwilligers.")
    press(page, "Hand it in")
    expect(page.locator("main")).to_contain_text(AGAIN)


def merge_the_double(page: Page) -> None:
    open_the_photo(page)
    press(page, "Put on the photo", of=f": {AGAIN}")
    open_the_photo(page)
    follow(page, "Look for doubles")
    follow(page, "Lay beside each other", of=f": {CAFE}, {AGAIN}")
    press(page, "Merge, and keep this title", of=f": {CAFE}")
    expect_message(
        page, "Merged. “%(other)s” can still be read below, as it was written.", other=AGAIN
    )
    expect(page.locator("main")).to_contain_text("Elke eerste zaterdag, met vrijwilligers.")


def look_at_the_overview(page: Page) -> None:
    open_the_photo(page)
    follow(page, "Who does what: the overview")
    expect(page.locator("[aria-labelledby=matrix-title] table")).to_be_visible()


def close_the_photo(page: Page) -> None:
    page.goto(f"/trajecten/{Traject.objects.get().pk}/")
    expect_here(page, 3)
    follow(page, "How to go about it, with tips")
    press(page, "This step is done")
    page.goto(f"/trajecten/{Traject.objects.get().pk}/")
    expect_here(page, 4)


def assert_all_is_stored() -> None:
    facts = facts_of(Traject.objects.get())
    assert facts.done == {Key.START, Key.SCAN, Key.PHOTO}
    assert (facts.in_lead_group, facts.meetings, facts.agreements) == (3, 1, 1)
    assert (facts.on_photo, facts.waiting) == (2, 0)
    assert Participant.objects.get(part=Part.MODERATOR).user.email == VERA
    merged = Initiative.objects.get(merged_into__isnull=False)
    assert (merged.title, merged.merged_into.title) == (AGAIN, CAFE)


def test_traject_from_start_to_finished_photo(traject, cast):
    sign_in(cast.els, "els@elzenvoorde.example")
    start_a_traject(cast.els)
    bring_people_together(cast.els)
    become_moderator(cast.vera)
    plan_a_meeting(cast.els)
    make_an_agreement_and_close_the_start(cast.els)
    choose_the_scan(cast.els)
    open_the_photo(cast.els)
    add_the_first_initiative(cast.els)
    take_one_over_from_the_scan(cast.els)
    hand_in_with_a_link(cast.hilde)
    merge_the_double(cast.els)
    look_at_the_overview(cast.els)
    open_the_photo(cast.vera)
    close_the_photo(cast.els)

    assert_all_is_stored()
