"""What may be known of a voting round: how far it is, and once it is closed its counts."""

from typing import Any

from django.db.models import Count, Func, IntegerField, Q

from trajects.models import Traject, VotingRound
from trajects.stages import Subject
from trajects.voting import RoundState


class JSONLength(Func):
    """How many there are in a JSON list; none for none. The database counts, so that what is in the
    list is not read."""

    output_field = IntegerField()

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        return self.as_sql(compiler, connection, function="jsonb_array_length", **extra)

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        return self.as_sql(compiler, connection, function="json_array_length", **extra)


def round_state(voting_round: VotingRound) -> RoundState:
    """One query; no choice leaves the database for it."""
    counted = VotingRound.objects.filter(pk=voting_round.pk).annotate(
        on_roll=Count("roll__seat"),
        submitted=Count("roll__seat", filter=Q(roll__submitted=True)),
        ballots=JSONLength("urn__bag"),
    )
    found = counted.values("on_roll", "submitted", "ballots").first()
    return RoundState(**(found or {"on_roll": 0, "submitted": 0, "ballots": None}))


def counts_of(voting_round: VotingRound) -> dict[str, dict[str, int]]:
    """How often each option was chosen for each item, both in their order; nothing while the round
    is open, or when it is void. One query, and none after `rounds_of`."""
    counts: dict[str, dict[str, int]] = {}
    for tally in voting_round.tallies.all():
        counts.setdefault(tally.item, {})[tally.option] = tally.count
    return counts


def rounds_of(traject: Traject, subject: Subject) -> tuple[VotingRound, ...]:
    """The counted rounds of a traject about one subject, the first one first; no practice. Two
    queries, whatever their number."""
    rounds = VotingRound.objects.real().counted().filter(session__traject=traject)
    rounds = rounds.filter(session__subject=subject).select_related("session")
    return tuple(rounds.prefetch_related("tallies"))
