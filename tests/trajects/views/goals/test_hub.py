"""The sixth step: goals per chosen theme, and the dream images that wait for one."""

import pytest

from tests.page import links, main_text, page_of
from tests.trajects.dream_factories import (
    DreamImageFactory,
    GoalAdoptionFactory,
    GoalFactory,
    GoalRemarkFactory,
)
from tests.trajects.selecting import select
from tests.trajects.views.goals.room import SENTENCE, chosen_theme, set_aside

READERS = [("els", 200), ("bram", 200), ("griet", 200), ("chaima", 404)]


@pytest.fixture
def hub(traject):
    return f"/trajecten/{traject.pk}/doelen/"


@pytest.mark.parametrize(("person", "status"), READERS)
def test_who_takes_part_reads_the_goals(hub, client_of, request, person, status):
    assert client_of(request.getfixturevalue(person)).get(hub).status_code == status


def test_without_chosen_themes_it_leads_to_them(hub, traject, els, english_of):
    response = english_of(els).get(hub)

    assert "There are no chosen themes yet" in main_text(response)
    assert f"/trajecten/{traject.pk}/themas/" in links(page_of(response))


def rows(response):
    return [
        " ".join("".join(li.itertext()).split()) for li in select(page_of(response), "ul.goals li")
    ]


def test_goal_stands_under_its_theme_with_how_smart_it_is(hub, goal, els, english_of):
    GoalAdoptionFactory(goal=GoalFactory(candidate=goal.candidate, sentence="We doen iets."))

    response = english_of(els).get(hub)

    first, second = rows(response)
    assert SENTENCE in first
    assert first.endswith("1 remark to discuss proposed")
    assert second.endswith("adopted")
    assert "of the 5" in second


def test_dream_image_waits_until_a_goal_grows_from_it(hub, traject, goal, els, english_of):
    waiting = DreamImageFactory(traject=traject, text="Meer fietsen", themes=[goal.candidate])

    response = english_of(els).get(hub)

    shown = [text_of_waiting(li) for li in select(page_of(response), "ul.waiting li")]
    assert shown == ["Meer fietsen"]
    assert f"/trajecten/{traject.pk}/doelen/nieuw/?droom={waiting.pk}" in links(page_of(response))


def text_of_waiting(li):
    return next(span.text for span in li.iter("span") if span.get("class") == "waiting-words")


def test_goal_that_is_set_aside_lets_its_dream_images_wait_again(hub, goal, els, english_of):
    set_aside(goal)

    response = english_of(els).get(hub)

    assert rows(response) == []
    # The one with the most stars first.
    shown = [text_of_waiting(li) for li in select(page_of(response), "ul.waiting li")]
    assert shown == ["Dat ik kan zien waarom.", "Dat elk bestek groen is."]
    assert "Dit doet de regio al." in main_text(response)


def test_of_many_dream_images_a_few_are_shown(hub, traject, els, english_of):
    theme = chosen_theme(traject)
    for number in range(6):
        DreamImageFactory(traject=traject, text=f"Droom {number}", themes=[theme])

    response = english_of(els).get(hub)

    assert len(select(page_of(response), "ul.waiting li")) == 4
    assert "And 2 more dream images." in main_text(response)
    assert f"/trajecten/{traject.pk}/droombeelden/thema/{theme.pk}/" in links(page_of(response))


def test_theme_that_is_not_chosen_any_more_keeps_its_goals(hub, goal, els, english_of):
    goal.candidate.choice.delete()

    text = main_text(english_of(els).get(hub))

    assert SENTENCE in text
    assert "the group does not go on with this theme" in text


@pytest.mark.parametrize(("person", "proposes"), [("bram", True), ("els", True), ("reader", False)])
def test_who_dreams_along_proposes(hub, goal, traject, request, english_of, person, proposes):
    user = request.getfixturevalue(person)

    found = links(page_of(english_of(user).get(hub)))

    assert (f"/trajecten/{traject.pk}/doelen/nieuw/" in found) is proposes


@pytest.mark.parametrize("number", [1, 3])
def test_hub_costs_the_same_for_one_and_three(
    hub, traject, goal, els, english_of, django_assert_num_queries, number
):
    for place in range(number - 1):
        theme = chosen_theme(traject, f"Thema {place}")
        another = GoalFactory(candidate=theme)
        GoalRemarkFactory.create_batch(2, goal=another)
        DreamImageFactory.create_batch(2, traject=traject, themes=[theme])
    browser = english_of(els)

    with django_assert_num_queries(31):
        browser.get(hub)
