"""Who is invited, as plain values."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.db.models import Q, QuerySet
from django.db.models.functions import Lower

from accounts.addresses import as_stored
from accounts.errors import InvitationUnusable
from accounts.models import Invitation, InvitationState, Membership, Organisation, Role, User
from accounts.tokens import token_hash

# How long an answered invitation stays in the list: long enough to see that it worked.
SHOWN_FOR = timedelta(days=30)
UNSENT = (InvitationState.WAITING, InvitationState.FAILED)
OPEN = (*UNSENT, InvitationState.SENT, InvitationState.OPENED, InvitationState.EXPIRED)


@dataclass(frozen=True)
class InvitationLine:
    """One line of the people page. `since` is when it came in its state."""

    pk: int
    name: str
    email: str
    role: Role
    department: str
    state: InvitationState
    since: datetime
    expires_at: datetime
    # When sending again failed last: the link that was sent before is not replaced.
    again_failed_at: datetime | None

    @property
    def is_unsent(self) -> bool:
        return self.state in UNSENT

    @property
    def is_unanswered(self) -> bool:
        return self.state in OPEN


@dataclass(frozen=True)
class Invitations:
    """What the people page shows of them, the newest first."""

    lines: tuple[InvitationLine, ...]

    def __iter__(self) -> Iterator[InvitationLine]:
        return iter(self.lines)

    def __len__(self) -> int:
        return len(self.lines)

    @property
    def unsent(self) -> int:
        """How many wait for the button "send"."""
        return sum(line.is_unsent for line in self.lines)


def invitations_of(organisation: Organisation, *, at: datetime) -> Invitations:
    """The unanswered ones, and those of the last month. One query."""
    recent = Q(accepted_at=None, revoked_at=None) | Q(created_at__gt=at - SHOWN_FOR)
    rows = organisation.invitations.filter(recent).select_related("department")
    return Invitations(tuple(_line(row, at) for row in rows))


def _line(row: Invitation, at: datetime) -> InvitationLine:
    state = row.state(at=at)
    return InvitationLine(
        pk=row.pk,
        name=row.name,
        email=row.email,
        role=Role(row.role),
        department=row.department.name if row.department else "",
        state=state,
        since=_since(row, state) or row.created_at,
        expires_at=row.expires_at,
        again_failed_at=row.failed_at if row.sent_at else None,
    )


def _since(row: Invitation, state: InvitationState) -> datetime | None:
    return {
        InvitationState.ACCEPTED: row.accepted_at,
        InvitationState.REVOKED: row.revoked_at,
        InvitationState.EXPIRED: row.expires_at,
        InvitationState.FAILED: row.failed_at,
        InvitationState.OPENED: row.opened_at,
        InvitationState.SENT: row.sent_at,
    }.get(state)


def unsent_invitations(organisation: Organisation, *, at: datetime) -> list[Invitation]:
    """What the button "send" sends, the oldest first."""
    rows = organisation.invitations.unanswered().order_by("created_at", "pk")
    return [row for row in rows if row.state(at=at) in UNSENT]


class Taken(StrEnum):
    """Why an address gets no invitation."""

    MEMBER = "member"
    INVITED = "invited"


def taken_addresses(
    organisation: Organisation, emails: Iterable[str], *, at: datetime
) -> dict[str, Taken]:
    """Those of the addresses (small letters) that are in already, or whose link still works."""
    asked = set(emails)
    invited = Invitation.objects.usable(at=at).filter(organisation=organisation, email__in=asked)
    members = (
        Membership.objects.filter(organisation=organisation)
        .annotate(address=Lower("user__email"))
        .filter(address__in=asked)
    )
    return {
        **dict.fromkeys(invited.values_list("email", flat=True), Taken.INVITED),
        **dict.fromkeys(members.values_list("address", flat=True), Taken.MEMBER),
    }


def usable_invitation(token: str, *, at: datetime) -> Invitation:
    """Raises InvitationUnusable, without saying why."""
    usable = Invitation.objects.usable(at=at)
    try:
        return usable.select_related("organisation", "created_by", "department").get(
            token_hash=token_hash(token)
        )
    except Invitation.DoesNotExist as unknown:
        raise InvitationUnusable from unknown


def accounts_with(email: str) -> QuerySet[User]:
    """Whoever signs in with this address: one at most. Only the case of letters may differ:
    `iexact` of PostgreSQL also takes ı for i, and then the address of somebody else would open
    the account."""
    return User.objects.alias(address=Lower("email")).filter(address=as_stored(email))


class Viewer(StrEnum):
    """What the person who opened the link can do with it."""

    CHOOSES_PASSWORD = "password"  # noqa: S105
    SIGNS_IN = "sign in"
    ACCEPTS = "accept"


def viewer_of(account: User | None, user: User | None) -> Viewer:
    """`account` has the address that was mailed, `user` is signed in. Raises InvitationUnusable
    for somebody else and for who was deactivated."""
    if account and not account.is_active:
        raise InvitationUnusable
    if user:
        if user != account:
            raise InvitationUnusable
        return Viewer.ACCEPTS
    if account and account.has_usable_password():
        return Viewer.SIGNS_IN
    return Viewer.CHOOSES_PASSWORD
