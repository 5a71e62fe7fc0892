"""The letters of SMART follow what somebody types, and everything works without a script too."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.traject_world import new_traject
from tests.browser.world import World
from tests.trajects.dream_factories import DreamImageFactory
from tests.trajects.views.goals.room import chosen_theme
from trajects.models import DreamImage, Goal, Traject

PROPOSAL = (
    "De dienst aankoop zorgt ervoor dat het aandeel bestekken tegen 31 december 2028 stijgt van "
    "18,5 procent naar 60 procent."
)
ANSWERS = {
    "indicator": "aandeel bestekken",
    "unit": "%",
    "baseline": "18,5",
    "target": "60",
    "carrier": "dienst aankoop",
    "due_on": "2028-12-31",
}


@pytest.fixture
def traject(world: World) -> Traject:
    return new_traject(world)


@pytest.fixture
def dream(traject: Traject) -> DreamImage:
    return DreamImageFactory(traject=traject, themes=[chosen_theme(traject)], text="Elk bestek")


@pytest.fixture
def address(base_url: str, traject: Traject, dream: DreamImage) -> str:
    return f"{base_url}/trajecten/{traject.pk}/doelen/nieuw/?droom={dream.pk}"


@pytest.fixture
def form(page_of: Callable[..., Page], world: World, address: str) -> Page:
    page = page_of(world.els)
    page.goto(address)
    return page


def answer(page: Page) -> None:
    for name, text in ANSWERS.items():
        page.fill(f"#id_{name}", text)


def looked_at(page: Page) -> list[str]:
    """What the page sends to be looked at from now on."""
    sent: list[str] = []
    page.on("request", lambda r: sent.append(r.url) if r.url.endswith("/controle/") else None)
    return sent


def test_letters_and_proposal_follow_after_a_pause(form):
    sent = looked_at(form)
    expect(form.locator("#proposal button")).to_have_count(0)

    form.locator("#id_indicator").press_sequentially("aandeel bestekken", delay=5)
    answer(form)

    expect(form.locator("#state-T .chip-yes")).to_be_visible()
    expect(form.locator("#state-M .chip-yes")).to_be_visible()
    expect(form.locator("#proposal")).to_contain_text(PROPOSAL)
    expect(form.locator("#smart-now li .chip-yes")).to_have_count(4)
    said = form.locator("#smart-said").inner_text()
    assert said == form.locator("#smart-now title").text_content()
    # One look for all that was typed without a pause.
    assert len(sent) == 1
    assert form.locator("#id_indicator").input_value() == "aandeel bestekken"
    assert not Goal.objects.exists()


def test_what_is_open_again_is_open_in_the_drawing(form):
    answer(form)
    expect(form.locator("#state-T .chip-yes")).to_be_visible()

    form.fill("#id_due_on", "")

    expect(form.locator("#state-T .chip-ambition")).to_be_visible()


def test_answer_that_was_typed_over_is_dropped(form):
    held: list[Route] = []
    form.route("**/controle/", lambda route: held.append(route))
    form.fill("#id_due_on", "2028-12-31")
    form.wait_for_timeout(1000)
    form.fill("#id_due_on", "")
    form.fill("#id_carrier", "dienst aankoop")
    form.wait_for_timeout(1000)

    assert len(held) == 2
    held[1].continue_()

    expect(form.locator("#state-A .chip-yes")).to_be_visible()
    expect(form.locator("#state-T .chip-ambition")).to_be_visible()


def test_line_that_falls_away_disturbs_nobody(form, watch):
    watch.expected.append("net::ERR_FAILED")
    form.route("**/controle/", lambda route: route.abort())
    answer(form)
    form.wait_for_timeout(1000)
    form.unroute("**/controle/")

    form.fill("#id_means", "Twee dagen per week")

    expect(form.locator("#state-T .chip-yes")).to_be_visible()
    assert form.locator("#id_carrier").input_value() == "dienst aankoop"


def test_button_that_has_the_focus_stays_where_it_is(form):
    answer(form)
    form.locator("#proposal button").focus()

    form.evaluate(
        "document.querySelector('#id_means').dispatchEvent(new Event('input', {bubbles: true}))"
    )
    form.wait_for_timeout(1200)

    assert form.evaluate("document.activeElement.name") == "take_over"


@pytest.mark.parametrize("script", [True, False])
def test_sentence_is_taken_over_and_the_goal_proposed(page_of, world, address, dream, script):
    page = page_of(world.els, java_script_enabled=script, viewport={"width": 360, "height": 780})
    page.goto(address)
    answer(page)
    if not script:
        page.locator("p.actions button[name=check]").click()
    page.locator("#proposal button").click()
    expect(page.locator("#id_sentence")).to_have_value(PROPOSAL)
    assert page.locator("#id_baseline").input_value() == "18,5"

    page.locator("button[name=save]").click()

    expect(page.locator("h1")).to_have_text(PROPOSAL)
    made = Goal.objects.get()
    assert (made.sentence, [*made.dreams.all()]) == (PROPOSAL, [dream])
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_enter_looks_and_saves_nothing(form):
    answer(form)

    form.press("#id_carrier", "Enter")

    expect(form.locator("#state-A .chip-yes")).to_be_visible()
    assert form.locator("#id_carrier").input_value() == "dienst aankoop"
    assert not Goal.objects.exists()
