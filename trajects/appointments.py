"""A meeting as an appointment for a calendar, alone or in a mail."""

from datetime import UTC, date, datetime
from email.mime.text import MIMEText
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from accounts.mails import one_line
from accounts.models import User
from trajects.models import Meeting, Participant
from trajects.queries.meetings import agenda_of

FILE_NAME = "afspraak.ics"


def appointment(meeting: Meeting, *, at: datetime, link: str = "") -> bytes:
    """With title, place and link, and nothing about people: it ends up in many calendars.

    `at` is when this is asked. A calendar knows it again by its uid and replaces what has a lower
    sequence. No METHOD: each asks for the address of an organiser.
    """
    zone = ZoneInfo(settings.TIME_ZONE)
    event = Event()
    event.add("uid", str(meeting.uid))
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", at.astimezone(UTC))
    event.add("dtstart", meeting.starts_at.astimezone(zone))
    event.add("dtend", meeting.ends_at.astimezone(zone))
    event.add("summary", one_line(meeting.title))
    if meeting.place:
        event.add("location", one_line(meeting.place))
    if link:
        event.add("url", link)
        event.add("description", _("Agenda and report: %(link)s") % {"link": link})
    calendar = Calendar()
    calendar.add("prodid", "-//mvoscan//meetings//EN")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    # The whole years: with the days on which the clock changes.
    first, last = meeting.starts_at.year, meeting.ends_at.year
    calendar.add_missing_timezones(first_date=date(first, 1, 1), last_date=date(last + 1, 1, 1))
    return bytes(calendar.to_ical())


def appointment_mail(
    meeting: Meeting,
    *,
    to: Participant,
    by: User,
    at: datetime,
    link: str,
    language: str,
    is_change: bool = False,
) -> EmailMultiAlternatives:
    """In the language of who gets it. The link opens for accounts only: others do not get it."""
    own_link = link if to.user else ""
    context = {
        "meeting": meeting,
        "organisation": meeting.traject.organisation,
        "agenda": agenda_of(meeting),
        "name": to.called,
        "inviter": by,
        "link": own_link,
        "is_change": is_change,
    }
    with translation.override(to.user.language if to.user else language):
        mail = EmailMultiAlternatives(
            one_line(render_to_string("trajects/mail/meeting_subject.txt", context)),
            render_to_string("trajects/mail/meeting.txt", context).strip(),
            to=[to.address],
            reply_to=[by.email],
        )
        page = render_to_string("trajects/mail/meeting.html", context).strip()
        calendar = appointment(meeting, at=at, link=own_link)
    mail.attach_alternative(page, "text/html")
    mail.attach(_attachment(calendar))
    return mail


def _attachment(calendar: bytes) -> MIMEText:
    """Marked as an appointment: mail programs then offer to keep it."""
    part = MIMEText(calendar.decode(), "calendar", "utf-8")
    part.add_header("Content-Disposition", "attachment", filename=FILE_NAME)
    return part
