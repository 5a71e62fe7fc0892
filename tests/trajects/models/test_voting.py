"""What must never be false of a vote, tried against the database (promise 25)."""

import pytest
from django.db import IntegrityError, connection, transaction

from tests.constraints import names_constraint
from tests.factories import LONG_AGO, UserFactory
from tests.trajects.factories import (
    LiveSessionFactory,
    RollFactory,
    TallyFactory,
    UrnFactory,
    VotingRoundFactory,
)
from trajects.models import Roll, Urn, VotingRound

pytestmark = pytest.mark.django_db


def two_open() -> None:
    first = VotingRoundFactory()
    VotingRoundFactory(session=first.session, number=2)


def on_the_roll_twice() -> None:
    row = RollFactory()
    Roll.objects.bulk_create([Roll(round=row.round, seat=row.seat)])


def two_urns() -> None:
    urn = UrnFactory()
    Urn.objects.bulk_create([Urn(round=urn.round)])


def counted_twice() -> None:
    tally = TallyFactory()
    TallyFactory(round=tally.round, item=tally.item, option=tally.option)


@pytest.mark.parametrize(
    ("attempt", "constraint", "columns"),
    [
        (two_open, "round_one_open_per_session", "session_id"),
        (lambda: VotingRoundFactory(minimum=2), "round_minimum_keeps_the_secret", ""),
        (lambda: VotingRoundFactory(closed_at=LONG_AGO), "round_closed_by_somebody", ""),
        (lambda: VotingRoundFactory(closed_by=UserFactory()), "round_closed_by_somebody", ""),
        (
            lambda: VotingRoundFactory(
                closed_at=LONG_AGO,
                closed_by=UserFactory(),
                voided_at=LONG_AGO,
                void_reason="too_few",
            ),
            "round_not_both_closed_and_void",
            "",
        ),
        (lambda: VotingRoundFactory(voided_at=LONG_AGO), "round_void_for_a_reason", ""),
        (lambda: VotingRoundFactory(void_reason="too_few"), "round_void_for_a_reason", ""),
        (on_the_roll_twice, "trajects_roll_pkey", "round_id, seat_id"),
        (two_urns, "trajects_urn_pkey", "round_id"),
        (counted_twice, "tally_once_per_option", "round_id, item, option"),
    ],
)
def test_database_refuses(attempt, constraint, columns):
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        attempt()

    assert names_constraint(str(refusal.value), constraint, columns)


def test_rounds_are_told_apart():
    ended = {"closed_at": LONG_AGO, "closed_by": UserFactory()}
    running = VotingRoundFactory()
    counted = VotingRoundFactory(**ended)
    wiped = VotingRoundFactory(**ended, cleaned_at=LONG_AGO)
    void = VotingRoundFactory(voided_at=LONG_AGO, void_reason="too_few")
    practice = VotingRoundFactory(session=LiveSessionFactory(is_practice=True), **ended)

    rounds = VotingRound.objects.order_by("pk")
    assert list(rounds.still_open()) == [running]
    assert list(rounds.counted()) == [counted, wiped, practice]
    assert list(rounds.uncleaned()) == [counted, void, practice]
    assert list(rounds.real()) == [running, counted, wiped, void]
    assert running.keys == ("k1", "k2")


@pytest.mark.parametrize("model", [Roll, Urn])
def test_tables_of_the_vote_hold_nothing_that_tells_who_or_when(model):
    with connection.cursor() as cursor:
        columns = connection.introspection.get_table_description(cursor, model._meta.db_table)

    assert (
        sorted(column.name for column in columns)
        == {
            Roll: ["round_id", "seat_id", "submitted"],
            Urn: ["bag", "round_id"],
        }[model]
    )


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no unlogged tables")
def test_tables_of_the_vote_stay_out_of_the_log():
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relpersistence = 'u' AND relkind = 'r'")
        unlogged = {name for (name,) in cursor.fetchall()}

    assert unlogged == {Roll._meta.db_table, Urn._meta.db_table}
