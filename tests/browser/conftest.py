import os
import shutil
from collections.abc import Callable, Iterator
from io import StringIO
from urllib.parse import urlsplit

import pytest
from django.core.management import call_command
from django.test import Client
from playwright.sync_api import BrowserContext, Page

from accounts.models import User
from scans.models import Scan
from tests.browser.flags import FLAGS
from tests.browser.watch import Watch
from tests.browser.world import World, make_world
from tests.snapshot import Snapshots

# Playwright's loop runs in the test's own thread; Django would take the test for async code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    assert chromium, "Missing: Chromium browser. Install it with: sudo apt-get install chromium"
    return {"executable_path": chromium, "args": FLAGS}


@pytest.fixture(scope="session")
def base_url(live_server) -> str:
    return live_server.url


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict) -> dict:
    return {**browser_context_args, "locale": "nl-BE", "timezone_id": "Europe/Brussels"}


@pytest.fixture
def watch(base_url: str) -> Watch:
    return Watch(origin=urlsplit(base_url).netloc)


@pytest.fixture
def new_context(
    new_context: Callable[..., BrowserContext], watch: Watch
) -> Iterator[Callable[..., BrowserContext]]:
    """Every context of a test is watched; complaints fail the test at its end."""
    contexts = []

    def watched(**options) -> BrowserContext:
        context = new_context(**options)
        watch.follow(context)
        contexts.append(context)
        return context

    yield watched
    for page in [page for context in contexts for page in context.pages]:
        page.title()  # a round trip, so that late messages are in
    assert watch.complaints() == []


@pytest.fixture
def content(transactional_db, snapshots: Snapshots) -> None:
    """The taxonomy and the questionnaire that the product ships; read from their files once."""
    snapshots.get(load_content)


def load_content() -> None:
    call_command("load_taxonomy", stdout=StringIO())
    call_command("load_questionnaire", "fixtures/questionnaires/overheid-1", stdout=StringIO())


@pytest.fixture
def sign_in(base_url: str, settings) -> Callable[[Page, User], None]:
    """Give the page's browser a session, without walking through the sign-in page."""

    def sign_in(page: Page, user: User) -> None:
        client = Client()
        client.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        page.context.add_cookies(
            [{"name": name, "value": client.cookies[name].value, "url": base_url}]
        )

    return sign_in


@pytest.fixture
def world(content) -> World:
    return make_world()


@pytest.fixture
def page_of(
    new_context: Callable[..., BrowserContext], sign_in: Callable[[Page, User], None]
) -> Callable[..., Page]:
    """A page of a person's own browser, signed in."""

    def page_of(user: User, **options) -> Page:
        page = new_context(**options).new_page()
        page.set_default_timeout(10_000)
        sign_in(page, user)
        return page

    return page_of


@pytest.fixture(
    params=(
        {},
        {"java_script_enabled": False},
        {"viewport": {"width": 360, "height": 740}},
    ),
    ids=("js", "no-js", "360px"),
)
def page_three_ways(
    page_of: Callable[..., Page], world: World, request: pytest.FixtureRequest
) -> Page:
    """Of Els, with scripts, without them, and on a phone."""
    return page_of(world.els, **request.param)


@pytest.fixture
def scan(world: World) -> Scan:
    """A full scan of this year in which nothing is answered."""
    return world.start()
