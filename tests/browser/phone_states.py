"""The states of a phone in a session; see `states`."""

from django.test import Client
from django.utils.timezone import now
from playwright.sync_api import Page

from tests.browser.session_world import (
    bare_traject,
    come_in,
    counted,
    everybody_votes,
    join,
    live_session,
    measured_items,
    move,
    open_phone,
    opened,
    traject_with_candidates,
    vote_as,
)
from tests.browser.states import state, submit
from tests.browser.world import World
from tests.trajects.counted import TWELVE, voted
from tests.trajects.factories import ThemeChoiceFactory
from trajects.actions.rounds import close_round
from trajects.actions.seats import refuse_seat
from trajects.actions.sessions import end_session
from trajects.models import LiveSession, VotingRound
from trajects.stages import Stage, Subject

PRACTICE = ("Oefenstem 1", "Oefenstem 2", "Oefenstem 3")


def full_session(world: World, stage: Stage = Stage.WELCOME) -> LiveSession:
    return live_session(traject_with_candidates(world), world, stage=stage)


def quick_session(world: World, stage: Stage = Stage.WELCOME) -> LiveSession:
    return live_session(bare_traject(world), world, stage=stage)


def in_open_round(page: Page, world: World) -> tuple[LiveSession, VotingRound]:
    """This phone is on the roll."""
    session = full_session(world)
    come_in(page, session, world)
    return session, opened(session, world)


def open_ballot(page: Page, world: World) -> VotingRound:
    session, voting_round = in_open_round(page, world)
    open_phone(page, session, f"stem/{voting_round.pk}/")
    return voting_round


def fill_in_and_cast(page: Page) -> None:
    for number, theme in enumerate(page.locator("fieldset.vt").all()):
        theme.locator("input").nth(number % 4).check()
    with page.expect_navigation():
        page.locator(".castbar [type=submit]").click()


# By code


@state("")
def phone_code(page: Page, world: World) -> None:
    page.goto("/sessie/")


@state("")
def phone_code_error(page: Page, world: World) -> None:
    phone_code(page, world)
    page.locator("#id_code").fill("QQQQQQ")
    submit(page)


@state("")
def phone_code_unusable(page: Page, world: World) -> None:
    page.goto("/sessie/QQQQQQ/")


@state("")
def phone_too_many_codes(page: Page, world: World) -> None:
    client = Client()
    for _number in range(30):
        client.get("/sessie/QQQQQQ/")
    page.goto("/sessie/QQQQQQ/")


@state("")
def phone_ask(page: Page, world: World) -> None:
    open_phone(page, quick_session(world))


@state("bram")
def phone_ask_signed_in(page: Page, world: World) -> None:
    open_phone(page, full_session(world))


@state("")
def phone_ask_error(page: Page, world: World) -> None:
    phone_ask(page, world)
    submit(page)


@state("")
def phone_waits(page: Page, world: World) -> None:
    join(page, quick_session(world))


@state("")
def phone_refused(page: Page, world: World) -> None:
    session = quick_session(world)
    join(page, session)
    refuse_seat(seat=session.seats.waiting().get(), by=world.els, at=now())
    open_phone(page, session)


# Following along


def follows(page: Page, world: World, stage: Stage, *, observes: bool = False) -> None:
    session = quick_session(world)
    come_in(page, session, world, observes=observes)
    move(session, stage, world)
    open_phone(page, session)


@state("")
def phone_follows_welcome(page: Page, world: World) -> None:
    follows(page, world, Stage.WELCOME)


@state("")
def phone_follows_synthesis(page: Page, world: World) -> None:
    follows(page, world, Stage.SYNTHESIS, observes=True)


@state("")
def phone_follows_dialogue(page: Page, world: World) -> None:
    follows(page, world, Stage.DIALOGUE)


@state("")
def phone_follows_practice(page: Page, world: World) -> None:
    session = live_session(bare_traject(world), world, people=(), invented=PRACTICE)
    come_in(page, session, world)
    open_phone(page, session)


