"""From the themes of the scan to the note for the policy makers: the list, the choice with its
reasons, the green light. The vote in between is in the walk of the session."""

import re

import pytest
from django.utils.timezone import localdate
from playwright.sync_api import Page, expect

from tests.browser.accessibility import assert_no_sideways_scroll
from tests.browser.session_world import PEOPLE, bare_traject, counted, live_session
from tests.browser.walking import expect_message, expect_title, follow, named, press
from tests.browser.words import dutch
from tests.browser.world import World
from trajects.actions.sessions import end_session
from trajects.models import ChoiceDocument, Decision, GreenLight, ThemeChoice, Traject

ENERGY, MOBILITY = "Energie, klimaat en gebouwen", "Duurzame mobiliteit"
WATER, BUYING = "Water, materialen en afval", "Duurzaam aankopen"
DIALOGUE, PRIVACY = "Participatie en dialoog", "Informatie, privacy en sensibilisering"
HOMES = "Renovatie van het eigen patrimonium"
LOOP = "Kringloop in eigen huis"
TALKS, HEARS = "Inspraak van bewoners", "Luisteren op het terrein"


@pytest.fixture
def page(page_three_ways: Page) -> Page:
    """Of Els, who coordinates and moderates."""
    return page_three_ways


@pytest.fixture
def traject(world: World) -> Traject:
    return bare_traject(world)


def open_change(page: Page, name: str, english: str) -> None:
    """One of the links that fold out below a candidate theme."""
    fold = page.locator("details.rowmenu").filter(has_text=name)
    fold.locator("summary").click()
    with page.expect_navigation():
        fold.get_by_role("link", name=named(english, of=f": {name}")).click()
    assert_no_sideways_scroll(page)


def listed(page: Page) -> list[str]:
    names = page.locator(".candidates h3").all_inner_texts()
    return [" ".join(name.split()) for name in names]


# Steps


def lay_out_the_list(page: Page, traject: Traject) -> None:
    page.goto(f"/trajecten/{traject.pk}/themas/")
    follow(page, "To the candidate themes")
    page.locator("[name=source][value=theme]").check()
    press(page, "Lay out the list")
    expect_message(page, "The list is there, with %(number)s candidate themes.", number=15)
    assert len(listed(page)) == 15


def rename(page: Page) -> None:
    open_change(page, ENERGY, "Rename or refine")
    page.locator("#id_name").fill("")
    press(page, "Save the names")
    expect(page.locator(".errorsum")).to_be_visible()
    page.locator("#id_name").fill(ENERGY)
    page.locator("#id_subtheme").fill(HOMES)
    press(page, "Save the names")
    expect_message(page, "The names are saved.")
    assert any(HOMES in name for name in listed(page))


def split(page: Page) -> None:
    open_change(page, DIALOGUE, "Split")
    page.locator("#id_name_1").fill(TALKS)
    page.locator("#id_name_2").fill(HEARS)
    page.locator("#id_short_name_2").fill("Luisteren")
    press(page, "Split it")
    if page.locator(".errorsum").count():  # the first name is too long to be its own short name
        page.locator("#id_short_name_1").fill("Inspraak")
        press(page, "Split it")
    expect_message(page, "“%(name)s” is split.", name=DIALOGUE)


def group(page: Page) -> None:
    follow(page, "Put themes together")
    for name in (WATER, BUYING):
        page.get_by_label(name, exact=True).check()
    page.locator("#id_name").fill(LOOP)
    page.locator("#id_short_name").fill("Kringloop")
    press(page, "Put them together")
    expect_message(page, "“%(name)s” is a group now.", name=LOOP)
    row = page.locator(".candidates > li").filter(has_text=LOOP)
    expect(row.locator(".origins > li")).to_have_count(2)


