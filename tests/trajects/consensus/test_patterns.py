from __future__ import annotations

import pytest
from hypothesis import given

from tests.trajects.consensus.examples import voted, votes
from trajects.consensus import (
    AGREED_FROM,
    Counts,
    Firmness,
    Pattern,
    Place,
    Standing,
    Word,
    patterns,
    word,
)

FIRM = Standing(Place.OUT, Firmness.FIRM)
DISPUTED = Standing(Place.IN, Firmness.DISPUTED)


@pytest.mark.parametrize(
    ("shorthand", "expected"),
    [
        ("5,1,6", [Pattern.SPLIT]),
        ("5,0,2", [Pattern.SPLIT]),
        ("1,0,2", [Pattern.SPLIT]),
        ("1,0,9", [Pattern.ONE_LOW]),
        ("1,5,7", [Pattern.ONE_LOW]),
        ("1,5,6", [Pattern.DIVIDED]),
        ("9,0,1", [Pattern.ONE_HIGH]),
        ("7,5,1", [Pattern.ONE_HIGH]),
        ("6,5,1", [Pattern.DIVIDED]),
        ("0,0,7", [Pattern.AGREED_HIGH]),
        ("0,2,10", [Pattern.AGREED_HIGH]),
        ("0,7,0", [Pattern.LUKEWARM]),
        ("1,9,1", [Pattern.LUKEWARM]),
        ("2,9,1", [Pattern.LUKEWARM]),
        ("9,3,0", [Pattern.AGREED_LOW]),
        ("4,4,4", [Pattern.DIVIDED]),
        ("0,5,5", [Pattern.DIVIDED]),
        ("9,0,3", [Pattern.DIVIDED]),
        ("0,4,8", []),
        ("3,8,1", []),
    ],
)
def test_pattern_of_the_votes_on_a_theme(shorthand, expected):
    assert list(patterns(votes(shorthand), FIRM)) == expected
    assert list(patterns(votes(shorthand), DISPUTED)) == [*expected, Pattern.AT_THE_BORDER]


def test_pattern_of_a_theme_that_is_not_ranked():
    assert patterns(votes("6,0,6,20"), None) == (Pattern.FEW_OPINIONS,)


MIRRORED = {
    Pattern.ONE_LOW: Pattern.ONE_HIGH,
    Pattern.ONE_HIGH: Pattern.ONE_LOW,
    Pattern.AGREED_HIGH: Pattern.AGREED_LOW,
    Pattern.AGREED_LOW: Pattern.AGREED_HIGH,
}


@given(voted)
def test_pattern_turns_with_the_votes(theme):
    turned = Counts(theme.three, theme.two, theme.one)

    assert patterns(turned, FIRM) == tuple(MIRRORED.get(p, p) for p in patterns(theme, FIRM))


@given(voted)
def test_pattern_agrees_with_the_word(theme):
    found = patterns(theme, FIRM)
    said = word(theme, minimum=1)

    assert (Pattern.SPLIT in found) == (said is Word.POLARISED)
    assert said is not Word.DIVIDED or found
    assert (Pattern.LUKEWARM in found) == (theme.two >= AGREED_FROM * theme.n)
