"""Mailing invitations. They are kept first, so a mail server that fails loses none."""

import logging
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from smtplib import SMTPException, SMTPServerDisconnected
from time import monotonic

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from accounts.actions.invitations import LIFETIME
from accounts.mails import invitation_mail
from accounts.models import Invitation
from accounts.tokens import new_token, token_hash

# Of one request: a web server gives up on a request after 30 seconds, and EMAIL_TIMEOUT may still
# come on top of this.
SECONDS = 15.0

Link = Callable[[str], str]
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Sending:
    """`unsent`: what still waits, tried or not. What was answered meanwhile counts as neither."""

    sent: int
    unsent: int


class Outcome(Enum):
    SENT = "sent"
    REFUSED = "refused"  # this mail; the connection still works
    CUT_OFF = "cut off"  # no connection any more
    SKIPPED = "skipped"  # answered, or sent by somebody else, in the meantime


def send_invitations(
    *, invitations: Iterable[Invitation], at: datetime, link: Link, seconds: float = SECONDS
) -> Sending:
    """Mails each a new link, over one connection; the old link dies and the days count anew.

    A mail that cannot be sent is noted, and can be sent again. Without a connection, or after
    `seconds`, the rest is not tried. `link` makes the absolute address of a token.
    """
    rest, until = list(invitations), monotonic() + seconds
    if not rest:
        return Sending(0, 0)
    connection = get_connection()
    try:
        connection.open()
    except OSError as error:
        _log(error)
        pks = [invitation.pk for invitation in rest]
        failed = Invitation.objects.unanswered().filter(pk__in=pks).update(failed_at=at)
        return Sending(0, failed)
    outcomes: list[Outcome] = []
    while rest and monotonic() < until and Outcome.CUT_OFF not in outcomes:
        outcomes.append(_send(rest.pop(0), connection, at, link))
    with suppress(OSError):
        connection.close()
    unsent = outcomes.count(Outcome.REFUSED) + outcomes.count(Outcome.CUT_OFF) + len(rest)
    return Sending(outcomes.count(Outcome.SENT), unsent)


def _send(
    invitation: Invitation, connection: BaseEmailBackend, at: datetime, link: Link
) -> Outcome:
    token = new_token()
    renewed = _renewed(invitation, token, at)
    if renewed is None:
        return Outcome.SKIPPED
    try:
        connection.send_messages([invitation_mail(renewed, link=link(token))])
    except (OSError, ValueError) as error:  # a ValueError: an address that is none
        _log(error)
        _note(renewed, failed_at=at)
        return Outcome.CUT_OFF if _is_cut_off(error) else Outcome.REFUSED
    _note(renewed, sent_at=at)
    return Outcome.SENT


@transaction.atomic
def _renewed(invitation: Invitation, token: str, at: datetime) -> Invitation | None:
    """With its new token stored before the mail leaves. None when it was answered, or when
    somebody else sends it at this moment: then its token is not the one that was read."""
    same = Invitation.objects.unanswered().filter(
        pk=invitation.pk, token_hash=invitation.token_hash
    )
    people = same.select_related("organisation", "created_by", "department")
    renewed = people.select_for_update(of=("self",)).first()
    if renewed is None:
        return None
    renewed.token_hash = token_hash(token)
    renewed.expires_at = at + LIFETIME
    renewed.sent_at = renewed.failed_at = renewed.opened_at = None
    renewed.save()
    return renewed


def _note(invitation: Invitation, **moment: datetime) -> None:
    """Unless it was sent anew meanwhile."""
    sent = Invitation.objects.filter(pk=invitation.pk, token_hash=invitation.token_hash)
    sent.update(**moment)


def _is_cut_off(error: Exception) -> bool:
    """Whether the next mail would fail too. Each SMTPException is an OSError as well."""
    if isinstance(error, SMTPException):
        return isinstance(error, SMTPServerDisconnected)
    return isinstance(error, OSError)


def _log(error: Exception) -> None:
    """Without the message of the server: it may name people."""
    logger.warning("An invitation was not sent: %s", type(error).__name__)
