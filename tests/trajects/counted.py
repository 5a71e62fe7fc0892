"""Rounds that were counted, written as their counts: (ones, twos, threes, no opinion) by theme."""

from collections.abc import Mapping
from datetime import timedelta

from tests.factories import LONG_AGO
from tests.trajects.factories import (
    CandidateFactory,
    LiveSessionFactory,
    TallyFactory,
    VotingRoundFactory,
)
from trajects.models import Candidate, LiveSession, Traject, VotingRound
from trajects.stages import Subject
from trajects.voting import LEVELS, POINTS, QUESTIONS

Votes = Mapping[str, tuple[int, int, int, int]]
# The mock-up of the projector: twelve voters.
TWELVE: Votes = {
    "Energie, klimaat en gebouwen": (5, 1, 6, 0),
    "Duurzame mobiliteit": (1, 6, 5, 0),
    "Interne-bestuurlijke werking": (0, 2, 10, 0),
    "Gezondheid, leefomgeving en biodiversiteit": (4, 4, 4, 0),
    "Water, materialen en afval": (8, 4, 0, 0),
    "Duurzaam aankopen": (0, 4, 8, 0),
    "Toegankelijkheid": (1, 5, 6, 0),
    "Informatie, privacy en sensibilisering": (1, 9, 1, 1),
    "Participatie en dialoog": (3, 8, 1, 0),
}


def session_of(traject: Traject, **fields: object) -> LiveSession:
    """One that ended."""
    by = traject.created_by
    ended = {"ended_at": LONG_AGO + timedelta(hours=3), "ended_by": by}
    return LiveSessionFactory(traject=traject, opened_by=by, **(ended | fields))


def candidate_called(traject: Traject, name: str) -> Candidate:
    found = traject.candidates.filter(name=name).first()
    return found or CandidateFactory(traject=traject, name=name, short_name=name[:20])


def counted_round(session: LiveSession, votes: Votes, *, number: int = 1) -> VotingRound:
    """Makes the candidates that are not there yet."""
    candidates = [candidate_called(session.traject, name) for name in votes]
    items = [
        {"key": f"k{one.pk}", "name": one.name, "short_name": one.short_name} for one in candidates
    ]
    made = _closed(session, items, number)
    for item, (ones, twos, threes, none) in zip(items, votes.values(), strict=True):
        _count(made, item["key"], dict(zip(POINTS, (ones, twos, threes, none), strict=True)))
    return made


def voted(traject: Traject, votes: Votes, **fields: object) -> VotingRound:
    """A round in a session of its own."""
    return counted_round(session_of(traject, **fields), votes)


def measured(
    traject: Traject, subject: Subject, answers: Mapping[str, tuple[int, int, int, int, int, int]]
) -> VotingRound:
    """Answers of 1 to 5, and no opinion, by question."""
    items = [{"key": key, "name": key, "short_name": key} for key in QUESTIONS if key in answers]
    made = _closed(session_of(traject, subject=subject), items, 1)
    for key, counts in answers.items():
        _count(made, key, dict(zip(LEVELS, counts, strict=True)))
    return made


def _closed(session: LiveSession, items: list[dict[str, str]], number: int) -> VotingRound:
    opened = LONG_AGO + timedelta(minutes=10 * number)
    return VotingRoundFactory(
        session=session,
        number=number,
        items=items,
        opened_at=opened,
        opened_by=session.opened_by,
        closed_at=opened + timedelta(minutes=5),
        closed_by=session.opened_by,
    )


def _count(voting_round: VotingRound, key: str, counts: Mapping[str, int]) -> None:
    for option, count in counts.items():
        TallyFactory(round=voting_round, item=key, option=option, count=count)
