"""From counted votes to what a group can see about itself: agreement, order, firmness, movement.

Everything is an exact rational; rounding happens once, where a number is printed. Nothing here
decides: the group does.
"""

from trajects.consensus.counts import (
    AGREED_FROM,
    AGREEING,
    ENOUGH_OPINIONS_FROM,
    ENOUGH_VOTES,
    MOSTLY_AGREED_ABOVE,
    Counts,
    Word,
    word,
)
from trajects.consensus.firmness import Firmness, Place, Standing, placed
from trajects.consensus.medians import Median, median_of
from trajects.consensus.movement import STANDS_STILL_BELOW, change, changes, stands_still
from trajects.consensus.patterns import Pattern, patterns
from trajects.consensus.proposals import ENOUGH_ROUNDS, Proposal, proposal
from trajects.consensus.ranking import Ranked, Ranking, rank
from trajects.consensus.scales import SCALE, ScaleSummary, median_change, scale_summary

__all__ = [
    "AGREED_FROM",
    "AGREEING",
    "ENOUGH_OPINIONS_FROM",
    "ENOUGH_ROUNDS",
    "ENOUGH_VOTES",
    "MOSTLY_AGREED_ABOVE",
    "SCALE",
    "STANDS_STILL_BELOW",
    "Counts",
    "Firmness",
    "Median",
    "Pattern",
    "Place",
    "Proposal",
    "Ranked",
    "Ranking",
    "ScaleSummary",
    "Standing",
    "Word",
    "change",
    "changes",
    "median_change",
    "median_of",
    "patterns",
    "placed",
    "proposal",
    "rank",
    "scale_summary",
    "stands_still",
    "word",
]
