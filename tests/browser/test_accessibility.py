"""axe and the width of the screen on every page in every state."""

from collections.abc import Callable, Iterable, Sequence

import pytest
from playwright.sync_api import Page

# They register their states.
from tests.browser import (  # noqa: F401
    ambition_states,
    arranging_states,
    choice_states,
    dream_session_states,
    dream_states,
    example_states,
    gathering_states,
    goal_form_states,
    goal_states,
    guest_states,
    invitation_states,
    people_states,
    phone_states,
    photo_pdf_states,
    photo_states,
    plan_states,
    report_states,
    scan_states,
    screen_states,
    session_states,
    themes_states,
    traject_states,
)
from tests.browser.accessibility import assert_accessible, assert_no_sideways_scroll
from tests.browser.states import STATES
from tests.browser.world import make_world

# The narrowest screen and a desk, light and dark. The long run has all looks of every state, the
# usual one gives each state the next of them in turn.
LOOKS = ((320, "light"), (1280, "dark"), (320, "dark"), (1280, "light"))
WIDTHS = (320, 360, 1280)
IN_ENGLISH = (
    "sign_in_error",
    "home_running",
    "theme_everything_open",
    "finish_open",
    "result_table",
    "traject_road",
    "photo",
)
# Noise of the states that are made by breaking something.
EXPECTED = ["htmx:sendError", "htmx:afterRequest", "net::ERR_INTERNET_DISCONNECTED"]


def assert_good_everywhere(page: Page, looks: Iterable[tuple[int, str]] = LOOKS[:2]) -> None:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 740})
        assert_no_sideways_scroll(page)
    for width, scheme in looks:
        page.set_viewport_size({"width": width, "height": 740})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert_accessible(page)


def look_of(name: str) -> tuple[int, str]:
    """In turn, in the order of the alphabet: a new state moves the later ones."""
    return LOOKS[sorted(STATES).index(name) % len(LOOKS)]


@pytest.fixture
def opened(world, page_of, new_context, watch) -> Callable[..., Page]:
    """A page in one of the states."""
    watch.expected += EXPECTED

    def opened(name: str, cookies: Sequence[dict] = ()) -> Page:
        state = STATES[name]
        page = page_of(getattr(world, state.who)) if state.who else new_context().new_page()
        page.context.add_cookies(cookies)
        state.opening(page, world)
        return page

    return opened


@pytest.mark.parametrize("name", STATES)
def test_page_is_accessible(name, opened):
    page = opened(name)

    assert page.locator("html").get_attribute("lang") == "nl"
    if name.endswith("_error"):
        assert page.locator(".errorsum").is_visible()
    assert_good_everywhere(page, [look_of(name)])


@pytest.mark.deep
@pytest.mark.parametrize("name", STATES)
def test_page_is_accessible_in_all_looks(name, opened):
    assert_good_everywhere(opened(name), LOOKS)


@pytest.mark.parametrize("name", IN_ENGLISH)
def test_page_is_accessible_in_english(name, opened, base_url):
    page = opened(name, [{"name": "language", "value": "en", "url": base_url}])

    assert page.locator("html").get_attribute("lang") == "en"
    assert_good_everywhere(page)


def test_page_without_a_questionnaire_is_accessible(transactional_db, page_of):
    world = make_world()
    page = page_of(world.els)

    page.goto(f"/besturen/{world.organisation.pk}/scans/nieuw/")

    assert page.locator("h2").inner_text() == "Er is nog geen vragenlijst"
    assert_good_everywhere(page)
