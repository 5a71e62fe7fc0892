from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.geometry import vote_bars


def corners(block):
    return tuple(str(part) for part in (block.x, block.y, block.width, block.height, block.line))


def test_bars_stand_from_most_to_fewest_points():
    bars = vote_bars(one=1, two=5, three=6, ballots=12)

    assert [(bar.points, bar.count, bar.block.state) for bar in bars] == [
        (3, 6, "3"),
        (2, 5, "2"),
        (1, 1, "1"),
    ]
    assert {(bar.width, bar.height, bar.floor) for bar in bars} == {(150, 34, 33)}


@pytest.mark.parametrize(
    ("count", "ballots", "width"),
    [
        (12, 12, "148"),
        (10, 12, "123"),
        (8, 12, "98"),
        (5, 12, "60.5"),
        (2, 12, "23"),
        (1, 12, "10.5"),
        (1, 7, "19.43"),
    ],
)
def test_bar_is_as_long_as_its_part_of_the_ballots(count, ballots, width):
    three, _two, _one = vote_bars(one=0, two=0, three=count, ballots=ballots)

    assert corners(three.block) == ("1", "2", width, "30", "2")


def test_bar_of_nobody_is_only_the_floor():
    assert [bar.block for bar in vote_bars(one=0, two=0, three=0, ballots=0)] == [None] * 3


def test_bar_of_one_in_a_hundred_has_a_thinner_outline():
    *_others, one = vote_bars(one=1, two=99, three=0, ballots=100)

    assert corners(one.block) == ("0.38", "1.38", "0.75", "31.25", "0.75")


@pytest.mark.parametrize("counts", [(-1, 1, 1), (1, -1, 1), (1, 1, -1), (2, 2, 2)])
def test_bars_of_more_votes_than_ballots(counts):
    with pytest.raises(ValueError, match="of 5"):
        vote_bars(*counts, ballots=5)


@given(st.tuples(*[st.integers(0, 40)] * 4).filter(any))
def test_bars_with_their_outline_have_the_length_of_their_share(counts):
    one, two, three, none = counts
    ballots = one + two + three + none

    for bar in vote_bars(one, two, three, ballots):
        if bar.block is None:
            assert bar.count == 0
        else:
            drawn = Fraction(bar.block.width) + Fraction(bar.block.line)
            assert abs(drawn - Fraction(150 * bar.count, ballots)) <= Fraction(1, 100)
            assert bar.block.width > 0
