"""From a goal to an action that is done: written, sharpened, moved with another one, begun and
finished on the board, told about; and the board and the timeline by keyboard alone."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate
from playwright.sync_api import Page, expect

from tests.browser.accessibility import assert_no_sideways_scroll
from tests.browser.choice_states import chosen_traject
from tests.browser.keyboard import focus, tab_and_go, tab_to
from tests.browser.walking import expect_message, expect_title, follow, named, press
from tests.browser.words import dutch
from tests.browser.world import World
from tests.trajects.dream_factories import GoalFactory
from tests.trajects.plan_factories import ActionFactory, ActionOwnerFactory
from trajects.action_states import ActionState
from trajects.models import Action, Goal, Traject
from trajects.queries.dreams import chosen_themes

SENTENCE = "Tegen eind 2029 staat in 60 % van onze bestekken een duurzaam criterium."
VAGUE = "Eventueel onderzoeken of bestekken groener kunnen"
CLEAR = "Herschrijf het model van bestek met drie groene eisen"
OTHER = "Leid alle aankopers op"


@pytest.fixture
def page(page_three_ways: Page) -> Page:
    """Of Els, who coordinates and moderates."""
    return page_three_ways


@pytest.fixture
def traject(world: World) -> Traject:
    return chosen_traject(world, chosen=1)


@pytest.fixture
def goal(traject: Traject, world: World) -> Goal:
    theme = chosen_themes(traject).get()
    return GoalFactory(candidate=theme, sentence=SENTENCE, proposed_by=world.els)


def open_plan(page: Page, traject: Traject, rest: str = "") -> None:
    page.goto(f"/trajecten/{traject.pk}/actieplan/{rest}")


def state_on(action: Action) -> ActionState:
    return Action.objects.get(pk=action.pk).state(on=localdate())


def write_one(page: Page, traject: Traject) -> None:
    open_plan(page, traject)
    expect(page.locator(".plan-none")).to_have_count(1)
    follow(page, "Add an action", of=f": {dutch('Goal %(number)s', number=1)}")
    expect_title(page, "A new action")
    press(page, "Put it in the plan")
    expect(page.locator(".errorsum")).to_be_visible()
    page.locator("#id_title").fill(VAGUE)
    press(page, "Put it in the plan")
    expect_message(page, "The action is in the plan.")


def sharpen(page: Page, traject: Traject, world: World) -> None:
    """What is vague or ownerless is named, with the way to it."""
    open_plan(page, traject)
    expect(page.locator(".plan-lacking li")).to_have_count(4)
    with page.expect_navigation():
        page.locator(".plan-lacking a").first.click()
    expect(page.locator(".plan-rows .action-gaps li")).to_have_count(4)
    with page.expect_navigation():
        page.get_by_role("link", name=VAGUE).click()
    follow(page, "Change this action")
    page.locator("#id_title").fill(CLEAR)
    page.locator("#id_because").fill("Drie op de vier bestekken vragen nu niets.")
    page.locator(f"[name=users][value='{world.els.pk}']").check()
    page.locator("#id_due_on").fill((localdate() + timedelta(days=90)).isoformat())
    page.locator("#id_steps").fill("Lees het model na\nSchrijf drie eisen")
    press(page, "Save the changes")
    expect_message(page, "The changes are saved.")
    expect(page.locator("h1")).to_have_text(CLEAR)


def move_two_together(page: Page, traject: Traject, goal: Goal) -> None:
    other = ActionFactory(goal=goal, title=OTHER, starts_on=localdate() + timedelta(days=40))
    open_plan(page, traject)
    press(page, "Change the ticked actions")
    expect(page.locator("main")).to_contain_text(dutch("To the action plan"))
    open_plan(page, traject)
    for action in Action.objects.all():
        page.locator(f"[name=a][value='{action.pk}']").check()
    press(page, "Change the ticked actions")
    expect(page.locator(".together-list li")).to_have_count(2)
    press(page, "See what changes")
    expect(page.locator(".errorsum")).to_be_visible()
    page.locator("#id_months").fill("3")
    press(page, "See what changes")
    expect(page.locator(".together-after tbody")).to_have_count(2)
    assert Action.objects.get(pk=other.pk).starts_on == other.starts_on
    press(page, "Change them like this")
    expect(page.locator(".messages")).to_be_visible()
    assert Action.objects.get(pk=other.pk).starts_on > other.starts_on


def move_on_the_board(page: Page, traject: Traject, action: Action) -> None:
    """The card keeps the focus when it moved, and a message says so."""
    open_plan(page, traject)
    follow(page, "Board")
    for words, column in (("It has begun", "running"), ("It is done", "done")):
        card = page.locator(f"#a{action.pk}")
        card.locator("summary").click()
        with page.expect_navigation():
            card.get_by_role("button", name=named(words)).click()
        expect(page.locator(f"#{column} #a{action.pk}")).to_be_focused()
        expect(page.locator(".messages")).to_contain_text(CLEAR)
        assert_no_sideways_scroll(page)


def tell(page: Page, action: Action) -> None:
    card = page.locator(f"#a{action.pk}")
    card.locator("summary").click()
    with page.expect_navigation():
        card.get_by_role("button", name=named("It goes on again")).click()
    with page.expect_navigation():
        page.locator(f"#a{action.pk} > p > a").click()
    with page.expect_navigation():
        page.locator(".ticksteps button").first.click()
    expect(page.locator(".ticksteps .done")).to_have_count(1)
    page.locator("#progress textarea").first.fill("Het model ligt bij de juridische dienst.")
    with page.expect_navigation():
        page.locator("form:has(textarea) [type=submit]").first.click()
    expect(page.locator("#progress")).to_contain_text("juridische dienst")


def test_from_a_goal_to_a_done_action(page, traject, goal, world):
    write_one(page, traject)
    sharpen(page, traject, world)
    move_two_together(page, traject, goal)
    action = Action.objects.get(title=CLEAR)
    move_on_the_board(page, traject, action)
    assert state_on(action) == ActionState.DONE
    tell(page, action)

    assert state_on(action) == ActionState.RUNNING
    open_plan(page, traject)
    row = page.locator(".plan-rows > li", has_text=CLEAR)
    expect(row).to_contain_text("1/2")
    assert_no_sideways_scroll(page)


def test_board_by_keyboard_alone(page_of, traject, goal, world):
    page = page_of(world.els)
    action = ActionFactory(goal=goal, title=CLEAR)
    ActionOwnerFactory(action=action, user=world.els)
    open_plan(page, traject, "bord/")

    tab_to(page, f"summary#move-{action.pk}")
    page.keyboard.press("Enter")
    tab_and_go(page, dutch("It has begun"))

    # The focus stays on the card that moved: its buttons are one press away.
    assert focus(page)["name"] == f"li#a{action.pk}"
    assert state_on(action) == ActionState.RUNNING
    tab_to(page, CLEAR, at_most=1)
    tab_to(page, f"summary#move-{action.pk}", at_most=1)
    page.keyboard.press("Enter")
    tab_and_go(page, dutch("Stop it"))
    tab_to(page, "input#id_because")
    page.keyboard.type("De regio doet dit.")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert focus(page)["name"] == f"li#a{action.pk}"
    assert state_on(action) == ActionState.STOPPED


def test_timeline_by_keyboard_alone(page_of, traject, goal, world):
    page = page_of(world.els)
    today = localdate()
    action = ActionFactory(
        goal=goal, title=CLEAR, starts_on=today, due_on=today + timedelta(days=90)
    )
    open_plan(page, traject)

    tab_and_go(page, dutch("Timeline"))
    tab_and_go(page, CLEAR)

    expect(page.locator("h1")).to_have_text(action.title)
