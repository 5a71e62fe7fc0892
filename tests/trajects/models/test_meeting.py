"""What must never be false of meetings, tried against the database (promise 25)."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from tests.constraints import names_constraint
from tests.factories import LONG_AGO
from tests.trajects.factories import (
    AgendaItemFactory,
    MeetingFactory,
    MeetingNoticeFactory,
)
from trajects.models import Meeting

pytestmark = pytest.mark.django_db

SAME = UUID("2c1f0f5e-6a2e-4f0e-9d5f-0d0f5b0c9a11")


def place_twice() -> None:
    item = AgendaItemFactory()
    AgendaItemFactory(meeting=item.meeting, position=item.position)


def notice_twice() -> None:
    notice = MeetingNoticeFactory()
    MeetingNoticeFactory(meeting=notice.meeting, participant=notice.participant)


def uid_twice() -> None:
    MeetingFactory(uid=SAME)
    MeetingFactory(uid=SAME)


@pytest.mark.parametrize(
    ("attempt", "constraint", "columns"),
    [
        (lambda: MeetingFactory(ends_at=LONG_AGO), "meeting_ends_after_it_starts", ""),
        (lambda: MeetingFactory(title=""), "meeting_has_a_title", ""),
        (lambda: AgendaItemFactory(minutes=0), "agenda_minutes_plausible", ""),
        (lambda: AgendaItemFactory(minutes=481), "agenda_minutes_plausible", ""),
        (place_twice, "agenda_position_once", "meeting_id, position"),
        (notice_twice, "notice_once_per_participant", "meeting_id, participant_id"),
        (uid_twice, "uid", "uid"),
        (lambda: MeetingNoticeFactory(failed_at=LONG_AGO), "notice_is_sent_or_failed", ""),
    ],
)
def test_database_refuses(attempt, constraint, columns):
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        attempt()

    assert names_constraint(str(refusal.value), constraint, columns)


def test_coming_and_past_are_told_apart_by_the_end():
    over = MeetingFactory(title="over")
    MeetingFactory(title="bezig", ends_at=over.ends_at + timedelta(hours=1))

    at = over.ends_at + timedelta(minutes=1)

    assert [str(meeting) for meeting in Meeting.objects.coming(at=at)] == ["bezig"]
    assert [str(meeting) for meeting in Meeting.objects.past(at=at)] == ["over"]


def test_rows_name_themselves():
    notice = MeetingNoticeFactory(meeting__title="Start", participant__name="An")

    assert str(notice) == "Start: An"
    assert str(AgendaItemFactory(text="Welkom")) == "Welkom"


def test_notes_are_not_read_for_who_may_not():
    MeetingFactory(notes="geheim")

    found = Meeting.objects.without_notes().get()

    assert found.get_deferred_fields() == {"notes"}
