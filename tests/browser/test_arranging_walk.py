"""A moderator puts dream images in order: with the keyboard alone, on a phone, and without
JavaScript."""

import pytest
from playwright.sync_api import Page

from tests.browser.arranging_states import open_arranging
from tests.browser.choice_states import chosen_traject
from tests.trajects.dream_factories import DreamImageFactory
from trajects.queries.dreams import chosen_themes


@pytest.fixture
def laid_out(world):
    traject = chosen_traject(world)
    theme = chosen_themes(traject)[0]
    for text in ("Bomen", "Schaduw", "Banken"):
        DreamImageFactory(traject=traject, text=text, themes=[theme], author=world.bram)
    return traject, theme


def tick(page: Page, *texts: str) -> None:
    for text in texts:
        page.get_by_label(text, exact=True).check()


def press(page: Page, button: str) -> None:
    with page.expect_navigation():
        page.locator(button).first.click()


def texts_of(traject) -> list[str]:
    return [one.text for one in traject.dreams.standing()]


def walk(page: Page, traject, theme) -> None:
    """Merge two, split what came of it, make it whole, take it apart, and put the rest in a
    group."""
    open_arranging(page, traject, theme)
    tick(page, "Bomen", "Schaduw")
    press(page, "button[value=merge]")
    assert page.locator("#id_text").input_value() == "Bomen\nSchaduw"
    press(page, "[name=merge]")
    assert texts_of(traject) == ["Banken", "Bomen\nSchaduw"]

    page.locator(".arrange-row summary").last.click()
    press(page, "a[href*='/splitsen/'] >> visible=true")
    press(page, "[name=split]")
    assert texts_of(traject) == ["Banken", "Bomen", "Schaduw"]

    for expected in (["Banken", "Bomen\nSchaduw"], ["Bomen", "Schaduw", "Banken"]):
        page.locator(".arrange-row summary").last.click()
        press(page, "button[form^=undo] >> visible=true")
        assert texts_of(traject) == expected

    tick(page, "Banken")
    page.locator("#id_name").fill("Om te zitten")
    press(page, "button[value=group]")
    assert page.locator(".arrange-head h2").first.inner_text() == "Om te zitten 1"


def test_moderator_merges_splits_groups_and_undoes(world, page_of, laid_out):
    walk(page_of(world.els), *laid_out)


def test_it_works_on_a_phone_without_javascript(world, page_of, laid_out):
    page = page_of(world.els, java_script_enabled=False)
    page.set_viewport_size({"width": 360, "height": 740})

    walk(page, *laid_out)


def test_enter_in_the_name_of_a_group_makes_the_group(world, page_of, laid_out):
    """With the keyboard alone; no other button is pressed by accident."""
    traject, theme = laid_out
    page = page_of(world.els)
    open_arranging(page, traject, theme)

    page.get_by_label("Banken", exact=True).focus()
    page.keyboard.press("Space")
    page.locator("#id_name").focus()
    page.keyboard.type("Om te zitten")
    with page.expect_navigation():
        page.keyboard.press("Enter")

    assert [cluster.name for cluster in theme.clusters.all()] == ["Om te zitten"]
    assert len(texts_of(traject)) == 3
