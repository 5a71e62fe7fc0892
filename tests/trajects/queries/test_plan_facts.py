"""How far the plan is: each of these counts, and what looks like it does not."""

from datetime import timedelta

import pytest

from tests.factories import LONG_AGO, MembershipFactory, UserFactory
from tests.trajects.dream_factories import GoalFactory
from tests.trajects.factories import ParticipantFactory, TrajectFactory
from tests.trajects.plan_factories import (
    ActionFactory,
    ActionOwnerFactory,
    PlanDecisionFactory,
    PlanDocumentFactory,
    PlanTextFactory,
)
from trajects.queries.facts import facts_of, facts_of_all

TODAY = LONG_AGO.date()
STOPPED = {"stopped_on": TODAY, "stopped_because": "Te duur"}
READY = {"due_on": TODAY, "because": "Het spaart stroom"}


@pytest.fixture
def goal(traject):
    return GoalFactory(traject=traject)


@pytest.fixture
def member(traject):
    return MembershipFactory(organisation=traject.organisation)


def test_actions_are_counted_also_once_they_ended(traject, goal):
    for dates in ({}, {"done_on": TODAY}, STOPPED):
        ActionFactory(goal=goal, **dates)
    ActionFactory()

    assert facts_of(traject).actions == 3


def test_goal_has_an_action_unless_that_was_stopped(traject, goal):
    aside = {"set_aside_at": LONG_AGO, "set_aside_by": UserFactory(), "set_aside_because": "Later"}
    other, gone = GoalFactory(traject=traject), GoalFactory(traject=traject, **aside)
    ActionFactory.create_batch(2, goal=goal)
    ActionFactory(goal=other, **STOPPED)
    ActionFactory(goal=gone)

    assert facts_of(traject).goals_with_action == 1


@pytest.mark.parametrize("missing", [{"due_on": None}, {"because": ""}])
def test_action_without_a_deadline_or_a_reason_is_not_ready(traject, goal, member, missing):
    for said in (READY, READY | missing, READY | missing | {"done_on": TODAY}):
        ActionOwnerFactory(action=ActionFactory(goal=goal, **said), user=member.user)

    assert facts_of(traject).unready == 1


def test_action_is_not_ready_once_its_owner_left(traject, goal, member):
    guest = ParticipantFactory(traject=traject)
    ActionOwnerFactory(action=ActionFactory(goal=goal, **READY), user=None, guest=guest)
    ActionOwnerFactory(action=ActionFactory(goal=goal, **READY), user=member.user)
    MembershipFactory(user=UserFactory())

    assert facts_of(traject).unready == 0

    member.delete()

    assert facts_of(traject).unready == 1


def test_copy_of_an_example_is_a_draft_until_it_is_settled(traject, goal):
    copied = {"goal": goal, "example_code": "actie-werking-01"}
    ActionFactory(**copied, settled_at=None)
    ActionFactory(**copied, settled_at=None, **STOPPED)
    ActionFactory(**copied)

    assert facts_of(traject).drafts == 1


@pytest.mark.parametrize(("summary", "expected"), [("", False), ("We beginnen.", True)])
def test_plan_has_a_text_once_it_says_what_it_is(traject, summary, expected):
    PlanTextFactory()
    PlanTextFactory(traject=traject, summary=summary, follow_up="Elke maand.")

    assert facts_of(traject).has_plan_text is expected


def test_documents_that_failed_do_not_count(traject):
    failed = {"failed_at": LONG_AGO, "finished_at": None, "file": ""}
    PlanDocumentFactory(traject=traject)
    PlanDocumentFactory(traject=traject, slot=2, **failed)
    PlanDocumentFactory(slot=3)

    assert facts_of(traject).documents == 1


def test_last_decision_counts(traject):
    PlanDecisionFactory()
    assert facts_of(traject).is_decided is False

    PlanDecisionFactory(traject=traject)
    assert facts_of(traject).is_decided is True

    later = LONG_AGO + timedelta(days=1)
    refused = {"approved": False, "remarks": "Te duur", "recorded_at": later}
    PlanDecisionFactory(traject=traject, **refused)
    assert facts_of(traject).is_decided is False


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_eight_queries_without_a_scan_whatever_the_number(number, django_assert_num_queries):
    trajects = TrajectFactory.create_batch(number)
    for traject in trajects:
        ActionFactory.create_batch(number, goal__traject=traject)

    with django_assert_num_queries(8):
        facts_of_all(trajects)
