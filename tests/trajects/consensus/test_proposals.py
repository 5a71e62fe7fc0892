from __future__ import annotations

import pytest

from tests.trajects.consensus.examples import PROJECTOR, ranked
from trajects.consensus import Proposal, proposal

CLEAR = {"a": "0,1,9", "b": "0,2,8", "c": "0,0,10", "d": "3,7,0", "e": "5,5,0"}
OPEN = {"a": "0,5,5", "b": "3,3,4", "c": "0,6,4", "d": "2,4,4", "e": "4,2,4"}
MOVED = {"a": "5,5,0", "b": "4,3,3", "c": "4,6,0", "d": "4,4,2", "e": "2,4,4"}
NUDGED = OPEN | {"a": "0,4,6"}


@pytest.mark.parametrize(
    ("rounds", "expected"),
    [
        ([], Proposal.GO_ON),
        ([OPEN], Proposal.GO_ON),
        ([CLEAR], Proposal.SETTLED),
        ([CLEAR, OPEN], Proposal.GO_ON),
        ([OPEN, CLEAR], Proposal.SETTLED),
        ([CLEAR, CLEAR], Proposal.SETTLED),
        ([OPEN, NUDGED], Proposal.STANDS_STILL),
        ([OPEN, MOVED], Proposal.GO_ON),
        ([OPEN, NUDGED, MOVED], Proposal.ENOUGH_ROUNDS),
        ([OPEN, MOVED, OPEN], Proposal.ENOUGH_ROUNDS),
        ([MOVED, OPEN, NUDGED], Proposal.STANDS_STILL),
        ([OPEN, MOVED, CLEAR], Proposal.SETTLED),
        ([OPEN, {"new": "5,1,4"}], Proposal.GO_ON),
        ([PROJECTOR], Proposal.GO_ON),
    ],
)
def test_proposal_after_rounds(rounds, expected):
    assert proposal([ranked(round_) for round_ in rounds], top=3) is expected


@pytest.mark.parametrize(
    "why_not",
    [
        {"b": "0,5,5"},
        {"b": "0,3,7"},
        {"d": "0,2,8"},
        {"d": "0,3,7"},
        {"a": "0,0,4,6", "b": "0,0,4,6", "d": "0,0,4,6", "e": "0,0,4,6"},
    ],
    ids=["divided", "mostly agreed", "tied", "not firm", "two places are empty"],
)
def test_proposal_does_not_stop_while_the_top_is_not_settled(why_not):
    assert proposal([ranked(CLEAR | why_not)], top=3) is Proposal.GO_ON


def test_proposal_counts_a_small_group_by_the_minimum_of_its_round():
    small = {"a": "0,0,4", "b": "4,0,0"}

    assert proposal([ranked(small, minimum=4)], top=1) is Proposal.SETTLED
    assert proposal([ranked(small, minimum=5)], top=1) is Proposal.GO_ON
