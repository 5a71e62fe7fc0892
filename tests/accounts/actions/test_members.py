import pytest
from django.core.exceptions import ValidationError

from accounts.actions.members import add_member, change_member, leave, remove_member
from accounts.errors import DepartmentGone, LastCoordinator, MembershipGone, NoLongerCoordinator
from accounts.models import Department, Membership, Role
from scans.models import Answer
from tests.factories import (
    LONG_AGO,
    DepartmentFactory,
    InvitationFactory,
    MembershipFactory,
    OrganisationFactory,
    UserFactory,
)
from tests.world import World, domain_hash

pytestmark = pytest.mark.django_db


def membership(world: World, person: str) -> Membership:
    return world.person(person).memberships.get()


def second_coordinator(world: World, **fields) -> Membership:
    return MembershipFactory(organisation=world.a.organisation, **fields)


def test_member_gets_a_role_and_a_department():
    organisation, els = OrganisationFactory(), UserFactory()
    department = DepartmentFactory(organisation=organisation)

    add_member(organisation=organisation, user=els, role=Role.READER, department=department)

    stored = Membership.objects.get()
    assert (stored.user, stored.role, stored.department) == (els, Role.READER, department)


def test_member_who_is_added_again_gets_the_new_role():
    organisation, els = OrganisationFactory(), UserFactory()
    department = DepartmentFactory(organisation=organisation)
    add_member(organisation=organisation, user=els, role=Role.READER)

    add_member(organisation=organisation, user=els, role=Role.CONTRIBUTOR, department=department)

    stored = Membership.objects.get()
    assert (stored.role, stored.department) == (Role.CONTRIBUTOR, department)


def test_member_changes_role_and_department(world):
    department = DepartmentFactory(organisation=world.a.organisation)

    change_member(
        membership=membership(world, "rita"),
        role=Role.CONTRIBUTOR,
        department=department,
        by=world.els,
        at=LONG_AGO,
    )

    stored = membership(world, "rita")
    assert (stored.role, stored.department) == (Role.CONTRIBUTOR, department)


def test_only_coordinator_gets_another_department(world):
    department = DepartmentFactory(organisation=world.a.organisation)

    change_member(
        membership=membership(world, "els"),
        role=Role.COORDINATOR,
        department=department,
        by=world.els,
        at=LONG_AGO,
    )

    assert membership(world, "els").department == department


def test_department_of_another_organisation_is_refused(world):
    department = DepartmentFactory(organisation=world.b.organisation)
    before = domain_hash()

    with pytest.raises(ValidationError):
        change_member(
            membership=membership(world, "rita"),
            role=Role.READER,
            department=department,
            by=world.els,
            at=LONG_AGO,
        )
    with pytest.raises(ValidationError):
        add_member(
            organisation=world.a.organisation,
            user=world.chaima,
            role=Role.READER,
            department=department,
        )

    assert domain_hash() == before


def test_removed_member_is_gone_and_the_answers_stay(world):
    Answer.objects.filter(respondent__scan=world.a.running).update(updated_by=world.bram)
    answers = list(Answer.objects.values())

    remove_member(membership=membership(world, "bram"), by=world.els, at=LONG_AGO)

    assert not world.bram.memberships.exists()
    assert list(Answer.objects.values()) == answers


def test_removed_member_finds_no_old_invitation_open(world):
    """Of this organisation only; another one invites whom it likes."""
    own = InvitationFactory(organisation=world.a.organisation, email="BRAM@a.example")
    other = InvitationFactory(organisation=world.b.organisation, email="bram@a.example")

    remove_member(membership=membership(world, "bram"), by=world.els, at=LONG_AGO)

    own.refresh_from_db()
    other.refresh_from_db()
    assert (own.revoked_at, own.revoked_by) == (LONG_AGO, world.els)
    assert other.revoked_at is None


BACK_DOORS = {
    "removed": lambda own, by: remove_member(membership=own, by=by, at=LONG_AGO),
    "contributor": lambda own, by: change_member(
        membership=own, role=Role.CONTRIBUTOR, department=None, by=by, at=LONG_AGO
    ),
    "left": lambda own, by: leave(membership=own, at=LONG_AGO),
}


