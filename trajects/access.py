"""Who may see and do what with a traject. What is not yours does not exist (404); what you may see
but not do is refused (403). Who somebody is, is read anew by every request."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from accounts.access import organisation_for_coordinating
from accounts.models import Membership, Organisation, Role, User
from trajects.models import Initiative, Meeting, Part, Participant, Traject


@dataclass(frozen=True)
class Standing:
    """What one person is in one traject at this moment. Being in the lead group takes a membership
    of the organisation; moderating does not."""

    role: Role | None
    parts: frozenset[Part]

    @property
    def may_coordinate(self) -> bool:
        """People, scan, what comes in for the photo."""
        return self.role == Role.COORDINATOR

    @property
    def may_moderate(self) -> bool:
        """The notes of the moderator, and later the sessions."""
        return Part.MODERATOR in self.parts

    @property
    def may_lead(self) -> bool:
        """Meetings, agreements, and saying that a step is done."""
        return self.may_coordinate or self.may_moderate

    @property
    def is_in_lead_group(self) -> bool:
        return Part.LEAD_GROUP in self.parts and self.role is not None

    @property
    def may_contribute(self) -> bool:
        """Add to the local photo: everybody who does not only read."""
        return self.may_lead or self.is_in_lead_group or self.role == Role.CONTRIBUTOR


@dataclass(frozen=True)
class Seen:
    """A traject with what the person who looks at it is in it."""

    traject: Traject
    standing: Standing


def organisation_for_starting(user: User, organisation_pk: int) -> Organisation:
    """Where this person may begin a traject."""
    return organisation_for_coordinating(user, organisation_pk)


def traject_for_reading(user: User, pk: int) -> Seen:
    """Members of the organisation, in every role, and moderators from outside."""
    readable = Traject.objects.of_person(user.pk).with_organisation()
    traject = get_object_or_404(readable, pk=pk)
    return Seen(traject, standing_of(user, traject))


def traject_for_coordinating(user: User, pk: int) -> Seen:
    seen = traject_for_reading(user, pk)
    return _allowed(seen, seen.standing.may_coordinate)


def traject_for_moderating(user: User, pk: int) -> Seen:
    seen = traject_for_reading(user, pk)
    return _allowed(seen, seen.standing.may_moderate)


def traject_for_leading(user: User, pk: int) -> Seen:
    seen = traject_for_reading(user, pk)
    return _allowed(seen, seen.standing.may_lead)


def traject_for_contributing(user: User, pk: int) -> Seen:
    seen = traject_for_reading(user, pk)
    return _allowed(seen, seen.standing.may_contribute)


def participant_for_coordinating(user: User, pk: int, participant_pk: int) -> Participant:
    """Somebody of this very traject."""
    traject = traject_for_coordinating(user, pk).traject
    people = traject.participants.with_people().select_related("link", "traject__organisation")
    return get_object_or_404(people, pk=participant_pk)


def meeting_for_reading(user: User, pk: int, meeting_pk: int) -> tuple[Seen, Meeting]:
    seen = traject_for_reading(user, pk)
    return seen, get_object_or_404(seen.traject.meetings.all(), pk=meeting_pk)


def meeting_for_leading(user: User, pk: int, meeting_pk: int) -> tuple[Seen, Meeting]:
    seen = traject_for_leading(user, pk)
    return seen, get_object_or_404(seen.traject.meetings.all(), pk=meeting_pk)


def initiative_for_reading(user: User, pk: int, initiative_pk: int) -> tuple[Seen, Initiative]:
    """What is on the photo; what is not there yet only for who decides about it, or wrote it."""
    seen = traject_for_reading(user, pk)
    found = seen.traject.initiatives.select_related("added_by", "added_by_guest", "merged_into")
    initiative = get_object_or_404(found, pk=initiative_pk)
    shown = initiative.accepted_at or seen.standing.may_lead or initiative.added_by == user
    return _allowed(seen, bool(shown)), initiative


def initiative_for_changing(user: User, pk: int, initiative_pk: int) -> tuple[Seen, Initiative]:
    """Who coordinates changes all; who wrote one, until it is accepted or left out."""
    seen, initiative = initiative_for_reading(user, pk, initiative_pk)
    own = initiative.added_by == user and initiative.is_waiting and seen.standing.may_contribute
    return _allowed(seen, seen.standing.may_coordinate or own), initiative


def initiative_for_deciding(user: User, pk: int, initiative_pk: int) -> tuple[Seen, Initiative]:
    seen, initiative = initiative_for_reading(user, pk, initiative_pk)
    return _allowed(seen, seen.standing.may_coordinate), initiative


def standing_of(user: User, traject: Traject) -> Standing:
    """Two queries."""
    membership = Membership.objects.filter(
        user_id=user.pk, organisation_id=traject.organisation_id
    ).first()
    parts = traject.participants.filter(user_id=user.pk).values_list("part", flat=True)
    return Standing(
        role=Role(membership.role) if membership else None,
        parts=frozenset(map(Part, parts)),
    )


def _allowed(seen: Seen, allowed: bool) -> Seen:
    if not allowed:
        raise PermissionDenied
    return seen
