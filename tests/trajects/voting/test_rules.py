"""The pure rules (`trajects/voting.py`)."""

from datetime import timedelta
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import LONG_AGO
from trajects.stages import Subject
from trajects.voting import (
    LEVELS,
    OFFERED_FOR_CLOSING_AFTER,
    POINTS,
    VOID_AFTER,
    RoundState,
    VoidReason,
    ballot_hash,
    broken,
    completed,
    is_offered_for_closing,
    new_key,
    options_of,
    put_in,
)


def test_hash_is_of_domain_round_and_key():
    written_out = b"mvoscan ballot 1" + b"\0\0\0\0\0\0\0\x07" + b"key"

    assert ballot_hash("key", round_pk=7) == sha256(written_out).hexdigest()


def test_hashes_of_two_rounds_cannot_be_compared():
    assert ballot_hash("key", round_pk=7) != ballot_hash("key", round_pk=8)


def test_key_has_256_bits_and_is_new_each_time():
    keys = {new_key() for _ in range(100)}

    assert len(keys) == 100
    assert {len(key) for key in keys} == {43}


@pytest.mark.parametrize(
    ("subject", "options"),
    [(Subject.THEMES, POINTS), (Subject.START, LEVELS), (Subject.END, LEVELS)],
)
def test_options(subject, options):
    assert options_of(subject) == options


@pytest.mark.parametrize(
    ("choices", "ballot"),
    [
        ({"a": "3", "b": "1"}, {"a": "3", "b": "1"}),
        ({"b": "1", "a": "3"}, {"a": "3", "b": "1"}),
        ({}, {"a": "0", "b": "0"}),
        ({"a": "4", "b": ""}, {"a": "0", "b": "0"}),
        ({"a": "x" * 1000, "c": "1"}, {"a": "0", "b": "0"}),
    ],
)
def test_every_ballot_has_the_same_shape(choices, ballot):
    made = completed(choices, items=("a", "b"), subject=Subject.THEMES)

    assert list(made.items()) == list(ballot.items())


BALLOTS = st.dictionaries(st.sampled_from("hgfedcba"), st.sampled_from(POINTS), min_size=1)


@given(BALLOTS, st.randoms())
def test_bag_does_not_tell_the_order_of_casting(ballots, chance):
    order = list(ballots)
    chance.shuffle(order)
    bag, shuffled = [], []

    for ballot in ballots:
        bag = put_in(bag, ballot=ballot, choices={"a": ballots[ballot]})
    for ballot in order:
        shuffled = put_in(shuffled, ballot=ballot, choices={"a": "0"})
        shuffled = put_in(shuffled, ballot=ballot, choices={"a": ballots[ballot]})

    assert shuffled == bag
    assert bag == [[ballot, {"a": ballots[ballot]}] for ballot in sorted(ballots)]


@pytest.mark.parametrize(
    ("state", "hours", "reason"),
    [
        (RoundState(5, 2, 2), 0, None),
        (RoundState(5, 0, 0), 23, None),
        (RoundState(5, 2, None), 0, VoidReason.URN_LOST),
        (RoundState(0, 0, None), 0, VoidReason.URN_LOST),
        (RoundState(0, 0, 0), 0, VoidReason.ROLL_LOST),
        (RoundState(5, 3, 2), 0, VoidReason.OUT_OF_STEP),
        (RoundState(5, 2, 3), 0, VoidReason.OUT_OF_STEP),
        (RoundState(5, 2, 2), 24, VoidReason.TOO_LONG),
    ],
)
def test_when_a_round_counts_as_void(state, hours, reason):
    assert broken(state, opened_at=LONG_AGO, at=LONG_AGO + timedelta(hours=hours)) == reason


def test_round_is_offered_for_closing_after_half_a_day():
    second = timedelta(seconds=1)
    offered = LONG_AGO + OFFERED_FOR_CLOSING_AFTER

    assert is_offered_for_closing(opened_at=LONG_AGO, at=offered)
    assert not is_offered_for_closing(opened_at=LONG_AGO, at=offered - second)
    assert timedelta(hours=12) == OFFERED_FOR_CLOSING_AFTER < VOID_AFTER
