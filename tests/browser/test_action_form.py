"""A person is found by name among many, and without a script everybody is there."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.traject_world import new_traject
from tests.browser.world import World
from tests.trajects.factories import ParticipantFactory
from tests.trajects.views.plan.room import a_goal
from trajects.models import Action, Traject

NAMES = ("Ann", "Bea", "Cas", "Dré", "Els", "Fons", "Gea", "Hilde", "Ivo")


@pytest.fixture
def traject(world: World) -> Traject:
    made = new_traject(world)
    a_goal(made)
    for name in NAMES:
        ParticipantFactory(traject=made, name=name, function="groendienst")
    return made


@pytest.fixture
def address(base_url: str, traject: Traject) -> str:
    return f"{base_url}/trajecten/{traject.pk}/actieplan/nieuw/"


def shown(page: Page) -> list[str]:
    rows = page.locator(".formowners .form-check:visible").all()
    return [name for name in NAMES if any(name in row.inner_text() for row in rows)]


def test_a_person_is_found_by_name_and_stays_ticked(page_of, world, traject, address):
    page = page_of(world.els)
    page.goto(address)
    box = page.locator(".formowners input[type=search]")

    box.fill("dre")
    assert shown(page) == ["Dré"]
    page.get_by_label("Dré").check()
    box.fill("groen hil")
    assert shown(page) == ["Dré", "Hilde"]
    box.press("Enter")
    expect(page).to_have_url(address)

    page.fill("#id_title", "We planten bomen")
    page.locator("main .btn-primary").click()
    page.wait_for_url("**/actieplan/*/")
    assert [owner.called for owner in Action.objects.get().owners.all()] == ["Dré"]


def test_without_a_script_everybody_is_there(page_of: Callable[..., Page], world, traject, address):
    page = page_of(world.els, java_script_enabled=False)
    page.goto(address)

    assert page.locator(".formowners input[type=search]").count() == 0
    assert shown(page) == list(NAMES)
