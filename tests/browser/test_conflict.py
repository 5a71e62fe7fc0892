"""Two people on the same statement: nobody's answer is lost without a choice."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from scans.entries import Entry
from scans.models import Scan
from tests.browser.screen import (
    MINE,
    THEIRS,
    choose,
    expect_saved,
    expect_unsaved,
    open_theme,
    remark,
    statement,
    version,
)
from tests.browser.world import FIRST, World, stored

CODE, OTHER = "werking-1a", "werking-1b"
BRAM_WROTE = "Staat in het meerjarenplan, blz. 12."
ELS_WROTE = "Nog niet in het meerjarenplan."


def differing(els: Page, bram: Page, scan: Scan) -> None:
    """Els opens the page, Bram saves "yes" with a remark, and then Els answers "no" with hers."""
    open_theme(els, scan, FIRST)
    open_theme(bram, scan, FIRST)
    choose(bram, CODE, "yes")
    expect_saved(bram, CODE)
    remark(bram, CODE).fill(BRAM_WROTE)
    remark(bram, CODE).blur()
    expect_saved(bram, CODE)
    choose(els, CODE, "no")


@pytest.fixture
def pages(page_of: Callable[..., Page], world: World, scan: Scan) -> tuple[Page, Page]:
    """Els and Bram, each in a browser, in disagreement."""
    els, bram = page_of(world.els), page_of(world.bram)
    differing(els, bram, scan)
    return els, bram


def conflict(page: Page) -> Locator:
    return statement(page, CODE).locator(".conflict")


def keep(page: Page, choice: str) -> None:
    conflict(page).get_by_role("button", name=choice).click()


def test_conflict_shows_both_versions_who_and_when(pages, scan):
    els, _bram = pages

    block = conflict(els)

    expect(block.get_by_role("heading")).to_have_text("Bram antwoordde iets anders")
    mine, theirs = block.locator(".version").all()
    expect(mine).to_contain_text("Uw antwoord")
    expect(mine.locator(".v-ans")).to_have_text("nee")
    expect(theirs).to_contain_text("Bram Maes, Bewaard om")
    expect(theirs.locator(".v-ans")).to_have_text("ja")
    expect(theirs).to_contain_text(BRAM_WROTE)
    expect_unsaved(els, CODE)
    assert statement(els, CODE).locator("input[value=no]").is_checked()
    assert stored(scan, CODE).entry == Entry("yes", remark=BRAM_WROTE)


def test_keeping_mine_replaces_theirs(pages, scan, world):
    els, _bram = pages

    keep(els, MINE)

    expect_saved(els, CODE)
    expect(conflict(els)).to_have_count(0)
    assert stored(scan, CODE).entry == Entry("no")
    assert stored(scan, CODE).updated_by == world.els
    assert version(els, CODE) == str(stored(scan, CODE).version)


def test_keeping_theirs_drops_mine(pages, scan, world):
    els, _bram = pages
    before = stored(scan, CODE).version

    keep(els, THEIRS)

    expect_saved(els, CODE)
    expect(conflict(els)).to_have_count(0)
    assert statement(els, CODE).locator("input[value=yes]").is_checked()
    assert remark(els, CODE).input_value() == BRAM_WROTE
    assert (stored(scan, CODE).version, stored(scan, CODE).updated_by) == (before, world.bram)


def test_focus_stays_in_the_statement_after_the_choice(pages):
    els, _bram = pages
    conflict(els).get_by_role("button", name=THEIRS).focus()

    els.keyboard.press("Enter")

    expect(conflict(els)).to_have_count(0)
    assert els.evaluate("document.activeElement.name") == f"{CODE}-answer"


def test_text_typed_on_top_of_a_conflict_is_kept_with_the_choice(pages, scan):
    els, _bram = pages
    remark(els, CODE).fill(ELS_WROTE)
    remark(els, CODE).blur()
    expect(conflict(els).locator(".version").first).to_contain_text(ELS_WROTE)

    keep(els, MINE)

    expect_saved(els, CODE)
    assert stored(scan, CODE).entry == Entry("no", remark=ELS_WROTE)


def test_third_save_in_between_asks_again(pages, scan):
    els, bram = pages
    expect(conflict(els)).to_be_visible()
    choose(bram, CODE, "unknown")
    expect_saved(bram, CODE)

    keep(els, MINE)

    expect(conflict(els).locator(".version").last.locator(".v-ans")).to_have_text("weet niet")
    assert stored(scan, CODE).value == "unknown"
    keep(els, MINE)
    expect_saved(els, CODE)
    assert stored(scan, CODE).value == "no"


def test_going_back_to_their_answer_settles_it(pages, scan):
    els, _bram = pages
    expect(conflict(els)).to_be_visible()

    remark(els, CODE).fill(BRAM_WROTE)
    choose(els, CODE, "yes")

    expect_saved(els, CODE)
    expect(conflict(els)).to_have_count(0)
    assert stored(scan, CODE).entry == Entry("yes", remark=BRAM_WROTE)


def test_leaving_with_an_open_conflict_asks_first(pages):
    els, _bram = pages
    expect(conflict(els)).to_be_visible()
    asked = []
    els.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))

    els.get_by_role("link", name="Start", exact=True).click(no_wait_after=True)
    els.wait_for_timeout(300)

    assert asked == ["beforeunload"]
    expect(conflict(els)).to_be_visible()


def test_page_button_with_an_open_conflict_shows_it_again(pages, scan):
    els, _bram = pages
    expect(conflict(els)).to_be_visible()

    els.get_by_role("button", name="Bewaren en verder met thema 11").click()

    expect(els.get_by_role("alert")).to_contain_text("1 stelling is nog niet bewaard")
    expect(conflict(els)).to_be_visible()
    assert stored(scan, CODE).value == "yes"


@pytest.fixture
def scriptless(page_of: Callable[..., Page], world: World, scan: Scan) -> Page:
    """Els without JavaScript, after her post ran into Bram's answer."""
    els = page_of(world.els, java_script_enabled=False)
    differing(els, page_of(world.bram), scan)
    choose(els, OTHER, "unknown")
    els.get_by_role("button", name="Bewaren en verder met thema 11").click()
    return els


def test_conflict_without_javascript_saves_the_other_answers(scriptless, scan):
    expect(scriptless.get_by_role("alert")).to_contain_text("1 stelling is nog niet bewaard")
    expect_saved(scriptless, OTHER)
    assert stored(scan, OTHER).value == "unknown"
    assert scriptless.locator(".conflict").count() == 1
    expect(conflict(scriptless)).to_contain_text("Bram Maes, Bewaard om")
    assert statement(scriptless, CODE).locator("input[value=no]").is_checked()
    assert stored(scan, CODE).value == "yes"


def test_keeping_mine_without_javascript(scriptless, scan):
    keep(scriptless, MINE)

    assert stored(scan, CODE).entry == Entry("no")
    expect(scriptless.locator(".conflict")).to_have_count(0)


def test_keeping_theirs_without_javascript(scriptless, scan):
    keep(scriptless, THEIRS)

    assert stored(scan, CODE).entry == Entry("yes", remark=BRAM_WROTE)
    expect(scriptless.locator(".conflict")).to_have_count(0)


def test_enter_in_an_answer_chooses_no_version(scriptless, scan):
    """The first button of the form is the one that Enter presses."""
    statement(scriptless, OTHER).locator("input[value=unknown]").focus()

    with scriptless.expect_navigation():
        scriptless.keyboard.press("Enter")

    expect(conflict(scriptless)).to_be_visible()
    assert stored(scan, CODE).value == "yes"
