"""The choice of the themes: what was written down, beside what the last round showed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from trajects.consensus import Place
from trajects.models import Candidate, ThemeChoice, Traject
from trajects.pages.round_result import RoundResult, Row, result_of_rounds
from trajects.queries.choices import choice_about, choice_fingerprint, choices_of
from trajects.queries.counted_rounds import counted_rounds
from trajects.stages import Subject


@dataclass(frozen=True)
class ChoiceRow:
    """A running candidate. `row` is what the last round said; None when it was not voted on."""

    candidate: Candidate
    choice: ThemeChoice | None
    row: Row | None

    @property
    def is_proposed(self) -> bool | None:
        """In the top of the last round. None where that cannot be said: it shares the last place,
        or nobody voted yet."""
        if self.row is None:
            return None
        place = self.row.standing.place if self.row.standing else Place.OUT
        return None if place is Place.TIED else place is Place.IN


@dataclass(frozen=True)
class ChoicePage:
    """`rows` as the last round ranked them, then those that were not in it. `result` is None
    while no round was counted."""

    rows: tuple[ChoiceRow, ...]
    result: RoundResult | None
    fingerprint: str

    @property
    def chosen(self) -> tuple[ChoiceRow, ...]:
        return tuple(row for row in self.rows if row.choice and row.choice.chosen)

    @property
    def parked(self) -> tuple[ChoiceRow, ...]:
        return tuple(row for row in self.rows if row.choice and not row.choice.chosen)

    @property
    def is_written(self) -> bool:
        return bool(self.chosen)

    @property
    def unsaid(self) -> tuple[ChoiceRow, ...]:
        """Came after the choice was written down."""
        return tuple(row for row in self.rows if row.choice is None)

    @property
    def written_at(self) -> datetime | None:
        return max((row.choice.at for row in self.rows if row.choice), default=None)

    @property
    def undecided(self) -> tuple[ChoiceRow, ...]:
        """Share the last place of the top."""
        return tuple(row for row in self.rows if row.row and row.row.is_tied)


def choice_page(traject: Traject) -> ChoicePage:
    """Three queries, whatever the number of candidates and rounds."""
    candidates = choices_of(traject)
    rounds = counted_rounds(traject, Subject.THEMES)
    result = result_of_rounds(rounds) if rounds else None
    return ChoicePage(_rows(candidates, result), result, choice_fingerprint(candidates))


def _rows(candidates: Sequence[Candidate], result: RoundResult | None) -> tuple[ChoiceRow, ...]:
    voted = result.by_key if result else {}
    order = list(voted)
    rows = [
        ChoiceRow(candidate, choice_about(candidate), voted.get(f"k{candidate.pk}"))
        for candidate in candidates
    ]
    return tuple(sorted(rows, key=lambda one: order.index(one.row.key) if one.row else len(order)))
