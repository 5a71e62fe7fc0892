"""What is known about each candidate theme: the scan and the photo beside each of its origins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Value

from scans.models import Theme
from scans.queries import scored_statements
from scans.scoring import ThemeResult, score_theme
from trajects.models import Candidate, Initiative, InitiativeStatus, Traject


class OriginKind(StrEnum):
    THEME = "theme"
    SDG = "sdg"


@dataclass(frozen=True)
class OriginFacts:
    """A theme or an SDG that a candidate came from. `result` is that of the finished scan of the
    traject; None for an SDG, without a finished scan, or when it does not ask about this theme.
    `initiatives` runs or is planned on the photo. `touching`: the themes of an SDG that the scan
    asks about."""

    kind: OriginKind
    number: int
    code: str
    name: str
    short_name: str
    result: ThemeResult | None
    initiatives: int
    touching: tuple[OriginFacts, ...] = ()


@dataclass(frozen=True)
class CandidateFacts:
    """`origins`: themes by number, then SDGs; none for what the group thought up itself."""

    candidate: Candidate
    origins: tuple[OriginFacts, ...]


Results = Mapping[int, ThemeResult]
# (kind, pk of the theme or the SDG) → how many.
Counts = Mapping[tuple[str, int], int]


def candidate_facts(traject: Traject) -> tuple[CandidateFacts, ...]:
    """Of the running ones, in their order. Three queries, three more with a finished scan and one
    more with an SDG in it."""
    return facts_about(traject, list(traject.candidates.running()))


def facts_about(traject: Traject, candidates: Collection[Candidate]) -> tuple[CandidateFacts, ...]:
    """Of these, in their order; a query less, as these are there already."""
    counts, results = _initiatives(traject), _results(traject)
    origins = _origins(traject, counts, results)
    return tuple(CandidateFacts(one, tuple(origins.get(one.pk, ()))) for one in candidates)


def _origins(traject: Traject, counts: Counts, results: Results) -> dict[int, list[OriginFacts]]:
    """By candidate. One query, and one for the themes of the SDGs if there are any."""
    themes = _named(Candidate.themes.through, OriginKind.THEME, traject, F("theme__code"))
    sdgs = _named(Candidate.sdgs.through, OriginKind.SDG, traject, Value(""))
    rows = list(themes.union(sdgs, all=True))
    touching = _touching(counts, results) if any(row[1] == OriginKind.SDG for row in rows) else {}
    found: defaultdict[int, list[OriginFacts]] = defaultdict(list)
    for candidate, which, pk, *named in rows:
        kind = OriginKind(which)
        origin = _origin(kind, pk, named, counts, results)
        if kind == OriginKind.SDG:
            origin = replace(origin, touching=tuple(touching.get(pk, ())))
        found[candidate].append(origin)
    for own in found.values():
        own.sort(key=lambda one: (one.kind == OriginKind.SDG, one.number))
    return found


def _named(table: Any, kind: OriginKind, traject: Traject, code: F | Value) -> QuerySet[Any, Any]:
    """(candidate, kind, pk, number, code, name, short name); an SDG has only a name."""
    own = table.objects.filter(candidate__traject=traject)
    short = F("theme__short_name") if kind == OriginKind.THEME else Value("")
    named = own.annotate(
        which=Value(kind.value),
        label=F(f"{kind}_id"),
        place=F(f"{kind}__number"),
        slug=code,
        called=F(f"{kind}__name"),
        short=short,
    )
    fields = ("candidate_id", "which", "label", "place", "slug", "called", "short")
    return named.order_by().values_list(*fields)


def _origin(
    kind: OriginKind, pk: int, named: list[Any], counts: Counts, results: Results
) -> OriginFacts:
    number, code, name, short_name = named
    result = results.get(number) if kind == OriginKind.THEME else None
    short = short_name or f"SDG {number}"
    return OriginFacts(kind, number, code, name, short, result, counts.get((kind, pk), 0))


def _touching(counts: Counts, results: Results) -> dict[int, list[OriginFacts]]:
    """By SDG the themes beside each other that the scan asks about: an SDG has no score."""
    found: defaultdict[int, list[OriginFacts]] = defaultdict(list)
    rows = Theme.objects.filter(sdgs__isnull=False, number__in=list(results)).order_by("number")
    for sdg, pk, *named in rows.values_list("sdgs", "pk", "number", "code", "name", "short_name"):
        found[sdg].append(_origin(OriginKind.THEME, pk, named, counts, results))
    return found


def _initiatives(traject: Traject) -> Counts:
    """How many run or are planned, by theme and by SDG; one query."""
    on_photo = Q(
        initiative__traject=traject,
        initiative__accepted_at__isnull=False,
        initiative__merged_into=None,
    )
    stopped = Q(initiative__status=InitiativeStatus.STOPPED)

    def counted(table: Any, kind: OriginKind) -> QuerySet[Any, Any]:
        rows = table.objects.filter(on_photo & ~stopped).order_by().values(f"{kind}_id")
        named = rows.annotate(which=Value(kind.value), label=F(f"{kind}_id"), number=Count("pk"))
        return named.values_list("which", "label", "number")

    themes = counted(Initiative.themes.through, OriginKind.THEME)
    sdgs = counted(Initiative.sdgs.through, OriginKind.SDG)
    return {(which, pk): number for which, pk, number in themes.union(sdgs, all=True)}


def _results(traject: Traject) -> Results:
    """By theme number; nothing of a scan that runs. One query, or three for a finished one."""
    scan = traject.scan
    if scan is None or not scan.is_finished:
        return {}
    return {number: score_theme(own) for number, own in scored_statements(scan).items()}
