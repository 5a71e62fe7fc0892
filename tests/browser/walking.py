"""How a person goes through pages: presses, follows, reads what is said. Words are the English of
the source."""

import re

from playwright.sync_api import Page, expect

from tests.browser.accessibility import assert_no_sideways_scroll
from tests.browser.words import dutch


def named(english: str, of: str = "") -> re.Pattern[str]:
    """`of` is what only a screen reader says behind the words; a browser may put a space before."""
    return re.compile(rf"^\s*{re.escape(dutch(english))}\s*{re.escape(of)}\s*$")


def press(page: Page, english: str, of: str = "") -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=named(english, of)).first.click()
    assert_no_sideways_scroll(page)


def follow(page: Page, english: str, of: str = "") -> None:
    link = page.get_by_role("link", name=named(english, of))
    with page.expect_navigation():
        link.locator("visible=true").first.click()
    assert_no_sideways_scroll(page)


def expect_message(page: Page, english: str, **values: object) -> None:
    expect(page.locator(".messages")).to_contain_text(dutch(english, **values))


def expect_title(page: Page, english: str, **values: object) -> None:
    said = re.escape(dutch(english, **values))
    expect(page.locator("h1")).to_have_text(re.compile(rf"^\s*{said}\s*$"))
