"""Meetings: planned, changed, reported and deleted."""

from collections.abc import Iterable, Sequence

from django.db import transaction

from accounts.models import User
from trajects.actions.locking import lock_for_leading, lock_for_moderating
from trajects.entries import AgendaEntry, MeetingEntry
from trajects.errors import ChangedMeanwhile, NotesUnread, TrajectGone
from trajects.models import AgendaItem, Meeting, Traject
from trajects.queries.meetings import agenda_of
from trajects.queries.standing import standing_of

# What a calendar shows.
IN_CALENDARS = ("title", "starts_at", "ends_at", "place")


@transaction.atomic
def plan_meeting(
    *, traject: Traject, entry: MeetingEntry, agenda: Iterable[AgendaEntry], by: User
) -> Meeting:
    """Nobody is asked to it yet. Raises NoLongerAllowed, TrajectGone."""
    meeting = Meeting(traject=lock_for_leading(traject.pk, by))
    _fill(meeting, entry)
    meeting.save()
    _write_agenda(meeting, agenda)
    return meeting


@transaction.atomic
def change_meeting(
    *,
    meeting: Meeting,
    version: int,
    entry: MeetingEntry,
    agenda: Sequence[AgendaEntry],
    by: User,
) -> Meeting:
    """`version` is that of the page on which it was typed. What is stored already, changes
    nothing. Raises ChangedMeanwhile, NoLongerAllowed, TrajectGone."""
    lock_for_leading(meeting.traject_id, by)
    stored = _locked(meeting)
    before = _entry_of(stored)
    if (before, agenda_of(stored)) == (entry, list(agenda)):
        return stored
    if stored.version != version:
        raise ChangedMeanwhile
    _fill(stored, entry)
    if any(getattr(before, name) != getattr(entry, name) for name in IN_CALENDARS):
        stored.sequence += 1
    stored.version += 1
    stored.save()
    _write_agenda(stored, agenda)
    return stored


@transaction.atomic
def write_report(*, meeting: Meeting, text: str, shown: str, by: User) -> None:
    """`shown` is what the page showed before it was changed. Raises ChangedMeanwhile,
    NoLongerAllowed, TrajectGone."""
    lock_for_leading(meeting.traject_id, by)
    _write(meeting, "report", text, shown)


@transaction.atomic
def write_notes(*, meeting: Meeting, text: str, shown: str, by: User) -> None:
    """For moderators only. Raises ChangedMeanwhile, NoLongerAllowed, TrajectGone."""
    lock_for_moderating(meeting.traject_id, by)
    _write(meeting, "notes", text, shown)


@transaction.atomic
def delete_meeting(*, meeting: Meeting, by: User) -> None:
    """With agenda, notes and report. Nobody deletes notes that they cannot read. Raises
    NoLongerAllowed, NotesUnread, TrajectGone."""
    traject = lock_for_leading(meeting.traject_id, by)
    stored = _locked(meeting)
    if stored.notes and not standing_of(by, traject).may_moderate:
        raise NotesUnread
    stored.delete()


def _locked(meeting: Meeting) -> Meeting:
    """As it is stored now. Raises TrajectGone."""
    stored = Meeting.objects.select_for_update().filter(pk=meeting.pk).first()
    if stored is None:
        raise TrajectGone
    return stored


def _write(meeting: Meeting, field: str, text: str, shown: str) -> None:
    stored = _locked(meeting)
    if getattr(stored, field) == text:
        return
    if getattr(stored, field) != shown:
        raise ChangedMeanwhile
    setattr(stored, field, text)
    stored.save(update_fields=(field,))


def _entry_of(meeting: Meeting) -> MeetingEntry:
    return MeetingEntry(
        step=meeting.step,
        title=meeting.title,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        place=meeting.place,
    )


def _fill(meeting: Meeting, entry: MeetingEntry) -> None:
    meeting.step, meeting.title, meeting.place = entry.step, entry.title, entry.place
    meeting.starts_at, meeting.ends_at = entry.starts_at, entry.ends_at


def _write_agenda(meeting: Meeting, agenda: Iterable[AgendaEntry]) -> None:
    meeting.agenda.all().delete()
    AgendaItem.objects.bulk_create(
        AgendaItem(meeting=meeting, position=position, text=item.text, minutes=item.minutes)
        for position, item in enumerate(agenda, start=1)
    )
