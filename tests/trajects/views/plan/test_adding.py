"""An action is added through its form."""

from datetime import date
from decimal import Decimal
from http import HTTPStatus

import pytest
from django.urls import reverse

from tests.factories import DepartmentFactory, MembershipFactory
from tests.page import by_id, main_text, page_of
from tests.trajects.dream_factories import GoalFactory
from tests.trajects.factories import LONG_AGO, ParticipantFactory
from tests.trajects.plan_factories import (
    ActionFactory,
)
from tests.trajects.scanned import link_scan
from tests.trajects.views.goals.form.typed import errors, ticked
from tests.trajects.views.goals.room import set_aside
from tests.trajects.views.plan.room import a_goal
from tests.trajects.views.plan.typed import meanwhile, typed
from trajects.actions.plan.stored import entry_of
from trajects.entries import ActionEntry
from trajects.models import Action


@pytest.fixture
def goal(traject):
    return a_goal(traject)


@pytest.fixture
def new(traject):
    return reverse("trajects:new_action", args=[traject.pk])


@pytest.mark.parametrize(
    ("person", "status"), [("els", 302), ("bram", 302), ("griet", 302), ("chaima", 404)]
)
def test_who_makes_the_plan_adds_an_action(new, goal, client_of, request, person, status):
    answer = client_of(request.getfixturevalue(person)).post(new, typed(goal))

    assert answer.status_code == status
    assert Action.objects.count() == (status == 302)


def test_all_that_is_typed_is_kept(new, goal, traject, bram, client_of):
    link_scan(traject)
    code = traject.scan.statements().last().code
    guest = ParticipantFactory(traject=traject)
    department = DepartmentFactory(organisation=traject.organisation)
    other = ActionFactory(goal=goal)

    answer = client_of(bram).post(
        new,
        typed(
            goal,
            what="Aankoop maakt een lijst.",
            because="Dan vergeet niemand het.",
            users=[bram.pk],
            guests=[guest.pk],
            department=department.pk,
            partners="VVSG",
            starts_on="2026-02-01",
            due_on="2026-08-31",
            cost_once="€ 1.500",
            cost_yearly="0",
            staff_days="8",
            budget_note="werkingsbudget",
            bbc_code="AP-4.2",
            indicator="aantal lijsten",
            unit="%",
            baseline="0",
            target="12,5",
            statements=[code],
            needs=[other.pk],
            steps="Zoeken\r\n\r\n  Proef   draaien \r\n",
        ),
    )

    made = Action.objects.get(title="We maken een lijst")
    assert answer.url == reverse("trajects:action", args=[traject.pk, made.pk])
    assert entry_of(made) == ActionEntry(
        goal=goal.pk,
        title="We maken een lijst",
        what="Aankoop maakt een lijst.",
        because="Dan vergeet niemand het.",
        users=frozenset({bram.pk}),
        guests=frozenset({guest.pk}),
        department=department.pk,
        partners="VVSG",
        starts_on=date(2026, 2, 1),
        due_on=date(2026, 8, 31),
        cost_once=1500,
        cost_yearly=0,
        staff_days=8,
        budget_note="werkingsbudget",
        bbc_code="AP-4.2",
        indicator="aantal lijsten",
        unit="%",
        baseline=Decimal(0),
        target=Decimal("12.5"),
        statements=frozenset({code}),
        needs=frozenset({other.pk}),
        steps=("Zoeken", "Proef draaien"),
    )


@pytest.mark.parametrize(
    ("own", "field", "words"),
    [
        ({"title": ""}, "title", "Write down what you do. A few words are enough."),
        ({"goal": ""}, "goal", "Choose the goal that this action helps."),
        ({"goal": "999999"}, "goal", "This goal is not there any more. Choose another one."),
        ({"due_on": "morgen"}, "due_on", "Fill in a date."),
        (
            {"starts_on": "2026-05-01", "due_on": "2026-04-30"},
            "due_on",
            "This day lies before the start. Change one of the two.",
        ),
        ({"cost_once": "veel"}, "cost_once", "Write only a number here, such as 1.500."),
        (
            {"steps": f"kort\n{'x' * 201}"},
            "steps",
            "Step 2 is too long. Use at most 200 characters.",
        ),
        ({"steps": "stap\n" * 31}, "steps", "There is room for 30 steps."),
        (
            {"users": ["99999999999999999999"]},
            "users",
            "One of them left meanwhile. Tick again who carries the action.",
        ),
    ],
)
def test_a_mistake_is_named_and_nothing_typed_is_lost(
    new, goal, bram, english_of, own, field, words
):
    answer = english_of(bram).post(new, {**typed(goal, partners="VVSG"), **own})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert errors(answer) == {field: [words]}
    assert words in main_text(answer)
    assert by_id(page_of(answer), "id_partners").get("value") == "VVSG"
    assert not Action.objects.exists()


