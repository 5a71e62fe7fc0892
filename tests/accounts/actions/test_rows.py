from datetime import date

import pytest
from django.core.exceptions import ValidationError

from accounts.actions.rows import save_departments, save_predecessors
from accounts.entries import DepartmentEntry, PredecessorEntry
from accounts.errors import NameTaken, NoLongerCoordinator
from accounts.models import Department, Organisation, Predecessor, Role, User
from tests.factories import (
    DepartmentFactory,
    DepartmentKindFactory,
    InvitationFactory,
    MembershipFactory,
    OrganisationFactory,
    PredecessorFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def organisation() -> Organisation:
    return OrganisationFactory()


@pytest.fixture
def els(organisation) -> User:
    return MembershipFactory(organisation=organisation).user


def names(organisation: Organisation) -> list[str]:
    return sorted(organisation.departments.values_list("name", flat=True))


def test_departments_are_renamed_added_and_removed_at_once(organisation, els):
    kind = DepartmentKindFactory()
    old = DepartmentFactory(organisation=organisation, name="Aankopen")
    gone = DepartmentFactory(organisation=organisation, name="Logistiek")
    DepartmentFactory(organisation=organisation, name="Sport")

    save_departments(
        by=els,
        organisation=organisation,
        entries=[DepartmentEntry("Aankoop", kind.pk, old.pk), DepartmentEntry("Jeugd")],
        removed=[gone.pk],
    )

    assert names(organisation) == ["Aankoop", "Jeugd", "Sport"]
    old.refresh_from_db()
    assert (old.name, old.kind) == ("Aankoop", kind)


def test_people_and_invitations_of_a_removed_department_stay_without(organisation, els):
    department = DepartmentFactory(organisation=organisation)
    member = MembershipFactory(organisation=organisation, department=department)
    invitation = InvitationFactory(organisation=organisation, department=department)

    save_departments(organisation=organisation, entries=[], removed=[department.pk], by=els)

    member.refresh_from_db()
    invitation.refresh_from_db()
    assert (member.department, invitation.department) == (None, None)


def test_departments_exchange_their_names(organisation, els):
    one = DepartmentFactory(organisation=organisation, name="Sport")
    other = DepartmentFactory(organisation=organisation, name="Jeugd")

    save_departments(
        by=els,
        organisation=organisation,
        entries=[DepartmentEntry("Jeugd", pk=one.pk), DepartmentEntry("Sport", pk=other.pk)],
    )

    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.name, other.name) == ("Jeugd", "Sport")


def test_name_of_a_removed_department_is_free(organisation, els):
    old = DepartmentFactory(organisation=organisation, name="Sport")

    save_departments(
        by=els, organisation=organisation, entries=[DepartmentEntry("sport")], removed=[old.pk]
    )

    assert names(organisation) == ["sport"]


@pytest.mark.parametrize(
    "entries",
    [
        [DepartmentEntry("SPORT")],
        [DepartmentEntry("Jeugd"), DepartmentEntry("jeugd")],
        [DepartmentEntry("Jeugd"), DepartmentEntry("Straße"), DepartmentEntry("STRASSE")],
    ],
)
def test_same_name_twice_is_refused_and_nothing_is_saved(organisation, els, entries):
    old = DepartmentFactory(organisation=organisation, name="Sport")
    other = DepartmentFactory(organisation=organisation, name="Milieu")

    with pytest.raises(NameTaken):
        save_departments(
            by=els,
            organisation=organisation,
            entries=[DepartmentEntry("Natuur", pk=other.pk), *entries],
            removed=[],
        )

    assert names(organisation) == ["Milieu", "Sport"]
    assert Department.objects.get(pk=old.pk).name == "Sport"


def test_department_of_another_organisation_is_left_alone(organisation, els):
    foreign = DepartmentFactory(name="Sport")

    save_departments(
        by=els,
        organisation=organisation,
        entries=[DepartmentEntry("Gekaapt", pk=foreign.pk)],
        removed=[foreign.pk],
    )

    assert list(Department.objects.values_list("name", "organisation")) == [
        ("Sport", foreign.organisation_id)
    ]


def test_department_without_name_is_refused(organisation, els):
    with pytest.raises(ValidationError):
        save_departments(organisation=organisation, entries=[DepartmentEntry("")], by=els)

    assert Department.objects.count() == 0


def test_saving_costs_the_same_for_one_and_for_twenty(organisation, els, django_assert_num_queries):
    rows = DepartmentFactory.create_batch(20, organisation=organisation)
    entries = [DepartmentEntry(f"Nieuw {row.pk}", pk=row.pk) for row in rows]

    with django_assert_num_queries(7):
        save_departments(organisation=organisation, entries=entries[:1], by=els)
    with django_assert_num_queries(7):
        save_departments(organisation=organisation, entries=entries, by=els)


def test_predecessors_are_changed_added_and_removed_at_once(organisation, els):
    old = PredecessorFactory(organisation=organisation, name="Oudelaar")
    gone = PredecessorFactory(organisation=organisation)
    foreign = PredecessorFactory(name="Van een ander")

    save_predecessors(
        by=els,
        organisation=organisation,
        entries=[
            PredecessorEntry("Oudelaer", "0207451227", "44001", date(2019, 1, 1), pk=old.pk),
            PredecessorEntry("Nieuwelaar"),
        ],
        removed=[gone.pk, foreign.pk],
    )

    stored = Predecessor.objects.filter(organisation=organisation)
    assert list(stored.values_list("name", "kbo_number", "nis_code", "merged_on")) == [
        ("Nieuwelaar", "", "", None),
        ("Oudelaer", "0207451227", "44001", date(2019, 1, 1)),
    ]
    assert Predecessor.objects.filter(pk=foreign.pk).exists()


def test_predecessor_with_a_wrong_number_is_refused(organisation, els):
    with pytest.raises(ValidationError):
        save_predecessors(
            by=els, organisation=organisation, entries=[PredecessorEntry("Oudelaar", "0207451228")]
        )

    assert Predecessor.objects.count() == 0


@pytest.mark.parametrize("save", [save_departments, save_predecessors])
def test_who_lost_the_role_meanwhile_saves_nothing(organisation, els, save):
    organisation.memberships.update(role=Role.CONTRIBUTOR)

    with pytest.raises(NoLongerCoordinator):
        save(organisation=organisation, entries=[PredecessorEntry("Jeugd")], by=els)

    assert not organisation.departments.exists()
    assert not organisation.predecessors.exists()
