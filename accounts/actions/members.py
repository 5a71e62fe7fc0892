"""Who belongs to an organisation, in which role. Every change locks the organisation's row: two
coordinators who step down at the same moment wait for each other."""

from datetime import datetime

from django.db import transaction

from accounts.errors import LastCoordinator, MembershipGone, NoLongerCoordinator
from accounts.models import Department, Membership, Organisation, Role, User
from accounts.queries.people import able_coordinators, is_only_coordinator


@transaction.atomic
def add_member(
    *, organisation: Organisation, user: User, role: str, department: Department | None = None
) -> Membership:
    """Gives the user this role, or changes the role they have. Raises LastCoordinator,
    ValidationError for a department of another organisation."""
    _lock(organisation.pk)
    known = Membership.objects.filter(organisation=organisation, user=user).first()
    membership = known or Membership(organisation=organisation, user=user)
    return _give(membership, role, department)


@transaction.atomic
def change_member(
    *, membership: Membership, role: str, department: Department | None, by: User
) -> Membership:
    """Raises LastCoordinator, MembershipGone, NoLongerCoordinator, ValidationError for a department
    of another organisation."""
    return _give(_locked(membership, by=by), role, department)


@transaction.atomic
def remove_member(*, membership: Membership, by: User, at: datetime) -> None:
    """Ends the membership, and withdraws an invitation that would let this person in again. What
    they answered stays, with the name. Raises LastCoordinator, MembershipGone, NoLongerCoordinator.
    """
    locked = _locked(membership, by=by)
    _end(locked)
    open_doors = locked.organisation.invitations.unanswered()
    open_doors.filter(email__iexact=locked.user.email).update(revoked_at=at, revoked_by=by)


@transaction.atomic
def leave(*, membership: Membership) -> None:
    """Ends one's own membership. Raises LastCoordinator, MembershipGone."""
    _end(_locked(membership))


def _locked(membership: Membership, *, by: User | None = None) -> Membership:
    """As it is stored now, with the organisation locked; `by` must still coordinate it."""
    _lock(membership.organisation_id)
    if by and not able_coordinators(membership.organisation_id).filter(user=by).exists():
        raise NoLongerCoordinator
    try:
        return Membership.objects.get(pk=membership.pk)
    except Membership.DoesNotExist as gone:
        raise MembershipGone from gone


def _lock(organisation_pk: int) -> None:
    list(Organisation.objects.select_for_update().filter(pk=organisation_pk))


def _give(membership: Membership, role: str, department: Department | None) -> Membership:
    if membership.pk and role != Role.COORDINATOR and is_only_coordinator(membership):
        raise LastCoordinator
    membership.role = role
    membership.department = department
    membership.clean()
    membership.save()
    return membership


def _end(membership: Membership) -> None:
    if is_only_coordinator(membership):
        raise LastCoordinator
    membership.delete()
