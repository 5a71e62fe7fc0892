"""Meetings are planned, changed, reported and deleted by who leads, and by nobody else."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.factories import LONG_AGO
from tests.trajects.factories import MeetingFactory, TrajectFactory
from tests.world import domain_hash
from trajects.actions.meetings import (
    change_meeting,
    delete_meeting,
    plan_meeting,
    write_notes,
    write_report,
)
from trajects.entries import AgendaEntry, MeetingEntry
from trajects.errors import ChangedMeanwhile, NoLongerAllowed, NotesUnread, TrajectGone
from trajects.models import Meeting
from trajects.queries.meetings import agenda_of

pytestmark = pytest.mark.django_db

ENTRY = MeetingEntry(
    step="photo",
    title="Samenleggen",
    starts_at=LONG_AGO,
    ends_at=LONG_AGO + timedelta(hours=2),
    place="Raadzaal",
)
AGENDA = [AgendaEntry("Welkom", 10), AgendaEntry("Foto", 60)]


@pytest.fixture
def meeting(traject, griet) -> Meeting:
    return plan_meeting(traject=traject, entry=ENTRY, agenda=AGENDA, by=griet)


def change(meeting: Meeting, by, *, version=None, agenda=AGENDA, **changes) -> Meeting:
    return change_meeting(
        meeting=meeting,
        version=version or meeting.version,
        entry=replace(ENTRY, **changes),
        agenda=agenda,
        by=by,
    )


def test_planned_meeting_has_its_agenda_in_order(meeting, traject):
    stored = Meeting.objects.get()

    assert (stored.traject, stored.title, stored.place) == (traject, "Samenleggen", "Raadzaal")
    assert (stored.step, stored.sequence, stored.version) == ("photo", 0, 1)
    assert agenda_of(stored) == AGENDA


@pytest.mark.parametrize(
    ("changes", "sequence"),
    [
        ({"title": "Anders"}, 1),
        ({"place": "Bibliotheek"}, 1),
        ({"ends_at": LONG_AGO + timedelta(hours=3)}, 1),
        ({"starts_at": LONG_AGO + timedelta(hours=1)}, 1),
        ({"step": "start"}, 0),
        ({"agenda": AGENDA[::-1]}, 0),
    ],
)
def test_calendars_hear_of_time_place_and_title(meeting, griet, changes, sequence):
    change(meeting, griet, **changes)

    stored = Meeting.objects.get()
    assert (stored.sequence, stored.version) == (sequence, 2)


def test_agenda_is_replaced_as_a_whole(meeting, griet):
    change(meeting, griet, agenda=[AgendaEntry("Foto", 90)])

    assert agenda_of(Meeting.objects.get()) == [AgendaEntry("Foto", 90)]


def test_equal_replay_writes_nothing(meeting, griet):
    change(meeting, griet, title="Anders")
    before = domain_hash()

    change(meeting, griet, version=1, title="Anders")

    assert domain_hash() == before


def test_stale_page_does_not_overwrite(meeting, griet):
    change(meeting, griet, title="Van Griet")
    before = domain_hash()

    with pytest.raises(ChangedMeanwhile):
        change(meeting, griet, version=1, title="Van Els")

    assert domain_hash() == before


@pytest.mark.parametrize(("write", "field"), [(write_report, "report"), (write_notes, "notes")])
def test_text_is_stored_unless_a_colleague_changed_it(meeting, els, write, field):
    write(meeting=meeting, text="Eerst", shown="", by=els)
    write(meeting=meeting, text="Eerst", shown="iets anders", by=els)

    with pytest.raises(ChangedMeanwhile):
        write(meeting=meeting, text="Dan", shown="", by=els)

    assert getattr(Meeting.objects.get(), field) == "Eerst"


def test_deleted_meeting_is_gone_with_its_agenda(meeting, griet):
    delete_meeting(meeting=meeting, by=griet)

    assert not Meeting.objects.exists()
    with pytest.raises(TrajectGone):
        delete_meeting(meeting=meeting, by=griet)


def test_nobody_deletes_notes_that_they_cannot_read(meeting, griet, els):
    write_notes(meeting=meeting, text="Wat opviel.", shown="", by=els)

    with pytest.raises(NotesUnread):
        delete_meeting(meeting=meeting, by=griet)
    assert Meeting.objects.exists()

    delete_meeting(meeting=meeting, by=els)
    assert not Meeting.objects.exists()


ATTEMPTS = {
    "plan": lambda meeting, by: plan_meeting(
        traject=meeting.traject, entry=ENTRY, agenda=[], by=by
    ),
    "change": lambda meeting, by: change(meeting, by, title="Anders"),
    "report": lambda meeting, by: write_report(meeting=meeting, text="x", shown="", by=by),
    "notes": lambda meeting, by: write_notes(meeting=meeting, text="x", shown="", by=by),
    "delete": lambda meeting, by: delete_meeting(meeting=meeting, by=by),
}


@pytest.mark.parametrize("attempt", ATTEMPTS)
@pytest.mark.parametrize("person", ["bram", "chaima"])
def test_who_does_not_lead_is_refused(request, meeting, attempt, person):
    by = request.getfixturevalue(person)
    before = domain_hash()

    with pytest.raises(NoLongerAllowed):
        ATTEMPTS[attempt](meeting, by)

    assert domain_hash() == before


def test_coordinator_writes_no_notes(meeting, griet):
    with pytest.raises(NoLongerAllowed):
        write_notes(meeting=meeting, text="x", shown="", by=griet)


def test_moderator_who_was_taken_off_is_refused(meeting, els):
    els.participations.all().delete()

    with pytest.raises(NoLongerAllowed):
        write_report(meeting=meeting, text="x", shown="", by=els)


def test_who_may_not_sign_in_any_more_is_refused(meeting, els):
    els.is_active = False
    els.save()

    with pytest.raises(NoLongerAllowed):
        write_report(meeting=meeting, text="x", shown="", by=els)


def test_traject_that_was_deleted_meanwhile_is_gone(griet):
    meeting = MeetingFactory(traject=TrajectFactory(created_by=griet))
    meeting.traject.delete()

    with pytest.raises(TrajectGone):
        delete_meeting(meeting=meeting, by=griet)
