import pytest
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from tests.guard import WriteDuringRead, is_refused, refuse_writes_during_reads


def make_group(_request: HttpRequest) -> HttpResponse:
    Group.objects.create(name="written")
    return HttpResponse("made")


def make_group_and_hide_it(_request: HttpRequest) -> HttpResponse:
    try:
        Group.objects.create(name="written")
    except WriteDuringRead:
        return HttpResponse("hidden")
    return HttpResponse("made")


def empty_sessions(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(Session.objects.all().delete()[0]))


@pytest.mark.django_db
@pytest.mark.parametrize("view", [make_group, make_group_and_hide_it])
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_guard_refuses_a_write_during_a_read(view, method):
    guarded = refuse_writes_during_reads(view)

    with pytest.raises(WriteDuringRead, match='"auth_group"'), transaction.atomic():
        guarded(RequestFactory().generic(method, "/"))

    assert Group.objects.count() == 0


@pytest.mark.django_db
def test_guard_allows_a_write_during_a_post():
    guarded = refuse_writes_during_reads(make_group)

    guarded(RequestFactory().post("/"))

    assert Group.objects.count() == 1


@pytest.mark.django_db
def test_guard_allows_session_writes_during_a_read():
    guarded = refuse_writes_during_reads(empty_sessions)

    response = guarded(RequestFactory().get("/"))

    assert response.content == b"0"


def test_guard_is_gone_after_the_request():
    guarded = refuse_writes_during_reads(lambda request: HttpResponse())

    guarded(RequestFactory().get("/"))

    assert connection.execute_wrappers == []


def test_guard_stands_before_every_other_middleware(settings):
    assert settings.MIDDLEWARE[0] == "tests.guard.refuse_writes_during_reads"


@pytest.mark.parametrize(
    ("sql", "refused"),
    [
        ('SELECT "id" FROM "scans_scan" FOR UPDATE', False),
        ("SAVEPOINT s1", False),
        ('INSERT INTO "scans_scan" ("year") VALUES (%s)', True),
        ('INSERT OR IGNORE INTO "scans_scan" ("year") VALUES (%s)', True),
        ('UPDATE "scans_answer" SET "value" = %s', True),
        ('DELETE FROM "scans_answer" WHERE "id" = %s', True),
        ("  update scans_answer set value = 1", True),
        ('REPLACE INTO "scans_answer" VALUES (%s)', True),
        ("DROP TABLE django_extra", True),
        ('INSERT INTO "django_session" ("session_key") VALUES (%s)', False),
        ('DELETE FROM "django_cache" WHERE "cache_key" = %s', False),
        ('UPDATE "accounts_user" SET "last_login" = %s WHERE "accounts_user"."id" = %s', False),
        ('UPDATE "accounts_user" SET "last_login" = %s, "is_staff" = %s WHERE "id" = %s', True),
        ('UPDATE "accounts_user" SET "name" = %s WHERE "id" = %s', True),
        ('UPDATE "accounts_user" SET "last_seen_on" = %s WHERE "accounts_user"."id" = %s', False),
        ('UPDATE "accounts_user" SET "last_seen_on" = %s, "name" = %s WHERE "id" = %s', True),
        ('UPDATE "accounts_invitation" SET "opened_at" = %s WHERE ("id" = %s)', False),
        ('UPDATE "accounts_invitation" SET "opened_at" = %s, "email" = %s WHERE "id" = %s', True),
        ('UPDATE "accounts_invitation" SET "accepted_at" = %s WHERE "id" = %s', True),
        ('INSERT INTO "usersessions_usersession" ("user_id") VALUES (%s)', False),
        ('DELETE FROM "usersessions_usersession" WHERE "id" IN (%s)', False),
    ],
)
def test_guard_knows_a_write(sql, refused):
    assert is_refused(sql) is refused
