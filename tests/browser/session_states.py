"""The states of a session for who moderates it; see `states`."""

from django.utils.timezone import now
from playwright.sync_api import Page

from tests.browser.session_world import (
    PEOPLE,
    bare_traject,
    counted,
    everybody_votes,
    items_of,
    live_session,
    move,
    open_desk,
    opened,
    traject_with_candidates,
)
from tests.browser.states import state
from tests.browser.themes_states import ENERGY, called
from tests.browser.traject_states import send
from tests.browser.traject_world import LONG, PROSE, open_page
from tests.browser.world import World
from tests.trajects.factories import SeatFactory, ThemeNoteFactory
from trajects.actions.rounds import close_round
from trajects.actions.seats import refuse_seat, release_seat
from trajects.actions.sessions import end_session, talk_about
from trajects.models import Candidate, LiveSession, VotingRound
from trajects.stages import Stage, Subject

INVENTED = tuple(f"Oefenstem {number}" for number in range(1, 9))


def full_session(world: World, stage: Stage = Stage.WELCOME) -> LiveSession:
    return live_session(traject_with_candidates(world), world, stage=stage)


def with_people_at_the_door(session: LiveSession, world: World) -> None:
    """Two wait, of whom one looks on; one place is free, one was refused, one went away."""
    SeatFactory(session=session, name="Gitte Van Den Abeele-De Saedeleer", admitted_at=None)
    SeatFactory(session=session, name="Hugo", admitted_at=None, observes=True)
    release_seat(seat=session.seats.get(name=PEOPLE[0]), by=world.els, at=now())
    refuse_seat(seat=session.seats.get(name=PEOPLE[1]), by=world.els, at=now())
    session.seats.filter(name=PEOPLE[2]).update(seen_at=session.opened_at.replace(year=2025))
    session.seats.filter(name=PEOPLE[3]).update(observes=True)


def in_dialogue(world: World) -> tuple[LiveSession, Candidate]:
    session = full_session(world, Stage.DIALOGUE)
    theme = called(session.traject, ENERGY)
    ThemeNoteFactory(candidate=theme, text=PROSE)
    session.refresh_from_db()
    talk_about(session=session, candidate=theme, moves=session.moves, by=world.els)
    return session, theme


def in_round(world: World) -> tuple[LiveSession, VotingRound]:
    session = full_session(world)
    return session, opened(session, world)


def after_round(world: World) -> LiveSession:
    """The second one, over a shortlist."""
    session = full_session(world)
    counted(session, world)
    counted(session, world, items=items_of(session)[:3])
    return session


# The list


@state("els")
def sessions_empty(page: Page, world: World) -> None:
    open_page(page, bare_traject(world), "sessies/")


@state("rita")
def sessions_empty_reader(page: Page, world: World) -> None:
    open_page(page, bare_traject(world), "sessies/")


@state("els")
def sessions(page: Page, world: World) -> None:
    session = after_round(world)
    end_session(session=session, by=world.els, at=now())
    live_session(session.traject, world)
    live_session(session.traject, world, people=(), invented=INVENTED)
    open_page(page, session.traject, "sessies/")


@state("bram")
def sessions_of_lead_group(page: Page, world: World) -> None:
    open_page(page, full_session(world).traject, "sessies/")


@state("els")
def sessions_error(page: Page, world: World) -> None:
    """A second one beside the one that is open."""
    open_page(page, live_session(bare_traject(world), world).traject, "sessies/")
    send(page, "save")


# The desk


@state("els")
def desk_empty(page: Page, world: World) -> None:
    open_desk(page, live_session(bare_traject(world), world, people=()))


@state("els")
def desk_welcome(page: Page, world: World) -> None:
    session = full_session(world)
    with_people_at_the_door(session, world)
    open_desk(page, session)
    page.locator("main details").evaluate_all("all => all.forEach((one) => { one.open = true; })")


@state("els")
def desk_dialogue(page: Page, world: World) -> None:
    open_desk(page, in_dialogue(world)[0])


@state("els")
def desk_voting(page: Page, world: World) -> None:
    open_desk(page, in_round(world)[0])
    page.locator(".desk-sure summary").click()


