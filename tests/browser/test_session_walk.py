"""A session with one moderator, one screen for the room and a phone for everybody: through two
rounds, with all that happens to phones. In the end no vote is lost and none counts twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from time import monotonic

import pytest
from playwright.sync_api import Page, expect

from tests.browser.session_people import SOON, Desk, Live, Phone
from tests.browser.session_world import traject_with_candidates
from tests.browser.walking import expect_message, expect_title, press
from tests.browser.words import dutch
from tests.browser.world import World
from tests.trajects.factories import ParticipantWithAccountFactory
from trajects.models import LiveSession, Part, ThemeChoice, Traject, Urn, VotingRound
from trajects.queries.rounds import counts_of, round_state
from trajects.voting import NO_OPINION, POINTS, RoundState

NewPage = Callable[..., Page]
GUESTS = ("Aya", "Ben", "Cas", "Dirk", "Eva", "Fien", "Gus", "Hanne", "Ivo")
LATE = "Jef"
ROOM = {"width": 1920, "height": 1080}
HAND = {"width": 390, "height": 780}
NOTE = "De groep wil het patrimonium eerst."
# They come every two to three seconds.
LONGER_THAN_FIVE_POLLS = 16
NO_CONNECTION = ["net::ERR_INTERNET_DISCONNECTED"]


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


@pytest.fixture
def traject(world: World) -> Traject:
    """Six themes of the scan; Els moderates, Bram and Rita are in the lead group."""
    traject = traject_with_candidates(world)
    kept = [one.pk for one in traject.candidates.all()[6:12]]
    traject.candidates.exclude(pk__in=kept).delete()
    ParticipantWithAccountFactory(traject=traject, user=world.rita, part=Part.LEAD_GROUP)
    return traject


@pytest.fixture
def new_page(new_context) -> NewPage:
    """Of a browser of its own."""

    def new_page(**options: object) -> Page:
        page = new_context(**options).new_page()
        page.set_default_timeout(SOON)
        return page

    return new_page


@pytest.fixture
def room(world: World, new_page: NewPage, sign_in) -> Room:
    """Twelve phones: two of members who signed in, ten of guests."""
    guests = [Phone(new_page(viewport=HAND), name) for name in (*GUESTS, LATE)]
    members = [Phone(new_page(viewport=HAND), who.name, True) for who in (world.bram, world.rita)]
    for phone, who in zip(members, (world.bram, world.rita), strict=True):
        sign_in(phone.page, who)
    room = Room(Desk(new_page()), Live(new_page(viewport=ROOM)), [*members, *guests])
    for page in (room.desk.page, room.screen.page):
        sign_in(page, world.els)
    return room


def points(place: int, keys: Iterable[str]) -> dict[str, str]:
    """Of one person; every third person leaves the last theme open."""
    shown = list(keys)[: None if place % 3 else -1]
    return {key: POINTS[(place + number * (place % 2 + 1)) % 4] for number, key in enumerate(shown)}


# Steps


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
    code = room.screen.page.locator(".beamer-code").inner_text()
    guests = [phone for phone in phones if not phone.is_member]
    for phone in phones:
        phone.comes_in(code)
    for phone in guests:
        phone.sees("Welcome, %(name)s", name=phone.name)
        room.desk.lets_in(phone)
    for phone in phones:
        phone.sees("You are in")
        phone.is_seated()


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
    desk.goes_to("Open the voting round")


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


# What happens to phones


def cut_off(*phones: Phone) -> float:
    for phone in phones:
        phone.page.context.set_offline(True)
    return monotonic()


def connect_again(*phones: Phone, since: float) -> None:
    """After a cut longer than five polls; meanwhile the page says that there is no connection."""
    for phone in phones:
        expect(phone.page.locator("[data-offline]")).to_be_visible(timeout=SOON)
    while monotonic() - since < LONGER_THAN_FIVE_POLLS:
        phones[0].page.wait_for_timeout(200)
    for phone in phones:
        phone.page.context.set_offline(False)
    for phone in phones:
        expect(phone.page.locator("[data-offline]")).to_be_hidden(timeout=SOON)


def test_session_of_twelve_phones_through_two_rounds(
    room, traject, world, new_page, sign_in, watch
):
    watch.expected += NO_CONNECTION
    bram, _rita, aya, ben, cas, dirk, *_others, late = room.phones
    double = Phone(new_page(), world.bram.name, True)
    sign_in(double.page, world.bram)

    # Everybody but one comes in; a reload and a lost tab keep the seat.
    begin(room, traject)
    let_in(room, room.all_but(late))
    ben.reloads()
    ben.is_seated()
    cas.loses_the_tab(room.session.code)
    cas.is_seated()
    steer_to_the_vote(room, aya)

    # Round 1: Dirk is cut off before it opens, and Bram holds a ballot on two devices.
    cut = cut_off(dirk)
    keys = open_the_round(room, room.all_but(late), 1)
    double.page.goto(f"/sessie/{room.session.code}/")
    double.opens_the_ballot()
    late.comes_in(room.session.code)
    room.desk.lets_in(late)
    late.sees("This round began without you")
    expect_turnout(room, 0, of=11)
    for place, phone in enumerate(room.all_but(late, dirk)):
        phone.votes(1, points(place, keys))
    expect_turnout(room, 10, of=11)
    double.fills_in(points(7, keys))
    double.presses("Cast my vote")
    expect_title(double.page, "You voted on another device")
    connect_again(dirk, since=cut)
    dirk.votes(1, points(11, keys))
    expect_turnout(room, 11, of=11)
    aya.votes_again(1, points(5, keys))
    bram.votes_again(1, points(2, keys))
    ben.reloads()
    expect_title(ben.page, "Your vote is in")
    close_the_round(room, 1)
    assert_all_counted_once(room, 1)
    for phone in room.phones:
        phone.sees("Result of round %(number)s", number=1)

    # Round 2, over three themes: the late one votes too, and two fill in while they are cut off.
    room.desk.goes_to("Vote once more")
    keys = open_the_round(room, room.phones, 2, themes=3)
    assert len(keys) == 3
    for phone in (cas, late):
        phone.opens_the_ballot()
    cut = cut_off(cas, late)
    for place, phone in enumerate((cas, late)):
        phone.fills_in(points(place, keys))
    for place, phone in enumerate(room.all_but(cas, late), start=2):
        phone.votes(2, points(place, keys))
    connect_again(cas, late, since=cut)
    for place, phone in enumerate((cas, late)):
        phone.casts(2, points(place, keys))
    expect_turnout(room, 12, of=12)
    close_the_round(room, 2)
    assert_all_counted_once(room, 2)
    assert_all_counted_once(room, 1)

    choose(room)
    end(room, traject)


def test_button_wins_over_news_that_arrives_meanwhile(room, traject):
    """Loading the page again would take back what was just pressed."""
    page, held = room.desk.page, {}
    begin(room, traject)
    page.route("**/stand/", lambda route: held.setdefault("news", route))
    page.wait_for_timeout(3500)
    page.route("**/stap/", lambda route: held.setdefault("press", route))

    page.get_by_role("button", name=dutch("Show scan and photo")).click(no_wait_after=True)
    page.wait_for_timeout(200)
    held["news"].fulfill(json={"screen": "another", "turnout": ""})
    page.wait_for_timeout(500)
    held["press"].continue_()

    room.screen.sees("What the scan and the photo say")


@pytest.fixture(
    params=({"java_script_enabled": False}, {"viewport": {"width": 360, "height": 740}}),
    ids=("no-js", "360px"),
)
def small_room(world: World, new_page: NewPage, sign_in, request) -> Room:
    """One member and four guests; the desk is on a phone too, or nobody has JavaScript."""
    by_hand = "java_script_enabled" in request.param
    pages = [new_page(**request.param) for _person in range(6)]
    shown = new_page(**{**request.param, "viewport": ROOM})
    for page, who in zip((shown, *pages), (world.els, world.els, world.bram), strict=False):
        sign_in(page, who)
    member = Phone(pages[1], world.bram.name, True, by_hand=by_hand)
    guests = [
        Phone(page, name, by_hand=by_hand) for page, name in zip(pages[2:], GUESTS, strict=False)
    ]
    desk = Desk(pages[0], by_hand=by_hand)
    return Room(desk, Live(shown, by_hand=by_hand), [member, *guests])


def test_session_without_scripts_and_on_a_narrow_phone(small_room, traject):
    room = small_room

    begin(room, traject)
    let_in(room, room.phones)
    steer_to_the_vote(room, room.phones[1])
    keys = open_the_round(room, room.phones, 1)
    for place, phone in enumerate(room.phones):
        phone.votes(1, points(place, keys))
    room.phones[1].votes_again(1, points(9, keys))
    expect_turnout(room, 5, of=5)
    close_the_round(room, 1)
    for phone in room.phones:
        phone.sees("Result of round %(number)s", number=1)
    choose(room)
    end(room, traject)

    assert_all_counted_once(room, 1)
