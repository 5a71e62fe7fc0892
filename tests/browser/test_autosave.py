"""The saved mark tells the truth, whatever happens to the connection."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import APIResponse, Page, Route, expect

from scans.entries import Entry
from scans.models import Scan
from tests.browser.screen import (
    bar,
    choose,
    expect_saved,
    expect_unsaved,
    mark,
    open_theme,
    reason,
    remark,
    statement,
)
from tests.browser.watch import Watch
from tests.browser.world import FIRST, PASSWORD, SECOND, World, codes, stored

CODE, OTHER = "werking-1a", "werking-1b"
WITHIN_RETRY = 6000
TEXT = "Na te vragen bij de financieel directeur."
# What htmx says in the console of a save that did not arrive.
OFFLINE = ["htmx:sendError", "htmx:afterRequest", "net::ERR_INTERNET_DISCONNECTED"]
REFUSED = ["Response Status Error Code"]


@pytest.fixture
def scan(world: World) -> Scan:
    return world.start()


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


def failing(status: int) -> Callable[[Route], None]:
    def answer(route: Route) -> None:
        if route.request.method == "POST":
            route.fulfill(status=status, body="")
        else:
            route.fallback()

    return answer


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


def test_text_that_is_too_long_is_refused_with_its_limit(page, scan):
    remark(page, CODE).fill("x" * 2001)
    remark(page, CODE).blur()

    expect(statement(page, CODE)).to_contain_text("Er is plaats voor 2000.")
    expect_unsaved(page, CODE)
    assert remark(page, CODE).input_value() == "x" * 2001
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
    expect(page.locator("h1")).to_have_text("Dag Els")


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
