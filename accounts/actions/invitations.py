"""Invitations: kept, sent, withdrawn and accepted.

An address is stored in one spelling (`accounts/addresses.py`). Lock order: the organisation, then
the invitation.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from accounts.actions.departments import add_departments
from accounts.actions.locking import lock_for_coordinator, lock_organisation
from accounts.actions.users import choose_first_password
from accounts.addresses import normalise_address
from accounts.errors import AlreadyThere, InvitationAnswered, InvitationUnusable
from accounts.models import Department, Invitation, Membership, Organisation, User
from accounts.queries.invitations import (
    Viewer,
    accounts_with,
    taken_addresses,
    usable_invitation,
    viewer_of,
)
from accounts.tokens import new_token, token_hash

LIFETIME = timedelta(days=7)


@dataclass(frozen=True)
class Invitee:
    """`department` is a name; one that does not exist yet is made. Empty: none."""

    email: str
    name: str
    role: str
    department: str = ""


@transaction.atomic
def invite(
    *, organisation: Organisation, people: Sequence[Invitee], by: User, at: datetime, language: str
) -> list[Invitation]:
    """Keeps an invitation for each; nothing is sent yet. One that expired is made new.

    Raises AlreadyThere, NoLongerCoordinator, and ValueError for an address that no mail can go to;
    then nobody is invited.
    """
    lock_for_coordinator(organisation.pk, by)
    emails = [normalise_address(person.email) for person in people]
    taken = taken_addresses(organisation, emails, at=at)
    if taken:
        raise AlreadyThere({address: str(why) for address, why in taken.items()})
    departments = _departments(organisation, people)
    expired = {
        old.email: old for old in organisation.invitations.unanswered().filter(email__in=emails)
    }
    return [
        _keep(
            expired.get(email) or Invitation(organisation=organisation, email=email),
            name=person.name,
            role=person.role,
            department=departments.get(person.department.casefold()),
            language=language,
            created_at=at,
            created_by=by,
        )
        for email, person in zip(emails, people, strict=True)
    ]


def _departments(organisation: Organisation, people: Iterable[Invitee]) -> dict[str, Department]:
    """By name in small letters; the missing ones are made, as the first person writes them."""
    known = {own.name.casefold(): own for own in organisation.departments.all()}
    missing: dict[str, str] = {}
    for name in (person.department for person in people if person.department):
        if name.casefold() not in known:
            missing.setdefault(name.casefold(), name)
    made = add_departments(organisation=organisation, names=missing.values())
    return known | {own.name.casefold(): own for own in made}


def _keep(invitation: Invitation, **values: object) -> Invitation:
    """With a token that nobody knows: sending gives it a real one."""
    for name, value in values.items():
        setattr(invitation, name, value)
    invitation.token_hash = token_hash(new_token())
    invitation.expires_at = invitation.created_at + LIFETIME
    invitation.sent_at = invitation.failed_at = invitation.opened_at = None
    invitation.save()
    return invitation


@transaction.atomic
def revoke_invitation(*, invitation: Invitation, by: User, at: datetime) -> None:
    """Its link opens nothing from now on. Raises InvitationAnswered, NoLongerCoordinator."""
    lock_for_coordinator(invitation.organisation_id, by)
    waiting = _locked(invitation)
    waiting.revoked_at, waiting.revoked_by = at, by
    waiting.save(update_fields=("revoked_at", "revoked_by"))


def _locked(invitation: Invitation) -> Invitation:
    """As it is stored now. Raises InvitationAnswered."""
    unanswered = Invitation.objects.unanswered().select_for_update()
    try:
        return unanswered.get(pk=invitation.pk)
    except Invitation.DoesNotExist as answered:
        raise InvitationAnswered from answered


def open_invitation(*, invitation: Invitation, at: datetime) -> None:
    """Notes when the link was first opened, for who invited."""
    Invitation.objects.filter(pk=invitation.pk, opened_at=None).update(opened_at=at)


@transaction.atomic
def accept_invitation(
    *,
    token: str,
    at: datetime,
    user: User | None = None,
    name: str = "",
    password: str | None = None,
) -> Invitation:
    """Makes the person a member; who is one already keeps their role.

    `user` is who is signed in. Without one, `name` and `password` make the account, or complete
    one that never had a password. Raises InvitationUnusable, and then nothing has happened.
    """
    lock_organisation(usable_invitation(token, at=at).organisation_id)
    invitation = _usable_and_locked(token, at)
    account = accounts_with(invitation.email).select_for_update().first()
    viewer = viewer_of(account, user)
    if viewer == Viewer.SIGNS_IN:
        raise InvitationUnusable
    if viewer == Viewer.CHOOSES_PASSWORD:
        account = choose_first_password(
            account=account,
            email=invitation.email,
            name=name,
            password=password,
            language=invitation.language,
        )
    Membership.objects.get_or_create(
        user=account,
        organisation=invitation.organisation,
        defaults={"role": invitation.role, "department": invitation.department},
    )
    invitation.accepted_at, invitation.accepted_by = at, account
    invitation.save(update_fields=("accepted_at", "accepted_by"))
    return invitation


def _usable_and_locked(token: str, at: datetime) -> Invitation:
    usable = Invitation.objects.usable(at=at).select_for_update()
    invitation = usable.filter(token_hash=token_hash(token)).first()
    if invitation is None:
        raise InvitationUnusable
    return invitation
