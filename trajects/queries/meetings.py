"""Meetings as a list shows them, and who is asked to one."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, F, Q

from accounts.models import Membership
from trajects.entries import AgendaEntry
from trajects.models import Meeting, MeetingNotice, Part, Participant, Traject


@dataclass(frozen=True)
class MeetingLine:
    """`is_next`: the first that is not over. `asked`: how many have the invitation."""

    meeting: Meeting
    is_past: bool
    is_next: bool
    has_report: bool
    asked: int


def meeting_lines(traject: Traject, *, at: datetime) -> list[MeetingLine]:
    """What comes, the first one first; then what is past, the last one first. One query."""
    has_it = Q(notices__sent_at__isnull=False, notices__sequence=F("sequence"))
    meetings: Any = (
        traject.meetings.defer("notes", "report")
        .annotate(asked=Count("notices", filter=has_it), has_report=~Q(report=""))
        .order_by("starts_at", "pk")
    )
    coming = [meeting for meeting in meetings if meeting.ends_at >= at]
    past = [meeting for meeting in meetings if meeting.ends_at < at]
    return [
        MeetingLine(
            meeting,
            is_past=meeting in past,
            is_next=meeting in coming[:1],
            has_report=meeting.has_report,
            asked=meeting.asked,
        )
        for meeting in [*coming, *reversed(past)]
    ]


def agenda_of(meeting: Meeting) -> list[AgendaEntry]:
    return [AgendaEntry(item.text, item.minutes) for item in meeting.agenda.all()]


@dataclass(frozen=True)
class Callee:
    """Somebody who is asked to a meeting, with the mail that was sent, if any."""

    participant: Participant
    notice: MeetingNotice | None

    def knows(self, meeting: Meeting) -> bool:
        """Has the invitation with the time, the place and the title of now."""
        notice = self.notice
        return bool(notice and notice.sent_at and notice.sequence == meeting.sequence)

    @property
    def was_asked(self) -> bool:
        """Has an invitation, perhaps to what it was before."""
        return bool(self.notice and self.notice.sent_at)

    @property
    def has_failed(self) -> bool:
        return bool(self.notice and self.notice.failed_at)


@dataclass(frozen=True)
class Callees:
    """`to_ask` has those who never got an invitation, or one that is no longer right."""

    asked: tuple[Callee, ...]
    to_ask: tuple[Callee, ...]
    without_address: tuple[Participant, ...]

    @property
    def failed(self) -> tuple[Callee, ...]:
        return tuple(callee for callee in self.to_ask if callee.has_failed)


def callees_of(meeting: Meeting, traject: Traject) -> Callees:
    """Three queries."""
    people = people_to_ask(traject)
    notices = {notice.participant_id: notice for notice in meeting.notices.all()}
    seen: dict[str, Callee] = {}
    for person in people:
        callee = Callee(person, notices.get(person.pk))
        # Somebody may take part twice, such as a moderator who is in the lead group.
        if person.address and (callee.notice or person.address.casefold() not in seen):
            seen[person.address.casefold()] = callee
    return Callees(
        asked=tuple(callee for callee in seen.values() if callee.knows(meeting)),
        to_ask=tuple(callee for callee in seen.values() if not callee.knows(meeting)),
        without_address=tuple(person for person in people if not person.address),
    )


def people_to_ask(traject: Traject) -> list[Participant]:
    """The moderators, and the lead group as it is now: without who left the organisation."""
    members = Membership.objects.filter(organisation=traject.organisation_id).values("user")
    is_able = Q(part=Part.MODERATOR) | Q(user=None) | Q(user__in=members)
    people = traject.participants.with_people().filter(
        is_able, part__in=(Part.MODERATOR, Part.LEAD_GROUP)
    )
    able = [person for person in people if person.user is None or person.user.is_active]
    return sorted(able, key=lambda person: (person.called.casefold(), person.pk))
