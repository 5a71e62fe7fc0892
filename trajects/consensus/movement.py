"""How far a group moved between two rounds."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from trajects.consensus.counts import Counts
from trajects.consensus.ranking import Ranking

# A decision of this product: of twelve people, one changing the mind is 8 % and two are 17 %.
STANDS_STILL_BELOW = Fraction(15, 100)


def change(before: Counts, after: Counts) -> Fraction:
    """Total variation, ½ · Σ |p − q| over the shares of 1, 2 and 3 points: 0 the same, 1 nothing
    in common. With the same voters, at least this part of them changed. Both have votes."""
    pairs = zip(_shares(before), _shares(after), strict=True)
    return sum((abs(p - q) for p, q in pairs), Fraction(0)) / 2


def changes(before: Ranking, after: Ranking) -> dict[str, Fraction]:
    """Of every theme that is ranked in both rounds, in the order of the later one."""
    earlier = {theme.key: theme.counts for theme in before.ranked}
    return {
        theme.key: change(earlier[theme.key], theme.counts)
        for theme in after.ranked
        if theme.key in earlier
    }


def stands_still(changes: Mapping[str, Fraction]) -> bool:
    """All below 15 %. Nothing to compare is no proof of standing still."""
    return bool(changes) and all(moved < STANDS_STILL_BELOW for moved in changes.values())


def _shares(counts: Counts) -> tuple[Fraction, ...]:
    return tuple(Fraction(votes, counts.n) for votes in (counts.one, counts.two, counts.three))
