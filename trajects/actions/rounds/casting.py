"""Writes urn and roll and nothing else: no log, no message, no date."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.views.decorators.debug import sensitive_variables

from accounts.models import User
from trajects.actions.locking import lock_for_moderating
from trajects.actions.rounds.urn import lock_round, record_void, why_broken
from trajects.errors import (
    BallotOfAnother,
    NotOnRoll,
    SeatVoted,
    TooFewOnPaper,
    VotedElsewhere,
)
from trajects.models import Seat, Urn, VotingRound
from trajects.voting import FEWEST_ON_PAPER, Bag, Choices, ballot_hash, completed, new_key, put_in


@sensitive_variables()
def cast(*, voting_round_pk: int, seat: Seat, key: str, choices: Choices, at: datetime) -> None:
    """The ballot of this seat, new or instead of the one before. What is left open, or makes no
    sense, is no opinion.

    Raises BallotOfAnother, NotOnRoll, RoundOver, VotedElsewhere, and RoundVoid after writing down
    that it is void.
    """
    with transaction.atomic():
        found, bag = lock_round(voting_round_pk)
        reason = why_broken(found, at)
        if reason is None:
            ballot = ballot_hash(key, round_pk=found.pk)
            _may_put(found, bag, seat, ballot)
            _put(found, bag, {ballot: choices}, [seat])
    record_void(voting_round_pk, reason, at)


def _may_put(found: VotingRound, bag: Bag, seat: Seat, ballot: str) -> None:
    # Not once the seat went to another device.
    mine = found.roll.filter(seat=seat, seat__token_hash=seat.token_hash)
    submitted = mine.values_list("submitted", flat=True).first()
    if submitted is None:
        raise NotOnRoll
    is_in = any(line[0] == ballot for line in bag)
    if submitted and not is_in:
        raise VotedElsewhere
    if is_in and not submitted:
        raise BallotOfAnother


@sensitive_variables()
def cast_on_paper(
    *,
    voting_round: VotingRound,
    seats: Sequence[Seat],
    ballots: Sequence[Choices],
    by: User,
    at: datetime,
) -> None:
    """As many ballots as seats, all at once. Which ballot is whose is asked nowhere, and nothing is
    kept with which one could be changed.

    Raises NoLongerAllowed, NotOnRoll, RoundOver, SeatVoted, TooFewOnPaper, TrajectGone, and
    RoundVoid after writing down that it is void.
    """
    if len(ballots) < FEWEST_ON_PAPER or len({seat.pk for seat in seats}) != len(ballots):
        raise TooFewOnPaper
    with transaction.atomic():
        lock_for_moderating(voting_round.session.traject_id, by)
        found, bag = lock_round(voting_round.pk)
        reason = why_broken(found, at)
        if reason is None:
            _none_voted(found, seats)
            hashes = [ballot_hash(new_key(), round_pk=found.pk) for _ballot in ballots]
            _put(found, bag, dict(zip(hashes, ballots, strict=True)), seats)
    record_void(voting_round.pk, reason, at)


def _none_voted(found: VotingRound, seats: Sequence[Seat]) -> None:
    voted = list(found.roll.filter(seat__in=seats).values_list("submitted", flat=True))
    if len(voted) < len(seats):
        raise NotOnRoll
    if any(voted):
        raise SeatVoted


def _put(
    found: VotingRound, bag: Bag, ballots: Mapping[str, Choices], seats: Sequence[Seat]
) -> None:
    for ballot, choices in ballots.items():
        whole = completed(choices, items=found.keys, subject=found.session.about)
        bag = put_in(bag, ballot=ballot, choices=whole)
    Urn.objects.filter(pk=found.pk).update(bag=bag)
    # ONE update over all that voted: PostgreSQL marks a row with the transaction that wrote it.
    found.roll.filter(Q(submitted=True) | Q(seat__in=seats)).update(submitted=True)
