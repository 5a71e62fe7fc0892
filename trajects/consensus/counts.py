"""What a group said about one theme, counted, and how far it agrees.

Agreement is Leik's (1966), for ordered values: it needs no distance between the points. Standard
deviation, interquartile range and Kendall's W mislead on three values and few voters.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass
from enum import StrEnum
from fractions import Fraction

from trajects.consensus.medians import Median, median_of

# All of them are decisions of this product. Below five votes one person makes the outcome.
ENOUGH_VOTES = 5
AGREED_FROM = Fraction(3, 4)
MOSTLY_AGREED_ABOVE = Fraction(1, 2)
ENOUGH_OPINIONS_FROM = Fraction(1, 2)


class Word(StrEnum):
    """The one word for the votes on a theme."""

    TOO_FEW = "too_few"
    POLARISED = "polarised"
    UNANIMOUS = "unanimous"
    AGREED = "agreed"
    MOSTLY_AGREED = "mostly_agreed"
    DIVIDED = "divided"


AGREEING = frozenset({Word.UNANIMOUS, Word.AGREED})


@dataclass(frozen=True)
class Counts:
    """Votes of 1, 2 and 3 points, and of people without an opinion, who are not in `n`."""

    one: int
    two: int
    three: int
    none: int = 0

    def __post_init__(self) -> None:
        if min(astuple(self)) < 0:
            raise ValueError(f"{self}: fewer than no votes")

    @property
    def n(self) -> int:
        return self.one + self.two + self.three

    @property
    def ballots(self) -> int:
        return self.n + self.none

    @property
    def points(self) -> int:
        return self.one + 2 * self.two + 3 * self.three

    @property
    def mean(self) -> Fraction | None:
        return Fraction(self.points, self.n) if self.n else None

    @property
    def median(self) -> Median | None:
        return median_of({1: self.one, 2: self.two, 3: self.three})

    @property
    def spread(self) -> int:
        """S: 0 when all are equal, n when the group is split over the extremes."""
        return min(self.one, self.n - self.one) + min(self.three, self.n - self.three)

    @property
    def agreement(self) -> Fraction | None:
        """E = 1 − S / n: 1 all equal, 0 split over the extremes."""
        return 1 - Fraction(self.spread, self.n) if self.n else None

    @property
    def polarised(self) -> bool:
        """The middle is a valley between two peaks: van der Eijk's (2001) A < 0.

        As b < min(a, c) follows from it, there is no need to ask for that as well."""
        lower_peak = min(self.one, self.three)
        return 2 * (lower_peak - self.two) > abs(self.one - self.three)

    @property
    def unanimous(self) -> bool:
        return 0 < self.n == max(self.one, self.two, self.three)


def has_enough_votes(counts: Counts, minimum: int) -> bool:
    """Five, or the minimum of the round if that is lower; never nobody."""
    return counts.n >= max(1, min(ENOUGH_VOTES, minimum))


def has_enough_opinions(counts: Counts, ballots: int) -> bool:
    """Half of all who voted in the round had an opinion on this theme."""
    return counts.n >= ENOUGH_OPINIONS_FROM * ballots


def word(counts: Counts, minimum: int = ENOUGH_VOTES) -> Word:
    """The first that applies; `minimum` is that of the round."""
    agreement = counts.agreement
    if agreement is None or not has_enough_votes(counts, minimum):
        return Word.TOO_FEW
    if counts.polarised:
        return Word.POLARISED
    if counts.unanimous:
        return Word.UNANIMOUS
    if agreement >= AGREED_FROM:
        return Word.AGREED
    return Word.MOSTLY_AGREED if agreement > MOSTLY_AGREED_ABOVE else Word.DIVIDED
