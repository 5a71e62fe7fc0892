"""The rounds that count, with their counts; of a round that is open there is nothing here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from trajects.models import Traject, VotingRound
from trajects.models.voting import VotingRoundQuerySet
from trajects.queries.rounds import counts_of
from trajects.stages import Subject

Counted = Mapping[str, int]


@dataclass(frozen=True)
class CountedRound:
    """`counts` by item, then by option."""

    voting_round: VotingRound
    counts: Mapping[str, Counted]

    @property
    def ballots(self) -> int:
        """Every ballot says something about every item, be it that there is no opinion."""
        return max((sum(counted.values()) for counted in self.counts.values()), default=0)


def counted_rounds(traject: Traject, *subjects: Subject) -> tuple[CountedRound, ...]:
    """The real ones of a traject, oldest first. Two queries, whatever the number."""
    rounds = VotingRound.objects.real().filter(session__traject=traject)
    return _with_counts(rounds.filter(session__subject__in=subjects))


def rounds_up_to(voting_round: VotingRound) -> tuple[CountedRound, ...]:
    """A counted round after those before it about the same, oldest first; of a practice its own
    session only. Two queries."""
    session = voting_round.session
    if session.is_practice:
        alike = VotingRound.objects.filter(session=session)
    else:
        alike = VotingRound.objects.real().filter(
            session__traject=session.traject_id, session__subject=session.subject
        )
    found = _with_counts(alike)
    place = [one.voting_round.pk for one in found].index(voting_round.pk)
    return found[: place + 1]


def _with_counts(rounds: VotingRoundQuerySet) -> tuple[CountedRound, ...]:
    found = rounds.counted().select_related("session").prefetch_related("tallies")
    return tuple(CountedRound(one, counts_of(one)) for one in found)
