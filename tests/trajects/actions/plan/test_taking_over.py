"""An example of the catalogue becomes a draft in the plan."""

from datetime import timedelta
from decimal import Decimal

import pytest

from tests.at_once import at_once
from tests.factories import DepartmentFactory, DepartmentKindFactory, MembershipFactory, UserFactory
from tests.scans.example_factories import ExampleActionFactory, ExampleHelpFactory
from tests.trajects.dream_factories import GoalFactory
from tests.trajects.factories import LONG_AGO, CandidateFactory
from tests.trajects.plan_factories import ActionFactory
from tests.trajects.scanned import link_scan
from trajects.actions.plan.taking_over import estimate, take_over_example
from trajects.errors import GoalNotInPlan, NoLongerAllowed, TrajectGone
from trajects.models import Action

LATER = LONG_AGO + timedelta(days=3)


@pytest.fixture
def goal(traject):
    return GoalFactory(candidate=CandidateFactory(traject=traject))


@pytest.fixture
def example(db):
    lead = DepartmentKindFactory(code="aankoop", name="aankoop")
    return ExampleActionFactory(
        code="actie-aankopen-01",
        lead=lead,
        partners=["milieu", "sport"],
        once_high=3_000,
        cost_note="Eventueel een jurist.",
    )


def take(goal, example, by, at=LONG_AGO) -> Action:
    return take_over_example(traject=goal.traject, example=example, goal=goal, by=by, at=at)


@pytest.mark.parametrize("person", ["els", "bram", "griet"])
def test_draft_says_what_the_example_says(goal, example, request, person):
    by = request.getfixturevalue(person)
    ActionFactory(goal=goal, position=4)

    action = take(goal, example, by)

    action.refresh_from_db()
    assert (action.title, action.what, action.because) == (example.title, example.what, example.why)
    assert (action.indicator, action.unit) == (example.indicator, example.unit)
    assert (action.baseline, action.target) == (Decimal(0), Decimal(4))
    assert (action.goal, action.traject, action.position) == (goal, goal.traject, 5)
    assert (action.example_code, action.is_draft, action.partners) == (
        "actie-aankopen-01",
        True,
        "milieu, sport",
    )
    assert (action.created_by, action.created_at) == (by, LONG_AGO)
    assert [(step.position, step.text) for step in action.steps.all()] == [(1, example.first_step)]


def test_what_nobody_knows_here_yet_stays_open(goal, example, bram):
    action = take(goal, example, bram)

    assert (action.starts_on, action.due_on, action.department) == (None, None, None)
    assert (action.cost_once, action.cost_yearly, action.staff_days) == (None, None, None)
    assert not action.owners.exists()
    assert action.budget_note == (
        "Schatting van het voorbeeld: eenmalig 0–3.000 euro, elk jaar 0 euro, 1–3 werkdagen. "
        "Eventueel een jurist."
    )


def test_long_note_is_cut(example):
    example.cost_note = "x" * 250

    said = estimate(example)

    assert (len(said), said[-2:]) == (300, "x…")


def test_department_of_the_same_kind_leads(goal, example, bram):
    own = DepartmentFactory(organisation=goal.traject.organisation, kind=example.lead, name="Markt")
    DepartmentFactory(kind=example.lead, name="Van elders")

    assert take(goal, example, bram).department == own


def test_of_two_departments_of_one_kind_nobody_chooses(goal, example, bram):
    for name in ("Markt", "Contracten"):
        DepartmentFactory(organisation=goal.traject.organisation, kind=example.lead, name=name)

    assert take(goal, example, bram).department is None


def test_statements_are_those_that_the_scan_asks(traject, goal, example, bram):
    link_scan(traject)
    asked = traject.scan.questionnaire.statements.order_by("code").first()
    ExampleHelpFactory(example=example, code=asked.code)
    ExampleHelpFactory(example=example, code="weg-1a")
    goal.traject.refresh_from_db()

    action = take(goal, example, bram)

    assert [one.code for one in action.statements.all()] == [asked.code]


def test_without_scan_no_statements(goal, example, bram):
    ExampleHelpFactory(example=example)

    assert not take(goal, example, bram).statements.exists()


def test_the_same_again_is_the_same_draft(goal, example, bram, els):
    first = take(goal, example, bram)

    assert take(goal, example, els, LATER) == first
    assert Action.objects.count() == 1


def test_once_it_is_their_own_it_can_be_taken_again(goal, example, bram):
    first = take(goal, example, bram)
    first.settled_at = LATER
    first.save()

    assert take(goal, example, bram) != first


def test_another_goal_gets_its_own_copy(goal, example, bram):
    take(goal, example, bram)
    take(GoalFactory(candidate=goal.candidate), example, bram)

    assert [action.position for action in Action.objects.all()] == [1, 1]


def test_goal_that_was_set_aside_gets_nothing(goal, example, bram, els):
    goal.set_aside_at, goal.set_aside_by, goal.set_aside_because = LONG_AGO, els, "Dubbel"
    goal.save()

    with pytest.raises(GoalNotInPlan):
        take(goal, example, bram)


def test_goal_of_another_traject_gets_nothing(goal, example, bram):
    with pytest.raises(GoalNotInPlan):
        take_over_example(
            traject=goal.traject, example=example, goal=GoalFactory(), by=bram, at=LONG_AGO
        )


def test_example_that_was_taken_out_is_gone(goal, example, bram):
    example.withdrawn_at = LONG_AGO
    example.save()

    with pytest.raises(TrajectGone):
        take(goal, example, bram)


def test_who_only_reads_takes_nothing(goal, example):
    reader = MembershipFactory(organisation=goal.traject.organisation, role="reader").user

    for stranger in (reader, UserFactory()):
        with pytest.raises(NoLongerAllowed):
            take(goal, example, stranger)


@pytest.mark.django_db(transaction=True)
def test_two_at_once_make_one_draft(goal, example, bram, els):
    made = at_once(lambda: take(goal, example, bram), lambda: take(goal, example, els))

    assert made[0] == made[1]
    assert Action.objects.count() == 1
