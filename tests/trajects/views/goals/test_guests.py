"""The goals for who came by a personal link and is in the lead group."""

import pytest

from tests.page import by_id, links, main_text, page_of
from tests.trajects.dream_factories import DreamImageFactory, GoalFactory
from tests.trajects.selecting import select
from tests.trajects.views.goals.conftest import TOKEN
from tests.trajects.views.goals.room import SENTENCE, set_aside
from trajects.models import GoalRemark, Part

BASE = f"/meedoen/{TOKEN}/doelen/"


@pytest.fixture
def own(goal):
    return f"{BASE}{goal.pk}/"


def test_guest_reads_the_goals_per_theme(goal, traject, guest_client):
    DreamImageFactory(traject=traject, text="Meer fietsen", themes=[goal.candidate])

    response = guest_client.get(BASE)

    found = links(page_of(response))
    assert SENTENCE in main_text(response)
    assert "Meer fietsen" in main_text(response)
    assert f"{BASE}{goal.pk}/" in found
    assert [link for link in found if link.startswith("/trajecten/")] == []


def test_without_goals_it_says_so(guest_client):
    assert "There are no goals yet." in main_text(guest_client.get(BASE))


def test_guest_reads_one_goal_without_links_to_the_traject(own, guest_client):
    response = guest_client.get(own)

    assert "Wie meet dit?" in main_text(response)
    assert "Dat ik kan zien waarom." in main_text(response)
    found = links(page_of(response))
    assert [link for link in found if link.startswith("/trajecten/")] == []
    actions = [form.get("action") for form in select(page_of(response), "main form")]
    assert actions == [own]


def test_guest_says_something(own, guest, guest_client):
    response = guest_client.post(own, {"text": "Goed zo"})

    said = GoalRemark.objects.get(text="Goed zo")
    assert (response.status_code, response["Location"]) == (302, own)
    assert (said.guest, said.author) == (guest, None)
    assert "Koen" in main_text(guest_client.get(own))


def test_guest_who_says_nothing_made_a_mistake(own, guest_client):
    response = guest_client.post(own, {"text": ""})

    assert response.status_code == 422
    assert GoalRemark.objects.count() == 1


def test_goal_that_was_set_aside_meanwhile_keeps_what_was_typed(own, goal, guest_client):
    set_aside(goal)

    response = guest_client.post(own, {"text": "Toch doen"})

    assert response.status_code == 409
    assert by_id(page_of(response), "id_text").text.strip() == "Toch doen"
    assert select(page_of(guest_client.get(own)), "main form") == []


def test_goal_of_another_traject_does_not_exist(guest_client):
    assert guest_client.get(f"{BASE}{GoalFactory().pk}/").status_code == 404


@pytest.mark.parametrize("page", ["", "1/"])
def test_colleague_with_a_link_has_no_goals(goal, guest, guest_client, page):
    guest.part = Part.COLLEAGUE
    guest.save()

    address = BASE + page.replace("1", str(goal.pk))
    assert guest_client.get(address).status_code == 403
    assert guest_client.post(address, {"text": "Ik ook"}).status_code == (403 if page else 405)
    assert GoalRemark.objects.count() == 1


@pytest.mark.parametrize("page", ["", "1/"])
def test_link_that_does_not_work_opens_nothing(goal, guest_client, page):
    address = f"/meedoen/iets-anders/doelen/{page.replace('1', str(goal.pk))}"

    assert "This link does not work" in main_text(guest_client.get(address))


@pytest.mark.parametrize(("part", "is_linked"), [(Part.LEAD_GROUP, True), (Part.COLLEAGUE, False)])
def test_own_page_leads_to_the_goals_once_there_are(
    traject, guest, guest_client, request, part, is_linked
):
    guest.part = part
    guest.save()
    before = links(page_of(guest_client.get(f"/meedoen/{TOKEN}/")))
    request.getfixturevalue("goal")

    after = links(page_of(guest_client.get(f"/meedoen/{TOKEN}/")))

    assert BASE not in before
    assert (BASE in after) is is_linked
