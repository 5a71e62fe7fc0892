"""Who is in the room of the session walk, and what each does. Pages of a session load themselves
again when it moves on; without JavaScript a person loads them again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from playwright.sync_api import Error, Locator, Page, expect

from tests.browser.accessibility import assert_no_sideways_scroll
from tests.browser.walking import expect_title, named, press
from tests.browser.words import dutch

# So long it may take until a page finds out that the session moved on: a few polls, on a machine
# that is busy with fifteen browsers.
SOON = 20_000


@dataclass
class Live:
    """A page that follows the session. `by_hand`: without JavaScript, so it is loaded again."""

    page: Page
    by_hand: bool = field(default=False, kw_only=True)

    def expects(self, shown: Locator) -> None:
        if self.by_hand:
            self.page.reload()
        expect(shown.first).to_be_visible(timeout=SOON)
        self.fits()

    def fits(self) -> None:
        """Measured again when the page loaded itself at that very moment."""
        try:
            assert_no_sideways_scroll(self.page)
        except Error:
            self.page.wait_for_load_state()
            assert_no_sideways_scroll(self.page)

    def sees(self, english: str, **values: object) -> None:
        self.expects(self.page.locator("h1", has_text=dutch(english, **values)))

    def presses(self, english: str, of: str = "") -> None:
        """On a page that may load itself again at any moment: what is sent counts."""
        button = self.page.get_by_role("button", name=named(english, of)).first
        with self.page.expect_response(lambda answer: answer.request.method == "POST"):
            button.click()
        self.page.wait_for_load_state()
        self.fits()

    def goes_to(self, english: str) -> None:
        """By a link that may not be there yet."""
        link = self.page.get_by_role("link", name=named(english))
        self.expects(link)
        with self.page.expect_navigation():
            link.click()
        self.fits()


@dataclass
class Desk(Live):
    """Of the moderator."""

    def lets_in(self, phone: Phone) -> None:
        waiting = self.page.locator(".desk-waiting li", has_text=phone.name)
        self.expects(waiting)
        self.presses("Let them in", of=phone.name)
        expect(waiting).to_have_count(0)


@dataclass
class Phone(Live):
    """Of one person in the room. `chose` is what counts for this person in each round."""

    name: str
    is_member: bool = False
    chose: dict[int, dict[str, str]] = field(default_factory=dict)

    def comes_in(self, code: str) -> None:
        """By the code on the screen; who signed in needs no name."""
        self.page.goto("/sessie/")
        self.page.locator("#id_code").fill(code.lower())
        press(self.page, "To the session")
        if not self.is_member:
            self.page.locator("#id_name").fill(self.name)
        self.presses("Join the session")

    def is_seated(self) -> None:
        expect(self.page.locator(".vote-who")).to_contain_text(self.name)

    def opens_the_ballot(self) -> None:
        self.sees("The vote is open")
        with self.page.expect_navigation():
            self.page.locator("main a.btn-primary").click()
        expect_title(self.page, "Which themes come first?")
        self.fits()

    def fills_in(self, choices: Mapping[str, str]) -> None:
        """Taps the words, as a thumb does."""
        expect(self.page.locator("input:checked")).to_have_count(0)
        for key, option in choices.items():
            self.page.locator(f"label:has([name={key}][value='{option}'])").click()

    def casts(self, number: int, choices: Mapping[str, str]) -> None:
        self.presses("Cast my vote")
        expect_title(self.page, "Your vote is in")
        self.chose[number] = dict(choices)

    def votes(self, number: int, choices: Mapping[str, str]) -> None:
        self.opens_the_ballot()
        self.fills_in(choices)
        self.casts(number, choices)

    def votes_again(self, number: int, choices: Mapping[str, str]) -> None:
        self.goes_to("Fill in again")
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
