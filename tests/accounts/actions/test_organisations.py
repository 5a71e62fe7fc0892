import pytest
from django.core.exceptions import ValidationError

from accounts.actions.organisations import add_member, create_organisation
from accounts.actions.users import get_or_create_user
from accounts.models import Membership, Organisation, Role, User
from tests.factories import DepartmentFactory, OrganisationFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_organisation_is_made_with_departments_and_coordinator():
    els = UserFactory()

    organisation = create_organisation(
        organisation=OrganisationFactory.build(), coordinator=els, departments=["Aankoop", "ICT"]
    )

    assert list(organisation.departments.values_list("name", flat=True)) == ["Aankoop", "ICT"]
    assert list(organisation.memberships.values_list("user", "role")) == [(els.pk, "coordinator")]


def test_organisation_with_a_wrong_number_is_not_made():
    with pytest.raises(ValidationError):
        create_organisation(
            organisation=OrganisationFactory.build(kbo_number="1"), coordinator=UserFactory()
        )

    assert Organisation.objects.count() == 0


def test_member_who_is_added_again_gets_the_new_role():
    organisation, els = OrganisationFactory(), UserFactory()
    department = DepartmentFactory(organisation=organisation)
    add_member(organisation=organisation, user=els, role=Role.READER)

    add_member(organisation=organisation, user=els, role=Role.CONTRIBUTOR, department=department)

    stored = Membership.objects.get()
    assert (stored.role, stored.department) == (Role.CONTRIBUTOR, department)


def test_new_person_has_no_usable_password():
    user, created = get_or_create_user(email=" Els@A.example", name="Els")

    assert (user.email, user.has_usable_password(), created) == ("els@a.example", False, True)


def test_known_person_keeps_name_and_password():
    get_or_create_user(email="els@a.example", name="Els", password="een-lang-wachtwoord")

    user, created = get_or_create_user(email="ELS@a.example ", name="Iemand", password="x")

    assert (user.name, created, User.objects.count()) == ("Els", False, 1)
    assert user.check_password("een-lang-wachtwoord")
