"""Who may see and do what with an organisation. What is not yours does not exist (404); what you
may see but not do is refused (403)."""

from collections.abc import Iterator
from contextlib import contextmanager

from allauth.usersessions.models import UserSession
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404

from accounts.errors import MembershipGone, NoLongerCoordinator
from accounts.models import Invitation, Membership, Organisation, User


def membership_in(user: User, organisation_pk: int) -> Membership:
    """Raises Http404 for everybody who is not a member now, superusers included."""
    memberships = Membership.objects.with_organisation().filter(user_id=user.pk)
    # By way of the primary key: a number that no database column holds is then simply not found.
    return get_object_or_404(
        memberships, organisation__in=Organisation.objects.filter(pk=organisation_pk)
    )


def organisation_for_reading(user: User, organisation_pk: int) -> Organisation:
    return membership_in(user, organisation_pk).organisation


def organisation_for_coordinating(user: User, organisation_pk: int) -> Organisation:
    membership = membership_in(user, organisation_pk)
    if not membership.may_coordinate:
        raise PermissionDenied
    return membership.organisation


def member_for_coordinating(user: User, organisation_pk: int, member_pk: int) -> Membership:
    """A member of this very organisation, with the person."""
    organisation = organisation_for_coordinating(user, organisation_pk)
    return get_object_or_404(organisation.memberships.select_related("user"), pk=member_pk)


def invitation_for_coordinating(user: User, organisation_pk: int, invitation_pk: int) -> Invitation:
    """An invitation of this very organisation, answered or not."""
    organisation = organisation_for_coordinating(user, organisation_pk)
    return get_object_or_404(organisation.invitations.all(), pk=invitation_pk)


@contextmanager
def still_allowed() -> Iterator[None]:
    """Who loses the right, or the member, between looking up and locking gets the answer of a
    moment later."""
    try:
        yield
    except MembershipGone as gone:
        raise Http404 from gone
    except NoLongerCoordinator as refused:
        raise PermissionDenied from refused


def session_of(user: User, session_pk: int) -> UserSession:
    """A place where this very person is signed in."""
    return get_object_or_404(UserSession, user_id=user.pk, pk=session_pk)
