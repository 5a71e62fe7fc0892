"""A session with one moderator, one screen for the room and a phone for everybody: through two
rounds, with all that happens to phones. In the end no vote is lost and none counts twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from time import monotonic

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.accessibility import assert_no_sideways_scroll
from tests.browser.session_people import (
    SOON,
    Desk,
    Phone,
    completed,
    expect_soon,
    title,
)
from tests.browser.session_world import traject_with_candidates
from tests.browser.walking import expect_message, expect_title, follow, press
from tests.browser.words import dutch
from tests.browser.world import World
from tests.trajects.factories import ParticipantWithAccountFactory
from trajects.actions.rounds import cast
from trajects.models import LiveSession, Part, ThemeChoice, Traject, Urn, VotingRound
from trajects.queries.rounds import counts_of, round_state
from trajects.voting import NO_OPINION, POINTS, RoundState

NewContext = Callable[..., BrowserContext]
GUESTS = ("Aya", "Ben", "Cas", "Dirk", "Eva", "Fien", "Gus", "Hanne", "Ivo")
LATE = "Jef"
ROOM = {"width": 1920, "height": 1080}
HAND = {"width": 390, "height": 780}
# Six polls: they come every two to three seconds.
LONGER_THAN_FIVE_POLLS = 18
NO_CONNECTION = ["net::ERR_INTERNET_DISCONNECTED"]


@dataclass
class Room:
    """What is in it."""

    desk: Desk
    screen: Page
    phones: list[Phone]
    double: Phone | None = None

    @property
    def session(self) -> LiveSession:
        return LiveSession.objects.get()

    @property
    def code(self) -> str:
        return self.session.code

    def round(self, number: int) -> VotingRound:
        return self.session.rounds.get(number=number)

    def called(self, name: str) -> Phone:
        return next(phone for phone in self.phones if phone.name == name)

    def others(self, *names: str) -> list[Phone]:
        return [phone for phone in self.phones if phone.name not in names]


@pytest.fixture
def traject(world: World) -> Traject:
    """Six themes of the scan; Els moderates, Bram and Rita are in the lead group."""
    traject = traject_with_candidates(world)
    kept = traject.candidates.all()[6:12]
    traject.candidates.exclude(pk__in=[one.pk for one in kept]).delete()
    ParticipantWithAccountFactory(traject=traject, user=world.rita, part=Part.LEAD_GROUP)
    return traject


@pytest.fixture
def patient(new_context: NewContext) -> Callable[..., Page]:
    """A page of a browser of its own."""

    def page(**options: object) -> Page:
        page = new_context(**options).new_page()
        page.set_default_timeout(SOON)
        return page

    return page


@pytest.fixture
def room(world: World, traject: Traject, patient, sign_in) -> Room:
    """Twelve phones: two of members who signed in, ten of guests."""
    desk, screen = patient(), patient(viewport=ROOM)
    phones = [Phone(name, patient(viewport=HAND)) for name in (*GUESTS, LATE)]
    members = [Phone(who.name, patient(viewport=HAND), True) for who in (world.bram, world.rita)]
    double = Phone(world.bram.name, patient(), True)
    for page in (desk, screen):
        sign_in(page, world.els)
    for phone, who in zip((*members, double), (world.bram, world.rita, world.bram), strict=True):
        sign_in(phone.page, who)
    return Room(Desk(desk), screen, [*members, *phones], double)


def points(place: int, keys: Iterable[str]) -> dict[str, str]:
    """Of a person; every third person leaves the last theme open."""
    keys = list(keys)
    shown = keys if place % 3 else keys[:-1]
    return {key: POINTS[(place + number * (place % 2 + 1)) % 4] for number, key in enumerate(shown)}


# Steps of both walks


def begin(room: Room, traject: Traject) -> None:
    room.desk.page.goto(f"/trajecten/{traject.pk}/sessies/")
    press(room.desk.page, "Start the session")
    expect_message(room.desk.page, "The session is open. Show the screen to the room.")
    address = room.desk.page.get_by_role("link", name=dutch("Open the screen for the room"))
    room.screen.goto(address.get_attribute("href"))
    expect(room.screen.locator(".beamer-code")).to_have_text(room.code)
    assert room.screen.locator(".beamer-join svg[role=img]").bounding_box()["width"] > 300


def let_all_in(room: Room, phones: Iterable[Phone]) -> None:
    code = room.screen.locator(".beamer-code").inner_text()
    for phone in phones:
        phone.come_in(code)
        if not phone.member:
            phone.sees("Welcome, %(name)s", name=phone.name)
            room.desk.lets_in(phone)
    for phone in phones:
        phone.sees("You are in")
        phone.is_seated()


def open_the_round(room: Room, phones: Iterable[Phone], *, shortlist: int | None = None) -> None:
    """The whole list stands there, to be confirmed."""
    page = room.desk.page
    listed = page.locator(".rolllist li")
    assert sorted(listed.all_inner_texts()) == sorted(phone.name for phone in phones)
    for box in page.locator("[name=items]").all()[shortlist:] if shortlist else ():
        box.uncheck()
    press(page, "Open the round now")
    expect_message(page, "The round is open. Everybody can vote now.")


def expect_turnout(room: Room, voted: int, of: int) -> None:
    said = dutch("%(voted)s of %(all)s have voted") % {"voted": voted, "all": of}
    expect_soon(room.screen, room.screen.locator(".beamer-count", has_text=said))


def close_the_round(room: Room, number: int) -> None:
    running = room.round(number)
    many = running.roll.count()
    assert round_state(running) == RoundState(on_roll=many, submitted=many, ballots=many)
    expect_soon(room.desk.page, room.desk.page.get_by_role("button", name=dutch("Close the round")))
    room.desk.presses("Close the round")
    expect_message(room.desk.page, "The round is closed and counted. All ballots are destroyed.")
    expect_soon(
        room.screen,
        title(room.screen, "What the lead group chose in round %(number)s", number=number),
    )
    expect(room.screen.locator(".vr-table tbody tr:not(.line)")).to_have_count(len(running.keys))


def assert_counted_once_each(room: Room, number: int) -> None:
    """What everybody chose last, and nothing else."""
    counted = room.round(number)
    voters = [phone for phone in room.phones if number in phone.chose]
    chosen = [completed(phone.chose[number], counted.keys) for phone in voters]
    counts = {
        key: dict(Counter({option: 0 for option in POINTS}) + Counter())
        | Counter(ballot[key] for ballot in chosen)
        for key in counted.keys
    }
    assert {key: {o: n for o, n in line.items() if n} for key, line in counts_of(counted).items()} == {
        key: dict(line) for key, line in counts.items()
    }
    assert {sum(line.values()) for line in counts_of(counted).values()} == {len(voters)}
    assert counted.roll.filter(submitted=True).count() == counted.roll.count() == len(voters)
    assert not Urn.objects.exists()


# What happens to phones


def cut_off(phones: Iterable[Phone]) -> float:
    for phone in phones:
        phone.page.context.set_offline(True)
    return monotonic()


def back_online(phones: Iterable[Phone], since: float) -> None:
    """After a cut longer than five polls; until then the page says that there is no connection."""
    for phone in phones:
        expect(phone.page.locator("[data-offline]")).to_be_visible(timeout=SOON)
    while monotonic() - since < LONGER_THAN_FIVE_POLLS:
        next(iter(phones)).page.wait_for_timeout(200)
    for phone in phones:
        phone.page.context.set_offline(False)
        expect(phone.page.locator("[data-offline]")).to_be_hidden(timeout=SOON)


def steer_to_the_vote(room: Room) -> None:
    """Scan and photo, a theme with notes, one step back and on again; everybody follows."""
    desk, phone = room.desk, room.called("Aya")
    desk.presses("Show scan and photo")
    expect_soon(room.screen, title(room.screen, "What the scan and the photo say"))
    expect(room.screen.locator(".vr-table tbody")).to_have_count(6)
    phone.sees("What the scan and the photo show")
    desk.presses("Begin the conversation")
    theme = room.session.traject.candidates.running().first()
    desk.presses("Show the questions", of=f": {theme.full_name}")
    expect_soon(room.screen, room.screen.locator("h1", has_text=theme.full_name))
    desk.page.locator("[name=text]").fill("De groep wil het patrimonium eerst.")
    desk.presses("Save the notes")
    desk.presses("One step back")
    expect_soon(room.screen, title(room.screen, "What the scan and the photo say"))
    desk.presses("Begin the conversation")
    expect(desk.page.locator("[name=text]")).to_have_value("De groep wil het patrimonium eerst.")
    desk.goes_to("Open the voting round")


def test_session_of_twelve_phones_through_two_rounds(room, traject, watch):
    watch.expected += NO_CONNECTION
    late, bram = room.called(LATE), room.called("Bram Maes")
    aya, ben, cas, dirk = (room.called(name) for name in GUESTS[:4])

    # Everybody but one comes in; a reload and a lost tab keep the seat.
    begin(room, traject)
    let_all_in(room, room.others(LATE))
    ben.reloads()
    ben.is_seated()
    cas.loses_the_tab(room.code)
    cas.is_seated()
    room.double.come_in(room.code)
    room.double.sees("You are in")
    steer_to_the_vote(room)

    # Round 1: Dirk is cut off before it opens, and Bram has it open on two devices.
    cut = cut_off([dirk])
    open_the_round(room, room.others(LATE))
    keys = room.round(1).keys
    room.double.opens_the_ballot()
    late.come_in(room.code)
    room.desk.lets_in(late)
    late.sees("This round began without you")
    expect_turnout(room, 0, of=11)
    for place, phone in enumerate(room.others(LATE, "Dirk")):
        phone.votes(1, points(place, keys))
    expect_turnout(room, 10, of=11)
    room.double.fills_in(points(7, keys))
    press(room.double.page, "Cast my vote")
    expect_title(room.double.page, "You voted on another device")
    back_online([dirk], since=cut)
    dirk.votes(1, points(11, keys))
    aya.votes_again(1, points(5, keys))
    ben.reloads()
    expect_title(ben.page, "Your vote is in")
    bram.votes_again(1, points(2, keys))
    expect_turnout(room, 11, of=11)
    close_the_round(room, 1)
    assert_counted_once_each(room, 1)
    for phone in room.phones:
        phone.sees("Result of round %(number)s", number=1)

    # Round 2, over three themes: the late one votes too, and two fill in while they are cut off.
    room.desk.goes_to("Vote once more")
    open_the_round(room, room.phones, shortlist=3)
    keys = room.round(2).keys
    assert len(keys) == 3
    for phone in (cas, late):
        phone.opens_the_ballot()
    cut = cut_off([cas, late])
    for place, phone in enumerate((cas, late)):
        phone.fills_in(points(place, keys))
    for place, phone in enumerate(room.others(cas.name, late.name)):
        phone.votes(2, points(place + 1, keys))
    back_online([cas, late], since=cut)
    for place, phone in enumerate((cas, late)):
        phone.casts(2, points(place, keys))
    expect_turnout(room, 12, of=12)
    close_the_round(room, 2)
    assert_counted_once_each(room, 2)
    assert_counted_once_each(room, 1)

    # The choice, and the end.
    room.desk.presses("Go to the choice")
    late.sees("The group chooses")
