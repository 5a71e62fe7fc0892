import pytest

from accounts.queries.organisations import departments_with_people
from tests.factories import (
    LONG_AGO,
    DepartmentFactory,
    InvitationFactory,
    MembershipFactory,
)

pytestmark = pytest.mark.django_db


def test_people_and_invitations_of_each_department_are_counted():
    own = DepartmentFactory(name="Aankoop")
    organisation = own.organisation
    DepartmentFactory(organisation=organisation, name="Sport")
    MembershipFactory.create_batch(3, organisation=organisation, department=own)
    InvitationFactory.create_batch(2, organisation=organisation, department=own)
    InvitationFactory(organisation=organisation, department=own, revoked_at=LONG_AGO)
    InvitationFactory(organisation=organisation, department=own, accepted_at=LONG_AGO)

    found = departments_with_people(organisation)

    assert list(found.values_list("name", "people", "invited")) == [
        ("Aankoop", 3, 2),
        ("Sport", 0, 0),
    ]


def test_people_are_not_multiplied_by_invitations():
    """Two joins in one query would make a row for every pair of them."""
    sql = str(departments_with_people(DepartmentFactory().organisation).query)

    assert 'JOIN "accounts_membership"' not in sql
    assert 'JOIN "accounts_invitation"' not in sql
