"""Who takes part in a traject, as plain values."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import Exists, OuterRef
from django.db.models.functions import Lower

from accounts.models import Membership, Organisation
from accounts.tokens import token_hash
from trajects.errors import LinkUnusable
from trajects.models import LinkState, Part, Participant, PersonalLink, Traject
from trajects.models.participant import GUEST_PARTS
from trajects.steps import FEWEST_IN_LEAD_GROUP, MOST_IN_LEAD_GROUP


@dataclass(frozen=True)
class LinkLine:
    """How far a personal link came. `since` is when."""

    state: LinkState
    since: datetime
    expires_at: datetime
    # When sending again failed last: the link that was sent before is not replaced.
    again_failed_at: datetime | None
    # May open something: also when nobody knows whether its mail left.
    is_usable: bool

    @property
    def works(self) -> bool:
        return self.state in (LinkState.SENT, LinkState.OPENED)


@dataclass(frozen=True)
class PersonLine:
    """One line of the people page. `has_left`: was chosen as a member, and is none any more.
    `may_have_department`: one would expect it to be known."""

    pk: int
    name: str
    function: str
    department: str
    email: str
    has_account: bool
    has_left: bool
    may_have_department: bool
    may_get_link: bool
    link: LinkLine | None


class GroupSize(StrEnum):
    EMPTY = "empty"
    SMALL = "small"
    FINE = "fine"
    LARGE = "large"


@dataclass(frozen=True)
class People:
    moderators: tuple[PersonLine, ...]
    lead_group: tuple[PersonLine, ...]
    policy_makers: tuple[PersonLine, ...]
    colleagues: tuple[PersonLine, ...]

    @property
    def size(self) -> int:
        """How many of the lead group still take part."""
        return sum(not line.has_left for line in self.lead_group)

    @property
    def departments(self) -> int:
        """How many departments the lead group comes from."""
        here = (line for line in self.lead_group if not line.has_left)
        return len({line.department for line in here if line.department})

    @property
    def group_size(self) -> GroupSize:
        if not self.size:
            return GroupSize.EMPTY
        if self.size < FEWEST_IN_LEAD_GROUP:
            return GroupSize.SMALL
        return GroupSize.LARGE if self.size > MOST_IN_LEAD_GROUP else GroupSize.FINE


def people_of(traject: Traject, *, at: datetime) -> People:
    """By department, then by name. One query."""
    members = Membership.objects.filter(organisation=traject.organisation_id, user=OuterRef("user"))
    rows = (
        traject.participants.with_people()
        .select_related("link")
        .annotate(is_member=Exists(members))
    )
    lines: dict[Part, list[PersonLine]] = {part: [] for part in Part}
    for row in rows:
        lines[Part(row.part)].append(_line(row, at, has_left=row.as_member and not row.is_member))
    return People(
        moderators=_sorted(lines[Part.MODERATOR]),
        lead_group=_sorted(lines[Part.LEAD_GROUP]),
        policy_makers=_sorted(lines[Part.POLICY_MAKER]),
        colleagues=_sorted(lines[Part.COLLEAGUE]),
    )


def _sorted(lines: Iterable[PersonLine]) -> tuple[PersonLine, ...]:
    """Who has no department stands last."""

    def place(line: PersonLine) -> tuple[bool, str, str, int]:
        return not line.department, line.department.casefold(), line.name.casefold(), line.pk

    return tuple(sorted(lines, key=place))


def _line(row: Participant, at: datetime, *, has_left: bool) -> PersonLine:
    link = row.stored_link
    return PersonLine(
        pk=row.pk,
        name=row.called,
        function=row.function,
        department=row.department.name if row.department else "",
        email=row.address,
        has_account=row.user is not None,
        has_left=has_left,
        may_have_department=row.part in GUEST_PARTS,
        may_get_link=row.may_get_link,
        link=link_line(link, at=at) if link else None,
    )


def link_line(link: PersonalLink, *, at: datetime) -> LinkLine:
    state = link.state(at=at)
    since = {
        LinkState.REVOKED: link.revoked_at,
        LinkState.EXPIRED: link.expires_at,
        LinkState.FAILED: link.failed_at,
        LinkState.OPENED: link.opened_at,
        LinkState.SENT: link.sent_at,
    }[state]
    return LinkLine(
        state=state,
        since=since or link.created_at,
        expires_at=link.expires_at,
        again_failed_at=link.failed_at if link.sent_at else None,
        is_usable=link.revoked_at is None and link.expires_at > at,
    )


class Taken(StrEnum):
    """Why an address cannot be added."""

    THERE = "there"
    MEMBER = "member"


def taken_address(
    traject: Traject, part: str, email: str, *, apart_from: int | None = None
) -> Taken | None:
    """`email` in the spelling that is stored. Who is a member is chosen in the list of members."""
    others = traject.participants.filter(part=part)
    if apart_from is not None:
        others = others.exclude(pk=apart_from)
    by_name = others.alias(spelled=Lower("email")).filter(spelled=email)
    by_account = others.alias(spelled=Lower("user__email")).filter(spelled=email)
    if by_name.exists() or by_account.exists():
        return Taken.THERE
    members = Membership.objects.filter(organisation=traject.organisation_id)
    if members.alias(address=Lower("user__email")).filter(address=email).exists():
        return Taken.MEMBER
    return None


def members_without_part(traject: Traject, part: str) -> list[Membership]:
    """The members of the organisation who can still get this part, by name."""
    taken = traject.participants.filter(part=part, user__isnull=False).values("user")
    members = traject.organisation.memberships.filter(user__is_active=True)
    found = members.exclude(user__in=taken).select_related("user", "department")
    return list(found.order_by("user__name", "pk"))


def members_with(organisation: Organisation | int, pks: Collection[int]) -> list[Membership]:
    members = Membership.objects.filter(organisation=organisation, pk__in=pks)
    return list(
        members.filter(user__is_active=True).select_related("user", "department").order_by("pk")
    )


def participant_of_link(token: str, *, at: datetime) -> Participant:
    """Whoever holds a link that works now, in any part. Raises LinkUnusable, without saying why."""
    links = PersonalLink.objects.usable(at=at).select_related(
        "participant__traject__organisation", "participant__department", "created_by"
    )
    link = links.filter(token_hash=token_hash(token)).first()
    if link is None:
        raise LinkUnusable
    participant: Participant = link.participant
    return participant


def guest_of_link(token: str, *, at: datetime) -> Participant:
    """Whose link opens pages of their own. Raises LinkUnusable: also for that of a moderator."""
    participant = participant_of_link(token, at=at)
    if participant.part not in GUEST_PARTS:
        raise LinkUnusable
    return participant
