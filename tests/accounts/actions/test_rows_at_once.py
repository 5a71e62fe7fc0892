"""Two coordinators who keep the same list at the same moment."""

from collections.abc import Callable

import pytest

from accounts.actions.members import change_member
from accounts.actions.rows import save_departments
from accounts.entries import DepartmentEntry
from accounts.models import Department, Membership, Role
from tests.at_once import names, overlapping
from tests.factories import LONG_AGO, MembershipFactory

pytestmark = pytest.mark.django_db(transaction=True)


def adder(coordinator: Membership, name: str) -> Callable:
    return lambda: save_departments(
        organisation=coordinator.organisation, entries=[DepartmentEntry(name)], by=coordinator.user
    )


def test_same_department_added_twice_is_there_once():
    coordinator = MembershipFactory()

    outcomes = overlapping(adder(coordinator, "Sport"), adder(coordinator, "SPORT"))

    assert names(outcomes) == ["NameTaken", "NoneType"]
    assert list(Department.objects.values_list("name", flat=True)) == ["Sport"]


def test_who_loses_the_role_while_saving_saves_nothing():
    """The page let her through; a colleague takes the role away before the list is locked."""
    els = MembershipFactory()
    colleague = MembershipFactory(organisation=els.organisation).user

    outcomes = overlapping(
        lambda: change_member(
            membership=els, role=Role.READER, department=None, by=colleague, at=LONG_AGO
        ),
        adder(els, "Sport"),
    )

    assert names(outcomes) == ["Membership", "NoLongerCoordinator"]
    assert not Department.objects.exists()
