"""The actions of a goal, on the page of that goal."""

import pytest
from django.urls import reverse

from tests.factories import MembershipFactory
from tests.page import by_id, page_of
from tests.trajects.dream_factories import GoalFactory
from tests.trajects.views.goals.room import set_aside
from tests.trajects.views.plan.room import a_goal, an_action


@pytest.fixture
def goal(traject):
    return a_goal(traject)


@pytest.fixture
def url(goal):
    return reverse("trajects:goal", args=[goal.traject_id, goal.pk])


def said(answer):
    return " ".join(by_id(page_of(answer), "actions").text_content().split())


def test_every_action_stands_with_who_when_and_how_far(english_of, bram, goal, url):
    an_action(goal, "Een lijst maken", by=bram, cost_once=1500)
    an_action(goal, "Later nog iets", days=None)
    an_action(GoalFactory(candidate=goal.candidate), "Van een ander doel")

    words = said(english_of(bram).get(url))

    assert "Een lijst maken Bram Claes" in words
    assert "1.500\N{NO-BREAK SPACE}euro".replace("\N{NO-BREAK SPACE}", " ") in words
    assert "Later nog iets nobody yet – – planned" in words
    assert "Van een ander doel" not in words


def test_a_goal_without_actions_leads_to_the_first_one(english_of, bram, goal, url):
    answer = english_of(bram).get(url)

    assert "This goal has no action yet." in said(answer)
    links = by_id(page_of(answer), "actions").xpath(".//a/@href")
    assert links == [
        f"/trajecten/{goal.traject_id}/actieplan/voorbeelden/?doel={goal.pk}",
        f"/trajecten/{goal.traject_id}/actieplan/nieuw/?doel={goal.pk}",
    ]


def test_who_reads_and_who_looks_at_what_was_set_aside_adds_nothing(
    client_of, bram, traject, goal, url
):
    reader = MembershipFactory(organisation=traject.organisation, role="reader").user
    assert not by_id(page_of(client_of(reader).get(url)), "actions").xpath(".//a")

    set_aside(goal)

    assert not by_id(page_of(client_of(bram).get(url)), "actions").xpath(".//a")
