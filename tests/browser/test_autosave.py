"""Every answer is saved by itself, and the mark beside it tells the truth."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import APIResponse, Page, Route, expect

from scans.entries import Entry
from scans.models import Scan
from tests.browser.screen import (
    choose,
    expect_saved,
    expect_unsaved,
    mark,
    open_theme,
    reason,
    remark,
    statement,
)
from tests.browser.world import FIRST, SECOND, World, codes, stored

CODE = "werking-1a"
TEXT = "Na te vragen bij de financieel directeur."


@pytest.fixture
def page(page_of: Callable[..., Page], world: World, scan: Scan) -> Page:
    """Els on the first theme."""
    page = page_of(world.els)
    open_theme(page, scan, FIRST)
    return page


def posts(page: Page) -> list[str]:
    """The saves that the page sends from now on."""
    sent = []
    page.on("request", lambda r: sent.append(r.post_data) if r.method == "POST" else None)
    return sent


def test_choice_saves_at_once_and_the_mark_changes(page, scan):
    assert mark(page, CODE).count() == 0

    choose(page, CODE, "yes")

    expect_saved(page, CODE)
    assert stored(scan, CODE).entry == Entry("yes")
    choose(page, CODE, "no")
    expect(statement(page, CODE).locator(f"[name={CODE}-version]")).to_have_value("2")
    assert stored(scan, CODE).entry == Entry("no")


def test_mark_says_not_saved_while_the_save_is_under_way(page):
    held: list[Route] = []
    page.route("**/themas/**", lambda route: held.append(route))

    choose(page, CODE, "yes")

    expect_unsaved(page, CODE)
    held[0].continue_()
    expect_saved(page, CODE)


def test_tick_is_saved_at_once(page, scan):
    statement(page, CODE).get_by_label("interessant").check()

    expect_saved(page, CODE)
    assert stored(scan, CODE).entry == Entry(interesting=True)


def test_remark_is_saved_after_a_pause_in_typing(page, scan):
    sent = posts(page)
    field = remark(page, CODE)

    field.press_sequentially(TEXT, delay=5)

    expect_unsaved(page, CODE)
    assert sent == []
    expect_saved(page, CODE)
    assert len(sent) == 1
    assert stored(scan, CODE).remark == TEXT
    expect(field).to_be_focused()


def test_not_applicable_shows_the_reason_and_its_caution(page, scan):
    expect(reason(page, CODE)).to_be_hidden()

    choose(page, CODE, "not_applicable")

    expect_saved(page, CODE)
    expect(reason(page, CODE)).to_be_visible()
    expect(statement(page, CODE)).to_contain_text("Kies dit niet te snel.")
    reason(page, CODE).fill("We hebben geen eigen scholen.")
    reason(page, CODE).blur()
    expect_saved(page, CODE)
    assert stored(scan, CODE).entry == Entry(
        "not_applicable", reason="We hebben geen eigen scholen."
    )
    choose(page, CODE, "no")
    expect(reason(page, CODE)).to_be_hidden()


def test_fast_changes_end_with_the_last_one(page, scan):
    """Faster than any answer of the server: the changes in between need no save of their own."""
    sent = posts(page)
    under_way, most = 0, 0

    def count(route: Route) -> None:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        response = route.fetch()
        under_way -= 1
        route.fulfill(response=response)

    page.route("**/themas/**", count)
    page.evaluate(
        """([code, values]) => values.forEach(value => {
            document.querySelector(`#${code} input[value=${value}]`).click();
        })""",
        [CODE, ["yes", "no", "unknown", "no", "unknown"]],
    )

    expect(statement(page, CODE).locator(f"[name={CODE}-version]")).to_have_value("2")
    expect_saved(page, CODE)
    assert (len(sent), most) == (2, 1)
    assert (stored(scan, CODE).value, stored(scan, CODE).version) == ("unknown", 2)


def test_button_waits_for_the_answer_to_a_save(page, scan):
    """The first save is stored, but the page does not know its version yet."""
    held: list[tuple[Route, APIResponse]] = []

    def late(route: Route) -> None:
        if held:
            route.continue_()
        else:
            held.append((route, route.fetch()))

    page.route("**/themas/**", late)
    choose(page, CODE, "yes")
    choose(page, CODE, "no")

    page.get_by_role("button", name="Bewaren en verder met thema 11").click(no_wait_after=True)
    page.wait_for_timeout(300)
    route, response = held[0]
    route.fulfill(response=response)

    expect(page).to_have_url(re.compile(SECOND))
    assert stored(scan, CODE).value == "no"


def test_reload_shows_what_is_stored(page):
    choose(page, CODE, "unknown")
    expect_saved(page, CODE)
    remark(page, CODE).fill(TEXT)
    remark(page, CODE).blur()
    expect_saved(page, CODE)

    page.reload()

    assert statement(page, CODE).locator("input[value=unknown]").is_checked()
    assert remark(page, CODE).input_value() == TEXT
    expect_saved(page, CODE)


def test_counts_follow_every_answer(page):
    ladder = page.locator("#step-1-count")
    side = page.locator(f"#side-{FIRST} .th-c")
    total = page.locator("#scan-total .side-total")
    expect(ladder).to_have_text("0 van 3")

    choose(page, CODE, "yes")

    expect(ladder).to_have_text("1 van 3")
    expect(side).to_have_text("1/ van 15")
    expect(total).to_have_text("1 van 30 stellingen")
    for code in codes(FIRST)[1:]:
        choose(page, code, "no")
        expect_saved(page, code)
    expect(ladder).to_have_text("3 van 3")
    expect(side).to_have_text("klaar")
    expect(total).to_have_text("15 van 30 stellingen")


def test_text_that_is_too_long_is_refused_with_its_limit(page, scan):
    remark(page, CODE).fill("x" * 2001)
    remark(page, CODE).blur()

    expect(statement(page, CODE)).to_contain_text("Er is plaats voor 2000.")
    expect_unsaved(page, CODE)
    assert remark(page, CODE).input_value() == "x" * 2001
    assert stored(scan, CODE) is None
