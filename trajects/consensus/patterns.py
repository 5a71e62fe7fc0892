"""What stands out in the votes on a theme, and is worth a question to the group."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from trajects.consensus.counts import AGREEING, Counts, Word, word
from trajects.consensus.firmness import Firmness, Standing
from trajects.consensus.medians import Median


class Pattern(StrEnum):
    FEW_OPINIONS = "few_opinions"
    SPLIT = "split"
    ONE_LOW = "one_low"
    ONE_HIGH = "one_high"
    AGREED_HIGH = "agreed_high"
    LUKEWARM = "lukewarm"
    AGREED_LOW = "agreed_low"
    DIVIDED = "divided"
    AT_THE_BORDER = "at_the_border"


# Who agrees has at least three quarters of the votes on one value, so the median is that value.
AGREED_ON: Mapping[Median | None, Pattern] = {
    (1, 1): Pattern.AGREED_LOW,
    (2, 2): Pattern.LUKEWARM,
    (3, 3): Pattern.AGREED_HIGH,
}


def patterns(counts: Counts, standing: Standing | None) -> tuple[Pattern, ...]:
    """At most two: one for the shape of the votes, and one for the place. Empty: nothing special.

    Without a standing the theme is not ranked: FEW_OPINIONS and nothing else (too few votes, or
    more than half of the ballots without an opinion). Else the first that applies:

    1. SPLIT: the word is polarised.
    2. ONE_LOW: exactly one vote of 1, and more than half of the votes are a 3.
    3. ONE_HIGH: exactly one vote of 3, and more than half of the votes are a 1.
    4. AGREED_HIGH, LUKEWARM, AGREED_LOW: the word is unanimous or agreed, on 3, 2 or 1.
    5. DIVIDED: the word is divided.

    AT_THE_BORDER comes after it when the place is disputed.
    """
    if standing is None:
        return (Pattern.FEW_OPINIONS,)
    shape = _shape(counts)
    border = Pattern.AT_THE_BORDER if standing.firmness is Firmness.DISPUTED else None
    return tuple(pattern for pattern in (shape, border) if pattern)


def _shape(counts: Counts) -> Pattern | None:
    """Of a ranked theme: there are votes enough, whatever the minimum of its round."""
    said = word(counts, minimum=1)
    if said is Word.POLARISED:
        return Pattern.SPLIT
    if counts.one == 1 and 2 * counts.three > counts.n:
        return Pattern.ONE_LOW
    if counts.three == 1 and 2 * counts.one > counts.n:
        return Pattern.ONE_HIGH
    if said in AGREEING:
        return AGREED_ON[counts.median]
    return Pattern.DIVIDED if said is Word.DIVIDED else None
