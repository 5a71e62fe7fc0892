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
from accounts.actions.locking import lock_for_coordinator
from accounts.mails import invitation_mail
from accounts.models import Invitation, InvitationState, User
from accounts.tokens import new_token, token_hash

# Of one request: a web server gives up on a request after 30 seconds, and EMAIL_TIMEOUT may still
# come on top of this.
SECONDS = 15.0
# What belongs to one link.
RENEWED = ("token_hash", "expires_at", "sent_at", "opened_at")

Link = Callable[[str], str]
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Sending:
    """`unsent`: what still waits, tried or not. `not_again`: what could not be sent once more,
    while the link that was sent before still works. What was answered meanwhile is in none."""

    sent: int
    unsent: int
    not_again: int = 0


class Outcome(Enum):
    SENT = "sent"
    REFUSED = "refused"  # this mail; the connection still works
    CUT_OFF = "cut off"  # no connection any more
    SKIPPED = "skipped"  # answered, or sent by somebody else, in the meantime


def send_invitations(
    *,
    invitations: Iterable[Invitation],
    by: User,
    at: datetime,
    link: Link,
    seconds: float = SECONDS,
) -> Sending:
    """Mails each a new link, over one connection; the old link dies and the days count anew.

    A mail that cannot be sent is noted, and can be sent again; if it is certain that it did not
    leave, the old link lives on. Without a connection, or after `seconds`, the rest is not tried.
    `link` makes the absolute address of a token. Raises NoLongerCoordinator.
    """
    asked, until = list(invitations), monotonic() + seconds
    if not asked:
        return Sending(0, 0)
    connection = get_connection()
    try:
        connection.open()
    except OSError as error:
        _log(error)
        pks = [invitation.pk for invitation in asked]
        Invitation.objects.unanswered().filter(pk__in=pks).update(failed_at=at)
        return _counted(0, asked, at)
    outcomes: list[Outcome] = []
    try:
        for invitation in asked:
            if Outcome.CUT_OFF in outcomes or monotonic() >= until:
                break
            outcomes.append(_send(invitation, connection, by=by, at=at, link=link))
    finally:
        with suppress(OSError):
            connection.close()
    done = (Outcome.SENT, Outcome.SKIPPED)
    tried = [one for one, outcome in zip(asked, outcomes, strict=False) if outcome not in done]
    left = tried + asked[len(outcomes) :]
    return _counted(outcomes.count(Outcome.SENT), left, at)


def _counted(sent: int, left: Iterable[Invitation], at: datetime) -> Sending:
    """As they are stored now: only this tells whether an earlier link works."""
    stored = Invitation.objects.unanswered().filter(pk__in=[one.pk for one in left])
    states = [invitation.state(at=at) for invitation in stored]
    working = sum(state in (InvitationState.SENT, InvitationState.OPENED) for state in states)
    return Sending(sent, len(states) - working, working)


def _send(
    invitation: Invitation, connection: BaseEmailBackend, *, by: User, at: datetime, link: Link
) -> Outcome:
    token = new_token()
    found = _renewed(invitation, token, by, at)
    if found is None:
        return Outcome.SKIPPED
    renewed, before = found
    try:
        connection.send_messages([invitation_mail(renewed, link=link(token))])
    except (OSError, ValueError) as error:  # a ValueError: an address that is none
        _log(error)
        if is_cut_off(error):  # perhaps after the mail had left: its link must work then
            _note(renewed, failed_at=at)
            return Outcome.CUT_OFF
        _note(renewed, **before, failed_at=at)
        return Outcome.REFUSED
    _note(renewed, sent_at=at)
    return Outcome.SENT


@transaction.atomic
def _renewed(
    invitation: Invitation, token: str, by: User, at: datetime
) -> tuple[Invitation, dict[str, object]] | None:
    """With its new token stored before the mail leaves, and what that replaced. None when it was
    answered, or when somebody else sends it at this moment: then its token is not the one that was
    read."""
    lock_for_coordinator(invitation.organisation_id, by)
    same = Invitation.objects.unanswered().filter(
        pk=invitation.pk, token_hash=invitation.token_hash
    )
    people = same.select_related("organisation", "created_by", "department")
    renewed = people.select_for_update(of=("self",)).first()
    if renewed is None:
        return None
    before = {name: getattr(renewed, name) for name in RENEWED}
    renewed.token_hash = token_hash(token)
    renewed.expires_at = at + LIFETIME
    renewed.sent_at = renewed.failed_at = renewed.opened_at = None
    renewed.save()
    return renewed, before


def _note(invitation: Invitation, **values: object) -> None:
    """Unless it was sent anew meanwhile."""
    sent = Invitation.objects.filter(pk=invitation.pk, token_hash=invitation.token_hash)
    sent.update(**values)


def is_cut_off(error: Exception) -> bool:
    """Whether the next mail would fail too. Each SMTPException is an OSError as well."""
    if isinstance(error, SMTPException):
        return isinstance(error, SMTPServerDisconnected)
    return isinstance(error, OSError)


def _log(error: Exception) -> None:
    """Without the message of the server: it may name people."""
    logger.warning("An invitation was not sent: %s", type(error).__name__)
