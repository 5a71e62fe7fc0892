"""The states of the screen for the room in a session; see `states`."""

from django.utils.timezone import now
from playwright.sync_api import Page

from tests.browser.session_states import (
    INVENTED,
    after_round,
    full_session,
    in_dialogue,
    in_round,
)
from tests.browser.session_world import (
    bare_traject,
    counted,
    live_session,
    measured_items,
    move,
    open_desk,
)
from tests.browser.states import state
from tests.browser.themes_states import varied
from tests.browser.traject_world import PROSE
from tests.browser.world import World
from tests.trajects.factories import ThemeChoiceFactory
from trajects.actions.rounds import close_round
from trajects.actions.sessions import end_session
from trajects.models import LiveSession
from trajects.stages import Stage, Subject


def open_screen(page: Page, session: LiveSession) -> None:
    open_desk(page, session, "scherm/")


@state("els")
def screen_welcome(page: Page, world: World) -> None:
    open_screen(page, full_session(world))


@state("els")
def screen_practice(page: Page, world: World) -> None:
    session = live_session(bare_traject(world), world, people=(), invented=INVENTED)
    open_screen(page, session)


@state("els")
def screen_synthesis_empty(page: Page, world: World) -> None:
    open_screen(page, live_session(bare_traject(world), world, stage=Stage.SYNTHESIS))


@state("els")
def screen_synthesis(page: Page, world: World) -> None:
    open_screen(page, full_session(world, Stage.SYNTHESIS))


@state("els")
def screen_synthesis_of_groups(page: Page, world: World) -> None:
    open_screen(page, live_session(varied(world), world, stage=Stage.SYNTHESIS))


@state("els")
def screen_dialogue(page: Page, world: World) -> None:
    open_screen(page, full_session(world, Stage.DIALOGUE))


@state("els")
def screen_dialogue_about_theme(page: Page, world: World) -> None:
    open_screen(page, in_dialogue(world)[0])


@state("els")
def screen_voting(page: Page, world: World) -> None:
    open_screen(page, in_round(world)[0])


@state("els")
def screen_voting_before(page: Page, world: World) -> None:
    open_screen(page, full_session(world, Stage.VOTING))


@state("els")
def screen_void(page: Page, world: World) -> None:
    session, voting_round = in_round(world)
    close_round(voting_round=voting_round, by=world.els, at=now())
    open_screen(page, session)


@state("els")
def screen_result(page: Page, world: World) -> None:
    """The first of two screens."""
    session = full_session(world)
    counted(session, world)
    open_screen(page, session)


@state("els")
def screen_result_second_round(page: Page, world: World) -> None:
    open_screen(page, after_round(world))


@state("els")
def screen_result_measurement(page: Page, world: World) -> None:
    session = live_session(bare_traject(world), world, subject=Subject.START)
    counted(session, world, items=measured_items())
    open_screen(page, session)


@state("els")
def screen_choice(page: Page, world: World) -> None:
    session = after_round(world)
    move(session, Stage.CHOICE, world)
    open_screen(page, session)


@state("els")
def screen_choice_written(page: Page, world: World) -> None:
    session = full_session(world, Stage.CHOICE)
    for place, candidate in enumerate(session.traject.candidates.all()):
        ThemeChoiceFactory(candidate=candidate, chosen=place < 3, because=PROSE)
    open_screen(page, session)


@state("els")
def screen_over(page: Page, world: World) -> None:
    session = full_session(world)
    end_session(session=session, by=world.els, at=now())
    open_screen(page, session)
