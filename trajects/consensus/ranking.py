"""The themes of a round in order of their points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from trajects.consensus.counts import Counts, has_enough_opinions, has_enough_votes


@dataclass(frozen=True)
class Ranked:
    """`rank` is 1 for the most points; equal means share a rank, and the next one skips."""

    key: str
    rank: int
    counts: Counts
    mean: Fraction


@dataclass(frozen=True)
class Ranking:
    """`ranked` from most to least points; `unranked` had too few opinions to be compared.

    Both keep the order in which the themes came in where nothing else decides.
    """

    ranked: tuple[Ranked, ...]
    unranked: tuple[str, ...]
    ballots: int
    minimum: int


def rank(counts_by_key: Mapping[str, Counts], ballots: int, minimum: int) -> Ranking:
    """`ballots` is how many people voted in the round, `minimum` how many had to."""
    means = {
        key: Fraction(counts.points, counts.n)
        for key, counts in counts_by_key.items()
        if has_enough_votes(counts, minimum) and has_enough_opinions(counts, ballots)
    }
    descending = sorted(means.values(), reverse=True)
    ranked = (
        Ranked(key, 1 + descending.index(mean), counts_by_key[key], mean)
        for key, mean in means.items()
    )
    return Ranking(
        ranked=tuple(sorted(ranked, key=lambda theme: theme.rank)),
        unranked=tuple(key for key in counts_by_key if key not in means),
        ballots=ballots,
        minimum=minimum,
    )
