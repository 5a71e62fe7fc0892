"""Queries whose SQL is written once."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import Q
from django.test.utils import CaptureQueriesContext

from tests.factories import LONG_AGO
from tests.trajects.factories import LiveSessionFactory, SeatFactory
from trajects.models import Seat
from trajects.queries.prepared import Number, Prepared, Text

NAMES = ("pk", "name", "asked_at", "seen_at", "observes")


def seat_named() -> Prepared:
    return Prepared(
        lambda: Seat.objects.filter(Q(session=Number("session")), name=Text("name")), NAMES
    )


def test_row_has_the_values_that_the_orm_would_give(db):
    seat = SeatFactory(name="Aya", asked_at=LONG_AGO, observes=True)

    row = seat_named().first(session=seat.session_id, name="Aya")

    assert row == Seat.objects.values(*NAMES).get()
    assert (row["asked_at"], row["seen_at"], row["observes"]) == (LONG_AGO, None, True)


def test_values_differ_each_time(db):
    prepared = seat_named()
    first, second = LiveSessionFactory.create_batch(2)
    seats = [
        SeatFactory(session=session, name=name)
        for session, name in ((first, "Aya"), (first, "Ben"), (second, "Aya"))
    ]

    found = [prepared.first(session=seat.session_id, name=seat.name)["pk"] for seat in seats]

    assert found == [seat.pk for seat in seats]


@pytest.mark.parametrize("name", ["Ben", None, "Aya' OR '1' = '1", "%", "%s"])
def test_no_row_is_none(db, name):
    seat = SeatFactory(name="Aya")

    assert seat_named().first(session=seat.session_id, name=name) is None


def test_first_row_in_their_order(db):
    early = SeatFactory(asked_at=LONG_AGO)
    SeatFactory(session=early.session, asked_at=LONG_AGO + timedelta(minutes=1))
    prepared = Prepared(
        lambda: Seat.objects.filter(session=Number("session")).order_by("-asked_at"), ("asked_at",)
    )

    row = prepared.first(session=early.session_id)

    assert row == {"asked_at": LONG_AGO + timedelta(minutes=1)}


def test_sql_is_written_once(db):
    made = []

    def make():
        made.append(1)
        return Seat.objects.filter(session=Number("session"))

    prepared = Prepared(make, ("pk",))
    with CaptureQueriesContext(connection) as captured:
        for number in range(3):
            prepared.first(session=number)

    assert (len(made), len(captured)) == (1, 3)


def test_value_that_is_missing_is_refused(db):
    with pytest.raises(KeyError):
        seat_named().first(session=1)
