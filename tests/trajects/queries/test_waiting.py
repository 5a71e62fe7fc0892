"""What waits for one person: their open agreements, and their actions that run or are late."""

from datetime import timedelta

import pytest

from tests.factories import LONG_AGO, MembershipFactory, UserFactory
from tests.trajects.factories import (
    AgreementFactory,
    ParticipantFactory,
    ParticipantWithAccountFactory,
    TrajectFactory,
)
from tests.trajects.plan_factories import ActionFactory, ActionOwnerFactory
from trajects.queries.waiting import Waiting, carried_by_guest, waiting_for

TODAY = LONG_AGO.date()
BEFORE, AFTER = TODAY - timedelta(days=1), TODAY + timedelta(days=1)

STATES = [
    ({}, 0),
    ({"starts_on": AFTER}, 0),
    ({"starts_on": TODAY}, 1),
    ({"starts_on": BEFORE, "due_on": TODAY}, 1),
    ({"due_on": TODAY}, 0),
    ({"due_on": BEFORE}, 1),
    ({"starts_on": BEFORE, "done_on": TODAY}, 0),
    ({"due_on": BEFORE, "stopped_on": TODAY, "stopped_because": "Te duur"}, 0),
]


def of(user, traject):
    return waiting_for(user, [traject], on=TODAY)[traject.pk]


@pytest.fixture
def member(traject):
    return MembershipFactory(organisation=traject.organisation).user


def test_promises_are_those_of_this_person_that_are_open(traject):
    mine = ParticipantWithAccountFactory(traject=traject)
    AgreementFactory.create_batch(2, traject=traject, who=mine)
    AgreementFactory(traject=traject, who=mine, done_at=LONG_AGO)
    AgreementFactory(traject=traject, who=ParticipantWithAccountFactory(traject=traject))
    AgreementFactory(traject=traject)

    assert of(mine.user, traject) == Waiting(promised=2)
    assert of(UserFactory(), traject) == Waiting()


@pytest.mark.parametrize(("dates", "expected"), STATES)
def test_action_waits_once_it_runs_or_is_late(traject, member, dates, expected):
    action = ActionFactory(goal__traject=traject, **dates)
    ActionOwnerFactory(action=action, user=member)
    ActionOwnerFactory(action=action)

    assert of(member, traject) == Waiting(carried=expected)


def test_who_left_the_organisation_carries_nothing_there(traject, member):
    action = ActionFactory(goal__traject=traject, starts_on=TODAY)
    ActionOwnerFactory(action=action, user=member)
    member.memberships.all().delete()

    assert of(member, traject) == Waiting()


@pytest.mark.parametrize("number", [1, 3])
def test_one_query_for_all_trajects(member, traject, number, django_assert_num_queries):
    trajects = [traject, *TrajectFactory.create_batch(number, organisation=traject.organisation)]
    for one in trajects[1:]:
        action = ActionFactory(goal__traject=one, due_on=BEFORE)
        ActionOwnerFactory(action=action, user=member)

    with django_assert_num_queries(1):
        found = waiting_for(member, trajects, on=TODAY)

    assert found.pop(traject.pk) == Waiting()
    assert set(found.values()) == {Waiting(carried=1)}


@pytest.mark.parametrize(("dates", "expected"), STATES)
def test_actions_of_a_guest(traject, dates, expected):
    guest = ParticipantFactory(traject=traject)
    action = ActionFactory(goal__traject=traject, **dates)
    ActionOwnerFactory(action=action, user=None, guest=guest)
    ActionFactory(goal__traject=traject, due_on=BEFORE)

    assert carried_by_guest(guest, on=TODAY) == expected
