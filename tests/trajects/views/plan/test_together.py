"""Several actions changed in one go: ticked, looked over, stored."""

from datetime import date

import pytest
from django.utils.timezone import now

from tests.factories import DepartmentFactory
from tests.page import as_sent, main_text, page_of, text_of
from tests.trajects.dream_factories import GoalFactory
from tests.trajects.plan_factories import ActionFactory, ActionOwnerFactory
from tests.trajects.selecting import select
from tests.trajects.views.plan.room import a_goal
from trajects.models import Action

READERS = [("els", 200), ("bram", 200), ("griet", 200), ("chaima", 404)]


@pytest.fixture
def url(traject):
    return f"/trajecten/{traject.pk}/actieplan/samen/"


@pytest.fixture
def two(traject):
    goal = a_goal(traject)
    dates = {"starts_on": date(2027, 1, 1), "due_on": date(2027, 6, 30)}
    first = ActionFactory(goal=goal, title="Bestekken herschrijven", **dates)
    return first, ActionFactory(goal=goal, title="Aankopers opleiden")


def sent(two, **own):
    return {"a": [f"{one.pk}-{one.version}" for one in two], **own}


def looked_over(browser, url, two, **own):
    """What is sent by who looked and presses the second button."""
    response = browser.post(url, sent(two, look="1", **own))
    seen = select(page_of(response), "input[name=seen]")[0].get("value")
    return sent(two, store="1", seen=seen, **own)


@pytest.mark.parametrize(("person", "status"), READERS)
def test_who_makes_the_plan_changes_it(url, two, client_of, request, person, status):
    browser = client_of(request.getfixturevalue(person))

    assert browser.get(url, {"a": two[0].pk}).status_code == status
    assert browser.post(url, sent(two, months="1", look="1")).status_code == status


def test_ticked_actions_stand_there_with_what_can_change(url, two, els, griet, english_of):
    ActionOwnerFactory(action=two[1], user=griet)

    page = page_of(english_of(els).get(url, {"a": [two[0].pk, two[1].pk, "x", "99999999999"]}))

    shown = [text_of(li) for li in select(page, ".together-list li")]
    assert shown == ["1.1 Bestekken herschrijven", "1.2 Aankopers opleiden"]
    carrying = [text_of(one) for one in select(page, "select[name=old_owner] option")]
    assert carrying == ["stays as it is", "Griet Maes"]


def test_nothing_ticked_leads_back(url, two, els, english_of):
    assert "No action is ticked" in main_text(english_of(els).get(url))


def test_looking_it_over_shows_what_becomes_of_each_and_stores_nothing(
    url, traject, two, els, griet, english_of
):
    department = DepartmentFactory(organisation=traject.organisation, name="Groen")
    own = {"months": "3", "department": department.pk, "new_owner": f"u{griet.pk}"}

    response = english_of(els).post(url, sent(two, look="1", **own))

    rows = [text_of(row) for row in select(page_of(response), ".together-after tbody tr")]
    assert rows == [
        "1.1 Bestekken herschrijven Department – Groen",
        "Owners – Griet Maes",
        "Start 1 January 2027 1 April 2027",
        "Deadline 30 June 2027 30 September 2027",
        "1.2 Aankopers opleiden Department – Groen",
        "Owners – Griet Maes",
    ]
    assert not Action.objects.filter(department=department).exists()


def test_then_it_is_stored(url, two, els, english_of):
    browser = english_of(els)
    goal = GoalFactory(candidate=two[0].goal.candidate, sentence="Een ander doel.")

    response = browser.post(url, looked_over(browser, url, two, goal=goal.pk), follow=True)

    assert "2 actions are changed." in main_text(response)
    assert set(Action.objects.values_list("goal", flat=True)) == {goal.pk}


def test_what_was_chosen_since_is_looked_over_first(url, two, els, english_of):
    browser = english_of(els)
    data = {**looked_over(browser, url, two, months="3"), "months": "4"}

    response = browser.post(url, data)

    assert response.status_code == 200
    assert "1 May 2027" in main_text(response)
    assert Action.objects.get(pk=two[0].pk).starts_on == date(2027, 1, 1)


def test_nothing_chosen_or_nonsense_is_a_mistake(url, two, els, english_of):
    browser = english_of(els)

    nothing = browser.post(url, sent(two, look="1"))
    nonsense = browser.post(url, sent(two, months="straks", due_on="2027-13-01", look="1"))

    assert (nothing.status_code, nonsense.status_code) == (422, 422)
    assert "Choose what changes. Nothing is changed yet." in main_text(nothing)
    assert "Fill in a whole number of months" in main_text(nonsense)
    form = select(page_of(nonsense), ".together-form")[0]
    assert as_sent(form)["due_on"] == "2027-13-01"


def test_one_that_would_end_before_its_start_is_named(url, two, els, english_of):
    browser = english_of(els)
    data = looked_over(browser, url, two, due_on="2026-01-01")

    shown = main_text(browser.post(url, sent(two, look="1", due_on="2026-01-01")))
    refused = browser.post(url, data)

    assert "it would end before it starts" in shown
    assert refused.status_code == 422
    assert "“Bestekken herschrijven” would end before it starts." in main_text(refused)


def test_changed_by_a_colleague_meanwhile_is_looked_over_once_more(url, two, els, english_of):
    browser = english_of(els)
    data = looked_over(browser, url, two, months="3")
    Action.objects.filter(pk=two[0].pk).update(due_on=date(2028, 6, 30), version=2)

    response = browser.post(url, data)

    assert response.status_code == 409
    assert "A colleague changed one of these actions meanwhile" in main_text(response)
    # What they chose, on the action as it is now.
    assert "30 September 2028" in main_text(response)
    form = select(page_of(response), ".together-form")[0]
    again = [one.get("value") for one in select(form, "input[name=a]")]
    assert again == [f"{two[0].pk}-2", f"{two[1].pk}-1"]
    seen = select(form, "input[name=seen]")[0].get("value")
    browser.post(url, {**data, "a": again, "seen": seen})
    assert Action.objects.get(pk=two[0].pk).due_on == date(2028, 9, 30)


def test_goal_set_aside_meanwhile_cannot_be_chosen(url, two, els, english_of):
    browser = english_of(els)
    goal = GoalFactory(candidate=two[0].goal.candidate)
    data = looked_over(browser, url, two, goal=goal.pk)
    goal.set_aside_at, goal.set_aside_by, goal.set_aside_because = now(), els, "Dubbel"
    goal.save()

    response = browser.post(url, data)

    assert response.status_code == 422
    assert set(Action.objects.values_list("goal", flat=True)) == {two[0].goal_id}


@pytest.mark.parametrize("number", [1, 3])
def test_looking_over_costs_the_same_for_one_and_three(
    url, two, els, griet, english_of, django_assert_num_queries, number
):
    more = ActionFactory.create_batch(number - 1, goal=two[0].goal)
    for action in more:
        ActionOwnerFactory(action=action, user=griet)
    browser = english_of(els)

    with django_assert_num_queries(15):
        browser.post(url, sent([two[0], *more], months="1", look="1"))
