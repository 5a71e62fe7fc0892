"""The catalogue inside a traject, and taking an example over."""

import pytest
from django.db import connection

from tests.factories import (
    DepartmentKindFactory,
    MembershipFactory,
    ThemeFactory,
    UserFactory,
)
from tests.page import links, main_text, page_of
from tests.scans.example_factories import ExampleActionFactory
from tests.trajects.dream_factories import GoalFactory
from tests.trajects.factories import LONG_AGO, CandidateFactory, TrajectFactory
from tests.trajects.plan_factories import ActionFactory
from tests.trajects.selecting import select
from trajects.models import Action, Goal

EVERYBODY = [("els", 200), ("bram", 200), ("griet", 200), ("chaima", 404)]


@pytest.fixture
def theme(db):
    return ThemeFactory(number=11, name="Duurzaam aankopen", code="aankopen")


@pytest.fixture
def goal(traject, theme):
    candidate = CandidateFactory(traject=traject, name="Aankopen")
    candidate.themes.add(theme)
    return GoalFactory(candidate=candidate, sentence="In 2028 koopt iedereen duurzaam.")


@pytest.fixture
def example(theme):
    lead = DepartmentKindFactory(code="aankoop", name="aankoop")
    return ExampleActionFactory(code="papier", title="Kies samen papier", theme=theme, lead=lead)


@pytest.fixture
def other(db):
    return ExampleActionFactory(code="fiets", title="Leen een fiets", theme=ThemeFactory(number=8))


@pytest.fixture
def home(traject):
    return f"/trajecten/{traject.pk}/actieplan/voorbeelden/"


def titles(response) -> list[str]:
    return ["".join(h3.itertext()).strip() for h3 in select(page_of(response), "section h3")]


@pytest.mark.parametrize(("person", "status"), EVERYBODY)
def test_everybody_of_the_traject_reads_both_pages(
    home, example, client_of, request, person, status
):
    client = client_of(request.getfixturevalue(person))

    assert [client.get(url).status_code for url in (home, f"{home}papier/")] == [status, status]


def test_from_a_goal_one_sees_the_theme_it_comes_from(home, goal, example, other, bram, english_of):
    response = english_of(bram).get(f"{home}?doel={goal.pk}")

    assert titles(response) == ["Kies samen papier"]
    assert f"For the goal: {goal.sentence}" in main_text(response)
    assert f"{home}papier/?doel={goal.pk}" in links(page_of(response))


@pytest.mark.parametrize("asked", ["doel={goal}&thema=", "doel=x", "doel=999999", "", "thema="])
def test_everything_is_one_click_away(home, goal, example, other, bram, english_of, asked):
    response = english_of(bram).get(f"{home}?{asked.format(goal=goal.pk)}")

    assert titles(response) == ["Leen een fiets", "Kies samen papier"]


def test_goal_of_a_theme_of_their_own_asks_for_everything(home, traject, example, bram, english_of):
    goal = GoalFactory(candidate=CandidateFactory(traject=traject))

    response = english_of(bram).get(f"{home}?doel={goal.pk}")

    assert titles(response) == ["Kies samen papier"]


def test_statement_comes_before_the_theme_of_the_goal(home, goal, example, bram, english_of):
    response = english_of(bram).get(f"{home}?doel={goal.pk}&stelling=aankopen-5c")

    assert "No example fits all of this" in main_text(response)


def test_what_the_plan_has_already_is_said(home, goal, example, bram, english_of):
    action = ActionFactory(goal=goal, title="Wit papier", example_code="papier")

    listed = english_of(bram).get(home)
    whole = english_of(bram).get(f"{home}papier/")

    assert "in your plan" in main_text(listed)
    assert f"This example stands in your plan Wit papier {goal.sentence}" in main_text(whole)
    assert f"/trajecten/{goal.traject_id}/actieplan/{action.pk}/" in links(page_of(whole))


