"""Who may see and do what with an organisation. What is not yours does not exist (404); what you
may see but not do is refused (403)."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from accounts.models import Membership, Organisation, User


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
