"""The seventh step: actions per goal, what they lack, and what somebody asks for."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from accounts.models import Role
from tests.factories import DepartmentFactory, MembershipFactory, UserFactory
from tests.page import links, main_text, page_of, text_of
from tests.trajects.dream_factories import GoalFactory
from tests.trajects.factories import StepCompletionFactory
from tests.trajects.plan_factories import (
    ActionFactory,
    ActionNeedFactory,
    ActionOwnerFactory,
    ActionStepFactory,
)
from tests.trajects.selecting import select
from tests.trajects.views.goals.room import chosen_theme, set_aside
from tests.trajects.views.plan.room import a_goal, an_action
from trajects.steps import Key

READERS = [("els", 200), ("bram", 200), ("griet", 200), ("chaima", 404)]


@pytest.fixture
def url(traject):
    return f"/trajecten/{traject.pk}/actieplan/"


@pytest.fixture
def goal(traject):
    return a_goal(traject)


@pytest.fixture
def reader(traject):
    user = UserFactory(name="Lieve Lezer")
    MembershipFactory(user=user, organisation=traject.organisation, role=Role.READER)
    return user


@pytest.mark.parametrize(("person", "status"), READERS)
def test_who_takes_part_reads_the_plan(url, goal, client_of, request, person, status):
    an_action(goal, "Bestekken herschrijven")

    assert client_of(request.getfixturevalue(person)).get(url).status_code == status


def test_without_goals_it_leads_to_them(url, traject, els, english_of):
    response = english_of(els).get(url)

    assert "Actions stand under goals, and there are no goals yet." in main_text(response)
    assert f"/trajecten/{traject.pk}/doelen/" in links(page_of(response))


def rows(response):
    return [text_of(li) for ul in select(page_of(response), "ul.plan-rows") for li in ul]


def titles(response):
    return [text_of(a) for a in select(page_of(response), "ul.plan-rows div a")]


def test_action_stands_under_its_goal_with_who_and_when(url, traject, goal, griet, els, english_of):
    own = DepartmentFactory(organisation=traject.organisation, name="Aankoop")
    action = an_action(goal, "Bestekken herschrijven", by=griet, department=own)
    ActionStepFactory.create_batch(2, action=action)
    ActionStepFactory(action=action, done_on=localdate())
    ActionNeedFactory(action=action, needed=ActionFactory(goal=goal, title="Eerst dit"))

    first, second = rows(english_of(els).get(url))

    assert first.startswith("Tick 1.1: Bestekken herschrijven Bestekken herschrijven 1.1")
    assert "Griet Maes · Aankoop · by " in first
    assert first.endswith("1/3 steps done · waits for 1 other planned")
    assert "no owner yet" in second


def test_head_counts_what_is_in_the_plan(url, traject, goal, els, english_of):
    an_action(goal, "Een", days=-3)
    an_action(goal, "Twee", done_on=localdate())

    page = page_of(english_of(els).get(url))

    assert text_of(select(page, "h1")[0]) == (f"Action plan {traject.plan_from}–{traject.plan_to}")
    assert text_of(select(page, ".meta")[0]).startswith("1 theme, 1 goal, 2 actions. State on")
    assert text_of(select(page, ".tally")[0]) == (
        "1 done 0 are under way 0 planned 1 late 0 stopped"
    )


def test_goal_without_an_action_says_so_and_offers_both_ways(url, traject, goal, els, english_of):
    response = english_of(els).get(url)

    assert "This goal has no action yet." in main_text(response)
    start = f"/trajecten/{traject.pk}/actieplan/"
    found = links(page_of(response))
    assert f"{start}nieuw/?doel={goal.pk}" in found
    assert f"{start}voorbeelden/?doel={goal.pk}" in found


def test_reader_adds_and_ticks_nothing(url, goal, reader, english_of):
    an_action(goal, "Bestekken herschrijven")

    page = page_of(english_of(reader).get(url))

    assert select(page, "input[name=a]") == []
    assert not [link for link in links(page) if "nieuw/" in link]


def test_actions_of_a_goal_that_is_set_aside_still_stand_there(url, goal, els, english_of):
    an_action(goal, "Bestekken herschrijven")
    set_aside(goal)

    text = main_text(english_of(els).get(url))

    assert "The group set this goal aside." in text
    assert "Bestekken herschrijven" in text


def test_what_is_missing_is_counted_with_the_way_to_it(url, goal, griet, els, english_of):
    an_action(goal, "Eventueel iets doen", by=griet)
    an_action(goal, "Zonder trekker")
    an_action(goal, "Ook zonder, maar klaar", done_on=localdate())
    ActionFactory(goal=goal, title="Uit de catalogus", settled_at=None, example_code="x-1")

    page = page_of(english_of(els).get(url))
    told = [(text_of(a), a.get("href")) for a in select(page, ".plan-lacking a")]

    assert told == [
        ("1 action is still an example as it was copied", f"{url}?ontbreekt=draft#list"),
        ("1 action is not concrete yet", f"{url}?ontbreekt=vague#list"),
        ("2 actions have no owner yet", f"{url}?ontbreekt=no_owner#list"),
        ("1 action has no deadline yet", f"{url}?ontbreekt=no_deadline#list"),
        ("1 action does not say yet why you do it", f"{url}?ontbreekt=no_reason#list"),
    ]
    english = english_of(els)
    assert titles(english.get(url, {"ontbreekt": "no_owner"})) == [
        "Zonder trekker",
        "Uit de catalogus",
    ]


def test_asked_for_one_thing_only_that_shows(url, traject, goal, griet, els, english_of):
    other = GoalFactory(candidate=chosen_theme(traject, "Water"), sentence="Minder water.")
    own = DepartmentFactory(organisation=traject.organisation, name="Groen")
    an_action(goal, "Aankoopbeleid", by=griet, cost_once=100)
    an_action(other, "Bufferbekken", by=els, department=own, days=-1)
    browser = english_of(els)

    def asked(**query):
        return titles(browser.get(url, query))

    assert asked(thema=other.candidate.pk) == ["Bufferbekken"]
    assert asked(doel=goal.pk) == ["Aankoopbeleid"]
    assert asked(dienst="Groen") == ["Bufferbekken"]
    assert asked(dienst="geen") == ["Aankoopbeleid"]
    assert asked(wie=f"u{griet.pk}") == ["Aankoopbeleid"]
    # Who is no member carries nothing.
    assert asked(wie="geen") == ["Bufferbekken"]
    assert asked(stand="late") == ["Bufferbekken"]
    assert asked(zoek="BELEID aankoop") == ["Aankoopbeleid"]
    assert asked(stand="onzin", thema="x", wie="u999999", volgorde="zo") == [
        "Aankoopbeleid",
        "Bufferbekken",
    ]


@pytest.mark.parametrize(
    ("order", "expected"),
    [("deadline", "CAB"), ("naam", "ABC"), ("stand", "CBA"), ("kosten", "BCA")],
)
def test_list_in_the_order_that_was_asked_for(url, goal, els, english_of, order, expected):
    an_action(goal, "A", days=9, done_on=localdate())
    an_action(goal, "B", days=None, cost_once=200, cost_yearly=5)
    an_action(goal, "C", days=-9, cost_yearly=100)

    assert "".join(titles(english_of(els).get(url, {"volgorde": order}))) == expected


def test_per_owner_it_begins_with_what_nobody_carries(url, traject, goal, griet, els, english_of):
    bert = UserFactory(name="Bert")
    department = DepartmentFactory(organisation=traject.organisation, name="Groen")
    MembershipFactory(user=bert, organisation=traject.organisation, department=department)
    both = an_action(goal, "Samen", by=griet)
    ActionOwnerFactory(action=both, user=bert)
    an_action(goal, "Alleen")
    browser = english_of(els)

    page = page_of(browser.get(url, {"volgorde": "trekker"}))
    parts = [text_of(part) for part in select(page, "section.plan-theme h2")]

    assert parts == ["No owner yet", "Bert", "Griet Maes"]
    assert titles(browser.get(url, {"volgorde": "trekker"})) == ["Alleen", "Samen", "Samen"]
    only = {"volgorde": "trekker", "wie": f"u{bert.pk}"}
    assert titles(browser.get(url, only)) == ["Samen"]


def test_nothing_found_says_what_to_do(url, goal, els, english_of):
    an_action(goal, "Bestekken herschrijven")

    text = main_text(english_of(els).get(url, {"zoek": "raket"}))

    assert "0 actions fit what you asked for." in text
    assert "Leave something out, or show everything." in text


@pytest.mark.parametrize("number", [1, 3])
def test_plan_costs_the_same_for_one_and_three(
    url, traject, els, griet, english_of, django_assert_num_queries, number
):
    for place in range(number):
        goal = GoalFactory(candidate=chosen_theme(traject, f"Thema {place}"))
        for title in range(number):
            action = an_action(goal, f"Actie {title}", by=griet, starts_on=localdate())
            ActionStepFactory.create_batch(number, action=action)
            ActionNeedFactory(action=action, needed=ActionFactory(goal=goal))
    browser = english_of(els)

    with django_assert_num_queries(14):
        browser.get(url)


def test_done_and_stopped_say_when(url, goal, els, english_of):
    day = localdate() - timedelta(days=400)
    an_action(goal, "Klaar", done_on=day)
    an_action(goal, "Gestopt", stopped_on=day, stopped_because="Geen geld.")

    first, second = rows(english_of(els).get(url))

    assert f"done on {day:%b} " in first.replace(f"{day.day} ", "")
    assert "stopped on " in second


def test_who_carries_something_that_runs_is_led_to_it(url, traject, goal, reader, english_of):
    an_action(goal, "Van mij", by=reader, starts_on=localdate())

    page = page_of(english_of(reader).get(url))

    assert [one.get("href") for one in select(page, ".next a")] == [f"{url}mijn/"]


@pytest.mark.parametrize(("person", "closes"), [("griet", True), ("bram", False)])
def test_who_leads_says_that_the_step_is_done(
    url, traject, goal, request, english_of, person, closes
):
    StepCompletionFactory(traject=traject, step=Key.GOALS)
    an_action(goal, "Bestekken herschrijven")

    response = english_of(request.getfixturevalue(person)).get(url)

    assert ("This step is done" in main_text(response)) is closes
