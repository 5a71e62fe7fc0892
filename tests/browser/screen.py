"""What a person does and sees on the theme page."""

import re

from playwright.sync_api import Locator, Page, expect

from scans.models import Scan

# The start page greets by the clock.
GREETING = re.compile(r"^\s*Goede(morgen|middag|navond), Els\s*$")
UNSAVED = "Nog niet bewaard"
MINE, THEIRS = "Mijn antwoord bewaren", "Antwoord van Bram houden"


def open_theme(page: Page, scan: Scan, theme: str) -> None:
    page.goto(f"/scans/{scan.pk}/themas/{theme}/")


def statement(page: Page, code: str) -> Locator:
    return page.locator(f"fieldset#{code}")


def choose(page: Page, code: str, value: str) -> None:
    statement(page, code).locator(f"input[value={value}]").check()


def mark(page: Page, code: str) -> Locator:
    """What the statement says of its own saving; only what is visible."""
    return statement(page, code).locator(".saved:visible, .st-wait:visible")


def expect_saved(page: Page, code: str) -> None:
    expect(mark(page, code)).to_contain_text("Bewaard om")


def expect_unsaved(page: Page, code: str) -> None:
    expect(mark(page, code)).to_have_text(UNSAVED)


def version(page: Page, code: str) -> str:
    return statement(page, code).locator(f"[name={code}-version]").input_value()


def remark(page: Page, code: str) -> Locator:
    """The text field of the remark, opened as a person does."""
    tool = statement(page, code).locator(".st-remark")
    if tool.get_attribute("open") is None:
        tool.locator("summary").click()
    return tool.get_by_label("Uw opmerking")


def reason(page: Page, code: str) -> Locator:
    return statement(page, code).get_by_label("Waarom is dit niet van toepassing?")


def bar(page: Page) -> Locator:
    return page.locator("#connection .netbar:visible")
