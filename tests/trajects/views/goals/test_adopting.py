"""Writing down that the group adopted a goal, and coming back on it."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from tests.page import by_id, links, main_text, page_of
from tests.trajects.dream_factories import GoalAdoptionFactory, GoalFactory
from tests.trajects.factories import CandidateFactory
from tests.trajects.selecting import select
from tests.trajects.views.goals.room import set_aside
from trajects.models import Goal, GoalAdoption, GoalChange

LEADERS = [("els", 302), ("bram", 403), ("griet", 302), ("chaima", 404), ("reader", 403)]


@pytest.fixture
def post(goal, guest):
    return {
        "adopted_on": "2026-03-02",
        "people": [guest.pk],
        "others": "het managementteam",
        "version": goal.version,
    }


@pytest.mark.parametrize(("person", "status"), LEADERS)
def test_who_leads_writes_the_adoption_down(
    url, post, goal, guest, client_of, request, person, status
):
    response = client_of(request.getfixturevalue(person)).post(f"{url}aannemen/", post)

    stored = GoalAdoption.objects.filter(goal=goal).first()
    assert response.status_code == status
    assert (list(stored.people.all()) if stored else []) == ([guest] if status == 302 else [])


def test_form_proposes_today_and_everybody_of_the_group(url, guest, els, bram, english_of):
    tree = page_of(english_of(els).get(f"{url}aannemen/"))

    assert by_id(tree, "id_adopted_on").get("value") == localdate().isoformat()
    names = [label.text_content().strip() for label in select(tree, "div.form-check label")]
    assert sorted(names) == ["Bram Claes", "Koen"]


def test_page_says_what_is_missing_and_does_not_block(traject, els, english_of):
    weak = GoalFactory(candidate=CandidateFactory(traject=traject), sentence="We doen meer.")
    page = f"/trajecten/{traject.pk}/doelen/{weak.pk}/aannemen/"
    browser = english_of(els)

    text = main_text(browser.get(page))
    response = browser.post(page, {"adopted_on": "2026-03-02", "others": "de raad", "version": 1})

    assert "This is advice: the group may adopt the goal as it is." in text
    assert "Measurable" in text
    assert response.status_code == 302
    assert list(Goal.objects.adopted()) == [weak]


MISTAKES = [
    ({"adopted_on": ""}, "Fill in on which day the group adopted it."),
    ({"adopted_on": "gisteren"}, "Fill in a date."),
    ({"people": [], "others": ""}, "Tick who was there, or write down who agreed."),
    ({"people": [99]}, "One of them is no longer in the lead group."),
]


@pytest.mark.parametrize(("change", "words"), MISTAKES)
def test_mistake_writes_nothing_down(url, post, els, english_of, change, words):
    response = english_of(els).post(f"{url}aannemen/", {**post, **change})

    assert response.status_code == 422
    assert words in main_text(response)
    assert not GoalAdoption.objects.exists()


def test_day_to_come_is_a_mistake(url, post, els, english_of):
    tomorrow = localdate() + timedelta(days=1)

    response = english_of(els).post(f"{url}aannemen/", {**post, "adopted_on": tomorrow})

    assert response.status_code == 422
    assert "This day is still to come." in main_text(response)


def test_goal_that_changed_meanwhile_is_read_again_first(url, post, goal, els, english_of):
    Goal.objects.update(sentence="Nu heel anders.", version=goal.version + 1)
    browser = english_of(els)

    response = browser.post(f"{url}aannemen/", post)

    tree = page_of(response)
    assert response.status_code == 409
    assert "The goal changed meanwhile" in main_text(response)
    assert "Nu heel anders." in main_text(response)
    assert by_id(tree, "id_others").get("value") == "het managementteam"
    assert not GoalAdoption.objects.exists()

    again = {**post, "version": by_id(tree, "id_version").get("value")}
    assert browser.post(f"{url}aannemen/", again).status_code == 302
    assert GoalAdoption.objects.count() == 1


def test_colleague_was_first_with_another_day(url, post, goal, els, english_of):
    GoalAdoptionFactory(goal=goal)

    response = english_of(els).post(f"{url}aannemen/", post)

    assert response.status_code == 409
    assert "A colleague wrote down meanwhile" in main_text(response)
    assert by_id(page_of(response), "id_others").get("value") == "het managementteam"


def test_goal_that_is_set_aside_is_not_adopted(url, post, goal, els, english_of):
    set_aside(goal)

    response = english_of(els).post(f"{url}aannemen/", post)

    assert response.status_code == 409
    assert not GoalAdoption.objects.exists()


def test_form_is_only_there_for_a_proposal(url, goal, els, client_of):
    GoalAdoptionFactory(goal=goal)
    browser = client_of(els)

    assert browser.get(f"{url}aannemen/").status_code == 302
    assert browser.get(f"{url}aanneming-intrekken/").status_code == 200
    GoalAdoption.objects.all().delete()
    assert browser.get(f"{url}aannemen/").status_code == 200
    assert browser.get(f"{url}aanneming-intrekken/").status_code == 302


@pytest.mark.parametrize(("person", "status"), LEADERS)
def test_who_leads_withdraws_with_a_reason(url, goal, client_of, request, person, status):
    GoalAdoptionFactory(goal=goal)
    browser = client_of(request.getfixturevalue(person))

    response = browser.post(f"{url}aanneming-intrekken/", {"because": "Cijfer klopt niet"})

    reasons = list(GoalChange.objects.values_list("because", flat=True))
    assert response.status_code == status
    assert reasons == (["Cijfer klopt niet"] if status == 302 else [])
    assert GoalAdoption.objects.exists() is (status != 302)


def test_withdrawal_without_reason_is_a_mistake(url, goal, els, english_of):
    GoalAdoptionFactory(goal=goal)

    response = english_of(els).post(f"{url}aanneming-intrekken/", {"because": ""})

    assert response.status_code == 422
    assert "Write down why." in main_text(response)
    assert GoalAdoption.objects.exists()


def test_withdrawn_by_a_colleague_before(url, els, english_of):
    response = english_of(els).post(f"{url}aanneming-intrekken/", {"because": "Toch niet"})

    assert response.status_code == 409
    assert by_id(page_of(response), "id_because").get("value") == "Toch niet"


@pytest.mark.parametrize(("person", "status"), LEADERS)
def test_who_leads_sets_a_goal_aside_and_brings_it_back(
    url, goal, client_of, request, person, status
):
    browser = client_of(request.getfixturevalue(person))

    response = browser.post(f"{url}opzij/", {"because": "Doet de regio"})
    goal.refresh_from_db()
    reason = goal.set_aside_because
    back = browser.post(f"{url}terug/")
    goal.refresh_from_db()

    assert (response.status_code, back.status_code) == (status, status)
    assert reason == ("Doet de regio" if status == 302 else "")
    assert goal.set_aside_at is None


def test_setting_aside_asks_why(url, goal, els, english_of):
    browser = english_of(els)

    assert browser.get(f"{url}opzij/").status_code == 200
    response = browser.post(f"{url}opzij/", {"because": ""})
    assert (response.status_code, Goal.objects.standing().count()) == (422, 1)


def test_set_aside_by_a_colleague_before(url, goal, els, english_of):
    set_aside(goal)

    response = english_of(els).post(f"{url}opzij/", {"because": "Ook weg"})

    assert response.status_code == 409
    assert by_id(page_of(response), "id_because").get("value") == "Ook weg"
    goal.refresh_from_db()
    assert goal.set_aside_because == "Dit doet de regio al."


def test_brought_back_by_a_colleague_before(url, els, english_of):
    response = english_of(els).post(f"{url}terug/", follow=True)

    assert "This goal was set aside, or brought back, meanwhile." in response.content.decode()
    assert url.rstrip("/") in response.redirect_chain[0][0]
    assert links(page_of(response)) != []
