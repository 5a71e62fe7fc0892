"""How long one stays signed in. The session itself keeps when it began and when it was last used,
so that holding the limits costs no query."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

BEGAN, USED = "began_at", "used_at"
# Last use is rewritten this often and no more: a save of an answer writes its answer only.
TOUCH_EVERY = timedelta(minutes=5)

Session = SessionBase | Mapping[str, Any]


def is_over(session: Session, *, at: datetime) -> bool:
    """Left alone for too long, or begun too long ago, whatever happened since."""
    moment = at.timestamp()
    idle, age = moment - session.get(USED, moment), moment - session.get(BEGAN, moment)
    return bool(idle >= _idle_limit().total_seconds() or age >= _age_limit().total_seconds())


def needs_touch(session: Session, *, at: datetime) -> bool:
    # A limit shorter than usual needs a closer look.
    every = min(TOUCH_EVERY, _idle_limit() / 4)
    return at.timestamp() - session.get(USED, 0) >= every.total_seconds()


def begin(session: SessionBase, *, at: datetime) -> None:
    """At sign-in: a cookie that no page follows on grows old too."""
    session[BEGAN] = session[USED] = at.timestamp()


def touch(session: SessionBase, *, at: datetime) -> None:
    session.setdefault(BEGAN, at.timestamp())
    session[USED] = at.timestamp()


def last_moment_alive(*, at: datetime) -> datetime:
    """What was not used since then is over, by any limit."""
    return at - _age_limit()


def _idle_limit() -> timedelta:
    return timedelta(minutes=settings.SESSION_IDLE_MINUTES)


def _age_limit() -> timedelta:
    return timedelta(hours=settings.SESSION_HOURS)
