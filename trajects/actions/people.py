"""Who takes part in a traject: added, changed, removed. Only who coordinates does this.

Somebody from outside never gets a part by their address alone: they get a link, and follow it. So
nobody finds out here who has an account. An address is stored in one spelling
(`accounts/addresses.py`).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from accounts.addresses import as_stored, normalise_address
from accounts.errors import DepartmentGone
from accounts.models import Department, Membership, User
from trajects.actions.dreams.handing_over import hand_over
from trajects.actions.locking import lock_for_coordinating
from trajects.errors import AlreadyTakingPart, TrajectGone
from trajects.models import Participant, PersonalLink, Traject
from trajects.queries.people import members_with, taken_address


@dataclass(frozen=True)
class Person:
    """Somebody without an account. `email` is empty for who is only named."""

    name: str
    email: str = ""
    function: str = ""
    department: Department | None = None


@transaction.atomic
def add_members(
    *, traject: Traject, part: str, membership_pks: Collection[int], by: User, at: datetime
) -> list[Participant]:
    """Gives members of the organisation this part; who has it already, or left meanwhile, is passed
    over. Who had it with a personal link goes on with the account, and the link ends. Raises
    NoLongerAllowed, TrajectGone."""
    locked = lock_for_coordinating(traject.pk, by)
    others = list(locked.participants.filter(part=part))
    there = {other.user_id for other in others}
    guests = {other.email: other for other in others if other.email}
    return [
        _as_member(guests.get(as_stored(member.user.email)), locked, part, member, at)
        for member in members_with(locked.organisation_id, membership_pks)
        if member.user_id not in there
    ]


def _as_member(
    guest: Participant | None, traject: Traject, part: str, member: Membership, at: datetime
) -> Participant:
    person = guest or Participant(traject=traject, part=part, added_at=at)
    PersonalLink.objects.filter(participant=person.pk).delete()
    person.user, person.name, person.email = member.user, "", ""
    person.department = member.department or person.department
    person.as_member = True
    person.save()
    if guest:
        hand_over(guest, to=member.user)
    return person


@transaction.atomic
def add_person(
    *, traject: Traject, part: str, person: Person, by: User, at: datetime
) -> Participant:
    """Kept; nothing is sent yet. Raises AlreadyTakingPart, DepartmentGone, NoLongerAllowed,
    TrajectGone, and ValueError for an address that no mail can go to."""
    locked = lock_for_coordinating(traject.pk, by)
    email = normalise_address(person.email) if person.email else ""
    if email and taken_address(locked, part, email):
        raise AlreadyTakingPart
    return Participant.objects.create(
        traject=locked,
        part=part,
        name=person.name,
        email=email,
        function=person.function,
        department=_own_department(locked, person.department),
        added_at=at,
    )


@transaction.atomic
def change_participant(
    *, participant: Participant, person: Person, by: User, at: datetime
) -> Participant:
    """Of who has an account only function and department: the rest is theirs. Another address ends
    the link that went to the old one. Raises AlreadyTakingPart, DepartmentGone, NoLongerAllowed,
    TrajectGone, ValueError."""
    traject = lock_for_coordinating(participant.traject_id, by)
    stored = _stored(participant)
    stored.function = person.function
    stored.department = _own_department(traject, person.department)
    if stored.user is None:
        _rename(stored, traject, person, by, at)
    stored.save()
    return stored


def _rename(stored: Participant, traject: Traject, person: Person, by: User, at: datetime) -> None:
    email = normalise_address(person.email) if person.email else ""
    is_new = email != stored.email
    if email and is_new and taken_address(traject, stored.part, email, apart_from=stored.pk):
        raise AlreadyTakingPart
    if is_new:
        links = PersonalLink.objects.filter(participant=stored, revoked_at=None)
        links.update(revoked_at=at, revoked_by=by)
    stored.name, stored.email = person.name, email


@transaction.atomic
def remove_participant(*, participant: Participant, by: User) -> None:
    """With the link. What they added to the photo stays. Raises NoLongerAllowed, TrajectGone."""
    lock_for_coordinating(participant.traject_id, by)
    _stored(participant).delete()


def _stored(participant: Participant) -> Participant:
    """As it is stored now. Raises TrajectGone."""
    try:
        return Participant.objects.with_people().get(pk=participant.pk)
    except Participant.DoesNotExist as gone:
        raise TrajectGone from gone


def _own_department(traject: Traject, department: Department | None) -> Department | None:
    """Raises DepartmentGone for one that was deleted, or is of another organisation."""
    if department is None:
        return None
    own = Department.objects.filter(organisation=traject.organisation_id, pk=department.pk)
    found = own.first()
    if found is None:
        raise DepartmentGone
    return found
