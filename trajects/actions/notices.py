"""Mailing the invitation to a meeting, with the appointment for the calendar.

What was sent to whom is kept, so a mail server that fails costs nobody their invitation, and a
second press on the button sends nothing twice.
"""

import logging
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from time import monotonic

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import QuerySet

from accounts.actions.sending import SECONDS, Outcome, is_cut_off
from accounts.models import User
from trajects.actions.locking import lock_for_leading
from trajects.appointments import appointment_mail
from trajects.errors import TrajectGone
from trajects.models import Meeting, MeetingNotice, Participant
from trajects.queries.meetings import Callee

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Sent:
    """`unsent`: what still waits, tried or not. What a colleague sent meanwhile is in none."""

    sent: int
    unsent: int


@dataclass(frozen=True)
class Letter:
    """What is the same for everybody. `link`: the absolute address of the meeting. `language` is
    for who has no account."""

    meeting: Meeting
    by: User
    at: datetime
    link: str
    language: str


def send_notices(*, callees: Iterable[Callee], letter: Letter, seconds: float = SECONDS) -> Sent:
    """Mails each of them, over one connection.

    A mail that cannot be sent is noted, and can be sent again. Without a connection, or after
    `seconds`, the rest is not tried. Raises NoLongerAllowed, TrajectGone.
    """
    asked, until = list(callees), monotonic() + seconds
    if not asked:
        return Sent(0, 0)
    connection = get_connection()
    try:
        connection.open()
    except OSError as error:
        _log(error)
        claimed = [notice for callee in asked if (notice := _claim(callee, letter))]
        for notice in claimed:
            _same(notice).update(failed_at=letter.at)
        return Sent(0, len(claimed))
    outcomes: list[Outcome] = []
    try:
        for callee in asked:
            if Outcome.CUT_OFF in outcomes or monotonic() >= until:
                break
            outcomes.append(_send(callee, letter, connection))
    finally:
        with suppress(OSError):
            connection.close()
    sent, skipped = outcomes.count(Outcome.SENT), outcomes.count(Outcome.SKIPPED)
    return Sent(sent, len(asked) - sent - skipped)


def _send(callee: Callee, letter: Letter, connection: BaseEmailBackend) -> Outcome:
    notice = _claim(callee, letter)
    if notice is None:
        return Outcome.SKIPPED
    try:
        connection.send_messages([_mail(notice, letter, is_change=callee.was_asked)])
    except (OSError, ValueError) as error:  # a ValueError: an address that is none
        _log(error)
        _same(notice).update(failed_at=letter.at)
        return Outcome.CUT_OFF if is_cut_off(error) else Outcome.REFUSED
    _same(notice).update(sent_at=letter.at)
    return Outcome.SENT


def _mail(notice: MeetingNotice, letter: Letter, *, is_change: bool) -> EmailMessage:
    return appointment_mail(
        notice.meeting,
        to=notice.participant,
        by=letter.by,
        at=letter.at,
        link=letter.link,
        language=letter.language,
        is_change=is_change,
    )


@transaction.atomic
def _claim(callee: Callee, letter: Letter) -> MeetingNotice | None:
    """Kept before the mail leaves. None when somebody else sends it at this moment: then what is
    stored is not what was read, or when the person takes no part any more."""
    lock_for_leading(letter.meeting.traject_id, letter.by)
    meeting = Meeting.objects.without_notes().filter(pk=letter.meeting.pk).first()
    if meeting is None:
        raise TrajectGone
    people = Participant.objects.with_people().filter(pk=callee.participant.pk)
    person, read = people.first(), callee.notice
    stored = MeetingNotice.objects.filter(meeting=meeting, participant=callee.participant).first()
    as_read = (read.pk, read.begun_at) if read else None
    if person is None or (stored and (stored.pk, stored.begun_at)) != as_read:
        return None
    notice = stored or MeetingNotice(meeting=meeting, participant=person)
    notice.meeting, notice.participant = meeting, person
    notice.sequence, notice.begun_at = meeting.sequence, letter.at
    notice.sent_at = notice.failed_at = None
    notice.save()
    return notice


def _same(notice: MeetingNotice) -> QuerySet[MeetingNotice]:
    """Unless it was begun anew meanwhile."""
    return MeetingNotice.objects.filter(pk=notice.pk, begun_at=notice.begun_at)


def _log(error: Exception) -> None:
    """Without the message of the server: it may name people."""
    logger.warning("An invitation to a meeting was not sent: %s", type(error).__name__)
