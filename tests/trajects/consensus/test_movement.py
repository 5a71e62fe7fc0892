from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given

from tests.trajects.consensus.examples import ranked, voted, votes
from trajects.consensus import change, changes, stands_still


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("2,3,5", "2,3,5", "0"),
        ("10,0,0", "0,0,10", "1"),
        ("2,3,5", "2,4,4", "1/10"),
        ("5,5,0", "0,5,5", "1/2"),
        ("1,2,3", "2,4,6", "0"),
        ("4,4,4", "4,4,4,9", "0"),
        ("0,0,5", "0,1,5", "1/6"),
        ("1,1,3", "0,2,4", "1/5"),
    ],
)
def test_change_between_rounds(before, after, expected):
    assert change(votes(before), votes(after)) == Fraction(expected)


@given(voted, voted)
def test_change_is_a_distance_between_nothing_and_all(before, after):
    assert 0 <= change(before, after) <= 1
    assert change(before, after) == change(after, before)


@given(voted, voted, voted)
def test_change_over_a_round_in_between_is_never_smaller(first, second, third):
    assert change(first, third) <= change(first, second) + change(second, third)


def test_changes_are_of_the_themes_ranked_in_both_rounds():
    before = ranked({"a": "0,5,5", "b": "5,5,0", "c": "9,1,0", "d": "0,0,1,9"})
    after = ranked({"e": "0,0,10", "d": "0,10,0", "b": "5,4,1", "a": "0,5,5", "c": "0,0,2,8"})

    assert [*changes(before, after).items()] == [("a", 0), ("b", Fraction(1, 10))]


@pytest.mark.parametrize(
    ("moved", "expected"),
    [
        ([], False),
        (["0"], True),
        (["14/100", "0"], True),
        (["15/100"], False),
        (["1/12", "2/12"], False),
        (["1/12", "1/12"], True),
    ],
)
def test_positions_stand_still_when_every_change_is_below_15_percent(moved, expected):
    assert stands_still({str(n): Fraction(m) for n, m in enumerate(moved)}) is expected
