from datetime import timedelta

import pytest

from accounts.actions.invitations import (
    Invitee,
    accept_invitation,
    invite,
    open_invitation,
    revoke_invitation,
)
from accounts.errors import (
    AlreadyThere,
    InvitationAnswered,
    InvitationUnusable,
    NoLongerCoordinator,
)
from accounts.models import (
    Department,
    Invitation,
    InvitationState,
    Membership,
    Organisation,
    Role,
    User,
)
from tests.accounts.invited import NOW, PASSWORD, WEEK, account, invited
from tests.factories import (
    DepartmentFactory,
    DepartmentKindFactory,
    MembershipFactory,
    OrganisationFactory,
    UserFactory,
)
from tests.world import domain_hash

pytestmark = pytest.mark.django_db

KOEN = Invitee("koen@a.example", "Koen De Wilde", Role.CONTRIBUTOR)


@pytest.fixture
def organisation() -> Organisation:
    return OrganisationFactory()


@pytest.fixture
def els(organisation) -> User:
    return MembershipFactory(organisation=organisation, user__email="els@a.example").user


def ask(organisation: Organisation, by: User, *people: Invitee, at=NOW) -> list[Invitation]:
    return invite(organisation=organisation, people=people, by=by, at=at, language="nl")


# --- invite


def test_invitation_is_kept_and_waits(organisation, els):
    an = Invitee(" An@A.example", "An Segers", Role.READER, "Technische dienst")

    koens, ans = ask(organisation, els, KOEN, an)

    stored = Invitation.objects.get(pk=ans.pk)
    assert (stored.email, stored.name, stored.role) == ("an@a.example", "An Segers", Role.READER)
    assert (stored.created_by, stored.created_at, stored.expires_at) == (els, NOW, NOW + WEEK)
    assert stored.department.name == "Technische dienst"
    assert str(stored) == "An Segers <an@a.example>"
    assert (stored.state(at=NOW), stored.language) == (InvitationState.WAITING, "nl")
    assert koens.department is None


def test_new_department_that_is_named_as_a_usual_one_is_one(organisation, els):
    """As in an organisation that is made with it, and on the page with the departments."""
    sport = DepartmentKindFactory(code="sport", name="sport")
    an = Invitee("an@a.example", "An Segers", Role.READER, "Sport")

    ask(organisation, els, an)

    assert organisation.departments.get(name="Sport").kind == sport


def test_departments_are_found_in_any_case_and_made_once(organisation, els):
    existing = DepartmentFactory(organisation=organisation, name="Financiën")
    DepartmentFactory(name="Sport")  # of another organisation
    people = [
        Invitee(f"{number}@a.example", "Iemand", Role.READER, name)
        for number, name in enumerate(["FINANCIËN", "Sport", "sport", ""])
    ]

    made = ask(organisation, els, *people)

    sport = organisation.departments.get(name="Sport")
    assert [one.department for one in made] == [existing, sport, sport, None]
    assert Department.objects.filter(organisation=organisation).count() == 2


def test_member_and_invited_person_are_refused_and_nobody_is_invited(organisation, els):
    MembershipFactory(organisation=organisation, user__email="An@a.example")
    invited(organisation=organisation, email="bo@a.example")
    people = [
        KOEN,
        Invitee("AN@A.example", "An", Role.READER),
        Invitee("bo@a.example", "Bo", Role.READER),
    ]
    before = domain_hash()

    with pytest.raises(AlreadyThere) as refusal:
        ask(organisation, els, *people)

    assert refusal.value.taken == {"an@a.example": "member", "bo@a.example": "invited"}
    assert domain_hash() == before


def test_same_address_may_be_asked_by_two_organisations(organisation, els):
    invited(email=KOEN.email)

    (made,) = ask(organisation, els, KOEN)

    assert made.organisation == organisation


def test_two_spellings_of_a_domain_are_one_address(organisation, els):
    ask(organisation, els, Invitee("koen@bücher.example", "Koen", Role.READER))
    before = domain_hash()

    with pytest.raises(AlreadyThere):
        ask(organisation, els, Invitee("koen@XN--bcher-kva.example", "Koen", Role.READER))

    assert domain_hash() == before
    assert Invitation.objects.get().email == "koen@xn--bcher-kva.example"


def test_expired_invitation_is_made_new(organisation, els):
    old, _token = invited(
        organisation=organisation,
        email=KOEN.email,
        role=Role.READER,
        expires_at=NOW,
        opened_at=NOW - timedelta(minutes=5),
    )

    (made,) = ask(organisation, els, KOEN)

    stored = Invitation.objects.get()
    assert (stored.pk, stored.role, stored.created_by) == (old.pk, Role.CONTRIBUTOR, els)
    assert made.state(at=NOW) == stored.state(at=NOW) == InvitationState.WAITING
    assert stored.token_hash != old.token_hash


@pytest.mark.parametrize("answer", ["accepted_at", "revoked_at"])
def test_answered_invitation_stands_in_nobodys_way(organisation, els, answer):
    invited(organisation=organisation, email=KOEN.email, **{answer: NOW})

    ask(organisation, els, KOEN)

    assert Invitation.objects.filter(email=KOEN.email).count() == 2


def test_who_is_no_coordinator_any_more_invites_nobody(organisation, els):
    Membership.objects.filter(user=els).update(role=Role.CONTRIBUTOR)

    with pytest.raises(NoLongerCoordinator):
        ask(organisation, els, KOEN)

    assert Invitation.objects.count() == 0


# --- revoke and open


def test_withdrawn_invitation_says_who_and_when(organisation, els):
    invitation, token = invited(organisation=organisation)

    revoke_invitation(invitation=invitation, by=els, at=NOW)

    stored = Invitation.objects.get()
    assert (stored.revoked_at, stored.revoked_by) == (NOW, els)
    with pytest.raises(InvitationUnusable):
        accept_invitation(token=token, name="Koen", password=PASSWORD, at=NOW)


