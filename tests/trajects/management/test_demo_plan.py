"""The demo traject that carries out its action plan."""

from collections import Counter
from pathlib import Path

import pytest
import yaml
from django.utils.timezone import localdate

from scans.models import ExampleAction
from tests.trajects.management.loading import load, of_zavelbeke
from trajects.action_checks import Gap
from trajects.action_states import ActionState
from trajects.models import Traject
from trajects.queries.facts import facts_of
from trajects.queries.plan import plan_of
from trajects.steps import Key, Need, checks, current

pytestmark = pytest.mark.django_db

DATA = yaml.safe_load(Path("fixtures/demo_plan.yaml").read_text())


@pytest.fixture
def planned(demo) -> Traject:
    return of_zavelbeke()


@pytest.fixture
def plan(planned):
    return plan_of(planned, on=localdate())


def test_demo_has_thirty_actions_spread_over_its_goals(plan):
    assert [len(goal.lines) for goal in plan.goals] == [6, 6, 6, 6, 6]
    assert len(plan.themes) == 4
    assert plan.counts == {
        ActionState.PLANNED: 10,
        ActionState.RUNNING: 9,
        ActionState.LATE: 2,
        ActionState.DONE: 7,
        ActionState.STOPPED: 2,
    }


def test_what_an_action_of_demo_lacks_is_named(plan):
    gaps = {line.action.title: set(line.gaps) for line in plan.lines if line.gaps}

    assert gaps == {
        "Bekijken of een andere regeling voor parkeren mogelijk is": {
            Gap.VAGUE,
            Gap.NO_DEADLINE,
            Gap.NO_REASON,
        },
        "Vraag drie voorstellen voor zonnepanelen op de sporthal, met de buurt als mede-eigenaar": {
            Gap.NO_OWNER
        },
        "Spreek voor elk gebouw drie dingen af in een afvalplan": {
            Gap.DRAFT,
            Gap.NO_OWNER,
            Gap.NO_DEADLINE,
        },
    }


def test_actions_of_demo_are_of_every_kind(plan):
    lines = plan.lines
    told = Counter(note.on < localdate() for line in lines for note in line.action.notes.all())

    assert sum(bool(line.action.example_code) for line in lines) == 6
    assert sum(bool(line.waits_for) for line in lines) == 3
    assert sum(0 < line.steps_done < len(line.steps) for line in lines) == 11
    assert sum(line.action.measurements.count() for line in lines) == 21
    assert told == {True: 13}
    assert {len(line.owners) for line in lines} == {0, 1, 2}
    assert sum(line.action.cost_once or 0 for line in lines) > 100_000
    codes = {one.code for line in lines for one in line.action.statements.all()}
    assert {code.split("-")[0] for code in codes} == {
        theme.candidate.themes.get().code for theme in plan.themes
    }


def test_plan_of_demo_stands_at_its_seventh_step(planned):
    facts = facts_of(planned)

    assert current(facts).key == Key.PLAN
    unmet = {check.need for check in checks(Key.PLAN, facts) if not check.met}
    assert unmet == {Need.ACTIONS_READY, Need.NO_DRAFTS}
    assert facts.goals_with_action == 5


def test_plan_of_demo_was_approved_after_a_question(planned):
    asked, approved = planned.plan_decisions.order_by("recorded_at")

    assert (asked.approved, approved.approved) == (False, True)
    assert facts_of(planned).is_decided
    assert facts_of(planned).has_plan_text


def test_long_deadlines_of_demo_fall_at_the_end_of_a_month(plan):
    action = next(line.action for line in plan.lines if line.action.cost_once == 85_000)

    assert action.due_on.isoformat() == "2027-09-30"


def test_demo_plan_does_without_a_catalogue(municipalities):
    ExampleAction.objects.all().delete()

    load()

    lines = plan_of(of_zavelbeke(), on=localdate()).lines
    assert len(lines) == len(DATA["actions"]) - 1
    assert not any(line.action.example_code for line in lines)
