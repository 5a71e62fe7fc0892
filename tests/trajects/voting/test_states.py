"""Test 4 of the secret vote: whatever people do in whatever order, nobody counts twice, the last
vote counts, and the counts of every item add up to the number of seats that voted."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.trajects.factories import SeatFactory
from tests.trajects.voting.rooms import AT, Room
from trajects.actions.rounds import cast_on_paper, casting
from trajects.errors import (
    BallotOfAnother,
    NotOnRoll,
    RoundOver,
    SeatVoted,
    TooFewOnPaper,
    TrajectError,
    VotedElsewhere,
)
from trajects.models import Urn
from trajects.queries.rounds import counts_of, round_state
from trajects.voting import POINTS, RoundState

VOTERS = 6
SOMEBODY = st.integers(0, VOTERS - 1)
BALLOT = st.fixed_dictionaries({}, optional=dict.fromkeys(("k1", "k2"), st.sampled_from(POINTS)))


class Voting(RuleBasedStateMachine):
    """Beside the product a plain memory of what should be: `ballots` by key, `voted` by number.
    `keys` is what each browser has now."""

    def __init__(self, traject, els):
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.room = Room.of(traject, els, voters=VOTERS, minimum=3)
        self.keys = {voter: f"{voter}-0" for voter in range(VOTERS)}
        self.ballots: dict[str, dict[str, str]] = {}
        self.voted: set[int] = set()
        self.is_closed = False

    def teardown(self):
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)

    def _vote(self, voter: int, key: str, choices: dict[str, str]) -> type[TrajectError] | None:
        try:
            self.room.cast(voter, choices, key=key)
        except TrajectError as refused:
            return type(refused)
        self.ballots[key] = choices
        self.voted.add(voter)
        return None

    def _expected(self, voter: int, key: str) -> type[TrajectError] | None:
        if self.is_closed:
            return RoundOver
        if voter in self.voted:
            return None if key in self.ballots else VotedElsewhere
        return BallotOfAnother if key in self.ballots else None

    @rule(voter=SOMEBODY, choices=BALLOT)
    def vote_or_change(self, voter, choices):
        expected = self._expected(voter, self.keys[voter])

        assert self._vote(voter, self.keys[voter], choices) == expected

    @rule(voter=SOMEBODY)
    def lose_key(self, voter):
        self.keys[voter] += "0"

    @rule(thief=SOMEBODY, victim=SOMEBODY, choices=BALLOT)
    def steal_key(self, thief, victim, choices):
        """Who voted and has the key of another's ballot replaces it: nobody counts twice then."""
        expected = self._expected(thief, self.keys[victim])

        assert self._vote(thief, self.keys[victim], choices) == expected

    @rule(choices=BALLOT)
    def come_late(self, choices):
        self.room.seats.append(SeatFactory(session=self.room.session))
        expected = RoundOver if self.is_closed else NotOnRoll

        assert self._vote(len(self.room.seats) - 1, "late", choices) == expected

    @rule(voters=st.lists(SOMEBODY, max_size=VOTERS), choices=BALLOT)
    def vote_on_paper(self, voters, choices):
        seats = [self.room.seats[voter] for voter in voters]
        expected = self._expected_on_paper(voters)
        refused = self._refused_on_paper(seats, [choices] * len(voters))

        assert refused is expected
        if refused is None:
            self.ballots |= {f"paper-{voter}": choices for voter in voters}
            self.voted |= set(voters)

    def _refused_on_paper(self, seats, ballots):
        room = self.room
        try:
            cast_on_paper(voting_round=room.round, seats=seats, ballots=ballots, by=room.els, at=AT)
        except TrajectError as refused:
            return type(refused)
        return None

    def _expected_on_paper(self, voters):
        if len(voters) < 3 or len(set(voters)) < len(voters):
            return TooFewOnPaper
        if self.is_closed:
            return RoundOver
        return SeatVoted if self.voted & set(voters) else None

    @precondition(lambda self: len(self.voted) >= 3)
    @rule()
    def close_once_or_twice(self):
        self.is_closed = True

        assert self.room.close().is_counted

    @invariant()
    def every_seat_counts_once(self):
        if not self.is_closed:
            many = len(self.voted)
            assert len(self.ballots) == many
            assert round_state(self.room.round) == RoundState(VOTERS, many, many)

    @invariant()
    def roll_says_who_voted(self):
        assert self.room.voted == [voter in self.voted for voter in range(VOTERS)]

    @invariant()
    def last_vote_counts(self):
        if self.is_closed:
            assert not Urn.objects.filter(round=self.room.round).exists()
            counts = counts_of(self.room.stored)
        else:
            counts = _counted(line[1] for line in self.room.bag)
        assert counts == _counted(self.ballots.values())
        assert {sum(options.values()) for options in counts.values()} == {len(self.voted)}


def _counted(ballots):
    ballots = list(ballots)
    return {
        item: {
            option: sum(ballot.get(item, "0") == option for ballot in ballots) for option in POINTS
        }
        for item in ("k1", "k2")
    }


def explore(traject, els, *, times):
    run_state_machine_as_test(
        lambda: Voting(traject, els),
        settings=settings(
            max_examples=times,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            # Without looking for the shortest evening that fails: that takes minutes.
            phases=[Phase.generate],
        ),
    )


def test_nobody_counts_twice_and_the_last_vote_counts(traject, els):
    explore(traject, els, times=12)


@pytest.mark.deep
def test_nobody_counts_twice_in_hundreds_of_evenings(traject, els):
    explore(traject, els, times=400)


def test_control_a_second_ballot_of_one_seat_is_found(traject, els, monkeypatch):
    """Who lost the key simply votes again."""
    monkeypatch.setattr(casting, "_may_put", lambda *_given: None)

    with pytest.raises(AssertionError):
        explore(traject, els, times=100)


def test_control_first_vote_that_counts_is_found(traject, els, monkeypatch):
    put_in = casting.put_in

    def keep_the_first(bag, *, ballot, choices):
        is_new = all(line[0] != ballot for line in bag)
        return put_in(bag, ballot=ballot, choices=choices) if is_new else bag

    monkeypatch.setattr(casting, "put_in", keep_the_first)

    with pytest.raises(AssertionError):
        explore(traject, els, times=100)
