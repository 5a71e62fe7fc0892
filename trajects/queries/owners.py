"""Who can carry an action."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from accounts.models import Department, Membership
from trajects.models import Participant, Traject


@dataclass(frozen=True)
class OwnerChoice:
    """`pk` of an account, or of somebody of the traject without one. `office`: the department of a
    member; function and department of who takes part."""

    pk: int
    name: str
    office: str


@dataclass(frozen=True)
class OwnersToChoose:
    """By name."""

    users: tuple[OwnerChoice, ...]
    guests: tuple[OwnerChoice, ...]

    def has(self, *, users: Collection[int], guests: Collection[int]) -> bool:
        there = {one.pk for one in self.users}, {one.pk for one in self.guests}
        return there[0].issuperset(users) and there[1].issuperset(guests)


def owners_to_choose(traject: Traject) -> OwnersToChoose:
    """The members of the organisation, and who takes part without an account. Two queries."""
    members = Membership.objects.filter(organisation=traject.organisation_id, user__is_active=True)
    people = members.select_related("user", "department")
    without = traject.participants.filter(user=None).with_people()
    return OwnersToChoose(
        users=_by_name(
            OwnerChoice(one.user_id, one.user.name, _name(one.department)) for one in people
        ),
        guests=_by_name(OwnerChoice(one.pk, one.called, _office(one)) for one in without),
    )


def _by_name(found: Iterable[OwnerChoice]) -> tuple[OwnerChoice, ...]:
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.pk)))


def _name(department: Department | None) -> str:
    return department.name if department else ""


def _office(one: Participant) -> str:
    """Tells two people of the same name apart."""
    return ", ".join(part for part in (one.function, _name(one.department)) if part)
