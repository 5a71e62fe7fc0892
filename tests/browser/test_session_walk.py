"""A session with one moderator, one screen for the room and a phone for everybody: through two
rounds, with all that happens to phones. In the end no vote is lost and none counts twice."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

import pytest
from playwright.sync_api import Page, expect

from tests.browser.session_people import SOON, Desk, Live, Phone
from tests.browser.session_room import (
    Room,
    assert_all_counted_once,
    begin,
    choose,
    close_the_round,
    end,
    expect_turnout,
    let_in,
    open_the_round,
    points,
    steer_to_the_vote,
)
from tests.browser.session_world import traject_with_candidates
from tests.browser.walking import expect_title
from tests.browser.words import dutch
from tests.browser.world import World
from tests.trajects.factories import ParticipantWithAccountFactory
from trajects.models import Part, Traject

NewPage = Callable[..., Page]
GUESTS = ("Aya", "Ben", "Cas", "Dirk", "Eva", "Fien", "Gus", "Hanne", "Ivo")
LATE = "Jef"
ROOM = {"width": 1920, "height": 1080}
HAND = {"width": 390, "height": 780}
# They come every two to three seconds.
LONGER_THAN_FIVE_POLLS = 16
NO_CONNECTION = ["net::ERR_INTERNET_DISCONNECTED"]


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


def everybody_but_the_last_comes_in(room: Room, traject: Traject) -> None:
    """Most of them late; a reload and a lost tab keep the seat."""
    bram, _rita, aya, ben, cas, *_others, late = room.phones
    begin(room, traject)
    let_in(room, [bram, aya])
    aya.sees("You are in")
    steer_to_the_vote(room, aya)
    let_in(room, room.all_but(bram, aya, late))
    ben.reloads()
    ben.is_seated()
    cas.loses_the_tab(room.session.code)
    cas.is_seated()
    room.desk.goes_to("Open the voting round")


def first_round(room: Room, double: Phone) -> None:
    """Dirk is cut off before it opens, and Bram holds a ballot on two devices."""
    bram, _rita, aya, ben, _cas, dirk, *_others, late = room.phones
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


def second_round(room: Room) -> None:
    """Over three themes: the late one votes too, and two fill in while they are cut off."""
    _bram, _rita, _aya, _ben, cas, *_others, late = room.phones
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


def test_session_of_twelve_phones_through_two_rounds(
    room, traject, world, new_page, sign_in, watch
):
    watch.expected += NO_CONNECTION
    double = Phone(new_page(), world.bram.name, True)
    sign_in(double.page, world.bram)

    everybody_but_the_last_comes_in(room, traject)
    first_round(room, double)
    assert_all_counted_once(room, 1)
    for phone in room.phones:
        phone.sees("Result of round %(number)s", number=1)
    second_round(room)

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
    room.desk.goes_to("Open the voting round")
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
