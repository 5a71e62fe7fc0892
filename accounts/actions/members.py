"""Who belongs to an organisation, in which role. Every change locks the organisation's row: two
coordinators who step down at the same moment wait for each other."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from accounts.actions.locking import lock_for_coordinator, lock_organisation
from accounts.errors import DepartmentGone, LastCoordinator, MembershipGone
from accounts.models import Department, Invitation, Membership, Organisation, Role, User
from accounts.queries.people import is_only_coordinator


@transaction.atomic
def add_member(
    *, organisation: Organisation, user: User, role: str, department: Department | None = None
) -> Membership:
    """Gives the user this role, or changes the role they have. Raises DepartmentGone,
    LastCoordinator, ValidationError for a department of another organisation."""
    lock_organisation(organisation.pk)
    known = Membership.objects.filter(organisation=organisation, user=user).first()
    membership = known or Membership(organisation=organisation, user=user)
    return _give(membership, role, department)


@transaction.atomic
def change_member(
    *, membership: Membership, role: str, department: Department | None, by: User, at: datetime
) -> Membership:
    """Who stops as coordinator leaves no invitation open. Raises DepartmentGone, LastCoordinator,
    MembershipGone, NoLongerCoordinator, ValidationError for a department of another organisation.
    """
    locked = _locked(membership, by=by)
    stops = locked.may_coordinate and role != Role.COORDINATOR
    changed = _give(locked, role, department)
    if stops:
        _withdraw(Q(created_by=changed.user_id), of=changed, by=by, at=at)
    return changed


@transaction.atomic
def remove_member(*, membership: Membership, by: User, at: datetime) -> None:
    """Ends the membership, and withdraws each invitation that would let this person in again: to
    their address, or made by them, perhaps to another address of theirs. What they answered stays,
    with the name. Raises LastCoordinator, MembershipGone, NoLongerCoordinator.
    """
    _end(_locked(membership, by=by), by=by, at=at)


@transaction.atomic
def leave(*, membership: Membership, at: datetime) -> None:
    """Ends one's own membership, as removing does. Raises LastCoordinator, MembershipGone."""
    _end(_locked(membership), by=membership.user, at=at)


def _locked(membership: Membership, *, by: User | None = None) -> Membership:
    """As it is stored now, with the organisation locked; `by` must still coordinate it."""
    if by:
        lock_for_coordinator(membership.organisation_id, by)
    else:
        lock_organisation(membership.organisation_id)
    try:
        return Membership.objects.get(pk=membership.pk)
    except Membership.DoesNotExist as gone:
        raise MembershipGone from gone


def _give(membership: Membership, role: str, department: Department | None) -> Membership:
    if membership.pk and role != Role.COORDINATOR and is_only_coordinator(membership):
        raise LastCoordinator
    if department and not Department.objects.filter(pk=department.pk).exists():
        raise DepartmentGone
    membership.role = role
    membership.department = department
    membership.clean()
    membership.save()
    return membership


def _end(membership: Membership, *, by: User, at: datetime) -> None:
    if is_only_coordinator(membership):
        raise LastCoordinator
    membership.delete()
    own = Q(created_by=membership.user_id) | Q(email__iexact=membership.user.email)
    _withdraw(own, of=membership, by=by, at=at)


def _withdraw(which: Q, *, of: Membership, by: User, at: datetime) -> None:
    unanswered = Invitation.objects.unanswered().filter(organisation=of.organisation_id)
    unanswered.filter(which).update(revoked_at=at, revoked_by=by)
