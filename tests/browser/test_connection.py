"""What arrives late, is refused or never arrives: said in words, kept on the page, tried again."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from scans.models import Scan
from tests.browser.screen import (
    GREETING,
    bar,
    choose,
    expect_saved,
    expect_unsaved,
    mark,
    open_theme,
    remark,
    statement,
)
from tests.browser.watch import Watch
from tests.browser.world import FIRST, PASSWORD, World, stored

CODE, OTHER = "werking-1a", "werking-1b"
WITHIN_RETRY = 6000
TEXT = "Na te vragen bij de financieel directeur."
# What htmx says in the console of a save that did not arrive.
OFFLINE = ["htmx:sendError", "htmx:afterRequest", "net::ERR_INTERNET_DISCONNECTED"]
REFUSED = ["Response Status Error Code"]


@pytest.fixture
def page(page_of: Callable[..., Page], world: World, scan: Scan) -> Page:
    """Els on the first theme."""
    page = page_of(world.els)
    open_theme(page, scan, FIRST)
    return page


def failing(status: int) -> Callable[[Route], None]:
    def answer(route: Route) -> None:
        if route.request.method == "POST":
            route.fulfill(status=status, body="")
        else:
            route.fallback()

    return answer


def test_offline_keeps_the_text_and_saves_it_later(page, scan, watch: Watch):
    watch.expected += OFFLINE
    page.context.set_offline(True)

    remark(page, CODE).fill(TEXT)

    expect(bar(page)).to_contain_text("Geen verbinding.")
    expect_unsaved(page, CODE)
    assert remark(page, CODE).input_value() == TEXT
    assert stored(scan, CODE) is None
    page.context.set_offline(False)
    expect(mark(page, CODE)).to_contain_text("Bewaard om", timeout=WITHIN_RETRY)
    expect(bar(page)).to_have_count(0)
    assert stored(scan, CODE).remark == TEXT


def test_button_stays_on_the_page_while_offline(page, scan, watch: Watch):
    watch.expected += OFFLINE
    page.context.set_offline(True)
    remark(page, CODE).fill(TEXT)

    page.get_by_role("button", name="Bewaren en verder met thema 11").click()

    expect(bar(page)).to_contain_text("Geen verbinding.")
    expect(page).to_have_url(re.compile(FIRST))
    assert remark(page, CODE).input_value() == TEXT
    page.context.set_offline(False)
    expect_saved(page, CODE)
    expect(page).to_have_url(re.compile(FIRST))


def test_broken_server_is_tried_again(page, scan, watch: Watch):
    watch.expected += [*REFUSED, "answer 500"]
    page.route("**/themas/**", failing(500))

    choose(page, CODE, "yes")
    choose(page, OTHER, "no")

    expect(bar(page)).to_contain_text("Geen verbinding.")
    expect_unsaved(page, CODE)
    expect_unsaved(page, OTHER)
    page.unroute("**/themas/**")
    expect(mark(page, CODE)).to_contain_text("Bewaard om", timeout=WITHIN_RETRY)
    expect_saved(page, OTHER)
    expect(bar(page)).to_have_count(0)
    assert stored(scan, CODE).value == "yes"


def test_server_that_does_not_answer_is_tried_again(page, scan, watch: Watch):
    watch.expected += ["htmx:timeout", "htmx:afterRequest"]
    page.evaluate("htmx.config.timeout = 300")
    page.route("**/themas/**", lambda route: None)

    choose(page, CODE, "yes")

    expect(bar(page)).to_contain_text("Geen verbinding.")
    page.unroute("**/themas/**")
    expect(mark(page, CODE)).to_contain_text("Bewaard om", timeout=WITHIN_RETRY)


@pytest.mark.parametrize("forgotten", [{"name": "session"}, {}], ids=["session", "all-cookies"])
def test_ended_session_keeps_the_text_until_the_next_sign_in(page, scan, watch: Watch, forgotten):
    watch.expected += REFUSED
    page.context.clear_cookies(**forgotten)

    remark(page, CODE).fill(TEXT)

    expect(bar(page)).to_contain_text("U bent afgemeld.")
    expect_unsaved(page, CODE)
    assert page.get_by_label("Wachtwoord").count() == 0
    with page.context.expect_page() as opened:
        bar(page).get_by_role("link").click()
    door = opened.value
    door.get_by_label("E-mailadres").fill("els@elzenvoorde.example")
    door.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    door.get_by_role("button", name="Aanmelden").click()
    expect(door).to_have_url(re.compile(f"{FIRST}/$"))
    door.close()
    expect(mark(page, CODE)).to_contain_text("Bewaard om", timeout=WITHIN_RETRY)
    expect(bar(page)).to_have_count(0)
    assert stored(scan, CODE).remark == TEXT


def test_removed_member_is_told_that_nothing_is_saved(page, scan, world, watch: Watch):
    watch.expected += REFUSED
    world.els.memberships.all().delete()

    choose(page, CODE, "yes")

    expect(bar(page)).to_contain_text("Dit kon niet bewaard worden.")
    expect_unsaved(page, CODE)
    assert stored(scan, CODE) is None


def test_scan_finished_meanwhile_says_why_nothing_is_saved(page, scan, world):
    world.finish(scan)

    choose(page, CODE, "yes")

    expect_unsaved(page, CODE)
    expect(statement(page, CODE)).to_contain_text("De scan is afgerond voor uw antwoord aankwam.")
    assert stored(scan, CODE) is None


def test_saved_mark_and_connection_are_announced(page, watch: Watch):
    watch.expected += OFFLINE
    page.evaluate(
        """code => {
            window.heard = [];
            for (const region of document.querySelectorAll(`[role=status]`)) {
                new MutationObserver(() => window.heard.push(region.innerText.trim()))
                    .observe(region, {subtree: true, childList: true, attributes: true});
            }
        }"""
    )

    choose(page, CODE, "yes")
    expect_saved(page, CODE)
    page.context.set_offline(True)
    choose(page, OTHER, "yes")
    expect(bar(page)).to_have_count(1)

    heard = page.evaluate("window.heard.filter(Boolean)")
    assert any(text.startswith("Bewaard om") for text in heard)
    assert any(text.startswith("Geen verbinding.") for text in heard)


def leave(page: Page, answer: str) -> list[str]:
    """Tries to go to the home page; the kinds of questions the browser asked."""
    asked = []

    def on_dialog(dialog) -> None:
        asked.append(dialog.type)
        getattr(dialog, answer)()

    page.on("dialog", on_dialog)
    page.get_by_role("link", name="Start", exact=True).click(no_wait_after=True)
    page.wait_for_timeout(300)
    page.remove_listener("dialog", on_dialog)
    return asked


def test_leaving_asks_first_while_something_is_not_saved(page, watch: Watch):
    watch.expected += OFFLINE
    page.context.set_offline(True)
    remark(page, CODE).fill(TEXT)
    expect(bar(page)).to_have_count(1)

    asked = leave(page, "dismiss")

    assert asked == ["beforeunload"]
    assert remark(page, CODE).input_value() == TEXT
    page.context.set_offline(False)
    expect_saved(page, CODE)


def test_leaving_asks_nothing_when_all_is_saved(page):
    choose(page, CODE, "yes")
    expect_saved(page, CODE)

    asked = leave(page, "dismiss")

    assert asked == []
    expect(page.locator("h1")).to_have_text(GREETING)


def test_other_button_while_typing_asks_first(page):
    """The switch in the footer is a form too, but it does not save the page."""
    page.route("**/themas/**", lambda route: None)
    remark(page, CODE).fill(TEXT)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))

    page.get_by_role("button", name="English").click(no_wait_after=True)
    page.wait_for_timeout(300)

    assert asked == ["beforeunload"]
    assert remark(page, CODE).input_value() == TEXT
