"""The states of a session about dream images: desk, screen and phone; see `states`."""

from django.utils.timezone import now
from playwright.sync_api import Page

from tests.browser.choice_states import chosen_traject
from tests.browser.dream_states import dreamt
from tests.browser.session_world import come_in, live_session, open_desk, open_phone
from tests.browser.states import state, submit
from tests.browser.world import World
from trajects.actions.dreams.starring import star
from trajects.models import LiveSession
from trajects.models.writer import Writer
from trajects.stages import Stage, Subject


def dream_session(world: World, stage: Stage) -> LiveSession:
    """All that can stand in a gallery, and three in the box."""
    traject, _theme = dreamt(world)
    return live_session(traject, world, stage=stage, subject=Subject.DREAMS)


def empty_session(world: World, stage: Stage) -> LiveSession:
    return live_session(chosen_traject(world), world, stage=stage, subject=Subject.DREAMS)


def come_to(page: Page, world: World, stage: Stage) -> LiveSession:
    session = dream_session(world, stage)
    come_in(page, session, world)
    open_phone(page, session)
    return session


@state("els")
def desk_dreaming(page: Page, world: World) -> None:
    open_desk(page, dream_session(world, Stage.DREAMING))


@state("els")
def desk_gallery(page: Page, world: World) -> None:
    open_desk(page, dream_session(world, Stage.GALLERY))


@state("els")
def desk_gallery_empty(page: Page, world: World) -> None:
    open_desk(page, empty_session(world, Stage.GALLERY))


@state("els")
def screen_dreaming(page: Page, world: World) -> None:
    open_desk(page, dream_session(world, Stage.DREAMING), "scherm/")


@state("els")
def screen_gallery(page: Page, world: World) -> None:
    open_desk(page, dream_session(world, Stage.GALLERY), "scherm/")


@state("els")
def screen_gallery_empty(page: Page, world: World) -> None:
    open_desk(page, empty_session(world, Stage.GALLERY), "scherm/")


@state("")
def phone_dreams(page: Page, world: World) -> None:
    come_to(page, world, Stage.DREAMING)


@state("")
def phone_dreams_error(page: Page, world: World) -> None:
    come_to(page, world, Stage.DREAMING)
    submit(page)


@state("")
def phone_dream_sent(page: Page, world: World) -> None:
    session = come_to(page, world, Stage.DREAMING)
    open_phone(page, session, "droombeelden/verstuurd/")


@state("")
def phone_gallery(page: Page, world: World) -> None:
    session = come_to(page, world, Stage.GALLERY)
    first, *_others = session.traject.dreams.standing().filter(places__isnull=False)
    star(dream=first, writer=Writer(seat=session.seats.get(name="Gitte")), at=now())
    page.reload()
