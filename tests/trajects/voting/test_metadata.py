"""Test 2 of the secret vote: what PostgreSQL keeps beside the columns tells nothing.

Each row carries the transaction that wrote it (`xmin`). The control keeps who voted and the ballots
in two tables, and every voter is found by one join.
"""

import pytest
from django.db import connection, transaction
from django.db.models import Q

from tests.trajects.voting.rooms import HIGH, LOW, Room
from trajects.actions.rounds import casting
from trajects.models import Urn

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="about PostgreSQL"),
]
SUBMITTED = "(SELECT seat_id, xmin FROM trajects_roll WHERE submitted) AS voted"


@pytest.fixture
def room(traject, els):
    return Room.of(traject, els, voters=12)


def rows(sql: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def marks_of_voters() -> int:
    ((marks,),) = rows(f"SELECT count(DISTINCT xmin::text) FROM {SUBMITTED}")
    return marks


def found_out(ballots: str, voters: str = SUBMITTED) -> int:
    """How many voters have a ballot that no other voter can have."""
    return len(
        rows(
            f"SELECT min(seat_id) FROM {voters} JOIN {ballots} AS ballots"
            " ON ballots.xmin::text = voted.xmin::text"
            " GROUP BY voted.xmin::text HAVING count(*) = 1"
        )
    )


def vote_in_turn(room: Room) -> None:
    for voter in (3, 11, 0, 7, 5, 1, 9, 2, 10, 4, 8, 6):
        room.cast(voter, HIGH if voter % 2 else LOW)
        assert marks_of_voters() == 1
    room.cast(7, LOW)


def test_all_who_voted_carry_one_mark_and_the_ballots_are_one_row(room):
    vote_in_turn(room)

    assert marks_of_voters() == 1
    assert rows("SELECT count(*) FROM trajects_urn") == [(1,)]
    assert rows(f"SELECT count(*) FROM {SUBMITTED}") == [(12,)]
    assert found_out("trajects_urn") == 0


def test_counts_carry_one_mark_that_is_of_nobody(room):
    vote_in_turn(room)

    room.close()

    assert rows("SELECT count(DISTINCT xmin::text), count(*) FROM trajects_tally") == [(1, 8)]
    assert found_out("trajects_tally") == 0


def test_control_two_tables_tell_of_all(room):
    """The usual design: who voted, and ballots without a name, in one transaction."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE control_voted (seat_id bigint)")
        cursor.execute(
            "CREATE TABLE control_ballot (key uuid DEFAULT gen_random_uuid(), points int)"
        )
        try:
            for seat in room.seats:
                with transaction.atomic():
                    cursor.execute("INSERT INTO control_voted VALUES (%s)", [seat.pk])
                    cursor.execute("INSERT INTO control_ballot (points) VALUES (3)")
            cursor.execute("VACUUM (FREEZE) control_voted, control_ballot")
            voted = "(SELECT seat_id, xmin FROM control_voted) AS voted"

            assert found_out("control_ballot", voted) == 12
        finally:
            cursor.execute("DROP TABLE control_voted, control_ballot")


def test_control_a_row_for_each_ballot_tells_of_all(room, monkeypatch):
    """The roll of the product, with an update of one seat at a time, beside ballots in rows."""

    def two_tables(found, bag, ballots, seats):
        for ballot, choices in ballots.items():
            bag = casting.put_in(bag, ballot=ballot, choices=choices)
            with connection.cursor() as cursor:
                cursor.execute("INSERT INTO control_ballot VALUES (%s)", [ballot])
        Urn.objects.filter(pk=found.pk).update(bag=bag)
        found.roll.filter(Q(seat__in=seats)).update(submitted=True)

    monkeypatch.setattr(casting, "_put", two_tables)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE control_ballot (key text)")
        try:
            room.cast_all()

            assert marks_of_voters() == 12
            assert found_out("control_ballot") == 12
        finally:
            cursor.execute("DROP TABLE control_ballot")
