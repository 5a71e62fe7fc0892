"""Two coordinators who keep the same list at the same moment."""

from collections.abc import Callable

import pytest

from accounts.actions.rows import save_departments
from accounts.entries import DepartmentEntry
from accounts.models import Department, Organisation
from tests.at_once import names, overlapping
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db(transaction=True)


def adder(organisation: Organisation, name: str) -> Callable:
    return lambda: save_departments(organisation=organisation, entries=[DepartmentEntry(name)])


def test_same_department_added_twice_is_there_once():
    organisation = OrganisationFactory()

    outcomes = overlapping(adder(organisation, "Sport"), adder(organisation, "SPORT"))

    assert names(outcomes) == ["NameTaken", "NoneType"]
    assert list(Department.objects.values_list("name", flat=True)) == ["Sport"]
