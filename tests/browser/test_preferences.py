"""Language, light or dark, and the system's own contrast colours."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.keyboard import tab, tab_to
from tests.browser.screen import GREETING, choose, expect_saved, open_theme
from tests.browser.world import FIRST, codes

PAPER = {"light": "rgb(250, 246, 238)", "dark": "rgb(18, 25, 27)"}
with_and_without = pytest.mark.parametrize("scripts", [True, False], ids=["js", "no-js"])


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def paper(page: Page) -> str:
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


@with_and_without
def test_language_switch_stays_on_the_page_and_is_remembered(page_of, world, scripts):
    page = page_of(world.els, java_script_enabled=scripts)
    open_theme(page, world.start(), FIRST)
    address = page.url

    press(page, "English")

    assert page.url == address
    assert page.locator("html").get_attribute("lang") == "en"
    expect(page.locator("h1")).to_have_attribute("lang", "nl")
    expect(page.locator("legend").first).to_have_attribute("lang", "nl")
    expect(page.get_by_text("Answer yes when the statement is completely true.")).to_be_visible()
    page.goto("/")
    expect(page.locator("h1")).to_have_text(
        re.compile(r"^\s*Good (morning|afternoon|evening), Els\s*$")
    )
    press(page, "Nederlands")
    expect(page.locator("h1")).to_have_text(GREETING)


def test_language_of_the_browser_is_ignored(page_of, world):
    page = page_of(world.els, extra_http_headers={"Accept-Language": "en-GB"})

    page.goto("/")

    expect(page.locator("h1")).to_have_text(GREETING)


@with_and_without
def test_screen_follows_the_choice_before_the_system(page_of, world, scripts):
    page = page_of(world.els, java_script_enabled=scripts, color_scheme="light")
    page.goto("/")
    shades = [paper(page)]

    press(page, "Donker scherm")
    shades.append(paper(page))
    page.goto(f"/besturen/{world.organisation.pk}/scans/nieuw/")
    shades.append(paper(page))
    press(page, "Licht scherm")
    page.emulate_media(color_scheme="dark")
    shades.append(paper(page))
    press(page, "Licht of donker zoals mijn toestel")
    shades.append(paper(page))

    assert shades == [PAPER[scheme] for scheme in ("light", "dark", "dark", "light", "dark")]


def test_preferences_work_before_signing_in(new_context, world):
    page = new_context(color_scheme="light").new_page()
    page.goto("/aanmelden/")

    press(page, "English")
    press(page, "Dark screen")

    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")


def test_focus_and_choice_show_in_forced_colours(page_of, world):
    page = page_of(world.els)
    page.emulate_media(forced_colors="active", color_scheme="dark")
    open_theme(page, world.start(), FIRST)
    code = codes(FIRST)[0]

    choose(page, code, "yes")
    expect_saved(page, code)

    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    chosen, other = (
        page.locator(f"#{code} .answer-{value}").evaluate("box => getComputedStyle(box).background")
        for value in ("yes", "no")
    )
    assert chosen != other
    page.locator(f"#{code} input[value=yes]").blur()
    tab_to(page, f"input[name={code}-answer]", key="Shift+Tab")
    tab_to(page, "Bewaren en verder met thema 11")
    tab(page)


@pytest.mark.parametrize("address", ["/", "/resultaat/", "/themas/werking/"])
def test_paper_holds_no_menu_and_no_buttons(page_of, world, address):
    scan = world.start()
    world.answer(scan, FIRST, "jjj jjn jwj nnn nnn")
    world.finish(scan)
    page = page_of(world.els)
    page.goto(f"/scans/{scan.pk}{address}")

    page.emulate_media(media="print")

    expect(page.locator("h1")).to_be_visible()
    for part in (".top", ".foot", ".btn", ".side"):
        assert page.locator(f"{part}:visible").count() == 0
