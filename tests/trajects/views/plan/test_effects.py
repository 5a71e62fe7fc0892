"""What the plan brings and costs, as people see it."""

from datetime import date

import pytest

from tests.page import links, main_text, page_of, text_of
from tests.trajects.dream_factories import GoalFactory, ThemeAmbitionFactory
from tests.trajects.factories import CandidateFactory, ThemeChoiceFactory
from tests.trajects.photos import photo_of
from tests.trajects.plan_factories import ActionFactory, ActionStatementFactory
from tests.trajects.scanned import link_scan
from tests.trajects.selecting import select

PAGES = ["brengt", "begroting"]
READERS = [("els", 200), ("bram", 200), ("griet", 200), ("chaima", 404)]


@pytest.fixture
def plan(traject):
    traject.plan_from, traject.plan_to = 2026, 2028
    traject.save()
    return f"/trajecten/{traject.pk}/actieplan/"


@pytest.fixture
def goal(traject):
    """Of a theme on step 1, with step 3 as its ambition."""
    photo = photo_of(traject)
    link_scan(traject, "jjj jnn nnn nnn nnn")
    scan = traject.scan
    scan.finished_at, scan.finished_by = scan.started_at, scan.started_by
    scan.save()
    candidate = CandidateFactory(traject=traject, themes=[photo.themes[0]])
    ThemeChoiceFactory(candidate=candidate, chosen=True)
    ThemeAmbitionFactory(candidate=candidate, step=3)
    return GoalFactory(candidate=candidate)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("person", "status"), READERS)
def test_who_takes_part_reads_them(plan, client_of, request, name, person, status):
    client = client_of(request.getfixturevalue(person))

    assert client.get(f"{plan}{name}/").status_code == status


def test_without_a_finished_scan_nothing_is_claimed(plan, els, english_of):
    text = main_text(english_of(els).get(f"{plan}brengt/"))

    assert "This traject has none yet." in text


def test_without_statements_it_says_what_to_do(plan, goal, els, english_of):
    goal.candidate.choice.delete()

    text = main_text(english_of(els).get(f"{plan}brengt/"))

    assert "Choose with each action which statements of the scan become a yes." in text


def codes_of(traject) -> list[str]:
    return list(traject.scan.statements().order_by("step", "track").values_list("code", flat=True))


def test_theme_is_told_with_what_still_misses(plan, traject, goal, els, english_of):
    codes = codes_of(traject)
    action = ActionFactory(goal=goal, title="Zonnepanelen")
    ActionStatementFactory(action=action, code=codes[4])
    ActionFactory(goal=goal, title="Nog niets gekoppeld")

    response = english_of(els).get(f"{plan}brengt/")

    page, text = page_of(response), main_text(response)
    assert "If the actions work out, 1 theme stands on a higher step than now." in text
    assert "1 action says of no statement that it becomes a yes" in text
    assert "If the action that helps it works out, it stands on step 2." in text
    (stairs,) = select(page, "div.fx-stairs svg title")
    assert stairs.text == "step 1 of 5, ambition 3"
    assert [text_of(cell) for cell in select(page, "table.fx-table td")] == (["1", "2", "3", "1"])
    asked = [link for link in links(page) if "?stelling=" in link]
    assert asked == [f"{plan}voorbeelden/?stelling={code}" for code in codes[6:8]]


def test_who_only_reads_gets_no_link_to_examples(plan, traject, goal, bram, griet, client_of):
    traject.participants.filter(user=bram).delete()

    page = page_of(client_of(bram).get(f"{plan}brengt/"))

    assert [link for link in links(page) if "?stelling=" in link] == []


def test_budget_stands_per_year(plan, goal, els, english_of):
    ActionFactory(
        goal=goal,
        cost_once=12_000,
        cost_yearly=1_500,
        staff_days=4,
        starts_on=date(2026, 3, 1),
        due_on=date(2027, 3, 1),
    )
    ActionFactory(goal=goal, title="Zonder bedrag")
    ActionFactory(goal=goal, cost_once=70)
    ActionFactory(goal=goal, cost_once=80, due_on=date(2030, 1, 1))

    response = english_of(els).get(f"{plan}begroting/")

    text = main_text(response)
    assert "15.000 euro from 2026 up to and including 2028, VAT included. And 4 staff days." in text
    assert "1 action has no amount yet: Zonder bedrag" in text
    assert "1 action has no date: 70 euro stands in no year yet." in text
    assert "80 euro falls before or after the years of the plan." in text
    rows = [
        [text_of(cell) for cell in select(row, "td")]
        for row in select(page_of(response), "table.budget tfoot tr")
    ]
    assert rows == [
        ["13.500", "1.500", "0", "15.000", "4"],
        ["12.000", "0", "0", "12.000", ""],
        ["1.500", "1.500", "0", "3.000", ""],
    ]


def test_budget_without_amounts_says_what_to_do(plan, goal, els, english_of):
    ActionFactory(goal=goal)

    text = main_text(english_of(els).get(f"{plan}begroting/"))

    assert "No action has an amount or staff days yet." in text


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("name", "queries"), [("brengt", 23), ("begroting", 12)])
def test_pages_cost_the_same_for_any_number(
    plan, traject, goal, els, client_of, name, queries, number, django_assert_num_queries
):
    for code in codes_of(traject)[4 : 4 + number]:
        action = ActionFactory(goal=goal, cost_once=5, due_on=date(2027, 1, 1))
        ActionStatementFactory(action=action, code=code)
    client = client_of(els)

    with django_assert_num_queries(queries):
        client.get(f"{plan}{name}/")
