"""Test 6 of the secret vote: 25 voters send four times at the same moment, and each counts once.
Real threads with connections of their own."""

from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest
import time_machine
from django.db import connections

from tests.at_once import at_once, names, overlapping
from tests.trajects.voting.phones import candidates, hand_out_seats, phone, vote_page
from tests.trajects.voting.rooms import AT, HIGH, LOW, Room
from trajects.errors import TrajectError
from trajects.models import Urn

pytestmark = pytest.mark.django_db(transaction=True)

VOTERS, TIMES = 25, 4
# PostgreSQL has a hundred connections as it comes.
HANDS = 20


@pytest.fixture
def room(traject, els):
    return Room.of(traject, els, voters=VOTERS)


def cast_by_many_hands(room: Room, votes: list[tuple[int, str]]) -> list[str]:
    """What each was refused for, or nothing."""

    def send(vote: tuple[int, str]) -> str:
        voter, key = vote
        try:
            room.cast(voter, HIGH, key=key)
        except TrajectError as refused:
            return type(refused).__name__
        finally:
            connections.close_all()
        return ""

    with ThreadPoolExecutor(HANDS) as pool:
        return list(pool.map(send, votes))


def shuffled(votes: list) -> list:
    return Random(7).sample(votes, len(votes))


def test_impatient_voters_count_once(room):
    votes = [(voter, room.key(voter)) for voter in range(VOTERS)] * TIMES

    refusals = cast_by_many_hands(room, shuffled(votes))

    assert refusals == [""] * VOTERS * TIMES
    assert (sum(room.voted), len(room.bag)) == (VOTERS, VOTERS)


def test_voters_with_two_devices_count_once(room):
    votes = [(voter, f"{voter}-{time % 2}") for voter in range(VOTERS) for time in range(TIMES)]

    refusals = cast_by_many_hands(room, shuffled(votes))

    assert sorted(refusals) == sorted([*[""] * VOTERS * 2, *["VotedElsewhere"] * VOTERS * 2])
    assert (sum(room.voted), len(room.bag)) == (VOTERS, VOTERS)


def test_vote_that_waits_for_another_keeps_both(room):
    results = overlapping(lambda: room.cast(0), lambda: room.cast(1))

    assert results == [None, None]
    assert (sum(room.voted), len(room.bag)) == (2, 2)


def test_vote_that_waits_for_closing_is_too_late(room):
    room.cast_all()

    closed, vote = overlapping(room.close, lambda: room.cast(0, LOW))

    assert closed.is_counted
    assert type(vote).__name__ == "RoundOver"
    assert not Urn.objects.exists()


def test_two_who_close_count_once(room):
    room.cast_all()

    first, second = at_once(room.close, room.close)

    assert first.is_counted
    assert first.closed_at == second.closed_at
    assert room.stored.tallies.count() == 8


def test_two_who_find_a_broken_round_both_hear_it(room):
    Urn.objects.all().delete()

    results = at_once(lambda: room.cast(0), lambda: room.cast(1))

    assert set(names(results)) <= {"RoundVoid", "RoundOver"}
    assert "RoundVoid" in names(results)
    assert room.stored.void_reason == "urn_lost"


def test_impatient_phones_count_once(traject, els):
    """The same through the product: each phone sends its vote four times."""
    room = Room.of(traject, els, voters=VOTERS, items=candidates(traject))
    hand_out_seats(room)

    def send(voter: int) -> int:
        try:
            return phone(room, voter, f"{voter:043}").post(vote_page(room), HIGH).status_code
        finally:
            connections.close_all()

    with time_machine.travel(AT), ThreadPoolExecutor(HANDS) as pool:
        answers = list(pool.map(send, shuffled(list(range(VOTERS)) * TIMES)))

    assert answers == [303] * VOTERS * TIMES
    assert (sum(room.voted), len(room.bag)) == (VOTERS, VOTERS)
