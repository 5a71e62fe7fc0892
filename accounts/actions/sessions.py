"""Who is signed in where: a row of allauth beside each session of Django, gone when that ends."""

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.utils.timezone import make_naive

from accounts.models import User
from accounts.queries.sessions import living_keys, sessions_of
from accounts.session_limits import last_moment_alive


@transaction.atomic
def note_use(*, user: User, session_key: str, ip: str, user_agent: str, at: datetime) -> None:
    """A session was used: when, by whom, and from where if that was not known yet."""
    known = UserSession.objects.filter(session_key=session_key).update(last_seen_at=at)
    if not known:
        where = {"ip": ip, "user_agent": user_agent, "created_at": at, "last_seen_at": at}
        UserSession.objects.get_or_create(session_key=session_key, defaults={"user": user, **where})
    note_day(user=user, at=at)


def note_day(*, user: User, at: datetime) -> None:
    today = make_naive(at).date()
    if user.last_seen_on != today:
        User.objects.filter(pk=user.pk).update(last_seen_on=today)


@transaction.atomic
def end_session(*, session: UserSession) -> None:
    """Its browser is signed out with its next request."""
    session.end()


@transaction.atomic
def end_other_sessions(*, user: User, current_key: str | None) -> int:
    """Signs this person out everywhere else; how many places that were."""
    others = list(UserSession.objects.filter(user=user).exclude(session_key=current_key))
    for session in others:
        session.end()
    return len(others)


def forget_session(*, session_key: str | None) -> None:
    UserSession.objects.filter(session_key=session_key).delete()


def keep_living_sessions(*, user: User, at: datetime) -> list[UserSession]:
    """The sessions of this person that still open a page; what is known of others is deleted."""
    sessions = sessions_of(user)
    alive = living_keys(user, sessions, at=at)
    dead = [session.pk for session in sessions if session.session_key not in alive]
    UserSession.objects.filter(pk__in=dead).delete()
    return [session for session in sessions if session.session_key in alive]


def forget_what_is_over(*, at: datetime) -> None:
    """Of everybody: nobody signs out of a browser that is never opened again, and the cache keeps
    a row that expired, such as of a network address that guessed, until somebody asks for it."""
    UserSession.objects.filter(last_seen_at__lte=last_moment_alive(at=at)).delete()
    Session.objects.filter(expire_date__lte=at).delete()
    table = connection.ops.quote_name(str(settings.CACHES["default"]["LOCATION"]))
    moment = connection.ops.adapt_datetimefield_value(at)
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE expires < %s", [moment])  # noqa: S608