def test_taken_over_it_opens_to_be_made_their_own(home, goal, example, bram, client_of):
    response = client_of(bram).post(f"{home}papier/", {"goal": goal.pk})

    action = Action.objects.get()
    assert (action.title, action.goal, action.created_by) == ("Kies samen papier", goal, bram)
    assert (response.status_code, response.url) == (
        302,
        f"/trajecten/{goal.traject_id}/actieplan/{action.pk}/wijzigen/",
    )


@pytest.mark.parametrize("sent", [{}, {"goal": "999999"}, {"goal": "x"}])
def test_without_a_goal_of_this_traject_nothing_is_taken(
    home, goal, example, bram, client_of, sent
):
    response = client_of(bram).post(f"{home}papier/", sent)

    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["goal"]
    assert not Action.objects.exists()


def test_goal_set_aside_meanwhile_is_a_conflict(home, goal, example, bram, client_of):
    client, reads = client_of(bram), []

    def set_aside_before_the_last_read(execute, sql, *rest):
        if 'FROM "scans_exampleaction"' in sql:
            reads.append(sql)
            if len(reads) == 2:  # the view looked at the example first, now the action does
                own = {"set_aside_at": LONG_AGO, "set_aside_by": bram}
                Goal.objects.filter(pk=goal.pk).update(**own, set_aside_because="Dubbel")
        return execute(sql, *rest)

    with connection.execute_wrapper(set_aside_before_the_last_read):
        response = client.post(f"{home}papier/", {"goal": goal.pk})

    assert response.status_code == 409
    assert list(response.context["form"].errors) == ["goal"]
    assert not Action.objects.exists()


def test_who_only_reads_takes_nothing(home, goal, example, traject, client_of, english_of):
    reader = MembershipFactory(organisation=traject.organisation, role="reader").user

    response = client_of(reader).post(f"{home}papier/", {"goal": goal.pk})

    assert response.status_code == 403
    assert not select(
        page_of(english_of(reader).get(f"{home}papier/")), "form[method=post] button.btn-primary"
    )


def test_without_goals_it_leads_to_them(home, traject, example, bram, english_of):
    response = english_of(bram).get(f"{home}papier/")

    assert "there is no goal yet" in main_text(response)
    assert f"/trajecten/{traject.pk}/doelen/" in links(page_of(response))


def test_goal_that_one_came_from_is_chosen_already(home, goal, example, bram, english_of):
    GoalFactory(candidate=goal.candidate)

    tree = page_of(english_of(bram).get(f"{home}papier/?doel={goal.pk}"))

    chosen = [one for one in tree.iter("input") if one.get("checked") is not None]
    assert [one.get("value") for one in chosen] == [str(goal.pk)]


@pytest.mark.parametrize("number", [1, 3])
def test_list_costs_the_same_for_one_and_for_three(
    home, goal, theme, bram, client_of, django_assert_num_queries, number
):
    for example in ExampleActionFactory.create_batch(number, theme=theme):
        ActionFactory(goal=goal, example_code=example.code)
    client = client_of(bram)

    with django_assert_num_queries(14):
        client.get(f"{home}?doel={goal.pk}")


def test_one_click_from_the_catalogue_to_the_plan_of_the_only_traject(
    home, example, bram, client_of
):
    response = client_of(bram).get("/voorbeeldacties/papier/overnemen/")

    assert response.status_code == 302
    assert response.url == f"{home}papier/"


def test_who_sees_more_trajects_chooses_one(home, traject, example, bram, english_of):
    second = TrajectFactory(organisation=traject.organisation, title="Een tweede traject")

    response = english_of(bram).get("/voorbeeldacties/papier/overnemen/")

    found = links(page_of(response))
    assert f"{home}papier/" in found
    assert f"/trajecten/{second.pk}/actieplan/voorbeelden/papier/" in found


def test_who_sees_no_traject_is_told_how_one_starts(example, english_of):
    response = english_of(UserFactory()).get("/voorbeeldacties/papier/overnemen/")

    assert "You take part in no traject yet." in main_text(response)
