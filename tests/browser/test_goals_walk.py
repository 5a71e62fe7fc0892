"""From a dream image to a goal that the group adopted: collected, written, starred, made into a
goal with the ladder of questions, discussed, adopted, changed with a reason, set aside and back."""

import pytest
from django.utils.timezone import localdate, now
from playwright.sync_api import Page, expect

from tests.browser.accessibility import assert_no_sideways_scroll
from tests.browser.choice_states import chosen_traject
from tests.browser.walking import expect_message, expect_title, follow, named, press
from tests.browser.words import dutch
from tests.browser.world import World
from trajects.actions.goals.discussing import remark
from trajects.models import Goal, GoalChange, Part, Traject
from trajects.models.writer import Writer
from trajects.queries.dreams import chosen_themes

DREAM = "In elk bestek zie ik waarom we net dit kiezen"
WEAK = "We zetten in op duurzaam aankopen."
SENTENCE = (
    "De dienst aankoop zorgt ervoor dat tegen 31 december 2028 60 procent van onze bestekken een "
    "duurzame eis bevat, tegenover 20 procent in 2025."
)
ANSWERS = {
    "result": "Bestekken met minstens één duurzame eis.",
    "indicator": "Aandeel bestekken met een duurzame eis",
    "unit": "%",
    "baseline": "20",
    "baseline_on": "2025-12-31",
    "baseline_source": "contractenregister",
    "target": "60",
    "carrier": "dienst aankoop",
    "means": "Eén dag per week.",
    "due_on": "2028-12-31",
    "sentence": SENTENCE,
}


@pytest.fixture
def page(page_three_ways: Page) -> Page:
    """Of Els, who coordinates and moderates."""
    return page_three_ways


@pytest.fixture
def traject(world: World) -> Traject:
    return chosen_traject(world, chosen=1)


def collect(page: Page, traject: Traject) -> None:
    page.goto(f"/trajecten/{traject.pk}/droombeelden/inzameling/")
    page.locator("#id_last_day").fill(localdate().isoformat())
    press(page, "Open the collection")
    expect_message(page, "The collection is open. Tell the group where to write.")


def dream(page: Page, traject: Traject) -> None:
    page.goto(f"/trajecten/{traject.pk}/droombeelden/")
    follow(page, "Write a dream image")
    press(page, "Send")
    expect(page.locator(".errorsum")).to_be_visible()
    theme = chosen_themes(traject).get()
    page.locator(f"[name=themes][value='{theme.pk}']").check()
    page.locator("#id_text").fill(f"{DREAM}\n- ook de buurt ziet het")
    page.locator("[name=name][value=named]").check()
    press(page, "Send")
    expect_message(page, "Your dream image is sent.")


def star(page: Page, traject: Traject) -> None:
    page.goto(f"/trajecten/{traject.pk}/droombeelden/{traject.dreams.get().pk}/")
    with page.expect_navigation():
        page.locator(".dream-star button").click()
    expect_message(page, "Your star is given.")


def begin_with_the_dream_image(page: Page, traject: Traject) -> None:
    page.goto(f"/trajecten/{traject.pk}/doelen/")
    expect(page.locator(".waiting > li")).to_have_count(1)
    follow(page, "Make a goal of it", of=f": {DREAM}")
    page.locator("#id_sentence").fill(WEAK)
    press(page, "Propose this goal")
    expect_message(page, "The goal is proposed. The group can react to it now.")
    expect(page.locator("h1")).to_have_text(WEAK)
    expect(page.locator(".smart .miss")).to_have_count(5)
    expect(page.locator(".quote")).to_contain_text(DREAM)


def answer_the_questions(page: Page) -> None:
    follow(page, "Change this goal")
    for name, text in ANSWERS.items():
        page.locator(f"#id_{name}").fill(text)
    press(page, "Save the changes")
    expect_message(page, "The changes are saved.")
    expect(page.locator(".smart .miss")).to_have_count(0)
    expect(page.locator("svg.indicator")).to_be_visible()


def discuss(page: Page, traject: Traject, world: World) -> None:
    bram = Writer(user=world.bram)
    remark(goal=traject.goals.get(), text="Wie meet dit?", writer=bram, at=now())
    page.reload()
    press(page, "Add the remark")
    expect(page.locator(".errorsum")).to_be_visible()
    page.locator("#id_text").fill("De dienst aankoop, elk najaar.")
    press(page, "Add the remark")
    expect_message(page, "Your remark stands with the goal.")
    press(page, "We talked about it", of=": Wie meet dit?")
    expect_message(page, "Noted: the group talked about it.")
    expect(page.locator(".remarks .settled")).to_have_count(1)


def adopt(page: Page, traject: Traject) -> None:
    follow(page, "Write down that the group adopts it")
    expect_title(page, "The group adopts this goal")
    press(page, "Adopt this goal")
    expect(page.locator(".errorsum")).to_be_visible()
    someone = traject.participants.filter(part=Part.LEAD_GROUP).first()
    page.locator(f"[name=people][value='{someone.pk}']").check()
    page.locator("#id_others").fill("het managementteam")
    press(page, "Adopt this goal")
    expect_message(page, "The goal is adopted.")
    expect(page.locator(".adopted")).to_contain_text("het managementteam")


def change_with_a_reason(page: Page) -> None:
    follow(page, "Change this goal")
    page.locator("#id_target").fill("65")
    press(page, "Save the changes")
    expect(page.locator(".errorsum")).to_be_visible()
    expect(page.locator("#id_target")).to_have_value("65")
    page.locator("#id_because").fill("Er kwam een tweede aankoper bij.")
    press(page, "Save the changes")
    expect(page.locator(".changes")).to_contain_text("Er kwam een tweede aankoper bij.")


def withdraw(page: Page) -> None:
    follow(page, "Withdraw the adoption")
    page.locator("#id_because").fill("De raad wil eerst de cijfers zien.")
    press(page, "Withdraw the adoption")
    expect_message(page, "The adoption is withdrawn. The goal is a proposal again.")
    expect(page.locator(".changes > li")).to_have_count(2)


def set_aside_and_bring_back(page: Page) -> None:
    follow(page, "Set this goal aside")
    page.locator("#id_because").fill("Dubbel met een ander doel.")
    press(page, "Set it aside")
    expect_message(page, "The goal is set aside. You can bring it back.")
    expect(page.locator(".waiting > li")).to_have_count(1)
    press(page, "Bring back", of=f": {SENTENCE}")
    expect_message(page, "The goal is back in the list.")


def test_from_dream_image_to_adopted_goal(page, traject, world):
    collect(page, traject)
    dream(page, traject)
    star(page, traject)
    begin_with_the_dream_image(page, traject)
    answer_the_questions(page)
    discuss(page, traject, world)
    adopt(page, traject)
    change_with_a_reason(page)
    withdraw(page)
    set_aside_and_bring_back(page)
    adopt(page, traject)

    goal = Goal.objects.adopted().get()
    assert (goal.sentence, goal.target, str(goal.dreams.get())) == (SENTENCE, 65, DREAM)
    assert GoalChange.objects.count() == 2
    page.goto(f"/trajecten/{traject.pk}/doelen/")
    row = page.locator(".goals > li")
    expect(row).to_contain_text(dutch("adopted"))
    expect(
        page.get_by_role("link", name=named("Make a goal of it", of=f": {DREAM}"))
    ).to_have_count(0)
    assert_no_sideways_scroll(page)