@state("")
def phone_offline(page: Page, world: World) -> None:
    """A page that was cut off says so."""
    follows(page, world, Stage.WELCOME)
    page.context.set_offline(True)
    page.locator("[data-offline]").wait_for()


# Voting


@state("")
def phone_vote_is_open(page: Page, world: World) -> None:
    session, _round = in_open_round(page, world)
    open_phone(page, session)


@state("")
def phone_ballot(page: Page, world: World) -> None:
    open_ballot(page, world)


@state("")
def phone_ballot_half_filled(page: Page, world: World) -> None:
    """With the promise unfolded, and more to see on the session's page."""
    open_ballot(page, world)
    for fold in page.locator(".secret summary").all():
        fold.click()
    for theme in page.locator("fieldset.vt").all()[:5]:
        theme.locator("input").first.check()


@state("")
def phone_ballot_measurement(page: Page, world: World) -> None:
    session = live_session(bare_traject(world), world, subject=Subject.START)
    come_in(page, session, world)
    voting_round = opened(session, world, items=measured_items())
    open_phone(page, session, f"stem/{voting_round.pk}/")


@state("")
def phone_voted(page: Page, world: World) -> None:
    open_ballot(page, world)
    fill_in_and_cast(page)


@state("")
def phone_voted_elsewhere(page: Page, world: World) -> None:
    """The vote of this seat lies in the urn under the key of another device."""
    session, voting_round = in_open_round(page, world)
    seat = session.seats.get(name="Gitte")
    vote_as(seat, voting_round, {})
    open_phone(page, session, f"stem/{voting_round.pk}/")


@state("")
def phone_vote_too_late(page: Page, world: World) -> None:
    voting_round = open_ballot(page, world)
    everybody_votes(voting_round)
    # As somebody does who fills in until the last moment.
    page.locator("fieldset.vt input").first.check()
    close_round(voting_round=voting_round, by=world.els, at=now())
    fill_in_and_cast(page)


@state("")
def phone_late(page: Page, world: World) -> None:
    session = full_session(world)
    opened(session, world)
    come_in(page, session, world)
    open_phone(page, session)


@state("")
def phone_watches(page: Page, world: World) -> None:
    session = full_session(world)
    come_in(page, session, world, observes=True)
    opened(session, world)
    open_phone(page, session)


# Afterwards


@state("")
def phone_void(page: Page, world: World) -> None:
    session, voting_round = in_open_round(page, world)
    close_round(voting_round=voting_round, by=world.els, at=now())
    move(session, Stage.RESULT, world)
    open_phone(page, session)


@state("")
def phone_result(page: Page, world: World) -> None:
    session = full_session(world)
    come_in(page, session, world)
    counted(session, world)
    open_phone(page, session)


@state("")
def phone_result_measurement(page: Page, world: World) -> None:
    session = live_session(bare_traject(world), world, subject=Subject.START)
    come_in(page, session, world)
    counted(session, world, items=measured_items())
    open_phone(page, session)


@state("")
def phone_choice(page: Page, world: World) -> None:
    follows(page, world, Stage.CHOICE)


@state("")
def phone_choice_written(page: Page, world: World) -> None:
    session = quick_session(world)
    voted(session.traject, TWELVE)
    for candidate in session.traject.candidates.all()[:3]:
        ThemeChoiceFactory(candidate=candidate)
    come_in(page, session, world)
    move(session, Stage.CHOICE, world)
    open_phone(page, session)


@state("")
def phone_over(page: Page, world: World) -> None:
    session = quick_session(world)
    come_in(page, session, world)
    end_session(session=session, by=world.els, at=now())
    open_phone(page, session)


# What is stored


@state("")
def phone_privacy(page: Page, world: World) -> None:
    session, _round = in_open_round(page, world)
    open_phone(page, session, "privacy/")


@state("")
def phone_privacy_of_nobody(page: Page, world: World) -> None:
    open_phone(page, quick_session(world), "privacy/")
