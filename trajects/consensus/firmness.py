"""Who is in the top N, and whether one vote could change that."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import lcm

from trajects.consensus.counts import Counts
from trajects.consensus.ranking import Ranking


class Place(StrEnum):
    """With regard to the top N. TIED: shares its mean with others across the border."""

    IN = "in"
    OUT = "out"
    TIED = "tied"


class Firmness(StrEnum):
    """FIRM: in (or out) now and after every change of one vote by one point, in any one theme."""

    FIRM = "firm"
    DISPUTED = "disputed"


@dataclass(frozen=True)
class Standing:
    place: Place
    firmness: Firmness


def placed(ranking: Ranking, top: int) -> dict[str, Standing]:
    """Of every ranked theme, in the order of the ranking; `top` is the N of the top N.

    A tie is always disputed: one vote on the theme itself breaks it.
    """
    if top < 1:
        raise ValueError(f"a top {top} has no places")
    totals, changed = _scaled([theme.counts for theme in ranking.ranked])
    now = _places(totals, top)
    shaken = {
        index
        for others in changed
        for index, place in enumerate(_places(others, top))
        if place is not now[index]
    }
    return {
        theme.key: Standing(place, Firmness.DISPUTED if index in shaken else Firmness.FIRM)
        for index, (theme, place) in enumerate(zip(ranking.ranked, now, strict=True))
    }


def _scaled(themes: Sequence[Counts]) -> tuple[list[int], Iterator[list[int]]]:
    """The means as whole numbers over one denominator; and, per change of one vote, all of them
    after it.

    Which vote changes makes no difference: one point more or less moves only the mean of its own
    theme, by 1 / n. So there are at most two changes per theme.
    """
    denominator = lcm(*(counts.n for counts in themes))
    means = [counts.points * denominator // counts.n for counts in themes]
    changed = (
        [*means[:index], means[index] + points * denominator // counts.n, *means[index + 1 :]]
        for index, counts in enumerate(themes)
        for points in _one_vote(counts)
    )
    return means, changed


def _one_vote(counts: Counts) -> Iterator[int]:
    if counts.one or counts.two:
        yield 1
    if counts.two or counts.three:
        yield -1


def _places(means: Sequence[int], top: int) -> list[Place]:
    ascending = sorted(means)
    return [_place(mean, ascending, top) for mean in means]


def _place(mean: int, ascending: Sequence[int], top: int) -> Place:
    """`ascending` holds the mean itself as well."""
    others_at_least = len(ascending) - bisect_left(ascending, mean) - 1
    others_above = len(ascending) - bisect_right(ascending, mean)
    if others_at_least < top:
        return Place.IN
    return Place.OUT if others_above >= top else Place.TIED
