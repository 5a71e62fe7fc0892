"""An action is changed through its form, never over what a colleague stored."""

from datetime import date
from decimal import Decimal
from http import HTTPStatus

import pytest
from django.urls import reverse

from tests.factories import DepartmentFactory, MembershipFactory
from tests.page import by_id, main_text, page_of
from tests.scans.example_factories import ExampleActionFactory
from tests.trajects.dream_factories import GoalFactory
from tests.trajects.factories import LONG_AGO, ParticipantFactory
from tests.trajects.plan_factories import (
    ActionFactory,
    ActionNeedFactory,
    ActionOwnerFactory,
    ActionStatementFactory,
    ActionStepFactory,
)
from tests.trajects.scanned import link_scan
from tests.trajects.views.goals.form.typed import errors, ticked
from tests.trajects.views.plan.room import a_goal
from tests.trajects.views.plan.typed import meanwhile, typed
from trajects.models import Action


@pytest.fixture
def goal(traject):
    return a_goal(traject)


@pytest.fixture
def stored(goal):
    return ActionFactory(goal=goal, title="We maken een lijst", version=4)


@pytest.fixture
def edit(stored):
    return reverse("trajects:edit_action", args=[stored.traject_id, stored.pk])


def test_it_can_wait_for_what_goes_on_but_not_for_itself(edit, stored, goal, bram, client_of):
    going_on = ActionFactory(goal=goal)
    ActionFactory(goal=goal, done_on=LONG_AGO)
    ended = ActionFactory(goal=goal, stopped_on=LONG_AGO, stopped_because="Geen geld")
    ActionNeedFactory(action=stored, needed=ended)

    answer = client_of(bram).get(edit)

    offered = [box.get("value") for box in page_of(answer).xpath("//input[@name='needs']")]
    assert sorted(offered) == sorted([str(going_on.pk), str(ended.pk)])
    assert ticked(answer, "needs") == [str(ended.pk)]


def test_the_form_shows_what_is_stored_the_dutch_way(edit, stored, bram, chaima, client_of):
    Action.objects.update(cost_once=15000, target=Decimal("12.5"), due_on=date(2028, 12, 31))
    ActionStepFactory(action=stored, text="Bellen", position=1)
    ActionStepFactory(action=stored, text="Mailen", position=2)
    ActionOwnerFactory(action=stored, user=chaima)

    answer = client_of(bram).get(edit)

    page = page_of(answer)
    assert by_id(page, "id_cost_once").get("value") == "15.000"
    assert by_id(page, "id_target").get("value") == "12,5"
    assert by_id(page, "id_due_on").get("value") == "2028-12-31"
    assert by_id(page, "id_steps").text.split() == ["Bellen", "Mailen"]
    assert ticked(answer, "users") == [str(chaima.pk)]


def test_a_change_is_kept(edit, stored, goal, bram, client_of):
    answer = client_of(bram).post(edit, typed(goal, unit="kWh"))

    stored.refresh_from_db()
    assert answer.url == reverse("trajects:action", args=[stored.traject_id, stored.pk])
    assert (stored.unit, stored.version) == ("kWh", 5)


@pytest.mark.parametrize(
    ("person", "status"), [("els", 200), ("bram", 200), ("griet", 200), ("chaima", 404)]
)
def test_who_makes_the_plan_opens_the_form(edit, client_of, request, person, status):
    assert client_of(request.getfixturevalue(person)).get(edit).status_code == status


def test_a_draft_is_named_and_becomes_their_own(edit, stored, goal, bram, english_of):
    code = ExampleActionFactory().code
    Action.objects.update(settled_at=None, example_code=code)
    client = english_of(bram)

    assert "This is still an example, as it was copied." in client.get(edit).text
    client.post(edit, typed(goal))

    stored.refresh_from_db()
    assert not stored.is_draft


def test_an_older_page_shows_both_and_wins_when_sent_again(
    edit, stored, goal, bram, griet, english_of
):
    Action.objects.update(version=5, unit="kWh", cost_once=1500, due_on=date(2028, 12, 31))
    department = DepartmentFactory(organisation=goal.traject.organisation, name="Aankoop")
    ActionOwnerFactory(action=stored, user=griet)
    ActionStatementFactory(action=stored, code="oud-1a")
    client = english_of(bram)
    sent = typed(goal, unit="%", department=department.pk, steps="Bellen")

    answer = client.post(edit, sent)

    rows = {row.name: (row.typed, row.stored) for row in answer.context["rows"]}
    assert answer.status_code == HTTPStatus.CONFLICT
    assert rows == {
        "unit": ("%", "kWh"),
        "cost, once": ("", "1.500"),
        "deadline": ("", "31 December 2028"),
        "owners with an account": ("", "Griet Maes"),
        "department": ("Aankoop", ""),
        "steps": ("Bellen", ""),
        "statements of the scan": ("", "oud-1a"),
    }
    assert by_id(page_of(answer), "id_unit").get("value") == "%"
    again = client.post(edit, {**sent, "version": 5})
    assert again.status_code == HTTPStatus.FOUND
    stored.refresh_from_db()
    assert (stored.unit, stored.version) == ("%", 6)


def test_a_circle_is_refused_with_the_way_round(edit, stored, goal, bram, english_of):
    other = ActionFactory(goal=goal, title="Opleiding")
    ActionNeedFactory(action=other, needed=stored)

    answer = english_of(bram).post(edit, typed(goal, needs=[other.pk]))

    assert answer.status_code == HTTPStatus.CONFLICT
    assert errors(answer) == {
        "needs": [
            "These actions would wait for each other: “We maken een lijst” → “Opleiding” → "
            "“We maken een lijst”. Untick one of them."
        ]
    }
    assert ticked(answer, "needs") == [str(other.pk)]


def test_an_action_of_another_traject_is_not_here(traject, bram, client_of):
    other = ActionFactory()

    answer = client_of(bram).get(f"/trajecten/{traject.pk}/actieplan/{other.pk}/wijzigen/")

    assert answer.status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_same_number_of_queries(
    edit, stored, goal, traject, bram, client_of, number, django_assert_num_queries
):
    link_scan(traject)
    for _turn in range(number):
        GoalFactory(candidate=goal.candidate)
        other = ActionFactory(goal=goal)
        ActionNeedFactory(action=stored, needed=other)
        MembershipFactory(organisation=traject.organisation)
        ParticipantFactory(traject=traject)
        DepartmentFactory(organisation=traject.organisation)
    client = client_of(bram)

    with django_assert_num_queries(23):
        client.get(edit)


@pytest.mark.parametrize(
    ("own", "words"),
    [
        ({"users": "member"}, "One of the owners left meanwhile."),
        ({"department": "department"}, "The department or a statement is not there any more."),
        ({"needs": "other"}, "An action that this one waits for was deleted meanwhile."),
    ],
)
def test_what_is_gone_meanwhile_is_told_and_the_rest_stays(
    edit, goal, traject, bram, english_of, monkeypatch, own, words
):
    membership = MembershipFactory(organisation=traject.organisation)
    department = DepartmentFactory(organisation=traject.organisation)
    other = ActionFactory(goal=goal)
    gone = {"member": membership, "department": department, "other": other}
    pks = {"member": membership.user_id, "department": department.pk, "other": other.pk}
    ((name, which),) = own.items()
    meanwhile(monkeypatch, gone[which].delete)

    answer = english_of(bram).post(edit, typed(goal, partners="VVSG", **{name: [pks[which]]}))

    assert answer.status_code == HTTPStatus.CONFLICT
    assert words in main_text(answer)
    assert by_id(page_of(answer), "id_partners").get("value") == "VVSG"
