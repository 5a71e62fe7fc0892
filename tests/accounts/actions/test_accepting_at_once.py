"""People who follow a link at the same moment: real threads with connections of their own."""

from collections.abc import Callable

import pytest

from accounts.actions.invitations import Invitee, accept_invitation, invite, revoke_invitation
from accounts.errors import AlreadyThere, InvitationUnusable
from accounts.models import Invitation, Membership, Role, User
from tests.accounts.invited import NOW, PASSWORD, account, invited
from tests.at_once import at_once, names, overlapping
from tests.factories import MembershipFactory, OrganisationFactory

pytestmark = pytest.mark.django_db(transaction=True)

EMAIL = "koen@a.example"


def accepter(token: str, **given) -> Callable[[], object]:
    given = given or {"name": "Koen De Wilde", "password": PASSWORD}
    return lambda: accept_invitation(token=token, at=NOW, **given)


def test_two_accepts_at_once_make_one_person_and_one_membership():
    _invitation, token = invited(email=EMAIL)

    outcomes = at_once(*[accepter(token)] * 4)

    assert names(outcomes) == ["Invitation", *[InvitationUnusable.__name__] * 3]
    assert User.objects.filter(email=EMAIL).count() == 1
    assert Membership.objects.count() == 1


def test_two_accepts_of_somebody_signed_in_make_one_membership():
    koen = account(EMAIL)
    _invitation, token = invited(email=EMAIL)

    outcomes = at_once(*[accepter(token, user=koen)] * 2)

    assert names(outcomes) == ["Invitation", InvitationUnusable.__name__]
    assert Membership.objects.count() == 1


def test_accept_waits_for_one_that_is_not_committed_yet():
    _invitation, token = invited(email=EMAIL)

    _first, second = overlapping(accepter(token), accepter(token))

    assert isinstance(second, InvitationUnusable)
    assert User.objects.filter(email=EMAIL).count() == 1


def test_accept_waits_for_a_withdrawal_that_is_not_committed_yet():
    invitation, token = invited(email=EMAIL)
    els = MembershipFactory(organisation=invitation.organisation).user

    _withdrawn, second = overlapping(
        lambda: revoke_invitation(invitation=invitation, by=els, at=NOW), accepter(token)
    )

    assert isinstance(second, InvitationUnusable)
    assert not User.objects.filter(email=EMAIL).exists()


def test_accepts_of_two_organisations_at_once_make_one_person():
    """Both find no account; the one that comes second is refused, and can sign in."""
    tokens = [invited(email=EMAIL)[1] for _organisation in range(2)]

    _first, second = overlapping(*map(accepter, tokens))

    assert isinstance(second, InvitationUnusable)
    assert User.objects.filter(email=EMAIL).count() == 1
    assert Invitation.objects.unanswered().count() == 1


def test_one_address_is_invited_once_by_two_coordinators():
    organisation = OrganisationFactory()
    coordinators = [MembershipFactory(organisation=organisation).user for _ in range(2)]
    people = [Invitee(EMAIL, "Koen", Role.READER, "Sport")]

    outcomes = at_once(
        *(
            lambda by=by: invite(
                organisation=organisation, people=people, by=by, at=NOW, language="nl"
            )
            for by in coordinators
        )
    )

    assert names(outcomes) == [AlreadyThere.__name__, "list"]
    assert Invitation.objects.count() == 1
    assert organisation.departments.count() == 1
