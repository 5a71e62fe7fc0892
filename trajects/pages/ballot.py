"""The read-model of the voting page, and what is read from what it sends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trajects.measuring import MEASURING_WORDS
from trajects.models import VotingRound
from trajects.queries.candidates import CandidateFacts, candidate_facts
from trajects.voting import NO_OPINION

# What 1, 2 and 3 points mean.
POINT_WORDS: tuple[Promise, ...] = (
    pgettext_lazy("points", "can wait"),
    pgettext_lazy("points", "important"),
    pgettext_lazy("points", "urgent"),
)
NO_OPINION_WORDS = _("no opinion")


@dataclass(frozen=True)
class Option:
    """`figure` is what is sent; no opinion has only words."""

    figure: str
    words: str | Promise

    @property
    def is_none(self) -> bool:
        return self.figure == NO_OPINION


@dataclass(frozen=True)
class BallotItem:
    """One thing to vote on. `facts` are None for a question, and for what has no origin."""

    key: str
    name: str
    options: tuple[Option, ...]
    facts: CandidateFacts | None


@dataclass(frozen=True)
class Ballot:
    is_measurement: bool
    items: tuple[BallotItem, ...]


def ballot_of(voting_round: VotingRound) -> Ballot:
    """Empty, whatever this browser voted before."""
    session = voting_round.session
    is_measurement = session.about.is_measurement
    known: Mapping[str, CandidateFacts] = {}
    if not is_measurement:
        known = {f"k{facts.candidate.pk}": facts for facts in candidate_facts(session.traject)}
    items = (
        BallotItem(item["key"], item["name"], _options(item["key"]), known.get(item["key"]))
        for item in voting_round.items
    )
    return Ballot(is_measurement, tuple(items))


def choices_in(posted: Mapping[str, str], voting_round: VotingRound) -> dict[str, str]:
    """What was filled in, by item; what it means is for `voting.completed`."""
    return {key: posted[key] for key in voting_round.keys if key in posted}


def _options(key: str) -> tuple[Option, ...]:
    words = MEASURING_WORDS[key].levels if key in MEASURING_WORDS else POINT_WORDS
    figures = (Option(str(figure), word) for figure, word in enumerate(words, start=1))
    return (*figures, Option(NO_OPINION, NO_OPINION_WORDS))
