"""The result of a counted round: one frozen object for page, projector, phone and note.

It shows what the group said and never decides. Of a round that is open, void or forgotten there is
no result: `result_of_round` raises NotCounted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from django.utils.functional import Promise

from reporting.geometry import VoteBar, vote_bars
from trajects.consensus import (
    Counts,
    Firmness,
    Median,
    Pattern,
    Place,
    Proposal,
    Ranking,
    Standing,
    Word,
    changes,
    patterns,
    placed,
    proposal,
    rank,
    word,
)
from trajects.errors import NotCounted
from trajects.models import VotingRound
from trajects.pages.measurement import MeasurementResult, measured
from trajects.queries.counted_rounds import Counted, CountedRound, rounds_up_to
from trajects.vote_words import (
    FIRMNESS_NAMES,
    PATTERN_WORDS,
    PROPOSAL_SENTENCES,
    WORDS,
    PatternWords,
)
from trajects.voting import NO_OPINION

# How many themes a group usually chooses; what is proposed is no limit.
TOP = 3
ROWS_ON_A_SCREEN = 9


@dataclass(frozen=True)
class Row:
    """One theme. Without a rank it had too few opinions: no standing, and never in the top."""

    key: str
    name: str
    short_name: str
    counts: Counts
    bars: tuple[VoteBar, ...]
    said: Word
    rank: int | None
    standing: Standing | None
    change: Fraction | None
    patterns: tuple[Pattern, ...]
    is_in_top: bool
    # The border of the top runs under it.
    is_last_of_top: bool

    @property
    def word(self) -> Promise:
        return WORDS[self.said]

    @property
    def median(self) -> str:
        return median_text(self.counts.median)

    @property
    def agreement(self) -> Fraction | None:
        """None where the word says that there are too few votes for it."""
        return None if self.said is Word.TOO_FEW else self.counts.agreement

    @property
    def is_disputed(self) -> bool:
        return self.standing is not None and self.standing.firmness is Firmness.DISPUTED

    @property
    def firmness(self) -> Promise | None:
        return FIRMNESS_NAMES[self.standing.firmness] if self.standing else None

    @property
    def is_tied(self) -> bool:
        """Shares its place across the border of the top."""
        return self.standing is not None and self.standing.place is Place.TIED

    @property
    def questions(self) -> tuple[PatternWords, ...]:
        """For the moderator alone."""
        return tuple(PATTERN_WORDS[pattern] for pattern in self.patterns)


@dataclass(frozen=True)
class ScreenPage:
    """What fits on the screen of a projector: `number` of `of`."""

    rows: tuple[Row, ...]
    number: int
    of: int


@dataclass(frozen=True)
class RoundResult:
    """`rows` from most to least points, then those with too few opinions. `earlier` is the counted
    round before it; `proposed` is for the moderator and decides nothing."""

    voting_round: VotingRound
    ballots: int
    rows: tuple[Row, ...]
    earlier: VotingRound | None
    proposed: Proposal
    top: int
    is_measurement: bool = False

    @property
    def ranked(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.rank)

    @property
    def unranked(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if not row.rank)

    @property
    def has_disputed(self) -> bool:
        return any(row.is_disputed for row in self.rows)

    @property
    def has_changes(self) -> bool:
        return any(row.change is not None for row in self.rows)

    @property
    def has_no_opinions(self) -> bool:
        return any(row.counts.none for row in self.rows)

    @property
    def proposal(self) -> Promise:
        return PROPOSAL_SENTENCES[self.proposed]

    @property
    def asking(self) -> tuple[Row, ...]:
        """The themes about which the moderator can ask the group something."""
        return tuple(row for row in self.rows if row.patterns)

    @cached_property
    def by_key(self) -> Mapping[str, Row]:
        return {row.key: row for row in self.rows}

    @cached_property
    def pages(self) -> tuple[ScreenPage, ...]:
        starts = range(0, len(self.rows), ROWS_ON_A_SCREEN)
        return tuple(
            ScreenPage(self.rows[start : start + ROWS_ON_A_SCREEN], number, len(starts))
            for number, start in enumerate(starts, 1)
        )

    def page(self, number: int) -> ScreenPage:
        """The last one for a number beyond it."""
        return self.pages[min(number, len(self.pages)) - 1]


def result_of_round(
    voting_round: VotingRound, *, top: int = TOP
) -> RoundResult | MeasurementResult:
    """Of a theme vote or of a measurement. Two queries, whatever the number of rounds and themes;
    the session is fetched along. Raises NotCounted."""
    if not voting_round.is_counted:
        raise NotCounted
    rounds = rounds_up_to(voting_round)
    if voting_round.session.about.is_measurement:
        return measured(rounds[-1])
    return result_of_rounds(rounds, top=top)


def result_of_rounds(rounds: Sequence[CountedRound], *, top: int = TOP) -> RoundResult:
    """Of the last of these theme votes, oldest first. No queries."""
    last = rounds[-1]
    rankings = [_ranking(one) for one in rounds]
    moved = changes(*rankings[-2:]) if len(rankings) > 1 else {}
    return RoundResult(
        voting_round=last.voting_round,
        ballots=last.ballots,
        rows=_rows(last, rankings[-1], moved, top),
        earlier=rounds[-2].voting_round if len(rounds) > 1 else None,
        proposed=proposal(rankings, top),
        top=top,
    )


def median_text(median: Median | None) -> str:
    """ "2", or "2–3" where the middle falls between two votes; empty without any."""
    if median is None:
        return ""
    low, high = median
    return str(low) if low == high else f"{low}–{high}"


def _ranking(counted: CountedRound) -> Ranking:
    counts = {key: _counts(counted.counts.get(key, {})) for key in counted.voting_round.keys}
    return rank(counts, counted.ballots, counted.voting_round.minimum)


def _counts(options: Counted) -> Counts:
    one, two, three, none = (options.get(option, 0) for option in ("1", "2", "3", NO_OPINION))
    return Counts(one, two, three, none)


def _rows(
    counted: CountedRound, ranking: Ranking, moved: Mapping[str, Fraction], top: int
) -> tuple[Row, ...]:
    standings = placed(ranking, top)
    ranks = {theme.key: theme.rank for theme in ranking.ranked}
    inside = [key for key, place in ranks.items() if place <= top]
    has_border = len(inside) < len(ranks)
    items = {item["key"]: item for item in counted.voting_round.items}
    rows = []
    for key in (*ranks, *ranking.unranked):
        counts, standing = _counts(counted.counts.get(key, {})), standings.get(key)
        rows.append(
            Row(
                key=key,
                name=items[key]["name"],
                short_name=items[key]["short_name"],
                counts=counts,
                bars=vote_bars(counts.one, counts.two, counts.three, counted.ballots),
                said=word(counts, ranking.minimum),
                rank=ranks.get(key),
                standing=standing,
                change=moved.get(key),
                patterns=patterns(counts, standing),
                is_in_top=key in inside,
                is_last_of_top=has_border and key == inside[-1],
            )
        )
    return tuple(rows)
