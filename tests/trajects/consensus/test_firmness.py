from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.trajects.consensus.examples import PROJECTOR, ranked, rounds, votes
from trajects.consensus import Counts, Firmness, Place, Ranking, Standing, placed, rank

TEN = {"A": "0,1,9", "B": "0,3,7", "C": "1,4,5", "D": "2,4,4", "E": "6,3,1"}

IN = Standing(Place.IN, Firmness.FIRM)
OUT = Standing(Place.OUT, Firmness.FIRM)
MAYBE_IN = Standing(Place.IN, Firmness.DISPUTED)
MAYBE_OUT = Standing(Place.OUT, Firmness.DISPUTED)
TIED = Standing(Place.TIED, Firmness.DISPUTED)


@pytest.mark.parametrize(
    ("d", "expected"),
    [
        ("2,4,4", {"A": IN, "B": IN, "C": IN, "D": OUT, "E": OUT}),
        ("1,5,4", {"A": IN, "B": IN, "C": MAYBE_IN, "D": MAYBE_OUT, "E": OUT}),
        ("1,4,5", {"A": IN, "B": IN, "C": TIED, "D": TIED, "E": OUT}),
    ],
)
def test_place_of_ten_votes_and_a_top_three(d, expected):
    assert placed(ranked(TEN | {"D": d}), 3) == expected


def test_place_as_the_design_shows_it():
    standings = placed(ranked(PROJECTOR), 3)

    assert list(standings.values()) == [IN, IN, MAYBE_IN, MAYBE_OUT, *[OUT] * 5]


@pytest.mark.parametrize("top", [2, 3, 9])
def test_place_is_in_and_firm_where_there_is_room_for_all(top):
    assert placed(ranked({"a": "5,0,0", "b": "0,0,5"}), top) == {"a": IN, "b": IN}


def test_place_of_a_theme_with_too_few_opinions_is_none():
    assert placed(ranked({"a": "5,0,0", "b": "0,0,1,4"}), 1) == {"a": IN}


def test_place_in_a_round_without_themes():
    assert placed(rank({}, 5, 5), 3) == {}


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("0,1,4", {"a": MAYBE_IN, "b": MAYBE_OUT}),
        ("0,2,3", {"a": IN, "b": OUT}),
        ("0,1,5", {"a": MAYBE_IN, "b": MAYBE_OUT}),
        ("0,2,4", {"a": IN, "b": OUT}),
    ],
)
def test_lead_of_one_vote_is_disputed_and_of_two_is_firm(second, expected):
    assert placed(ranked({"a": "0,0,5", "b": second}), 1) == expected


@pytest.mark.parametrize(
    ("many", "few", "expected"),
    [
        ("0,4,6", "0,3,2,5", {"many": MAYBE_IN, "few": MAYBE_OUT}),
        ("0,6,4", "0,2,3,5", {"many": MAYBE_OUT, "few": MAYBE_IN}),
    ],
)
def test_one_vote_weighs_more_where_few_have_an_opinion(many, few, expected):
    """A lead of two tenths: a vote of the ten is one tenth, a vote of the five two."""
    assert placed(ranked({"many": many, "few": few}), 1) == expected


@pytest.mark.parametrize("top", [0, -1])
def test_place_in_a_top_of_nothing(top):
    with pytest.raises(ValueError, match="has no places"):
        placed(ranked(TEN), top)


def naive_places(themes: dict[str, Counts], top: int) -> dict[str, Place]:
    """Straight from the definition."""
    found = {}
    for key, theme in themes.items():
        others = [other.mean for name, other in themes.items() if name != key]
        if sum(other >= theme.mean for other in others) < top:
            found[key] = Place.IN
        elif sum(other > theme.mean for other in others) >= top:
            found[key] = Place.OUT
        else:
            found[key] = Place.TIED
    return found


def every_change(theme: Counts) -> list[Counts]:
    """Each vote, one by one, moved by one point."""
    found = []
    for source, target in (("one", "two"), ("two", "one"), ("two", "three"), ("three", "two")):
        for _vote in range(getattr(theme, source)):
            moved = {
                source: getattr(theme, source) - 1,
                target: getattr(theme, target) + 1,
            }
            found.append(replace(theme, **moved))
    return found


def naive_standings(ranking: Ranking, top: int) -> dict[str, Standing]:
    themes = {theme.key: theme.counts for theme in ranking.ranked}
    now = naive_places(themes, top)
    after = [
        naive_places(themes | {key: changed}, top)
        for key, theme in themes.items()
        for changed in every_change(theme)
    ]
    return {
        key: Standing(
            place,
            Firmness.FIRM
            if place is not Place.TIED and all(later[key] is place for later in after)
            else Firmness.DISPUTED,
        )
        for key, place in now.items()
    }


@given(rounds(), st.integers(1, 4))
def test_place_is_that_of_trying_every_vote(ranking, top):
    assert placed(ranking, top) == naive_standings(ranking, top)


@given(rounds(), st.integers(1, 4))
def test_top_that_is_taken_by_firm_themes_leaves_nothing_disputed(ranking, top):
    standings = placed(ranking, top).values()

    if [*standings].count(IN) == top:
        assert {*standings} <= {IN, OUT}


@given(st.lists(st.integers(0, 10), min_size=2, max_size=5), st.integers(1, 3))
def test_place_does_not_depend_on_the_order_of_the_themes(numbers, top):
    themes = {str(key): votes(f"{10 - n},0,{n}") for key, n in enumerate(numbers)}
    backwards = dict(reversed(themes.items()))

    assert placed(rank(themes, 10, 5), top) == placed(rank(backwards, 10, 5), top)
