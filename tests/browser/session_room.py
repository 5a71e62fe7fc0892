"""The room of the session walk: the desk, the screen and the phones, and what is done with them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from playwright.sync_api import expect

from tests.browser.session_people import Desk, Live, Phone
from tests.browser.walking import expect_message, press
from tests.browser.words import dutch
from trajects.models import LiveSession, ThemeChoice, Traject, Urn, VotingRound
from trajects.queries.rounds import counts_of, round_state
from trajects.voting import NO_OPINION, POINTS, RoundState

NOTE = "De groep wil het patrimonium eerst."


@dataclass
class Room:
    """What is in it."""

    desk: Desk
    screen: Live
    phones: Sequence[Phone]

    @property
    def session(self) -> LiveSession:
        return LiveSession.objects.get()

    def round(self, number: int) -> VotingRound:
        return self.session.rounds.get(number=number)

    def of(self, *names: str) -> list[Phone]:
        return [phone for phone in self.phones if phone.name in names]

    def all_but(self, *phones: Phone) -> list[Phone]:
        return [phone for phone in self.phones if phone not in phones]


def points(place: int, keys: Iterable[str]) -> dict[str, str]:
    """Of one person; every third person leaves the last theme open."""
    shown = list(keys)[: None if place % 3 else -1]
    return {key: POINTS[(place + number * (place % 2 + 1)) % 4] for number, key in enumerate(shown)}


def begin(room: Room, traject: Traject) -> None:
    page, shown = room.desk.page, room.screen.page
    page.goto(f"/trajecten/{traject.pk}/sessies/")
    press(page, "Start the session")
    expect_message(page, "The session is open. Show the screen to the room.")
    door = page.get_by_role("link", name=dutch("Open the screen for the room"))
    shown.goto(door.get_attribute("href"))
    expect(shown.locator(".beamer-code")).to_have_text(room.session.code)
    room.screen.fits()


def let_in(room: Room, phones: Sequence[Phone]) -> None:
    """Who has an account is in at once; the others wait together."""
    code = room.session.code
    guests = [phone for phone in phones if not phone.is_member]
    for phone in phones:
        phone.comes_in(code)
    for phone in guests:
        phone.sees("Welcome, %(name)s", name=phone.name)
        room.desk.lets_in(phone)
    for phone in phones:
        phone.expects(phone.page.locator(".vote-who", has_text=phone.name))


def steer_to_the_vote(room: Room, phone: Phone) -> None:
    """Scan and photo, a theme with notes, one step back and on again; everybody follows."""
    desk, screen = room.desk, room.screen
    desk.presses("Show scan and photo")
    screen.sees("What the scan and the photo say")
    expect(screen.page.locator(".vr-table tbody")).to_have_count(6)
    phone.sees("What the scan and the photo show")
    desk.presses("Begin the conversation")
    theme = room.session.traject.candidates.running().first()
    desk.presses("Show the questions", of=f": {theme.full_name}")
    screen.expects(screen.page.locator("h1", has_text=theme.full_name))
    desk.page.locator("[name=text]").fill(NOTE)
    desk.presses("Save the notes")
    desk.presses("One step back")
    screen.sees("What the scan and the photo say")
    desk.presses("Begin the conversation")
    expect(desk.page.locator("[name=text]")).to_have_value(NOTE)


def open_the_round(
    room: Room, voters: Iterable[Phone], number: int, *, themes: int | None = None
) -> list[str]:
    """The whole list stands there, to be confirmed; `themes` makes it a shortlist. The keys of
    what is voted on."""
    page = room.desk.page
    names = [name.strip() for name in page.locator(".rolllist li").all_inner_texts()]
    assert sorted(names) == sorted(phone.name for phone in voters)
    for box in page.locator("[name=items]").all()[themes:] if themes else ():
        box.uncheck()
    press(page, "Open the round now")
    expect_message(page, "The round is open. Everybody can vote now.")
    return room.round(number).keys


def expect_turnout(room: Room, voted: int, of: int) -> None:
    said = dutch("%(voted)s of %(all)s have voted", voted=voted, all=of)
    room.screen.expects(room.screen.page.locator(".beamer-count", has_text=said))


def close_the_round(room: Room, number: int) -> None:
    running = room.round(number)
    many = running.roll.count()
    assert round_state(running) == RoundState(on_roll=many, submitted=many, ballots=many)
    room.desk.expects(room.desk.page.get_by_role("button", name=dutch("Close the round")))
    room.desk.presses("Close the round")
    expect_message(room.desk.page, "The round is closed and counted. All ballots are destroyed.")
    room.screen.sees("What the lead group chose in round %(number)s", number=number)
    rows = room.screen.page.locator(".vr-table tbody tr:not(.line)")
    expect(rows).to_have_count(len(running.keys))


def assert_all_counted_once(room: Room, number: int) -> None:
    """What everybody chose last, and nothing else."""
    counted = room.round(number)
    ballots = [phone.chose[number] for phone in room.phones if number in phone.chose]
    assert counts_of(counted) == {
        key: {
            option: sum(ballot.get(key, NO_OPINION) == option for ballot in ballots)
            for option in POINTS
        }
        for key in counted.keys
    }
    assert {sum(line.values()) for line in counts_of(counted).values()} == {len(ballots)}
    assert counted.roll.filter(submitted=True).count() == counted.roll.count() == len(ballots)
    assert not Urn.objects.exists()


def choose(room: Room) -> None:
    """What the last round proposes, and the end."""
    room.desk.presses("Go to the choice")
    room.screen.sees("Which themes do we choose, and why?")
    room.desk.goes_to("Write down the choice")
    page = room.desk.page
    for place, row in enumerate(page.locator(".choosing-row").all()[:-1]):
        row.locator(f"[value={'chosen' if place < 2 else 'parked'}]").check()
        row.locator("textarea").fill("Zo zei de groep het.")
    page.locator("#id_rest").fill("Dat komt later.")
    press(page, "Write down the choice")
    expect_message(page, "The choice is written down.")
    assert ThemeChoice.objects.filter(chosen=True).count() == 2
    room.screen.sees("The choice of the group")


def end(room: Room, traject: Traject) -> None:
    room.desk.page.goto(f"/trajecten/{traject.pk}/sessies/{room.session.pk}/")
    room.desk.page.locator("#end summary").click()
    room.desk.presses("End the session now")
    expect_message(room.desk.page, "The session has ended. Its code opens nothing any more.")
    for phone in room.phones:
        phone.sees("The session is over")
