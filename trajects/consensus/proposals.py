"""Whether another round makes sense: a proposal to the moderator, never a decision."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from trajects.consensus.counts import AGREEING, word
from trajects.consensus.firmness import Firmness, Place, placed
from trajects.consensus.movement import changes, stands_still
from trajects.consensus.ranking import Ranking

# A decision of this product: after that, talking brings more than voting.
ENOUGH_ROUNDS = 3


class Proposal(StrEnum):
    """GO_ON with another round, or the reason to stop voting."""

    SETTLED = "settled"
    STANDS_STILL = "stands_still"
    ENOUGH_ROUNDS = "enough_rounds"
    GO_ON = "go_on"


def proposal(rounds: Sequence[Ranking], top: int) -> Proposal:
    """The first that applies, from all counted rounds of the theme vote, oldest first.

    SETTLED: in the last round all N places of the top are taken, each is firm, and on each theme
    in it the group agrees or is unanimous. STANDS_STILL: no theme moved since the round before.
    """
    if rounds and _settled(rounds[-1], top):
        return Proposal.SETTLED
    if len(rounds) > 1 and stands_still(changes(*rounds[-2:])):
        return Proposal.STANDS_STILL
    return Proposal.ENOUGH_ROUNDS if len(rounds) >= ENOUGH_ROUNDS else Proposal.GO_ON


def _settled(ranking: Ranking, top: int) -> bool:
    standings = placed(ranking, top)
    inside = [theme for theme in ranking.ranked if standings[theme.key].place is Place.IN]
    return len(inside) == top and all(
        standings[theme.key].firmness is Firmness.FIRM
        and word(theme.counts, ranking.minimum) in AGREEING
        for theme in inside
    )
