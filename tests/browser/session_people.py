"""Who is in the room of the session walk, and what each does. Pages of a session load themselves
again when it moves on; without JavaScript a person loads them again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

from tests.browser.accessibility import assert_no_sideways_scroll
from tests.browser.walking import expect_title, named, press
from tests.browser.words import dutch
from trajects.voting import NO_OPINION

# So long a page may take to find out that the session moved on: two polls, on a busy machine.
SOON = 15_000


def has_scripts(page: Page) -> bool:
    return page.evaluate("matchMedia('(scripting: enabled)').matches")


def expect_soon(page: Page, shown: Locator) -> None:
    """By itself where there is JavaScript, else after loading again."""
    if not has_scripts(page):
        page.reload()
    expect(shown).to_be_visible(timeout=SOON)
    assert_no_sideways_scroll(page)


def title(page: Page, english: str, **values: object) -> Locator:
    return page.locator("h1", has_text=dutch(english, **values))


@dataclass
class Phone:
    """Of one person in the room. `chose` is what counts for this person in each round."""

    name: str
    page: Page
    member: bool = False
    chose: dict[int, dict[str, str]] = field(default_factory=dict)

    def come_in(self, code: str) -> None:
        """By the code on the screen; who signed in needs no name."""
        self.page.goto("/sessie/")
        self.page.locator("#id_code").fill(code.lower())
        press(self.page, "To the session")
        if not self.member:
            self.page.locator("#id_name").fill(self.name)
        press(self.page, "Join the session")

    def sees(self, english: str, **values: object) -> None:
        expect_soon(self.page, title(self.page, english, **values))

    def is_seated(self) -> None:
        expect(self.page.locator(".vote-who")).to_contain_text(self.name)

    def opens_the_ballot(self) -> None:
        self.sees("The vote is open")
        with self.page.expect_navigation():
            self.page.locator("main a.btn-primary").click()
        expect_title(self.page, "Which themes come first?")
        assert_no_sideways_scroll(self.page)

    def fills_in(self, choices: Mapping[str, str]) -> None:
        """Taps the words, as a thumb does."""
        expect(self.page.locator("input:checked")).to_have_count(0)
        for key, option in choices.items():
            box = self.page.locator(f"label:has([name={key}][value='{option}'])")
            box.click()

    def casts(self, number: int, choices: Mapping[str, str]) -> None:
        press(self.page, "Cast my vote")
        expect_title(self.page, "Your vote is in")
        self.chose[number] = dict(choices)

    def votes(self, number: int, choices: Mapping[str, str]) -> None:
        self.opens_the_ballot()
        self.fills_in(choices)
        self.casts(number, choices)

    def votes_again(self, number: int, choices: Mapping[str, str]) -> None:
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=named("Fill in again")).click()
        self.fills_in(choices)
        self.casts(number, choices)

    def reloads(self) -> None:
        self.page.reload()

    def loses_the_tab(self, code: str) -> None:
        """And opens the session again in the same browser."""
        context = self.page.context
        self.page.close()
        self.page = context.new_page()
        self.page.set_default_timeout(SOON)
        self.page.goto(f"/sessie/{code}/")


@dataclass
class Desk:
    """Of the moderator."""

    page: Page

    def presses(self, english: str, of: str = "") -> None:
        """On a page that may load itself again at any moment: what is sent counts."""
        button = self.page.get_by_role("button", name=named(english, of)).first
        with self.page.expect_response(lambda answer: answer.request.method == "POST"):
            button.click(timeout=SOON)
        self.page.wait_for_load_state()
        assert_no_sideways_scroll(self.page)

    def lets_in(self, phone: Phone) -> None:
        waiting = self.page.locator(".desk-waiting li", has_text=phone.name)
        expect_soon(self.page, waiting)
        self.presses("Let in", of=phone.name)
        expect(waiting).to_have_count(0)

    def goes_to(self, english: str) -> None:
        """By the link of the next step."""
        link = self.page.get_by_role("link", name=named(english))
        expect_soon(self.page, link)
        with self.page.expect_navigation():
            link.click()
        assert_no_sideways_scroll(self.page)


def completed(choices: Mapping[str, str], keys: list[str]) -> dict[str, str]:
    """What is left open is no opinion."""
    return {key: choices.get(key, NO_OPINION) for key in keys}
