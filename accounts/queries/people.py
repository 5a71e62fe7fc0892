"""Who belongs to an organisation, as plain values."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from accounts.models import Invitation, Membership, Organisation, Role, User
from accounts.models.membership import MembershipQuerySet

# Who can coordinate.
ABLE = Q(role=Role.COORDINATOR, user__is_active=True)


@dataclass(frozen=True)
class Person:
    """One line of the people page. `is_only_coordinator`: the organisation cannot do without."""

    membership_pk: int
    name: str
    email: str
    role: Role
    department: str
    last_seen_on: date | None
    can_sign_in: bool
    is_me: bool
    is_only_coordinator: bool


@dataclass(frozen=True)
class PeopleCount:
    """`invited`: invitations without an answer, expired ones too."""

    people: int
    invited: int

    @property
    def is_one_alone(self) -> bool:
        return self.people == 1 and not self.invited


def people_of(organisation: Organisation, *, me: User) -> tuple[Person, ...]:
    """Coordinators first, then by name. One query."""
    members = list(organisation.memberships.select_related("user", "department"))
    able = [member.pk for member in members if member.may_coordinate and member.user.is_active]
    people = (_person(member, me, only=able == [member.pk]) for member in members)
    return tuple(
        sorted(
            people,
            key=lambda one: (one.role != Role.COORDINATOR, one.name.casefold(), one.membership_pk),
        )
    )


def _person(membership: Membership, me: User, *, only: bool) -> Person:
    user = membership.user
    return Person(
        membership_pk=membership.pk,
        name=user.name,
        email=user.email,
        role=Role(membership.role),
        department=membership.department.name if membership.department else "",
        last_seen_on=user.last_seen_on,
        can_sign_in=user.is_active,
        is_me=user.pk == me.pk,
        is_only_coordinator=only,
    )


def able_coordinators(organisation_pk: int) -> MembershipQuerySet:
    """Those who can sign in: somebody who was switched off coordinates nothing."""
    return Membership.objects.filter(ABLE, organisation_id=organisation_pk)


def is_only_coordinator(membership: Membership) -> bool:
    """Whether the organisation is left without an able coordinator if this one stops."""
    others = able_coordinators(membership.organisation_id).exclude(pk=membership.pk)
    return membership.may_coordinate and not others.exists()


def left_without_coordinator(leaving: Iterable[User]) -> list[Organisation]:
    """The organisations that have no able coordinator left when these people are gone."""
    pks = [user.pk for user in leaving]
    able = Membership.objects.filter(ABLE)
    losing = Organisation.objects.filter(pk__in=able.filter(user__in=pks).values("organisation"))
    return list(losing.exclude(pk__in=able.exclude(user__in=pks).values("organisation")))


def people_counts(organisations: Iterable[Organisation]) -> dict[int, PeopleCount]:
    """By organisation pk, two queries for any number of organisations."""
    pks = [organisation.pk for organisation in organisations]
    people = _per_organisation(Membership.objects.filter(organisation__in=pks))
    invited = _per_organisation(Invitation.objects.unanswered().filter(organisation__in=pks))
    return {pk: PeopleCount(people.get(pk, 0), invited.get(pk, 0)) for pk in pks}


def _per_organisation(rows: QuerySet[Any]) -> dict[int, int]:
    counted = rows.order_by("organisation").values_list("organisation")
    return dict(counted.annotate(Count("pk")))
