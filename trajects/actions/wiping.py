"""What is forgotten for good: ballots, and dream images without a name, in the files of the
database; names of guests.

A deleted row stays in a file until its place is used again.
"""

import logging
import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from time import sleep
from typing import Any

from django.db import DatabaseError, connection, transaction
from django.db.models import Model
from django.utils.timezone import get_current_timezone

from accounts.models import User
from trajects.actions.locking import lock_for_moderating
from trajects.models import DreamBox, LiveSession, Roll, Seat, Urn, VotingRound
from trajects.models.participant import DAYS_AFTER_TRAJECT

logger = logging.getLogger(__name__)

TRIES = 8
BETWEEN_TRIES = 0.05  # seconds
# Everybody who votes waits as long: a reader that keeps the table is better tried again later.
SQLITE_WAITS = 250  # milliseconds, each time
POSTGRESQL_WAITS = "3s"
# The first number in the detail of what VACUUM tells, whatever its language.
NOT_YET_REMOVED = re.compile(r"\n\D*(\d+)")


def wipe(round_pk: int, at: datetime) -> bool:
    """Leave nothing of the ballots of ended rounds in the files of the database, and write down
    that it is done. False when somebody is still reading them: to be tried again. Not within a
    transaction."""
    clean = _wiped(Urn, Roll)
    if clean:
        VotingRound.objects.filter(pk=round_pk, cleaned_at=None).update(cleaned_at=at)
    return clean


def wipe_box() -> bool:
    """Leave nothing of what the boxes of dream images held before in the files of the database:
    it lies there in the order in which it came. False when somebody is still reading. Not within a
    transaction."""
    return _wiped(DreamBox)


def wipe_again(*, session: LiveSession, by: User, at: datetime) -> bool:
    """For every round of the session of which traces may be left; True when none is.

    Raises NoLongerAllowed, TrajectGone.
    """
    with transaction.atomic():
        lock_for_moderating(session.traject_id, by)
    uncleaned = session.rounds.uncleaned().values_list("pk", flat=True)
    return all(wipe(pk, at) for pk in list(uncleaned))


@transaction.atomic
def retire(*, at: datetime) -> int:
    """Erase the names of guests, and what their browsers were known by, of trajects that ended more
    than thirty days ago. Returns how many."""
    today = at.astimezone(get_current_timezone()).date()
    over = Seat.objects.filter(
        session__traject__ends_on__lt=today - timedelta(days=DAYS_AFTER_TRAJECT)
    )
    return over.exclude(name="", token_hash="").update(name="", token_hash="")


def _wiped(*tables: type[Model]) -> bool:
    if connection.in_atomic_block:
        return False
    try:
        return _rewrite_tables(tables) if connection.vendor == "postgresql" else _empty_log()
    except DatabaseError as error:
        logger.warning("Cleaning up the files of the database failed: %s", error)
        return False


def _rewrite_tables(tables: Iterable[type[Model]]) -> bool:
    """VACUUM FULL: a plain VACUUM leaves most of what was there in the file."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, false)", [POSTGRESQL_WAITS])
        try:
            return all(_rewrite(cursor, table._meta.db_table) for table in tables)
        finally:
            cursor.execute("RESET lock_timeout")


def _rewrite(cursor: Any, table: str) -> bool:
    """False when it had to keep dead rows, for a transaction that began before they died."""
    cursor.connection.notices.clear()
    cursor.execute(f"VACUUM (FULL, VERBOSE) {connection.ops.quote_name(table)}")
    kept = [NOT_YET_REMOVED.search(notice) for notice in cursor.connection.notices]
    return [found[1] for found in kept if found] == ["0"]


def _empty_log() -> bool:
    """With secure_delete on, the log is the only file in which old pages are left."""
    with connection.cursor() as cursor:
        if _pragma(cursor, "secure_delete") != (1,):
            return False
        (patience,) = _pragma(cursor, "busy_timeout")
        cursor.execute(f"PRAGMA busy_timeout = {SQLITE_WAITS}")
        try:
            return any(_is_emptied(cursor) for _ in range(TRIES))
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {patience}")


def _is_emptied(cursor: Any) -> bool:
    if _pragma(cursor, "wal_checkpoint(TRUNCATE)") == (0, 0, 0):
        return True
    sleep(BETWEEN_TRIES)
    return False


def _pragma(cursor: Any, name: str) -> tuple[int, ...]:
    cursor.execute(f"PRAGMA {name}")
    return tuple(cursor.fetchone())
