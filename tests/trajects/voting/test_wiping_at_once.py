"""Cleaning up after a vote, alone and while somebody else is reading."""

from contextlib import contextmanager

import pytest
from django.db import connection, transaction

from tests.trajects.voting.rooms import AT, Room
from trajects.actions.wiping import wipe, wipe_again
from trajects.errors import NoLongerAllowed
from trajects.models import VotingRound

# On PostgreSQL rows are cleaned up later, and lie elsewhere, while any transaction of the server is
# older, also one of another database.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.alone]
on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="about files of SQLite")
on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="about PostgreSQL")


@pytest.fixture
def room(traject, els):
    return Room.of(traject, els)


@contextmanager
def reader(*statements):
    """Somebody who is in the middle of reading."""
    other = connection.get_new_connection(connection.get_connection_params())
    cursor = other.cursor()
    try:
        for statement in statements:
            cursor.execute(statement)
            if statement.startswith("SELECT"):
                cursor.fetchall()
        yield
    finally:
        other.rollback()
        other.close()


READING = (
    ("BEGIN", "SELECT * FROM trajects_urn")
    if connection.vendor == "sqlite"
    # As pg_dump reads: from a moment before the round was closed.
    else ("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ", "SELECT 1")
)


def test_closing_cleans_up(room):
    room.cast_all()

    room.close()

    assert room.stored.cleaned_at == AT


def test_void_round_is_cleaned_up_too(room):
    room.cast(0)

    assert room.close().is_counted is False
    assert room.stored.cleaned_at == AT


def test_who_still_reads_keeps_the_ballots_in_the_files_and_that_is_told(room):
    room.cast_all()
    with reader(*READING):
        assert room.close().is_counted

        assert room.stored.cleaned_at is None
        assert not wipe_again(session=room.session, by=room.els, at=AT)
        assert room.stored.cleaned_at is None

    assert wipe_again(session=room.session, by=room.els, at=AT)
    assert room.stored.cleaned_at == AT


def test_date_of_the_first_cleaning_stays(room):
    room.cast_all()
    room.close()
    VotingRound.objects.update(cleaned_at=room.round.opened_at)

    assert wipe(room.round.pk, AT)
    assert room.stored.cleaned_at == room.round.opened_at


def test_nothing_to_wipe_is_fine(room):
    assert wipe_again(session=room.session, by=room.els, at=AT)
    assert room.stored.cleaned_at is None


def test_within_a_transaction_nothing_can_be_wiped(room):
    with transaction.atomic():
        assert not wipe(room.round.pk, AT)


@pytest.mark.parametrize("who", ["griet", "bram", "chaima"])
def test_only_who_moderates_wipes_again(room, request, who):
    with pytest.raises(NoLongerAllowed):
        wipe_again(session=room.session, by=request.getfixturevalue(who), at=AT)


@on_postgresql
def test_who_holds_the_table_is_not_waited_for_long(room, caplog):
    room.cast_all()

    with reader("LOCK TABLE trajects_roll IN SHARE MODE"):
        assert not wipe(room.round.pk, AT)

    assert [record.levelname for record in caplog.records] == ["WARNING"]
    with connection.cursor() as cursor:
        cursor.execute("SHOW lock_timeout")
        assert cursor.fetchone() == ("0",)


@on_sqlite
def test_statement_that_is_still_open_is_in_the_way(room, caplog):
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM trajects_seat")
        cursor.fetchone()

        assert not wipe(room.round.pk, AT)

    assert [record.levelname for record in caplog.records] == ["WARNING"]


@on_sqlite
def test_without_secure_delete_nothing_is_promised(room):
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete = OFF")
        try:
            assert not wipe(room.round.pk, AT)
        finally:
            cursor.execute("PRAGMA secure_delete = ON")


@on_sqlite
def test_patience_of_the_connection_comes_back(room):
    assert wipe(room.round.pk, AT)

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        assert cursor.fetchone() == (20_000,)
