"""What the group voted and chose, as counts; nobody ever knows who voted what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.utils.functional import Promise

from reporting.geometry import VoteBar
from trajects.dossier.choice import Choice
from trajects.dossier.process import day_of
from trajects.dossier.voice import Voice
from trajects.models import Candidate, ThemeNote, Traject
from trajects.pages.round_result import RoundResult, Row, result_of_rounds
from trajects.queries.choices import choice_about, choices_of, newest_light
from trajects.queries.counted_rounds import counted_rounds
from trajects.stages import Subject


@dataclass(frozen=True)
class VotedTheme:
    """`rank` None had too few opinions. `agreement` None where the word says that there are too
    few votes for it."""

    name: str
    short_name: str
    rank: int | None
    bars: tuple[VoteBar, ...]
    none: int
    mean: Fraction | None
    median: str
    word: str | Promise
    agreement: Fraction | None
    is_disputed: bool


@dataclass(frozen=True)
class Round:
    """`ballots` are the votes that were cast."""

    number: int
    on: date
    ballots: int
    rows: tuple[VotedTheme, ...]


@dataclass(frozen=True)
class Chosen:
    """Also for what was parked. `rank` is that of the last round. `notes` of the dialogue only for
    who asked for them."""

    name: str
    because: str
    rank: int | None
    notes: str


@dataclass(frozen=True)
class Light:
    decision: str | Promise
    decided_by: str
    decided_on: date
    remarks: str


@dataclass(frozen=True)
class Votes:
    """`rounds`: oldest first, only those that were counted. `light` is the newest decision of the
    policy makers; None while there is none."""

    rounds: tuple[Round, ...]
    chosen: tuple[Chosen, ...]
    parked: tuple[Chosen, ...]
    light: Light | None

    @property
    def last(self) -> Round | None:
        return self.rounds[-1] if self.rounds else None


def votes_of(traject: Traject, voice: Voice, choice: Choice) -> Votes:
    """Four queries, and one for the notes."""
    rounds = counted_rounds(traject, Subject.THEMES)
    results = [result_of_rounds(rounds[:number]) for number in range(1, len(rounds) + 1)]
    ranks = {row.key: row.rank for row in results[-1].rows} if results else {}
    notes = _notes(traject) if choice.with_notes else {}

    def said(candidate: Candidate) -> Chosen:
        about = choice_about(candidate)
        return Chosen(
            name=voice.text(candidate.full_name),
            because=voice.text(about.because) if about else "",
            rank=ranks.get(f"k{candidate.pk}"),
            notes=voice.text(notes.get(candidate.pk, "")),
        )

    about = [(one, choice_about(one)) for one in choices_of(traject)]
    return Votes(
        rounds=tuple(_round(one, voice) for one in results),
        chosen=tuple(said(one) for one, choice in about if choice and choice.chosen),
        parked=tuple(said(one) for one, choice in about if choice and not choice.chosen),
        light=_light(traject, voice),
    )


def _notes(traject: Traject) -> dict[int, str]:
    own = ThemeNote.objects.filter(candidate__traject=traject).order_by("pk")
    return dict(own.values_list("candidate_id", "text"))


def _round(result: RoundResult, voice: Voice) -> Round:
    counted = result.voting_round
    closed = counted.closed_at or counted.opened_at  # A counted round is closed.
    rows = tuple(_row(row, voice) for row in result.rows)
    return Round(counted.number, day_of(closed), result.ballots, rows)


def _row(row: Row, voice: Voice) -> VotedTheme:
    return VotedTheme(
        name=voice.text(row.name),
        short_name=voice.text(row.short_name),
        rank=row.rank,
        bars=row.bars,
        none=row.counts.none,
        mean=row.counts.mean if row.rank else None,
        median=row.median,
        word=row.word,
        agreement=row.agreement,
        is_disputed=row.is_disputed,
    )


def _light(traject: Traject, voice: Voice) -> Light | None:
    newest = newest_light(traject)
    if newest is None:
        return None
    return Light(
        decision=newest.get_decision_display(),
        decided_by=voice.text(newest.decided_by),
        decided_on=newest.decided_on,
        remarks=voice.text(newest.remarks),
    )