@pytest.mark.parametrize("answer", ["accepted_at", "revoked_at"])
def test_answered_invitation_is_not_withdrawn(organisation, els, answer):
    invitation, _token = invited(organisation=organisation, **{answer: NOW})
    before = domain_hash()

    with pytest.raises(InvitationAnswered):
        revoke_invitation(invitation=invitation, by=els, at=NOW)

    assert domain_hash() == before


def test_who_is_no_coordinator_any_more_withdraws_nothing(organisation, els):
    invitation, _token = invited(organisation=organisation)
    Membership.objects.filter(user=els).update(role=Role.CONTRIBUTOR)
    before = domain_hash()

    with pytest.raises(NoLongerCoordinator):
        revoke_invitation(invitation=invitation, by=els, at=NOW)

    assert domain_hash() == before


def test_first_opening_counts():
    invitation, _token = invited()

    open_invitation(invitation=invitation, at=NOW)
    open_invitation(invitation=invitation, at=NOW + timedelta(hours=1))

    assert Invitation.objects.get().opened_at == NOW


# --- accept


def test_new_person_gets_an_account_and_a_membership(organisation):
    department = DepartmentFactory(organisation=organisation)
    invitation, token = invited(
        organisation=organisation,
        email=KOEN.email,
        role=Role.READER,
        department=department,
        language="en",
    )

    accept_invitation(token=token, name="Koen De Wilde", password=PASSWORD, at=NOW)

    koen = User.objects.get(email=KOEN.email)
    assert (koen.name, koen.language, koen.is_active, koen.is_staff) == (
        "Koen De Wilde",
        "en",
        True,
        False,
    )
    assert koen.check_password(PASSWORD)
    membership = koen.memberships.get()
    assert (membership.organisation, membership.role, membership.department) == (
        organisation,
        Role.READER,
        department,
    )
    invitation.refresh_from_db()
    assert (invitation.accepted_at, invitation.accepted_by) == (NOW, koen)


def test_account_without_password_gets_one():
    koen = account(KOEN.email, password=None, name="K.")
    _invitation, token = invited(email=KOEN.email)

    accept_invitation(token=token, name="Koen De Wilde", password=PASSWORD, at=NOW)

    stored = User.objects.get(email=KOEN.email)
    assert (stored.pk, stored.name) == (koen.pk, "Koen De Wilde")
    assert stored.check_password(PASSWORD)


def test_account_with_password_keeps_it_and_its_name():
    koen = account("Koen@A.example", name="Koen")
    _invitation, token = invited(email=KOEN.email)

    accept_invitation(token=token, user=koen, name="X", password="een ander geheim", at=NOW)

    stored = User.objects.get(pk=koen.pk)
    assert (stored.name, stored.check_password(PASSWORD)) == ("Koen", True)
    assert stored.memberships.count() == 1


def test_member_keeps_the_role(organisation):
    koen = account(KOEN.email)
    MembershipFactory(organisation=organisation, user=koen, role=Role.COORDINATOR)
    invitation, token = invited(organisation=organisation, email=KOEN.email, role=Role.READER)

    accept_invitation(token=token, user=koen, at=NOW)

    assert koen.memberships.get().role == Role.COORDINATOR
    invitation.refresh_from_db()
    assert invitation.accepted_by == koen


REFUSED = {
    "unknown": {},
    "used": {"accepted_at": NOW},
    "withdrawn": {"revoked_at": NOW},
    "expired": {"expires_at": NOW},
}


@pytest.mark.parametrize("case", REFUSED)
@pytest.mark.parametrize("has_account", [True, False])
def test_unusable_invitation_changes_nothing(case, has_account):
    koen = account(KOEN.email) if has_account else None
    _invitation, token = invited(email=KOEN.email, **REFUSED[case])
    before = domain_hash()

    with pytest.raises(InvitationUnusable):
        accept_invitation(
            token=token[:-1] if case == "unknown" else token,
            user=koen,
            name="Koen",
            password=PASSWORD,
            at=NOW,
        )

    assert domain_hash() == before


def koen_signed_out():
    account(KOEN.email)


def somebody_else():
    return UserFactory()


def koen_deactivated():
    account(KOEN.email, password=None, is_active=False)


@pytest.mark.parametrize("viewer", [koen_signed_out, somebody_else, koen_deactivated])
def test_invitation_of_somebody_else_changes_nothing(viewer):
    user = viewer()
    _invitation, token = invited(email=KOEN.email)
    before = domain_hash()

    with pytest.raises(InvitationUnusable):
        accept_invitation(token=token, user=user, name="Koen", password=PASSWORD, at=NOW)

    assert domain_hash() == before


def test_address_that_only_looks_the_same_is_another_one():
    """PostgreSQL takes a dotless ı for an i when it ignores case: whoever owns such an address
    must not get in by the account of somebody else."""
    mike = account("mike@a.example", password=None)
    _invitation, token = invited(email="mıke@a.example")

    accept_invitation(token=token, name="Mıke", password=PASSWORD, at=NOW)

    mike.refresh_from_db()
    assert not mike.has_usable_password()
    assert User.objects.get(email="mıke@a.example").check_password(PASSWORD)


@pytest.mark.parametrize("given", [{"name": "Koen"}, {"password": PASSWORD}])
def test_account_is_not_made_without_name_or_password(given):
    _invitation, token = invited(email=KOEN.email)

    with pytest.raises(InvitationUnusable):
        accept_invitation(token=token, at=NOW, **given)

    assert not User.objects.filter(email=KOEN.email).exists()