@state("els")
def desk_everybody_voted(page: Page, world: World) -> None:
    session, voting_round = in_round(world)
    everybody_votes(voting_round)
    open_desk(page, session)


@state("els")
def desk_result(page: Page, world: World) -> None:
    open_desk(page, after_round(world))


@state("els")
def desk_void(page: Page, world: World) -> None:
    session, voting_round = in_round(world)
    close_round(voting_round=voting_round, by=world.els, at=now())
    open_desk(page, session)


@state("els")
def desk_broken_round(page: Page, world: World) -> None:
    """As after a crash of the database."""
    session, voting_round = in_round(world)
    voting_round.roll.all().delete()
    open_desk(page, session)


@state("els")
def desk_choice(page: Page, world: World) -> None:
    session = after_round(world)
    move(session, Stage.CHOICE, world)
    open_desk(page, session)


@state("els")
def desk_practice(page: Page, world: World) -> None:
    session = live_session(traject_with_candidates(world), world, people=(), invented=INVENTED)
    opened(session, world)
    open_desk(page, session)


@state("els")
def desk_measurement(page: Page, world: World) -> None:
    open_desk(page, live_session(bare_traject(world), world, subject=Subject.START))


@state("els")
def desk_behind(page: Page, world: World) -> None:
    """A colleague moved on while somebody typed here."""
    session = full_session(world)
    open_desk(page, session)
    page.evaluate("document.dispatchEvent(new Event('submit'))")  # asks no more
    move(session, Stage.DIALOGUE, world)
    with page.expect_navigation():
        page.locator(".desk-do form [type=submit]").first.click()


@state("els")
def desk_ended(page: Page, world: World) -> None:
    session = after_round(world)
    end_session(session=session, by=world.els, at=now())
    open_desk(page, session)


@state("els")
def theme_note(page: Page, world: World) -> None:
    session, theme = in_dialogue(world)
    open_desk(page, session, f"notities/{theme.pk}/")


@state("els")
def theme_note_conflict(page: Page, world: World) -> None:
    theme_note(page, world)
    theme = called(LiveSession.objects.get().traject, ENERGY)
    theme.note.text, theme.note.version = LONG, theme.note.version + 1
    theme.note.save()
    page.locator("[name=text]").fill("Mijn notitie")
    with page.expect_navigation():
        page.locator("main form [type=submit]").first.click()


# Opening a round, and paper


@state("els")
def round_opening(page: Page, world: World) -> None:
    open_desk(page, full_session(world), "ronde/")


@state("els")
def round_opening_too_few(page: Page, world: World) -> None:
    session = live_session(bare_traject(world), world, people=PEOPLE[:2])
    open_desk(page, session, "ronde/")


@state("els")
def round_opening_error(page: Page, world: World) -> None:
    round_opening(page, world)
    for box in page.locator("[name=items]").all():
        box.uncheck()
    page.locator("#id_minimum").fill("2")
    press_main(page)


@state("els")
def round_opening_conflict(page: Page, world: World) -> None:
    """Somebody came in while the list was read."""
    round_opening(page, world)
    SeatFactory(session=LiveSession.objects.get(), name="Gitte")
    press_main(page)


def press_main(page: Page) -> None:
    with page.expect_navigation():
        page.locator("main form .actions [type=submit]").first.click()


def open_paper(page: Page, world: World) -> None:
    session, voting_round = in_round(world)
    open_desk(page, session, f"rondes/{voting_round.pk}/papier/")


@state("els")
def paper(page: Page, world: World) -> None:
    open_paper(page, world)


@state("els")
def paper_error(page: Page, world: World) -> None:
    open_paper(page, world)
    page.locator("[name=seat]").first.check()
    press_main(page)


@state("els")
def paper_ballots(page: Page, world: World) -> None:
    open_paper(page, world)
    for box in page.locator("[name=seat]").all()[:3]:
        box.check()
    press_main(page)


@state("els")
def paper_ballots_conflict(page: Page, world: World) -> None:
    """Who is ticked has voted on a phone."""
    paper_ballots(page, world)
    everybody_votes(VotingRound.objects.get())
    press_main(page)
