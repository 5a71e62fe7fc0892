"""The plan along time, as people see it."""

from datetime import date

import pytest

from tests.page import links, main_text, page_of, text_of
from tests.trajects.plan_factories import ActionFactory, ActionOwnerFactory
from tests.trajects.selecting import select
from tests.trajects.views.plan.room import a_goal

READERS = [("els", 200), ("bram", 200), ("griet", 200), ("chaima", 404)]
SPRING = {"starts_on": date(2027, 2, 1), "due_on": date(2027, 6, 30)}


@pytest.fixture
def timeline(traject):
    traject.plan_from, traject.plan_to = 2026, 2031
    traject.save()
    return f"/trajecten/{traject.pk}/actieplan/tijdlijn/"


@pytest.fixture
def goal(traject):
    return a_goal(traject)


@pytest.mark.parametrize(("person", "status"), READERS)
def test_who_takes_part_sees_the_timeline(timeline, client_of, request, person, status):
    assert client_of(request.getfixturevalue(person)).get(timeline).status_code == status


def test_without_actions_it_leads_to_the_plan(timeline, traject, els, english_of):
    response = english_of(els).get(timeline)

    assert "There are no actions yet" in main_text(response)
    assert f"/trajecten/{traject.pk}/actieplan/" in links(page_of(response))


def rows(response) -> list[str]:
    return [text_of(row) for row in select(page_of(response), "li.tl-row")]


def test_every_action_is_a_row_with_a_bar(timeline, goal, griet, els, english_of):
    carried = ActionFactory(goal=goal, title="Bomen planten", **SPRING)
    ActionOwnerFactory(action=carried, user=griet)
    ActionFactory(goal=goal, title="Ooit eens")

    response = english_of(els).get(timeline)

    first, second = rows(response)
    assert first.startswith("Bomen planten Griet Maes, Feb to Jun 2027")
    assert second == "Ooit eens no owner yet no dates yet planned"
    (bar,) = select(page_of(response), "li.tl-row svg.gantt")
    assert bar.get("aria-hidden") == "true"


def test_table_holds_the_same(timeline, goal, els, english_of):
    ActionFactory(goal=goal, title="Bomen planten", done_on=date(2027, 3, 1), **SPRING)

    page = page_of(english_of(els).get(timeline))

    (row,) = select(page, "table.tl-table tbody tr")
    assert text_of(row) == "1.1 Bomen planten – 1 February 2027 30 June 2027 done on 1 March 2027"


def test_zoom_leaves_out_what_lies_outside(timeline, goal, els, english_of):
    ActionFactory(goal=goal, title="Bomen planten", **SPRING)
    ActionFactory(goal=goal, title="Bos", due_on=date(2030, 1, 1))

    response = english_of(els).get(timeline, {"van": "2027", "tot": "2027"})

    assert len(rows(response)) == 1
    assert "1 action lies outside these years." in main_text(response)
    axis = select(page_of(response), "svg.gaxis text")
    assert [text.text for text in axis][:3] == ["2027", "Feb", "Mar"]


@pytest.mark.parametrize("number", [1, 3])
def test_timeline_costs_the_same_for_any_number(
    timeline, goal, griet, els, client_of, number, django_assert_num_queries
):
    for _number in range(number):
        ActionOwnerFactory(action=ActionFactory(goal=goal, **SPRING), user=griet)
    client = client_of(els)

    with django_assert_num_queries(15):
        client.get(timeline)


@pytest.mark.parametrize("years", [{}, {"van": "9999", "tot": "9999"}, {"van": "1", "tot": "9999"}])
def test_year_that_was_mistyped_breaks_no_timeline(timeline, goal, els, english_of, years):
    ActionFactory(goal=goal, title="Ooit", starts_on=date(2027, 1, 1), due_on=date.max)
    ActionFactory(goal=goal, title="Lang geleden", starts_on=date.min, due_on=date(2027, 1, 1))

    response = english_of(els).get(timeline, years)

    assert response.status_code == 200
    assert "Ooit" in main_text(response)
    offered = [one.get("value") for one in select(page_of(response), "select[name=tot] option")]
    assert (offered[0], offered[-1]) == ("2006", "2051")
