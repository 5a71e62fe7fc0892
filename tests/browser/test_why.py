"""A figure or a table opens in place, tells its answers, and closes where one was."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.states import complete
from tests.browser.world import World


@pytest.fixture
def result(page_of, world: World) -> Page:
    page = page_of(world.rita)
    page.goto(f"/scans/{complete(world, finished=True).pk}/resultaat/")
    return page


def test_figure_opens_and_closes_in_place_by_keyboard(result):
    address = result.url

    result.locator("#theme-1 .pct a").focus()
    result.keyboard.press("Enter")

    expect(result.locator("#why-1")).to_be_focused()
    expect(result.locator("#theme-1 .pct a")).to_have_attribute("aria-expanded", "true")
    assert result.url == address

    result.keyboard.press("Tab")
    result.keyboard.press("Enter")

    expect(result.locator("#why-1")).to_have_count(0)
    expect(result.locator("#theme-1 .pct a")).to_be_focused()
    assert result.url == address


def test_two_figures_stay_open_beside_each_other(result):
    for link in ("#theme-1 .stp a", "#theme-11 .pct a", "#overview .figure a"):
        result.locator(link).click()
        expect(result.locator(".why:focus")).to_have_count(1)

    expect(result.locator(".why")).to_have_count(3)


def test_figure_opens_without_javascript(world, page_of):
    page = page_of(world.rita, java_script_enabled=False)
    page.goto(f"/scans/{complete(world, finished=True).pk}/resultaat/")

    page.locator("#theme-1 .pct a").click()
    expect(page.locator("#why-1")).to_be_visible()
    assert page.url.endswith("/resultaat/?waarom=1#theme-1")

    page.locator("#why-1 .why-h a").click()
    expect(page.locator("#why-1")).to_have_count(0)


def test_table_opens_and_closes_in_place_by_keyboard(result):
    address = result.url
    opener, table = result.locator("#figures .open"), result.locator("#score-table")

    opener.focus()
    result.keyboard.press("Enter")

    expect(table).to_be_visible()
    expect(opener).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "true")

    result.keyboard.press("Enter")

    expect(table).to_have_count(0)
    expect(opener).to_be_focused()
    assert result.url == address


def test_answers_open_in_place_beside_another_figure(result):
    for link in ("#theme-1 .pct a", "#theme-11 .pct a"):
        result.locator(link).click()
        expect(result.locator(".why:focus")).to_have_count(1)

    result.locator("#why-1 .open").click()

    expect(result.locator("#why-1 .why-list")).to_be_visible()
    expect(result.locator("#why-1 .open")).to_be_focused()
    expect(result.locator(".why")).to_have_count(2)


def test_table_opens_without_javascript_and_leaves_the_figure(world, page_of):
    page = page_of(world.rita, java_script_enabled=False)
    page.goto(f"/scans/{complete(world, finished=True).pk}/resultaat/?waarom=1")

    for place, table in (("#why-1", ".why-list"), ("#figures", "#score-table")):
        page.locator(f"{place} .open").click()
        expect(page.locator(f"{place} {table}")).to_be_visible()
        expect(page.locator("#why-1")).to_be_visible()

    assert page.url.endswith("/resultaat/?waarom=1&toon=cijfers#figures")


def test_part_that_does_not_arrive_leads_to_the_whole_page(result, watch):
    watch.expected += ["401"]
    result.context.clear_cookies()

    result.locator("#theme-1 .pct a").click()

    result.wait_for_url("**/aanmelden/**")
