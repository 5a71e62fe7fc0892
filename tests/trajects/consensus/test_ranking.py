from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given

from tests.trajects.consensus.examples import PROJECTOR, ranked, rounds, votes
from trajects.consensus import Counts, Ranked, rank


def test_rank_shares_a_rank_and_skips_the_next():
    ranking = ranked(PROJECTOR)

    assert [(theme.rank, theme.key) for theme in ranking.ranked] == [
        (1, "werking"),
        (2, "aankopen"),
        (3, "toegankelijk"),
        (4, "mobiliteit"),
        (5, "energie"),
        (6, "gezondheid"),
        (6, "informatie"),
        (8, "participatie"),
        (9, "water"),
    ]


def test_rank_keeps_the_order_of_the_themes_where_points_are_equal():
    ranking = ranked({"z": "0,5,0", "b": "0,0,5", "a": "1,3,1"})

    assert [theme.key for theme in ranking.ranked] == ["b", "z", "a"]


def test_rank_gives_the_figures_with_each_theme():
    ranking = rank({"a": votes("1,2,3,1")}, ballots=7, minimum=3)

    assert ranking.ranked == (Ranked("a", 1, Counts(1, 2, 3, 1), Fraction(7, 3)),)
    assert (ranking.unranked, ranking.ballots, ranking.minimum) == ((), 7, 3)


@pytest.mark.parametrize(
    ("shorthand", "ballots", "minimum", "is_ranked"),
    [
        ("0,0,5,5", 10, 5, True),
        ("0,0,5,6", 11, 5, False),
        ("0,0,6,5", 11, 5, True),
        ("0,0,4,0", 4, 5, False),
        ("0,0,4,0", 4, 4, True),
        ("0,0,3,1", 4, 4, False),
        ("0,0,5,0", 5, 9, True),
        ("0,0,0,0", 0, 0, False),
    ],
)
def test_rank_needs_votes_enough_and_half_of_the_ballots(shorthand, ballots, minimum, is_ranked):
    ranking = rank({"a": votes(shorthand)}, ballots, minimum)

    assert [theme.key for theme in ranking.ranked] == ["a"] * is_ranked
    assert list(ranking.unranked) == ["a"] * (not is_ranked)


@given(rounds())
def test_rank_counts_who_stands_higher(ranking):
    for theme in ranking.ranked:
        assert theme.rank == 1 + sum(other.mean > theme.mean for other in ranking.ranked)


@given(rounds())
def test_rank_leaves_no_theme_out_and_the_order_falls(ranking):
    means = [theme.mean for theme in ranking.ranked]

    assert means == sorted(means, reverse=True)
    assert len({theme.key for theme in ranking.ranked} | {*ranking.unranked}) == (
        len(ranking.ranked) + len(ranking.unranked)
    )
