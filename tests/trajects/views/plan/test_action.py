"""The page of one action."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from tests.factories import DepartmentFactory, MembershipFactory
from tests.scans.example_factories import ExampleActionFactory
from tests.trajects.dream_factories import GoalFactory
from tests.trajects.factories import LONG_AGO, CandidateFactory, ParticipantFactory
from tests.trajects.plan_factories import (
    ActionFactory,
    ActionNeedFactory,
    ActionOwnerFactory,
    ActionStatementFactory,
    ActionStepFactory,
)
from tests.trajects.scanned import link_scan
from trajects.models import Goal

TODAY = localdate()


@pytest.fixture
def goal(traject) -> Goal:
    candidate = CandidateFactory(traject=traject, name="Duurzaam aankopen")
    return GoalFactory(candidate=candidate, sentence="In 2028 koopt iedereen duurzaam.")


@pytest.fixture
def action(goal, bram):
    made = ActionFactory(
        goal=goal,
        title="De checklist per productgroep",
        what="Aankoop maakt een lijst.\n\nIn mei proberen we.",
        because="Dan vergeet niemand het.",
        department=DepartmentFactory(organisation=goal.traject.organisation, name="Aankoop"),
        partners="VVSG",
        starts_on=TODAY - timedelta(days=20),
        due_on=date(TODAY.year, 12, 31),
        cost_once=1500,
        cost_yearly=0,
        staff_days=1,
        budget_note="werkingsbudget",
        bbc_code="AP-4.2",
        target=Decimal(12),
        created_by=bram,
        example_code=ExampleActionFactory(code="aankopen-01", title="Een checklist").code,
    )
    ActionOwnerFactory(action=made, user=bram)
    ActionStepFactory(action=made, text="Voorbeelden zoeken")
    return made


@pytest.fixture
def url(action):
    return reverse("trajects:action", args=[action.traject_id, action.pk])


def test_everything_that_is_known_stands_on_it(english_of, griet, url):
    page = english_of(griet).get(url).text

    for words in (
        "De checklist per productgroep",
        "In mei proberen we.",
        "Dan vergeet niemand het.",
        "Bram Claes",
        "Aankoop",
        "VVSG",
        "1.500\N{NO-BREAK SPACE}euro",
        "costs nothing",
        "1 working day",
        "werkingsbudget",
        "AP-4.2",
        "In 2028 koopt iedereen duurzaam.",
        "Een checklist",
        "Voorbeelden zoeken",
        "under way",
        "Action 1.1",
    ):
        assert words in page, words


@pytest.mark.parametrize(
    ("person", "status"), [("els", 200), ("bram", 200), ("griet", 200), ("chaima", 404)]
)
def test_everybody_of_the_traject_reads_it(client_of, url, request, person, status):
    assert client_of(request.getfixturevalue(person)).get(url).status_code == status


def test_who_only_reads_sees_no_way_to_change_or_delete(english_of, traject, url):
    reader = MembershipFactory(organisation=traject.organisation, role="reader").user

    page = english_of(reader).get(url).text

    assert "/wijzigen/" not in page
    assert "/verwijderen/" not in page


def test_the_lead_group_changes_it_but_does_not_delete_it(english_of, bram, url):
    page = english_of(bram).get(url).text

    assert "/wijzigen/" in page
    assert "/verwijderen/" not in page


def test_what_is_missing_is_named_with_what_to_do(english_of, griet, goal):
    vague = ActionFactory(goal=goal, title="Eventueel inzetten op fietsen")

    page = english_of(griet).get(f"/trajecten/{goal.traject_id}/actieplan/{vague.pk}/").text

    assert "What still has to become clear" in page
    assert "No owner yet." in page
    assert "Choose at least one person who carries it." in page
    assert '<q lang="nl">Eventueel</q>, <q lang="nl">inzetten op</q>' in page


def test_once_it_ended_nothing_is_missing_any_more(english_of, griet, goal):
    done = ActionFactory(goal=goal, done_on=TODAY, ended_by="Koen")

    page = english_of(griet).get(f"/trajecten/{goal.traject_id}/actieplan/{done.pk}/").text

    assert "What still has to become clear" not in page
    assert "Koen" in page


def test_an_owner_who_left_is_named_as_such(english_of, griet, action, url, chaima):
    ActionOwnerFactory(action=action, user=chaima)

    page = english_of(griet).get(url).text

    assert 'Chaima Haddad <span class="soft">(left)</span>' in page


def test_why_it_stopped_is_readable(english_of, griet, goal):
    stopped = ActionFactory(goal=goal, stopped_on=TODAY, stopped_because="Geen geld meer")

    page = english_of(griet).get(f"/trajecten/{goal.traject_id}/actieplan/{stopped.pk}/").text

    assert "Geen geld meer" in page


def test_what_it_waits_for_and_what_waits_for_it_stand_with_their_state(
    english_of, griet, goal, action, url
):
    first = ActionFactory(goal=goal, title="Eerst het budget", done_on=TODAY)
    later = ActionFactory(goal=goal, title="Daarna de opleiding")
    ActionNeedFactory(action=action, needed=first)
    ActionNeedFactory(action=later, needed=action)

    page = english_of(griet).get(url).text

    assert page.index("This action waits for") < page.index("Eerst het budget")
    assert page.index("These actions wait for it") < page.index("Daarna de opleiding")
    assert "All of them have ended" in page


def test_the_statements_that_become_a_yes_stand_with_what_the_scan_says(
    english_of, griet, action, url
):
    link_scan(action.traject)
    scan = action.traject.scan
    scan.finished_at, scan.finished_by = LONG_AGO, griet
    scan.save()
    statement = scan.statements()[5]
    ActionStatementFactory(action=action, code=statement.code)
    ActionStatementFactory(action=action, code="verdwenen-9z")

    page = english_of(griet).get(url).text

    assert statement.text in page
    assert "now: no" in page
    assert "verdwenen-9z" in page
    assert "not in the scan of this traject" in page


def test_an_action_of_another_traject_is_not_here(client_of, griet, traject):
    other = ActionFactory()

    answer = client_of(griet).get(f"/trajecten/{traject.pk}/actieplan/{other.pk}/")

    assert answer.status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_same_number_of_queries(
    client_of, griet, goal, action, url, number, django_assert_num_queries
):
    for _turn in range(number):
        other = ActionFactory(goal=goal)
        ActionOwnerFactory(action=other, user=None, guest=ParticipantFactory(traject=goal.traject))
        ActionNeedFactory(action=action, needed=other)
        ActionStepFactory(action=action)
    client = client_of(griet)

    with django_assert_num_queries(20):
        client.get(url)
