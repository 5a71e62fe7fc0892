"""What a measurement came to: counts and median per question, and start beside end."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from django.utils.functional import Promise

from trajects.consensus import SCALE, Median, ScaleSummary, median_change, scale_summary
from trajects.measuring import MEASURING_WORDS, MeasuringWords
from trajects.models import Traject, VotingRound
from trajects.queries.counted_rounds import CountedRound, counted_rounds
from trajects.stages import Subject
from trajects.voting import NO_OPINION, QUESTIONS


@dataclass(frozen=True)
class LevelLine:
    """How many chose one level; `share` of who has an opinion, for the bar."""

    level: int
    word: Promise
    count: int
    share: Fraction


@dataclass(frozen=True)
class MeasuredRow:
    """One question. There is no mean, and no word: five levels in words have no distance."""

    key: str
    words: MeasuringWords
    summary: ScaleSummary
    none: int

    @property
    def levels(self) -> tuple[LevelLine, ...]:
        n = self.summary.n
        return tuple(
            LevelLine(
                level,
                self.words.levels[level - 1],
                self.summary.counts[level],
                Fraction(self.summary.counts[level], n) if n else Fraction(0),
            )
            for level in SCALE
        )

    @property
    def median(self) -> Median | None:
        return self.summary.median

    @property
    def median_text(self) -> str:
        """ "3", or "3–4" where the middle falls between two answers; empty without any."""
        if self.median is None:
            return ""
        low, high = self.median
        return str(low) if low == high else f"{low}–{high}"


@dataclass(frozen=True)
class MeasurementResult:
    voting_round: VotingRound
    ballots: int
    rows: tuple[MeasuredRow, ...]
    is_measurement: bool = True


@dataclass(frozen=True)
class BesideRow:
    """One question at the start and at the end; either may not be there yet. `moved` is how far
    the median went, in steps of the scale."""

    words: MeasuringWords
    start: MeasuredRow | None
    end: MeasuredRow | None

    @property
    def moved(self) -> Fraction | None:
        if self.start is None or self.end is None:
            return None
        return median_change(self.start.summary, self.end.summary)

    @property
    def distance(self) -> Fraction:
        """Without its sign; the words beside it say up or down."""
        return abs(self.moved or Fraction(0))


@dataclass(frozen=True)
class Measurement:
    """The last counted measurement at the start, and the last one at the end."""

    start: MeasurementResult | None
    end: MeasurementResult | None
    rows: tuple[BesideRow, ...]


def measured(counted: CountedRound) -> MeasurementResult:
    rows = tuple(_row(key, counted) for key in QUESTIONS if key in counted.counts)
    return MeasurementResult(counted.voting_round, counted.ballots, rows)


def measurement_of(traject: Traject) -> Measurement:
    """Two queries."""
    latest: dict[Subject, MeasurementResult] = {}
    for counted in counted_rounds(traject, Subject.START, Subject.END):
        latest[counted.voting_round.session.about] = measured(counted)
    start, end = latest.get(Subject.START), latest.get(Subject.END)
    rows = tuple(
        BesideRow(words, _of(start, key), _of(end, key)) for key, words in MEASURING_WORDS.items()
    )
    return Measurement(start, end, rows)


def _row(key: str, counted: CountedRound) -> MeasuredRow:
    options = counted.counts[key]
    summary = scale_summary({level: options.get(str(level), 0) for level in SCALE})
    return MeasuredRow(key, MEASURING_WORDS[key], summary, options.get(NO_OPINION, 0))


def _of(result: MeasurementResult | None, key: str) -> MeasuredRow | None:
    rows = result.rows if result else ()
    return next((row for row in rows if row.key == key), None)
