"""A live session of the traject of the browser tests, at any of its moments."""

from collections.abc import Mapping, Sequence

from django.utils.timezone import now
from playwright.sync_api import Page

from tests.browser.traject_world import filled_traject, new_traject
from tests.browser.words import dutch
from tests.browser.world import World
from tests.trajects.factories import ParticipantWithAccountFactory, SeatFactory
from trajects.actions.candidates import start_candidates
from trajects.actions.rounds import cast, close_round, open_round
from trajects.actions.seats import admit_seat
from trajects.actions.sessions import move_session, start_session
from trajects.actions.steps import complete_step
from trajects.measuring import MEASURING_WORDS
from trajects.models import LiveSession, Part, Seat, Traject, VotingRound
from trajects.queries.candidates import OriginKind
from trajects.stages import Position, Stage, Subject
from trajects.steps import Key
from trajects.voting import QUESTIONS, Item, new_key

PEOPLE = ("Aya", "Ben", "Cas", "Dirk", "Eva", "Fien")
# Two of six voters are of another opinion, so that there is something to disagree about.
VOTES = ("3", "3", "1", "2", "0", "1")


def traject_with_candidates(world: World) -> Traject:
    """Step 4, with a scan, a photo, and the themes of the scan to choose from."""
    traject = filled_traject(world)
    complete_step(traject=traject, key=Key.PHOTO, by=world.els, at=now())
    start_candidates(traject=traject, source=OriginKind.THEME, by=world.els)
    return traject


def bare_traject(world: World) -> Traject:
    """Els moderates, and nothing else is there."""
    traject = new_traject(world)
    ParticipantWithAccountFactory(traject=traject, user=world.els, part=Part.MODERATOR)
    return traject


def live_session(
    traject: Traject,
    world: World,
    *,
    stage: Stage = Stage.WELCOME,
    people: Sequence[str] = PEOPLE,
    subject: Subject = Subject.THEMES,
    invented: Sequence[str] = (),
) -> LiveSession:
    """With people in it."""
    session = start_session(
        traject=traject, subject=subject, by=world.els, at=now(), invented=invented
    )
    for name in people:
        SeatFactory(session=session, name=name, seen_at=now())
    move(session, stage, world)
    return session


def move(session: LiveSession, stage: Stage, world: World, page: int = 1) -> None:
    session.refresh_from_db()
    to = Position(stage, page)
    move_session(session=session, to=to, moves=session.moves, by=world.els)


def items_of(session: LiveSession) -> list[Item]:
    running = session.traject.candidates.running()
    return [Item(f"k{one.pk}", one.full_name, one.short_name) for one in running]


def measured_items() -> list[Item]:
    words = [(key, MEASURING_WORDS[key]) for key in QUESTIONS]
    return [Item(key, str(own.question), str(own.short)) for key, own in words]


def opened(
    session: LiveSession, world: World, *, items: Sequence[Item] = (), minimum: int = 3
) -> VotingRound:
    chosen = items or items_of(session)
    return open_round(session=session, by=world.els, at=now(), items=chosen, minimum=minimum)


def vote_as(seat: Seat, voting_round: VotingRound, choices: Mapping[str, str]) -> None:
    cast(voting_round_pk=voting_round.pk, seat=seat, key=new_key(), choices=choices, at=now())


def everybody_votes(voting_round: VotingRound) -> None:
    """Each seat that did not vote yet; no theme gets the same from all."""
    to_do = Seat.objects.filter(roll__round=voting_round, roll__submitted=False).order_by("pk")
    for place, seat in enumerate(to_do):
        choices = {
            key: VOTES[(place * (number % 3) + number) % len(VOTES)]
            for number, key in enumerate(voting_round.keys)
        }
        vote_as(seat, voting_round, choices)


def counted(session: LiveSession, world: World, *, items: Sequence[Item] = ()) -> VotingRound:
    voting_round = opened(session, world, items=items)
    everybody_votes(voting_round)
    return close_round(voting_round=voting_round, by=world.els, at=now())


# In a browser


def open_phone(page: Page, session: LiveSession, rest: str = "") -> None:
    page.goto(f"/sessie/{session.code}/{rest}")


def join(page: Page, session: LiveSession, name: str = "Gitte", *, observes: bool = False) -> None:
    """Asks for a place, as a guest does."""
    open_phone(page, session)
    page.locator("#id_name").fill(name)
    if observes:
        page.locator("#id_observes").check()
    with page.expect_navigation():
        page.get_by_role("button", name=dutch("Join the session")).click()


def come_in(page: Page, session: LiveSession, world: World, **how: bool) -> Seat:
    """Asks, and is let in; the page still shows that it waits."""
    join(page, session, **how)
    seat = session.seats.waiting().get()
    return admit_seat(seat=seat, by=world.els, at=now())


def open_desk(page: Page, session: LiveSession, rest: str = "") -> None:
    page.goto(f"/trajecten/{session.traject_id}/sessies/{session.pk}/{rest}")