def leave_out(page: Page) -> None:
    open_change(page, PRIVACY, "Leave it out")
    press(page, "Leave it out")
    expect(page.locator(".errorsum")).to_be_visible()
    page.locator("#id_because").fill("Hier loopt al een project van Vlaanderen.")
    press(page, "Leave it out")
    expect_message(page, "“%(name)s” is left out.", name=PRIVACY)
    press(page, "Bring back", of=f": {PRIVACY}")
    expect_message(page, "“%(name)s” is back in the list.", name=PRIVACY)
    open_change(page, PRIVACY, "Leave it out")
    page.locator("#id_because").fill("Hier loopt al een project van Vlaanderen.")
    press(page, "Leave it out")


def vote(traject: Traject, world: World) -> None:
    session = live_session(traject, world, people=PEOPLE)
    counted(session, world)
    end_session(session=session, by=world.els, at=session.opened_at)


def choose(page: Page, traject: Traject) -> None:
    """The last round proposes; the group takes two themes, one of which was not proposed."""
    page.goto(f"/trajecten/{traject.pk}/themas/")
    with page.expect_navigation():
        page.locator(".four").get_by_role("link", name=named("The choice")).click()
    rows = page.locator(".choosing-row")
    for row in rows.all()[:-1]:
        name = row.locator("legend").inner_text()
        wanted = LOOP in name or MOBILITY in name
        row.locator(f"[type=radio][value={'chosen' if wanted else 'parked'}]").check()
    reason(page, LOOP).fill("Hier maken we het meeste verschil.")
    press(page, "Write down the choice")
    expect(page.locator(".errorsum")).to_be_visible()
    expect(reason(page, LOOP)).to_have_value("Hier maken we het meeste verschil.")
    reason(page, MOBILITY).fill("Het fietsplan loopt al.")
    page.locator("#id_rest").fill("Dat komt in een volgend traject.")
    press(page, "Write down the choice")
    expect_message(page, "The choice is written down.")
    expect(page.locator("main ol > li > h2")).to_have_count(2)


def reason(page: Page, name: str):
    return page.locator(".choosing-row", has_text=name).locator("textarea").first


def ask_for_the_note(page: Page) -> None:
    follow(page, "Make the note for the green light")
    expect_title(page, "A note of two pages")
    press(page, "Make the note")
    expect(page.locator("#report-state")).to_contain_text(dutch("Your document is being made"))


def write_down_the_green_light(page: Page, traject: Traject) -> None:
    page.goto(f"/trajecten/{traject.pk}/themas/")
    with page.expect_navigation():
        page.locator(".four").get_by_role("link", name=named("Green light")).click()
    page.locator("[name=decision][value=conditions]").check()
    page.locator("#id_decided_by").fill("college van burgemeester en schepenen")
    page.locator("#id_decided_on").fill(localdate().isoformat())
    press(page, "Write down the decision")
    expect(page.locator(".errorsum")).to_be_visible()
    page.locator("#id_remarks").fill("Jaarlijks een stand van zaken.")
    press(page, "Write down the decision")
    expect_message(page, "The decision is written down.")


def finish_the_step(page: Page, traject: Traject) -> None:
    page.goto(f"/trajecten/{traject.pk}/themas/")
    expect(page.locator(".four > li")).to_have_class([re.compile("done")] * 4)


def assert_all_is_stored(traject: Traject) -> None:
    chosen = ThemeChoice.objects.filter(chosen=True)
    assert sorted(choice.candidate.name for choice in chosen) == [MOBILITY, LOOP]
    assert ThemeChoice.objects.filter(chosen=False).count() == 12
    light = GreenLight.objects.get()
    assert (light.decision, light.remarks) == (
        Decision.CONDITIONS,
        "Jaarlijks een stand van zaken.",
    )
    assert ChoiceDocument.objects.get().traject == traject


def test_themes_from_the_scan_to_the_green_light(page, traject, world):
    lay_out_the_list(page, traject)
    rename(page)
    split(page)
    group(page)
    leave_out(page)
    assert len(listed(page)) == 14
    vote(traject, world)
    choose(page, traject)
    ask_for_the_note(page)
    write_down_the_green_light(page, traject)
    finish_the_step(page, traject)

    assert_all_is_stored(traject)
