"""The list of candidate themes: what the group can choose from, and what became of the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from scans.models import Subtheme
from scans.results import ThemeLine
from trajects.models import Candidate, Traject, VotingRound
from trajects.queries.candidates import CandidateFacts, OriginFacts, OriginKind, facts_about
from trajects.queries.parked import is_untouched, parked_before
from trajects.queries.standing import Standing
from trajects.stages import Subject


@dataclass(frozen=True)
class Origin:
    """Where a candidate came from, with its figures as the result of the scan shows them."""

    facts: OriginFacts

    @property
    def is_sdg(self) -> bool:
        return self.facts.kind == OriginKind.SDG

    @property
    def line(self) -> ThemeLine | None:
        return line_of(self.facts)

    @property
    def touching(self) -> tuple[ThemeLine, ...]:
        """The themes of the scan that an SDG touches, beside each other."""
        lines = (line_of(one) for one in self.facts.touching)
        return tuple(line for line in lines if line)


@dataclass(frozen=True)
class CandidateRow:
    """One that the group can choose. `members` lie in the group that it is; `whole` is what it is
    a piece of."""

    candidate: Candidate
    origins: tuple[Origin, ...]
    members: tuple[Candidate, ...]
    whole: Candidate | None

    @property
    def is_group(self) -> bool:
        return bool(self.members)

    @property
    def is_renamed(self) -> bool:
        """Not called as the one thing that it came from; a subtheme renames nothing."""
        names = {origin.facts.name for origin in self.origins}
        return bool(names) and names != {self.candidate.name}


@dataclass(frozen=True)
class CandidatesPage:
    """`split` are the wholes whose pieces are in the list. `parked`: only for who coordinates."""

    rows: tuple[CandidateRow, ...]
    left_out: tuple[Candidate, ...]
    split: tuple[tuple[Candidate, tuple[Candidate, ...]], ...]
    parked: tuple[Candidate, ...]
    may_change: bool
    may_begin: bool
    has_open_round: bool

    @property
    def is_empty(self) -> bool:
        return not (self.rows or self.left_out or self.split)


def candidates_page(traject: Traject, standing: Standing) -> CandidatesPage:
    """Twelve queries at most, whatever the number of candidates."""
    everything = list(_all_of(traject))
    running = [one for one in everything if one.is_running]
    inside, pieces = _under(everything, "grouped_into_id"), _under(everything, "split_from_id")
    by_pk = {one.pk: one for one in everything}
    rows = (
        _row(found, inside, by_pk.get(found.candidate.split_from_id or 0))
        for found in facts_about(traject, running)
    )
    has_open_round = has_open_theme_round(traject)
    may_change = standing.may_lead and not has_open_round
    may_take = standing.may_coordinate and not has_open_round
    return CandidatesPage(
        rows=tuple(rows),
        left_out=tuple(one for one in everything if one.left_out_at),
        split=tuple((one, tuple(pieces[one.pk])) for one in everything if _is_split(one)),
        parked=tuple(parked_before(traject)) if may_take else (),
        may_change=may_change,
        may_begin=may_change and is_untouched(traject),
        has_open_round=has_open_round,
    )


def candidate_row(traject: Traject, candidate: Candidate) -> CandidateRow:
    """Of one, as in the list."""
    (found,) = facts_about(traject, [candidate])
    members = tuple(candidate.grouped.all())
    return CandidateRow(candidate, _origins(found), members, candidate.split_from)


def subthemes(traject: Traject, row: CandidateRow) -> tuple[str, ...]:
    """Of the origins, as the questionnaire of the scan has them: proposals for a name."""
    if traject.scan is None:
        return ()
    codes = [one.facts.code for one in row.origins if not one.is_sdg]
    found = Subtheme.objects.filter(
        questionnaire_theme__questionnaire=traject.scan.questionnaire_id,
        questionnaire_theme__theme__code__in=codes,
    )
    names = found.order_by("questionnaire_theme__theme__number", "position")
    return tuple(names.values_list("name", flat=True))


def has_open_theme_round(traject: Traject) -> bool:
    rounds = VotingRound.objects.real().still_open().filter(session__traject=traject)
    return rounds.filter(session__subject=Subject.THEMES).exists()


def line_of(facts: OriginFacts) -> ThemeLine | None:
    named = (facts.number, facts.code, facts.name, facts.short_name)
    return ThemeLine(*named, facts.result) if facts.result else None


def _all_of(traject: Traject) -> Iterable[Candidate]:
    return traject.candidates.select_related(
        "left_out_by", "parked_before__choice", "parked_before__traject"
    )


def _row(
    found: CandidateFacts, inside: dict[int, list[Candidate]], whole: Candidate | None
) -> CandidateRow:
    members = tuple(inside.get(found.candidate.pk, ()))
    return CandidateRow(found.candidate, _origins(found), members, whole)


def _origins(found: CandidateFacts) -> tuple[Origin, ...]:
    return tuple(Origin(one) for one in found.origins)


def _under(candidates: Iterable[Candidate], column: str) -> dict[int, list[Candidate]]:
    """By what they lie in, or are a piece of."""
    found: defaultdict[int, list[Candidate]] = defaultdict(list)
    for one in candidates:
        if getattr(one, column):
            found[getattr(one, column)].append(one)
    return found


def _is_split(candidate: Candidate) -> bool:
    return candidate.split_at is not None