@pytest.mark.parametrize("way", BACK_DOORS)
def test_who_stops_as_coordinator_left_no_door_open(world, way):
    """An invitation to a private address, with the role that is lost now."""
    organisation, private = world.a.organisation, "els.prive@b.example"
    fields = {"created_by": world.els, "email": private, "role": Role.COORDINATOR}
    own = InvitationFactory(organisation=organisation, **fields)
    elsewhere = InvitationFactory(organisation=world.b.organisation, **fields)
    of_a_colleague = InvitationFactory(organisation=organisation)
    colleague = second_coordinator(world).user

    BACK_DOORS[way](membership(world, "els"), colleague)

    own.refresh_from_db()
    assert (own.revoked_at, own.revoked_by) == (
        LONG_AGO,
        world.els if way == "left" else colleague,
    )
    for other in (elsewhere, of_a_colleague):
        other.refresh_from_db()
        assert other.revoked_at is None


def test_who_stays_coordinator_keeps_invitations_open(world):
    own = InvitationFactory(organisation=world.a.organisation, created_by=world.els)

    change_member(
        membership=membership(world, "els"),
        role=Role.COORDINATOR,
        department=None,
        by=world.els,
        at=LONG_AGO,
    )

    own.refresh_from_db()
    assert own.revoked_at is None


def test_department_that_was_deleted_meanwhile_is_refused(world):
    department = DepartmentFactory(organisation=world.a.organisation)
    Department.objects.all().delete()
    before = domain_hash()

    with pytest.raises(DepartmentGone):
        change_member(
            membership=membership(world, "rita"),
            role=Role.READER,
            department=department,
            by=world.els,
            at=LONG_AGO,
        )

    assert domain_hash() == before


def test_member_leaves(world):
    leave(membership=membership(world, "rita"), at=LONG_AGO)

    assert not world.rita.memberships.exists()


WAYS = {
    "change": lambda last: change_member(
        membership=last, role=Role.READER, department=None, by=last.user, at=LONG_AGO
    ),
    "add again": lambda last: add_member(
        organisation=last.organisation, user=last.user, role=Role.READER
    ),
    "remove": lambda last: remove_member(membership=last, by=last.user, at=LONG_AGO),
    "leave": lambda last: leave(membership=last, at=LONG_AGO),
}


@pytest.mark.parametrize("way", WAYS)
def test_last_coordinator_stays(world, way):
    before = domain_hash()

    with pytest.raises(LastCoordinator):
        WAYS[way](membership(world, "els"))

    assert domain_hash() == before


@pytest.mark.parametrize("way", WAYS)
def test_coordinator_goes_when_there_is_another(world, way):
    second_coordinator(world)

    WAYS[way](membership(world, "els"))

    assert not world.els.memberships.filter(role=Role.COORDINATOR).exists()


@pytest.mark.parametrize("way", WAYS)
def test_somebody_who_was_switched_off_does_not_count(world, way):
    second_coordinator(world, user__is_active=False)

    with pytest.raises(LastCoordinator):
        WAYS[way](membership(world, "els"))


@pytest.mark.parametrize("way", WAYS)
def test_coordinator_of_another_organisation_does_not_count(world, way):
    MembershipFactory(organisation=world.b.organisation, user=world.els)

    with pytest.raises(LastCoordinator):
        WAYS[way](world.els.memberships.get(organisation=world.a.organisation))


@pytest.mark.parametrize(
    "demoted",
    [
        lambda own: own.delete(),
        lambda own: Membership.objects.filter(pk=own.pk).update(role=Role.CONTRIBUTOR),
    ],
    ids=["removed", "contributor"],
)
def test_who_lost_the_role_a_moment_ago_changes_nothing(world, demoted):
    second = second_coordinator(world)
    demoted(membership(world, "els"))
    before = domain_hash()

    for act in (
        lambda: remove_member(membership=second, by=world.els, at=LONG_AGO),
        lambda: change_member(
            membership=second, role=Role.READER, department=None, by=world.els, at=LONG_AGO
        ),
    ):
        with pytest.raises(NoLongerCoordinator):
            act()

    assert domain_hash() == before


def test_member_who_was_removed_meanwhile_is_gone(world):
    rita = membership(world, "rita")
    world.rita.memberships.get().delete()

    for act in (
        lambda: remove_member(membership=rita, by=world.els, at=LONG_AGO),
        lambda: change_member(
            membership=rita, role=Role.READER, department=None, by=world.els, at=LONG_AGO
        ),
        lambda: leave(membership=rita, at=LONG_AGO),
    ):
        with pytest.raises(MembershipGone):
            act()
