"""The catalogue of example actions: what is in it, and what fits a search."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields

from django.db.models import F

from scans.example_files import Example, Indicator, Range
from scans.models import ExampleAction, Statement
from scans.models.example import ExampleActionQuerySet
from scans.questionnaire_files.problems import Place

# The cost of the first year, at most, in euro: the lowest and the highest of each band.
COST_BANDS: Mapping[str, tuple[int, int | None]] = {
    "geen": (0, 0),
    "tot-1000": (1, 1_000),
    "tot-5000": (1_001, 5_000),
    "tot-20000": (5_001, 20_000),
    "meer": (20_001, None),
}
NOWHERE = Place("", 0, {})


@dataclass(frozen=True)
class Search:
    """What somebody looks for; blank is anything. `statement`, `theme` and `department` by code,
    `cost` is a key of COST_BANDS."""

    words: str = ""
    theme: str = ""
    statement: str = ""
    effort: str = ""
    cost: str = ""
    department: str = ""
    sdg: int | None = None

    @property
    def is_empty(self) -> bool:
        return not any(getattr(self, one.name) for one in fields(self))


def found_examples(search: Search) -> tuple[ExampleAction, ...]:
    """By theme and code, with their labels: three queries. All words must be in it, each perhaps
    inside a longer one, whatever their accents and capitals."""
    rows = _narrowed(ExampleAction.objects.shown(), search).with_labels()
    wanted = _bare(search.words).split()
    return tuple(
        row
        for row in rows.order_by("theme__number", "code")
        if not wanted or _holds(_said(row), wanted)
    )


def _narrowed(rows: ExampleActionQuerySet, search: Search) -> ExampleActionQuerySet:
    if search.theme:
        rows = rows.of_theme(search.theme)
    if search.statement:
        rows = rows.helping(search.statement)
    if search.effort:
        rows = rows.filter(effort=search.effort)
    if search.department:
        rows = rows.filter(lead__code=search.department)
    if search.sdg:
        rows = rows.filter(sdgs__number=search.sdg)
    return _costing(rows, search.cost) if search.cost else rows


def _costing(rows: ExampleActionQuerySet, band: str) -> ExampleActionQuerySet:
    lowest, highest = COST_BANDS[band]
    rows = rows.annotate(first_year=F("once_high") + F("yearly_high")).filter(
        first_year__gte=lowest
    )
    return rows if highest is None else rows.filter(first_year__lte=highest)


def _said(row: ExampleAction) -> str:
    return _bare(" ".join((row.title, row.what, row.why, row.indicator, *row.tips)))


def _bare(text: str) -> str:
    """Without accents and capitals: "Eén" is "een". A phone types another apostrophe."""
    letters = unicodedata.normalize("NFKD", text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    return "".join(sign for sign in letters if not unicodedata.combining(sign)).casefold()


def _holds(text: str, words: Iterable[str]) -> bool:
    return all(word in text for word in words)


def statement_texts(codes: Collection[str]) -> dict[str, str]:
    """By code, as the newest published questionnaire that has it says it."""
    rows = Statement.objects.filter(code__in=codes, questionnaire__published_at__isnull=False)
    oldest_first = rows.order_by("questionnaire__published_at", "questionnaire__version")
    return dict(oldest_first.values_list("code", "text"))


def published_codes() -> frozenset[str]:
    """Of every statement that was ever published."""
    published = Statement.objects.filter(questionnaire__published_at__isnull=False)
    return frozenset(published.order_by().values_list("code", flat=True).distinct())


def example_said(row: ExampleAction, *, sdgs: Iterable[int], helps: Iterable[str]) -> Example:
    """A row as the value that the rules look at, also one that is not stored yet."""
    return Example(
        code=row.code,
        theme=row.theme.code,
        track=row.track,
        title=row.title,
        what=row.what,
        why=row.why,
        first_step=row.first_step,
        effort=row.effort,
        days=Range(row.days_low, row.days_high),
        effort_who=row.effort_who,
        once=Range(row.once_low, row.once_high),
        yearly=Range(row.yearly_low, row.yearly_high),
        cost_note=row.cost_note,
        months=Range(row.months_low, row.months_high),
        indicator=Indicator(
            name=row.indicator,
            unit=row.unit,
            how_to_measure=row.how_to_measure,
            baseline=row.baseline,
            target=row.target,
            within_months=row.within_months,
        ),
        sdgs=tuple(sorted(sdgs)),
        helps=tuple(sorted(helps)),
        lead=row.lead.code,
        lead_name=row.lead.name,
        partners=tuple(row.partners),
        tips=tuple(row.tips),
        pitfalls=tuple(row.pitfalls),
        place=NOWHERE,
    )


def stored_example(row: ExampleAction) -> Example:
    """Takes no query when the row comes `with_labels`."""
    return example_said(
        row,
        sdgs=(sdg.number for sdg in row.sdgs.all()),
        helps=(help.code for help in row.helps.all()),
    )
