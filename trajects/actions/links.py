"""The personal link of who has no account: mailed, withdrawn, opened, and followed.

A link holds a random token of which only the hash is stored (`accounts/tokens.py`). Lock order: the
traject, then the link.
"""

import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, time, timedelta

from django.core.mail import get_connection
from django.db import transaction
from django.utils.timezone import make_aware

from accounts.actions.sending import Outcome, is_cut_off
from accounts.actions.users import choose_first_password
from accounts.errors import InvitationUnusable
from accounts.models import User
from accounts.queries.invitations import Viewer, accounts_with, viewer_of
from accounts.tokens import new_token, token_hash
from trajects.actions.locking import lock_for_coordinating
from trajects.errors import LinkUnusable
from trajects.mails import link_mail
from trajects.models import Part, Participant, PersonalLink, Traject
from trajects.models.participant import DAYS_AFTER_TRAJECT
from trajects.queries.people import participant_of_link

LIFETIME = timedelta(days=60)
# What belongs to one link.
RENEWED = (
    *("token_hash", "created_at", "created_by_id", "expires_at"),
    *("sent_at", "failed_at", "opened_at", "revoked_at", "revoked_by_id"),
)

logger = logging.getLogger(__name__)


def expiry(traject: Traject, *, at: datetime) -> datetime:
    """Sixty days, and never longer than a month after the traject."""
    last_day = traject.ends_on + timedelta(days=DAYS_AFTER_TRAJECT + 1)
    return min(at + LIFETIME, make_aware(datetime.combine(last_day, time())))


def send_link(
    *, participant: Participant, by: User, at: datetime, link: Callable[[str], str]
) -> Outcome:
    """Mails a new link; the old one dies and the days count anew.

    A mail that cannot be sent is noted, and can be sent again; if it is certain that it did not
    leave, the old link lives on. SKIPPED: a colleague sent or withdrew it at this moment, or there
    is nobody to send it to. `link` makes the absolute address of a token. Raises NoLongerAllowed,
    TrajectGone.
    """
    token = new_token()
    renewed = _renewed(participant, token, by, at)
    if renewed is None:
        return Outcome.SKIPPED
    stored, before = renewed
    connection = get_connection()
    try:
        connection.open()
    except OSError as error:
        return _did_not_leave(stored, before, error, at)
    try:
        connection.send_messages([link_mail(stored, by=by, link=link(token))])
    except (OSError, ValueError) as error:  # a ValueError: an address that is none
        if not is_cut_off(error):
            return _did_not_leave(stored, before, error, at)
        _log(error)  # perhaps after the mail had left: its link must work then
        _note(stored, failed_at=at)
        return Outcome.CUT_OFF
    finally:
        with suppress(OSError):
            connection.close()
    _note(stored, sent_at=at)
    return Outcome.SENT


@transaction.atomic
def _renewed(
    participant: Participant, token: str, by: User, at: datetime
) -> tuple[PersonalLink, dict[str, object]] | None:
    """With its new token stored before the mail leaves, and what that replaced. None when what is
    stored is not what was read: then somebody else does something with it."""
    traject = lock_for_coordinating(participant.traject_id, by)
    people = Participant.objects.filter(pk=participant.pk, user=None, email=participant.email)
    person = people.select_related("traject__organisation", "department").first()
    expires_at = expiry(traject, at=at)
    if person is None or not person.may_get_link or expires_at <= at:
        return None
    stored = PersonalLink.objects.filter(participant=person).first()
    if _as_read(stored) != _as_read(participant.stored_link):
        return None
    renewed = stored or PersonalLink()
    before = {name: getattr(renewed, name) for name in RENEWED} if stored else {}
    renewed.participant = person
    renewed.token_hash = token_hash(token)
    renewed.created_at, renewed.created_by, renewed.expires_at = at, by, expires_at
    renewed.sent_at = renewed.failed_at = renewed.opened_at = None
    renewed.revoked_at = renewed.revoked_by = None
    renewed.save()
    return renewed, before


def _as_read(link: PersonalLink | None) -> tuple[str, datetime | None] | None:
    return (link.token_hash, link.revoked_at) if link else None


def _did_not_leave(
    link: PersonalLink, before: dict[str, object], error: Exception, at: datetime
) -> Outcome:
    _log(error)
    _note(link, **{**before, "failed_at": at})
    return Outcome.REFUSED


def _note(link: PersonalLink, **values: object) -> None:
    """Unless it was sent anew or withdrawn meanwhile: what was withdrawn stays so."""
    same = PersonalLink.objects.filter(pk=link.pk, token_hash=link.token_hash, revoked_at=None)
    same.update(**values)


def _log(error: Exception) -> None:
    """Without the message of the server: it may name people."""
    logger.warning("A personal link was not sent: %s", type(error).__name__)


@transaction.atomic
def revoke_link(*, participant: Participant, by: User, at: datetime) -> None:
    """It opens nothing from now on. Raises LinkUnusable when there is none that still could,
    NoLongerAllowed, TrajectGone."""
    lock_for_coordinating(participant.traject_id, by)
    links = PersonalLink.objects.filter(participant=participant.pk, revoked_at=None)
    if not links.update(revoked_at=at, revoked_by=by):
        raise LinkUnusable


def open_link(*, participant: Participant, at: datetime) -> None:
    """Notes when the link was first opened, for who sent it."""
    PersonalLink.objects.filter(participant=participant.pk, opened_at=None).update(opened_at=at)


@transaction.atomic
def become_moderator(
    *,
    token: str,
    at: datetime,
    user: User | None = None,
    name: str = "",
    password: str | None = None,
) -> Participant:
    """Gives the account of this address the part of moderator, and ends the link: from now on one
    signs in.

    `user` is who is signed in. Without one, `name` and `password` make the account, or complete one
    that never had a password. Raises LinkUnusable, and then nothing has happened.
    """
    waiting = Traject.objects.select_for_update()
    waiting.filter(pk=participant_of_link(token, at=at).traject_id).first()
    moderator = participant_of_link(token, at=at)  # Again: it may have changed while we waited.
    if moderator.part != Part.MODERATOR:
        raise LinkUnusable
    account = accounts_with(moderator.email).select_for_update().first()
    try:
        account = _account(moderator, account, user, name, password)
    except InvitationUnusable as refused:
        raise LinkUnusable from refused
    return _bind(moderator, account)


def _account(
    moderator: Participant,
    account: User | None,
    user: User | None,
    name: str,
    password: str | None,
) -> User:
    """Raises InvitationUnusable."""
    viewer = viewer_of(account, user)
    if viewer == Viewer.SIGNS_IN:
        raise InvitationUnusable
    if viewer == Viewer.ACCEPTS and user is not None:
        return user
    return choose_first_password(
        account=account,
        email=moderator.email,
        name=name,
        password=password,
        language=moderator.link.created_by.language if moderator.link.created_by else "nl",
    )


def _bind(moderator: Participant, account: User) -> Participant:
    """Who moderates already, with the same account, stays so once."""
    moderator.link.delete()
    same = moderator.traject.participants.filter(part=Part.MODERATOR, user=account).first()
    if same:
        moderator.delete()
        return same
    moderator.user, moderator.name, moderator.email = account, "", ""
    moderator.save(update_fields=("user", "name", "email"))
    return moderator