def test_it_starts_under_the_goal_of_the_address(new, goal, traject, bram, client_of):
    second = GoalFactory(candidate=goal.candidate)

    answer = client_of(bram).get(f"{new}?doel={second.pk}")

    assert ticked(answer, "goal") == [str(second.pk)]


@pytest.mark.parametrize("address", ["?doel=999999", "?doel=x", ""])
def test_with_several_goals_and_no_known_one_nothing_is_chosen(new, goal, bram, client_of, address):
    GoalFactory(candidate=goal.candidate)

    assert ticked(client_of(bram).get(new + address), "goal") == []


def test_the_only_goal_is_chosen_already(new, goal, bram, client_of):
    assert ticked(client_of(bram).get(new), "goal") == [str(goal.pk)]


def test_without_a_goal_the_way_leads_to_the_goals(new, traject, bram, english_of):
    page = english_of(bram).get(new).text

    assert "There is no goal yet." in page
    assert reverse("trajects:goals", args=[traject.pk]) in page


def test_members_and_people_without_account_can_carry_it(
    new, goal, traject, bram, griet, els, chaima, english_of
):
    MembershipFactory(organisation=traject.organisation, user__is_active=False, user__name="Weg")
    ParticipantFactory(traject=traject, name="Koen", function="Boswachter")

    said = main_text(english_of(bram).get(new))

    assert "Bram Claes" in said
    assert "Griet Maes" in said
    assert "Koen Boswachter" in said
    for stranger in ("Weg", "Chaima", "Els"):
        assert stranger not in said


def test_statements_of_its_own_theme_come_first_and_those_that_are_yes_are_left_out(
    new, goal, traject, bram, griet, english_of
):
    link_scan(traject)
    scan = traject.scan
    scan.finished_at, scan.finished_by = LONG_AGO, griet
    scan.save()
    goal.candidate.themes.add(scan.statements()[0].questionnaire_theme.theme)

    answer = english_of(bram).get(new)

    assert [theme.number for theme in answer.context["nearby"]] == [7]
    assert answer.context["further"] == ()
    shown = [one.code for one in answer.context["nearby"][0].choices]
    assert scan.statements()[0].code not in shown
    assert scan.statements()[5].code in shown


def test_the_answers_of_a_running_scan_stay_in_it(new, goal, traject, bram, english_of):
    link_scan(traject)

    answer = english_of(bram).get(new)

    (theme,) = answer.context["further"]
    assert len(theme.choices) == traject.scan.statements().count()
    assert {one.answer for one in theme.choices} == {None}


def test_a_goal_that_is_set_aside_meanwhile_is_told(new, goal, bram, english_of, monkeypatch):
    meanwhile(monkeypatch, lambda: set_aside(goal))

    answer = english_of(bram).post(new, typed(goal, partners="VVSG"))

    assert answer.status_code == HTTPStatus.CONFLICT
    assert "This goal was set aside meanwhile." in main_text(answer)
    assert by_id(page_of(answer), "id_partners").get("value") == "VVSG"


def test_a_statement_that_is_not_asked_is_named_where_the_list_of_mistakes_links_to(
    new, goal, traject, bram, english_of
):
    link_scan(traject)

    answer = english_of(bram).post(new, typed(goal, statements=["weg-9z"]))

    page = page_of(answer)
    words = "One of the statements is not in the scan any more. Tick again."
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    (link,) = page.xpath("//*[contains(@class, 'errorsum')]//a")
    assert words in by_id(page, link.get("href").removeprefix("#")).text_content()


def test_a_goal_that_is_set_aside_cannot_be_chosen(new, goal, bram, english_of):
    set_aside(goal)

    answer = english_of(bram).post(new, typed(goal, partners="VVSG"))

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert list(errors(answer)) == ["goal"]
    assert by_id(page_of(answer), "id_partners").get("value") == "VVSG"
