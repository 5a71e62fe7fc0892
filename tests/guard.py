"""A GET never writes: a middleware of the test settings refuses statements that do."""

import re
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse

WRITE = re.compile(
    r"\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE|DELETE\s+FROM"
    r'|ALTER|CREATE|DROP|TRUNCATE)\s+"?(?P<table>\w+)"?',
    re.IGNORECASE,
)
LAST_LOGIN = re.compile(r'UPDATE "accounts_user" SET "last_login" = \S+ WHERE', re.IGNORECASE)
LAST_SEEN = re.compile(r'UPDATE "accounts_user" SET "last_seen_on" = \S+ WHERE', re.IGNORECASE)
# That a link was opened is what its sender wants to know.
OPENED = re.compile(r'UPDATE "accounts_invitation" SET "opened_at" = \S+ WHERE', re.IGNORECASE)
OPENED_LINK = re.compile(r'UPDATE "trajects_personallink" SET "opened_at" = \S+ WHERE', re.I)
# That a phone in a session is still there.
SEAT_SEEN = re.compile(r'UPDATE "trajects_seat" SET "seen_at" = \S+ WHERE', re.IGNORECASE)
NOTES = (LAST_LOGIN, LAST_SEEN, OPENED, OPENED_LINK, SEAT_SEEN)
ALLOWED_TABLES = {"django_session", "django_cache", "usersessions_usersession"}
READS = {"GET", "HEAD", "OPTIONS"}


class WriteDuringRead(AssertionError):
    """A request with a safe method changed the database."""


def is_refused(sql: str) -> bool:
    write = WRITE.match(sql)
    if write is None or any(note.match(sql) for note in NOTES):
        return False
    return write["table"] not in ALLOWED_TABLES


def refuse_writes_during_reads(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method not in READS:
            return get_response(request)
        written: list[str] = []

        def watch(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
            if is_refused(sql):
                written.append(sql)
                raise WriteDuringRead(f"{request.method} {request.path} wrote: {sql}")
            return execute(sql, *rest)

        with connection.execute_wrapper(watch):
            response = get_response(request)
        if written:  # a view that swallows the exception is found out here
            raise WriteDuringRead(f"{request.method} {request.path} wrote: {written[0]}")
        return response

    return middleware
