"""People, agreements and meetings of a traject."""

from datetime import datetime

from django.shortcuts import get_object_or_404

from accounts.models import User
from trajects.access.seen import (
    Seen,
    allowed,
    traject_for_coordinating,
    traject_for_leading,
    traject_for_reading,
)
from trajects.models import (
    Agreement,
    Meeting,
    Participant,
)
from trajects.queries.people import guest_of_link


def participant_for_coordinating(user: User, pk: int, participant_pk: int) -> Participant:
    """Somebody of this very traject."""
    traject = traject_for_coordinating(user, pk).traject
    people = traject.participants.with_people().select_related("link", "traject__organisation")
    return get_object_or_404(people, pk=participant_pk)


def agreement_for_leading(user: User, pk: int, agreement_pk: int) -> tuple[Seen, Agreement]:
    seen = traject_for_leading(user, pk)
    return seen, get_object_or_404(seen.traject.agreements.all(), pk=agreement_pk)


def agreement_for_ticking(user: User, pk: int, agreement_pk: int) -> Agreement:
    """Who leads, and whose it is."""
    seen = traject_for_reading(user, pk)
    found = seen.traject.agreements.select_related("who")
    agreement = get_object_or_404(found, pk=agreement_pk)
    is_mine = agreement.who is not None and agreement.who.user_id == user.pk
    allowed(seen, is_mine or seen.standing.may_lead)
    return agreement


def participant_of_token(token: str, *, at: datetime) -> Participant:
    """Who comes by a personal link, without an account: of the lead group, or a colleague. With the
    traject and its organisation. Raises LinkUnusable, whatever is wrong (`doors.guest_page`)."""
    return guest_of_link(token, at=at)


def meeting_for_reading(user: User, pk: int, meeting_pk: int) -> tuple[Seen, Meeting]:
    """With the notes only for who may read them."""
    seen = traject_for_reading(user, pk)
    meetings = seen.traject.meetings.all()
    if not seen.standing.may_moderate:
        meetings = meetings.without_notes()
    return seen, get_object_or_404(meetings, pk=meeting_pk)


def meeting_for_leading(user: User, pk: int, meeting_pk: int) -> tuple[Seen, Meeting]:
    seen, meeting = meeting_for_reading(user, pk, meeting_pk)
    return allowed(seen, seen.standing.may_lead), meeting


def meeting_for_moderating(user: User, pk: int, meeting_pk: int) -> tuple[Seen, Meeting]:
    seen, meeting = meeting_for_reading(user, pk, meeting_pk)
    return allowed(seen, seen.standing.may_moderate), meeting
