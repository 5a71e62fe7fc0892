"""What must never be false of people and organisations, tried against the database (promise 25)."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import translation

from accounts.models import Membership, Organisation, Role, User
from tests.constraints import names_constraint
from tests.factories import (
    DepartmentFactory,
    MembershipFactory,
    OrganisationFactory,
    PredecessorFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def email_in_capitals() -> None:
    UserFactory(email="els@a.example")
    UserFactory(email="ELS@A.example")


def user_without_name() -> None:
    UserFactory(name="")


def two_memberships() -> None:
    membership = MembershipFactory()
    MembershipFactory(user=membership.user, organisation=membership.organisation, role="reader")


def unknown_role() -> None:
    MembershipFactory(role="director")


def nis_of_a_province() -> None:
    OrganisationFactory(type="province", nis_code="11001")


def two_with_one_nis() -> None:
    OrganisationFactory(nis_code="11001")
    OrganisationFactory(nis_code="11001")


def two_with_one_kbo() -> None:
    number = OrganisationFactory().kbo_number
    OrganisationFactory(kbo_number=number)


def department_twice() -> None:
    department = DepartmentFactory()
    DepartmentFactory(organisation=department.organisation, name=department.name)


@pytest.mark.parametrize(
    ("violate", "constraint", "columns"),
    [
        (email_in_capitals, "user_email_unique", ""),
        (user_without_name, "user_has_a_name", ""),
        (two_memberships, "membership_once_per_organisation", "user_id, organisation_id"),
        (unknown_role, "membership_role_known", ""),
        (nis_of_a_province, "organisation_nis_only_for_municipalities", ""),
        (two_with_one_nis, "organisation_nis_unique", "nis_code"),
        (two_with_one_kbo, "kbo_number", "kbo_number"),
        (department_twice, "department_name_unique_in_organisation", "organisation_id, name"),
    ],
)
def test_database_refuses(violate, constraint, columns):
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        violate()

    assert names_constraint(str(refusal.value), constraint, columns)


def test_organisations_without_nis_code_do_not_clash():
    OrganisationFactory(nis_code="")
    OrganisationFactory(nis_code="")

    assert Organisation.objects.filter(nis_code="").count() == 2


def test_user_address_is_stored_in_small_letters():
    user = User.objects.create_user(" Els.Peeters@A.Example ", name="Els Peeters")

    assert (user.email, user.has_usable_password()) == ("els.peeters@a.example", False)


def test_user_is_found_whatever_the_case():
    user = UserFactory(email="els@a.example")

    assert User.objects.get_by_natural_key("Els@A.EXAMPLE") == user


def test_superuser_may_everything_in_the_administration():
    user = User.objects.create_superuser("beheer@a.example", "een-lang-wachtwoord", name="Beheer")

    assert (user.is_staff, user.is_superuser) == (True, True)
    assert user.check_password("een-lang-wachtwoord")


@pytest.mark.parametrize(
    ("name", "first"), [("Els Peeters", "Els"), ("Els", "Els"), ("Jan De Wilde", "Jan")]
)
def test_first_name_is_the_first_word(name, first):
    assert User(name=name).first_name == first


@pytest.mark.parametrize(
    ("role", "coordinates", "answers"),
    [(Role.COORDINATOR, True, True), (Role.CONTRIBUTOR, False, True), (Role.READER, False, False)],
)
def test_role_decides_what_a_member_may(role, coordinates, answers):
    membership = Membership(role=role)

    assert (membership.may_coordinate, membership.may_answer) == (coordinates, answers)


def test_models_say_their_name():
    user = UserFactory.build(name="Els Peeters")
    organisation = OrganisationFactory.build(name="Gemeente Aalbeke", accent="#4a6a1e")
    department = DepartmentFactory.build(organisation=organisation, name="Aankoop")
    membership = MembershipFactory.build(user=user, organisation=organisation)

    with translation.override("en"):
        names = [str(row) for row in (user, organisation, department, membership)]

    assert names == [
        "Els Peeters",
        "Gemeente Aalbeke",
        "Aankoop",
        "Els Peeters · Gemeente Aalbeke · MVO coordinator",
    ]
    assert organisation.accent_hex == "4a6a1e"


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        (
            "kbo_number",
            "0207451228",
            "This is not a valid KBO number: ten digits, of which the last two check the others.",
        ),
        ("nis_code", "1100", "A NIS code has five digits."),
        (
            "accent",
            "#ff0000",
            "Text on this colour is hard to read. Take #ed0000, which is close and clear.",
        ),
        ("accent", "groen", "Write the colour as # and six digits, such as #4a6a1e."),
    ],
)
def test_organisation_is_checked_field_by_field(field, value, message):
    organisation = OrganisationFactory.build(**{field: value})

    with translation.override("en"):
        with pytest.raises(ValidationError) as refusal:
            organisation.full_clean()
        said = {name: messages[-1] for name, messages in refusal.value.message_dict.items()}

    assert said == {field: message}


def test_predecessor_is_called_as_it_was_known():
    assert str(PredecessorFactory(name="Gemeente Oudegem")) == "Gemeente Oudegem"
