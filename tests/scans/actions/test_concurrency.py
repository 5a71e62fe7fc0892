"""People who save at the same moment: real threads with connections of their own (promise 27)."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.db import connection

from accounts.models import User
from scans.actions.answers import save_answers
from scans.actions.scans import finish_scan, reopen_scan, start_scan
from scans.entries import Change, Entry
from scans.errors import ScanAlreadyRunning, ScanFinished, ScanNotFinished
from scans.models import Answer, Reopening, Scan
from tests.at_once import at_once, names, overlapping
from tests.factories import (
    MembershipFactory,
    OrganisationFactory,
    ScanFactory,
    UserFactory,
    published_questionnaire,
)

pytestmark = pytest.mark.django_db(transaction=True)

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
WRITERS = 50


@pytest.fixture
def people() -> list[User]:
    return UserFactory.create_batch(2)


@pytest.fixture
def scan(people) -> Scan:
    organisation = OrganisationFactory()
    for user in people:
        MembershipFactory(user=user, organisation=organisation)
    return ScanFactory(
        organisation=organisation,
        questionnaire=published_questionnaire(themes=(1, 2, 3, 4)),
        started_by=people[0],
    )


def saver(scan: Scan, code: str, value: str, by: User, version: int = 0) -> Callable:
    change = Change(scan.statements().get(code=code).pk, version, Entry(value))
    return lambda: save_answers(scan=Scan.objects.get(pk=scan.pk), changes=[change], by=by, at=NOW)


def test_two_first_saves_of_one_statement_give_one_answer_and_one_conflict(scan, people):
    outcomes = at_once(
        saver(scan, "thema-1-1a", "yes", people[0]), saver(scan, "thema-1-1a", "no", people[1])
    )

    answer = Answer.objects.get()
    assert sorted((len(one.saved), len(one.conflicts)) for one in outcomes) == [(0, 1), (1, 0)]
    (lost,) = [one.conflicts[answer.statement_id] for one in outcomes if one.conflicts]
    assert (answer.version, lost.entry) == (1, answer.entry)


def test_two_equal_first_saves_are_one_answer(scan, people):
    outcomes = at_once(*(saver(scan, "thema-1-1a", "yes", user) for user in people))

    assert [len(one.saved) for one in outcomes] == [1, 1]
    assert Answer.objects.get().version == 1


def test_two_next_saves_of_one_statement_lose_none(scan, people):
    saver(scan, "thema-1-1a", "yes", people[0])()

    outcomes = at_once(
        saver(scan, "thema-1-1a", "no", people[0], 1),
        saver(scan, "thema-1-1a", "unknown", people[1], 1),
    )

    assert sorted(len(one.conflicts) for one in outcomes) == [0, 1]
    assert Answer.objects.get().version == 2


def test_writers_of_different_statements_all_succeed(scan, people):
    codes = list(scan.statements().values_list("code", flat=True))[:WRITERS]
    savers = [saver(scan, code, "yes", people[i % 2]) for i, code in enumerate(codes)]

    outcomes = at_once(*savers)

    assert names(outcomes) == ["SaveOutcome"] * WRITERS
    assert sorted(Answer.objects.values_list("statement__code", flat=True)) == sorted(codes)


def test_save_while_the_scan_is_finished_is_before_it_or_refused(scan, people):
    outcomes = at_once(
        lambda: finish_scan(scan=scan, by=people[0], at=NOW),
        *(saver(scan, f"thema-2-{step}a", "yes", people[1]) for step in range(1, 6)),
    )

    finished, *saves = outcomes
    acknowledged = [one for one in saves if not isinstance(one, ScanFinished)]
    assert isinstance(finished, Scan)
    assert names(acknowledged) == ["SaveOutcome"] * len(acknowledged)
    assert Answer.objects.count() == len(acknowledged)
    assert Scan.objects.get().is_finished


def test_two_finishes_are_one(scan, people):
    outcomes = at_once(
        *(lambda user=user: finish_scan(scan=scan, by=user, at=NOW) for user in people)
    )

    assert names(outcomes) == ["Scan", "ScanFinished"]


def test_two_starts_are_one_scan(scan, people):
    outcomes = at_once(
        *(
            lambda user=user: start_scan(
                organisation=scan.organisation, depth="full", year=2030, by=user, at=NOW
            )
            for user in people
        )
    )

    assert names(outcomes) == ["Scan", ScanAlreadyRunning.__name__]
    assert Scan.objects.filter(year=2030).count() == 1


def test_two_reopenings_are_one(scan, people):
    finish_scan(scan=scan, by=people[0], at=NOW)

    outcomes = at_once(
        *(
            lambda user=user: reopen_scan(scan=scan, reason="Nog iets.", by=user, at=NOW)
            for user in people
        )
    )

    assert names(outcomes) == ["Scan", ScanNotFinished.__name__]
    assert Reopening.objects.count() == 1


def test_save_waits_for_one_that_is_not_committed_yet(scan, people):
    first, second = overlapping(
        saver(scan, "thema-1-1a", "yes", people[0]), saver(scan, "thema-1-1a", "no", people[1])
    )

    assert (len(first.saved), len(second.saved), len(second.conflicts)) == (1, 0, 1)
    assert Answer.objects.get().entry == Entry("yes")


def test_save_waits_for_a_finish_that_is_not_committed_yet(scan, people):
    _finished, second = overlapping(
        lambda: finish_scan(scan=scan, by=people[0], at=NOW),
        saver(scan, "thema-1-1a", "no", people[1]),
    )

    assert isinstance(second, ScanFinished)
    assert Answer.objects.count() == 0


SQLITE = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL
    "foreign_keys": 1,
    "secure_delete": 1,
    "busy_timeout": 20_000,
}


def test_database_is_set_as_promised():
    """SQLite in the way that loses nothing; PostgreSQL has this by itself."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            found = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in SQLITE}

        assert found == SQLITE
        assert connection.transaction_mode == "IMMEDIATE"
    else:
        with connection.cursor() as cursor:
            cursor.execute("SHOW transaction_isolation")

            assert cursor.fetchone() == ("read committed",)
