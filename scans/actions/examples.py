"""The catalogue of example actions is brought up to the files, and edited by people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models, transaction

from accounts.models import DepartmentKind
from scans.actions.questionnaires import TaxonomyNotLoaded
from scans.example_files import Example
from scans.models import ExampleAction, ExampleHelp, Sdg, Theme
from scans.queries.examples import stored_example


@dataclass(frozen=True)
class ExamplesLoad:
    """How many were new, said something else before, and were the same. `kept`: the codes of those
    that say something else since somebody edited them."""

    created: int
    changed: int
    unchanged: int
    kept: tuple[str, ...]


@transaction.atomic
def load_examples(*, source: Sequence[Example]) -> ExamplesLoad:
    """Bring the catalogue up to checked files, all of it or nothing. What people edited stays, what
    was taken out stays out, and so does what the files no longer name. Raises TaxonomyNotLoaded."""
    known = _Known.of(source)
    rows = ExampleAction.objects.with_labels().select_for_update(of=("self",))
    stored = {row.code: row for row in rows}
    outcomes = [(_bring_up(stored.get(one.code), one, known), one.code) for one in source]
    counted = [outcome for outcome, _code in outcomes]
    return ExamplesLoad(
        created=counted.count("created"),
        changed=counted.count("changed"),
        unchanged=counted.count("unchanged"),
        kept=tuple(code for outcome, code in outcomes if outcome == "kept"),
    )


@dataclass(frozen=True)
class _Known:
    """What the database has of the taxonomy, by code and by number."""

    themes: Mapping[str, Theme]
    leads: Mapping[str, DepartmentKind]
    sdgs: Mapping[int, Sdg]

    @classmethod
    def of(cls, source: Sequence[Example]) -> "_Known":
        themes = _found(Theme.objects.all(), "code", {one.theme for one in source})
        leads = _found(DepartmentKind.objects.all(), "code", {one.lead for one in source})
        numbers = {number for one in source for number in one.sdgs}
        return cls(themes, leads, _found(Sdg.objects.all(), "number", numbers))


def _found(rows: models.QuerySet[Any], key: str, wanted: set[Any]) -> dict[Any, Any]:
    found = {getattr(row, key): row for row in rows.filter(**{f"{key}__in": wanted})}
    if missing := wanted - found.keys():
        raise TaxonomyNotLoaded(str(one) for one in missing)
    return found


def _bring_up(row: ExampleAction | None, said: Example, known: _Known) -> str:
    """`created`, `changed`, `unchanged` or `kept`; nothing is written for the last two."""
    if row is None:
        _write(ExampleAction(code=said.code), said, known)
        return "created"
    if stored_example(row) == said:
        return "unchanged"
    if row.edited_at:
        return "kept"
    _write(row, said, known)
    return "changed"


def _write(row: ExampleAction, said: Example, known: _Known) -> None:
    row.theme, row.lead, row.track = known.themes[said.theme], known.leads[said.lead], said.track
    row.title, row.what, row.why, row.first_step = said.title, said.what, said.why, said.first_step
    row.effort, row.effort_who, row.cost_note = said.effort, said.effort_who, said.cost_note
    row.days_low, row.days_high = said.days.low, said.days.high
    row.once_low, row.once_high = said.once.low, said.once.high
    row.yearly_low, row.yearly_high = said.yearly.low, said.yearly.high
    row.months_low, row.months_high = said.months.low, said.months.high
    measured = said.indicator
    row.indicator, row.unit, row.how_to_measure = (
        measured.name,
        measured.unit,
        measured.how_to_measure,
    )
    row.baseline, row.target = measured.baseline, measured.target
    row.within_months = measured.within_months
    row.partners, row.tips, row.pitfalls = (
        list(said.partners),
        list(said.tips),
        list(said.pitfalls),
    )
    row.save()
    row.sdgs.set(known.sdgs[number] for number in said.sdgs)
    _link(row, said.helps)


def _link(row: ExampleAction, codes: Sequence[str]) -> None:
    row.helps.exclude(code__in=codes).delete()
    there = set(row.helps.values_list("code", flat=True))
    ExampleHelp.objects.bulk_create(
        ExampleHelp(example=row, code=code) for code in codes if code not in there
    )


@transaction.atomic
def note_edit(*, example: ExampleAction, helps: Sequence[str], at: datetime) -> ExampleAction:
    """Keep what an editor made of a stored example; loading the files leaves it alone from now
    on."""
    example.edited_at = at
    example.save(update_fields=["edited_at"])
    _link(example, helps)
    return example


@transaction.atomic
def withdraw_examples(*, examples: models.QuerySet[ExampleAction], at: datetime) -> int:
    """Out of the catalogue. What was taken over in a plan stays there. How many went."""
    return examples.filter(withdrawn_at=None).update(withdrawn_at=at)


@transaction.atomic
def restore_examples(*, examples: models.QuerySet[ExampleAction]) -> int:
    return examples.exclude(withdrawn_at=None).update(withdrawn_at=None)
