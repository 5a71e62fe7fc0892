from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given

from tests.trajects.consensus.examples import PROJECTOR, counts, voted, votes
from trajects.consensus import Counts, Word, word


@pytest.mark.parametrize(
    ("shorthand", "median", "spread", "agreement", "expected"),
    [
        ("7,0,0", (1, 1), 0, "1", Word.UNANIMOUS),
        ("1,6,0", (2, 2), 1, "6/7", Word.AGREED),
        ("0,5,2", (2, 2), 2, "5/7", Word.MOSTLY_AGREED),
        ("5,0,2", (1, 1), 4, "3/7", Word.POLARISED),
        ("3,1,3", (2, 2), 6, "1/7", Word.POLARISED),
        ("0,5,5", (2, 3), 5, "1/2", Word.DIVIDED),
        ("1,8,1", (2, 2), 2, "4/5", Word.AGREED),
        ("9,3,0", (1, 1), 3, "3/4", Word.AGREED),
        ("9,0,3", (1, 1), 6, "1/2", Word.DIVIDED),
        ("4,4,4", (2, 2), 8, "1/3", Word.DIVIDED),
        ("6,0,6", (1, 3), 12, "0", Word.POLARISED),
        ("7,0,2", (1, 1), 4, "5/9", Word.MOSTLY_AGREED),
        ("0,0,7", (3, 3), 0, "1", Word.UNANIMOUS),
        ("0,7,0", (2, 2), 0, "1", Word.UNANIMOUS),
        ("4,0,0", (1, 1), 0, "1", Word.TOO_FEW),
        ("2,0,2", (1, 3), 4, "0", Word.TOO_FEW),
    ],
)
def test_votes_on_a_theme(shorthand, median, spread, agreement, expected):
    theme = votes(shorthand)

    assert (theme.median, theme.spread, theme.agreement) == (median, spread, Fraction(agreement))
    assert word(theme) is expected


def test_votes_as_the_design_shows_them():
    themes = {key: votes(shorthand) for key, shorthand in PROJECTOR.items()}

    assert {key: (t.mean, t.median, t.agreement, word(t)) for key, t in themes.items()} == {
        "werking": (Fraction(17, 6), (3, 3), Fraction(5, 6), Word.AGREED),
        "aankopen": (Fraction(8, 3), (3, 3), Fraction(2, 3), Word.MOSTLY_AGREED),
        "toegankelijk": (Fraction(29, 12), (2, 3), Fraction(5, 12), Word.DIVIDED),
        "mobiliteit": (Fraction(7, 3), (2, 2), Fraction(1, 2), Word.DIVIDED),
        "energie": (Fraction(25, 12), (2, 3), Fraction(1, 12), Word.POLARISED),
        "gezondheid": (Fraction(2), (2, 2), Fraction(1, 3), Word.DIVIDED),
        "informatie": (Fraction(2), (2, 2), Fraction(9, 11), Word.AGREED),
        "participatie": (Fraction(11, 6), (2, 2), Fraction(2, 3), Word.MOSTLY_AGREED),
        "water": (Fraction(4, 3), (1, 1), Fraction(2, 3), Word.MOSTLY_AGREED),
    }


def test_votes_without_an_opinion_are_counted_apart():
    theme = Counts(1, 2, 3, none=4)

    assert (theme.n, theme.ballots, theme.points, theme.mean) == (6, 10, 14, Fraction(7, 3))


def test_votes_of_nobody_give_no_figure():
    theme = Counts(0, 0, 0, none=6)

    assert (theme.mean, theme.median, theme.agreement, theme.spread) == (None, None, None, 0)
    assert (theme.unanimous, theme.polarised) == (False, False)
    assert word(theme, minimum=0) is Word.TOO_FEW


@pytest.mark.parametrize(
    ("shorthand", "minimum", "expected"),
    [
        ("0,0,5", 8, Word.UNANIMOUS),
        ("0,0,4", 8, Word.TOO_FEW),
        ("0,0,4", 4, Word.UNANIMOUS),
        ("0,0,3", 4, Word.TOO_FEW),
        ("0,0,3", 3, Word.UNANIMOUS),
    ],
)
def test_word_needs_five_votes_or_the_lower_minimum_of_the_round(shorthand, minimum, expected):
    assert word(votes(shorthand), minimum) is expected


@pytest.mark.parametrize("negative", [(-1, 2, 3), (1, -2, 3), (1, 2, -3), (1, 2, 3, -1)])
def test_votes_below_nothing(negative):
    with pytest.raises(ValueError, match="fewer than no votes"):
        Counts(*negative)


def reversed_(theme: Counts) -> Counts:
    return Counts(theme.three, theme.two, theme.one, theme.none)


@given(voted)
def test_agreement_lies_between_split_and_all_equal(theme):
    assert 0 <= theme.agreement <= 1
    assert (theme.agreement == 1) == (max(theme.one, theme.two, theme.three) == theme.n)
    assert (theme.agreement == 0) == (theme.one == theme.three and theme.two == 0)


@given(voted)
def test_agreement_is_blind_to_the_direction(theme):
    other = reversed_(theme)

    assert (other.agreement, word(other)) == (theme.agreement, word(theme))
    assert other.mean == 4 - theme.mean
    assert other.median == tuple(sorted(4 - middle for middle in theme.median))


@given(voted)
def test_median_has_at_most_half_of_the_votes_on_either_side(theme):
    cast = [1] * theme.one + [2] * theme.two + [3] * theme.three
    low, high = theme.median

    assert low == cast[(len(cast) - 1) // 2]
    assert high == cast[len(cast) // 2]


def agreement_of_van_der_eijk(theme: Counts) -> Fraction:
    """A (2001): layers of equal votes are peeled off; each weighs its pattern of full and empty."""
    left = [theme.one, theme.two, theme.three]
    total = Fraction(0)
    while any(left):
        full = [votes > 0 for votes in left]
        thickness = min(votes for votes in left if votes)
        weight = Fraction(thickness * sum(full), theme.n)
        total += weight * _agreement_of_pattern(full)
        left = [votes - thickness if votes else 0 for votes in left]
    return total


def _agreement_of_pattern(full: list[bool]) -> Fraction:
    values, taken = len(full), sum(full)
    triples = list(combinations(full, 3))
    unimodal = sum(triple in ((True, True, False), (False, True, True)) for triple in triples)
    bimodal = sum(triple == (True, False, True) for triple in triples)
    found = unimodal + bimodal
    unimodality = (
        Fraction((values - 2) * unimodal - (values - 1) * bimodal, (values - 2) * found)
        if found
        else Fraction(1)
    )
    return unimodality * (1 - Fraction(taken - 1, values - 1))


def test_agreement_of_van_der_eijk_at_its_ends():
    found = [agreement_of_van_der_eijk(votes(v)) for v in ("7,0,0", "4,4,4", "0,5,5", "6,0,6")]

    assert found == [1, 0, Fraction(1, 2), -1]


@given(counts)
def test_polarised_is_a_negative_agreement_of_van_der_eijk(theme):
    assert theme.polarised == (agreement_of_van_der_eijk(theme) < 0)
