from datetime import timedelta

import pytest

from accounts.models import InvitationState, Role
from accounts.queries.invitations import Taken, invitations_of, taken_addresses, unsent_invitations
from tests.accounts.invited import NOW, invited
from tests.factories import DepartmentFactory, MembershipFactory, OrganisationFactory

pytestmark = pytest.mark.django_db

YESTERDAY = NOW - timedelta(days=1)


@pytest.fixture
def organisation():
    return OrganisationFactory()


STATES = [
    ({"sent_at": None}, InvitationState.WAITING, "created_at"),
    ({"sent_at": None, "failed_at": YESTERDAY}, InvitationState.FAILED, "failed_at"),
    ({"failed_at": YESTERDAY}, InvitationState.SENT, "sent_at"),
    ({}, InvitationState.SENT, "sent_at"),
    ({"opened_at": YESTERDAY}, InvitationState.OPENED, "opened_at"),
    ({"accepted_at": YESTERDAY, "opened_at": NOW}, InvitationState.ACCEPTED, "accepted_at"),
    ({"revoked_at": YESTERDAY}, InvitationState.REVOKED, "revoked_at"),
    ({"expires_at": NOW}, InvitationState.EXPIRED, "expires_at"),
]


@pytest.mark.parametrize(("fields", "state", "moment"), STATES)
def test_line_says_what_happened_last_and_when(organisation, fields, state, moment):
    invitation, _token = invited(
        organisation=organisation,
        department=DepartmentFactory(organisation=organisation, name="Sport"),
        role=Role.READER,
        **fields,
    )

    (line,) = invitations_of(organisation, at=NOW)

    assert (line.state, line.since) == (state, getattr(invitation, moment))
    assert (line.name, line.email) == (invitation.name, invitation.email)
    assert (line.role, line.department) == (Role.READER, "Sport")
    assert line.is_unsent == (state in ("waiting", "failed"))
    assert line.is_unanswered == (state not in ("accepted", "revoked"))


def test_old_answers_go_and_old_questions_stay(organisation):
    long_ago = {"created_at": NOW - timedelta(days=31), "expires_at": NOW - timedelta(days=24)}
    invited(organisation=organisation, accepted_at=YESTERDAY, **long_ago)
    asked, _token = invited(organisation=organisation, **long_ago)
    recent, _token = invited(organisation=organisation, accepted_at=YESTERDAY)
    invited()  # of another organisation

    lines = invitations_of(organisation, at=NOW)

    assert [line.pk for line in lines] == [recent.pk, asked.pk]
    assert (len(lines), bool(lines), lines.unsent) == (2, True, 0)


@pytest.mark.parametrize("number", [1, 3])
def test_list_costs_one_query(organisation, number, django_assert_num_queries):
    for _invitation in range(number):
        invited(organisation=organisation, department=DepartmentFactory(organisation=organisation))

    with django_assert_num_queries(1):
        assert len(invitations_of(organisation, at=NOW)) == number


def test_unsent_are_those_that_wait_or_failed(organisation):
    rows = [invited(organisation=organisation, **fields)[0] for fields, _state, _moment in STATES]
    invited(sent_at=None)  # of another organisation

    assert unsent_invitations(organisation, at=NOW) == rows[:2]
    assert invitations_of(organisation, at=NOW).unsent == 2


def test_taken_addresses_are_of_members_and_of_links_that_work(organisation):
    MembershipFactory(organisation=organisation, user__email="In@a.example")
    MembershipFactory(user__email="elders@a.example")
    invited(organisation=organisation, email="gevraagd@a.example")
    invited(organisation=organisation, email="te-laat@a.example", expires_at=NOW)
    invited(organisation=organisation, email="terug@a.example", revoked_at=NOW)
    emails = ["in", "elders", "gevraagd", "te-laat", "terug", "nieuw"]

    taken = taken_addresses(organisation, [f"{name}@a.example" for name in emails], at=NOW)

    assert taken == {"in@a.example": Taken.MEMBER, "gevraagd@a.example": Taken.INVITED}
