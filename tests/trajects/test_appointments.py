"""Appointments as a calendar reads them, and the mail that brings one."""

from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar

from tests.trajects.factories import (
    AgendaItemFactory,
    MeetingFactory,
    ParticipantFactory,
    ParticipantWithAccountFactory,
)
from trajects.appointments import appointment, appointment_mail
from trajects.models import Meeting

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 1, 8, 0, tzinfo=UTC)
LINK = "https://mvo.example/trajecten/1/bijeenkomsten/2/"


@pytest.fixture
def meeting(traject) -> Meeting:
    return MeetingFactory(
        traject=traject,
        title="Thema’s kiezen; samen, echt",
        place="Trouwzaal, Markt 1",
        starts_at=datetime(2026, 11, 24, 12, 30, tzinfo=UTC),
        ends_at=datetime(2026, 11, 24, 15, 30, tzinfo=UTC),
        notes="Jan zwijgt altijd.",
        report="Nog niets.",
        sequence=2,
    )


def event_of(content: bytes):
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    return event


def test_calendar_reads_back_what_was_planned(meeting):
    event = event_of(appointment(meeting, at=NOW, link=LINK))

    assert event["summary"] == "Thema’s kiezen; samen, echt"
    assert event["location"] == "Trouwzaal, Markt 1"
    assert event["url"] == LINK
    assert (event.start, event.end) == (meeting.starts_at, meeting.ends_at)
    assert event.decoded("dtstamp") == NOW
    assert (event["uid"], event["sequence"]) == (str(meeting.uid), 2)


def test_time_stands_in_the_zone_of_brussels_with_its_rules(meeting):
    text = appointment(meeting, at=NOW).decode()

    assert "DTSTART;TZID=Europe/Brussels:20261124T133000" in text
    assert "DTEND;TZID=Europe/Brussels:20261124T163000" in text
    assert [line for line in text.splitlines() if line.startswith("TZOFFSETTO")] != []


@pytest.mark.parametrize(
    ("utc_hour", "day", "local"), [(7, (2026, 3, 29), "090000"), (8, (2026, 10, 25), "090000")]
)
def test_nine_o_clock_is_nine_on_the_days_when_the_clock_changes(meeting, utc_hour, day, local):
    meeting.starts_at = datetime(*day, utc_hour, tzinfo=UTC)
    meeting.ends_at = meeting.starts_at + timedelta(hours=3)

    event = event_of(appointment(meeting, at=NOW))

    assert f"{event.start:%H%M%S}" == local
    assert event.start == meeting.starts_at


def test_special_signs_are_escaped_and_no_line_is_added(meeting):
    meeting.title, meeting.place = "A;B,C\\D\nEND:VEVENT", "x\r\nATTENDEE:mailto:a@b.example"

    content = appointment(meeting, at=NOW)

    event = event_of(content)
    assert event["summary"] == "A;B,C\\D END:VEVENT"
    assert event["location"] == "x ATTENDEE:mailto:a@b.example"
    assert "attendee" not in event
    assert b"\nATTENDEE" not in content


def test_nothing_about_people_agenda_or_notes_is_in_it(meeting, els, bram):
    AgendaItemFactory(meeting=meeting, text="Vertrouwelijk punt")

    event = event_of(appointment(meeting, at=NOW, link=LINK))

    assert set(event) == {
        *("UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "URL"),
        "DESCRIPTION",
    }
    assert event["description"].endswith(LINK)


def test_without_place_or_link_there_is_none(meeting):
    meeting.place = ""

    event = event_of(appointment(meeting, at=NOW))

    assert {"LOCATION", "URL", "DESCRIPTION"} & set(event) == set()


def mail_to(participant, meeting, by, **options):
    return appointment_mail(
        meeting, to=participant, by=by, at=NOW, link=LINK, language="en", **options
    )


def test_mail_brings_agenda_link_and_appointment(meeting, els):
    AgendaItemFactory(meeting=meeting, text="Stemmen & kiezen", minutes=45)
    member = ParticipantWithAccountFactory(traject=meeting.traject, user__language="en")

    mail = mail_to(member, meeting, els)

    assert mail.to == [member.user.email]
    assert mail.reply_to == [els.email]
    assert mail.subject.startswith("Thema’s kiezen; samen, echt, Tuesday 24 November")
    assert "Stemmen & kiezen (45 minutes)" in mail.body
    assert LINK in mail.body
    assert "from 13.30 to 16.30" in mail.body
    (file,) = mail.attachments
    assert file.get_content_type() == "text/calendar"
    assert file.get_filename() == "afspraak.ics"
    assert event_of(file.get_payload(decode=True))["uid"] == str(meeting.uid)
    assert "Jan zwijgt" not in str(mail.message())


def test_who_has_no_account_gets_no_link_that_would_ask_to_sign_in(meeting, els):
    guest = ParticipantFactory(traject=meeting.traject)

    mail = mail_to(guest, meeting, els)

    assert mail.to == [guest.email]
    (file,) = mail.attachments
    assert LINK not in mail.body + mail.alternatives[0][0]
    assert LINK.encode() not in file.get_payload(decode=True)


def test_mail_is_in_the_language_of_who_gets_it(meeting, els):
    dutch = ParticipantWithAccountFactory(traject=meeting.traject, user__language="nl")

    assert "dinsdag 24 november" in mail_to(dutch, meeting, els).subject


def test_mail_about_a_change_says_so(meeting, els):
    guest = ParticipantFactory(traject=meeting.traject)

    assert "Els Boone changed a meeting" in mail_to(guest, meeting, els, is_change=True).body
    assert "Els Boone invites you" in mail_to(guest, meeting, els).body


def test_title_cannot_end_the_header(meeting, els):
    meeting.title = "Kennismaking\nBcc: iedereen@a.example"
    guest = ParticipantFactory(traject=meeting.traject)

    message = mail_to(guest, meeting, els).message()

    assert message["Bcc"] is None
    assert message["Subject"].startswith("Kennismaking Bcc: iedereen")
