"""Two coordinators who go at the same moment: one of them stays, on either database."""

import pytest

from accounts.actions.members import change_member, leave, remove_member
from accounts.errors import LastCoordinator, NoLongerCoordinator
from accounts.models import Membership, Organisation, Role
from tests.at_once import at_once, names, overlapping
from tests.factories import LONG_AGO, MembershipFactory, OrganisationFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def two() -> list[Membership]:
    organisation = OrganisationFactory()
    return [MembershipFactory(organisation=organisation) for _number in range(2)]


def coordinators() -> int:
    return Organisation.objects.get().memberships.filter(role=Role.COORDINATOR).count()


def step_down(own: Membership) -> Membership:
    return change_member(
        membership=own, role=Role.READER, department=None, by=own.user, at=LONG_AGO
    )


def test_two_who_leave_at_once_leave_one(two):
    outcomes = at_once(*(lambda own=own: leave(membership=own, at=LONG_AGO) for own in two))

    assert names(outcomes) == [LastCoordinator.__name__, "NoneType"]
    assert coordinators() == 1


def test_two_who_step_down_at_once_leave_one(two):
    outcomes = at_once(*(lambda own=own: step_down(own) for own in two))

    assert names(outcomes) == [LastCoordinator.__name__, "Membership"]
    assert coordinators() == 1


def test_two_who_remove_each_other_at_once_leave_one(two):
    first, second = two

    outcomes = at_once(
        lambda: remove_member(membership=second, by=first.user, at=LONG_AGO),
        lambda: remove_member(membership=first, by=second.user, at=LONG_AGO),
    )

    assert names(outcomes) == [NoLongerCoordinator.__name__, "NoneType"]
    assert coordinators() == 1


def test_leaving_waits_for_one_that_is_not_committed_yet(two):
    first, second = two

    _left, refused = overlapping(
        lambda: step_down(first), lambda: leave(membership=second, at=LONG_AGO)
    )

    assert isinstance(refused, LastCoordinator)
    assert coordinators() == 1
