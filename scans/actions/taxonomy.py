from dataclasses import dataclass
from typing import Any

from django.db import models, transaction

from accounts.models import DepartmentKind
from scans.models import IsoSubject, Sdg, Theme
from scans.questionnaire_files import Taxonomy
from scans.questionnaire_files.taxonomy import ThemeEntry


@dataclass(frozen=True)
class TaxonomyLoad:
    """How many rows were new, and how many said something else before."""

    created: int
    changed: int


@transaction.atomic
def load_taxonomy(*, source: Taxonomy) -> TaxonomyLoad:
    """Bring the database up to the file. Rows that the file no longer names stay."""
    outcomes = [_upsert(Sdg, {"number": sdg.number}, name=sdg.name) for sdg in source.sdgs]
    for model, entries in ((IsoSubject, source.iso_subjects), (DepartmentKind, source.departments)):
        outcomes += (_upsert(model, {"code": entry.code}, name=entry.name) for entry in entries)
    outcomes += (_upsert_theme(entry) for entry in source.themes)
    return TaxonomyLoad(created=outcomes.count("created"), changed=outcomes.count("changed"))


def _upsert_theme(entry: ThemeEntry) -> str:
    texts = {"number": entry.number, "name": entry.name, "short_name": entry.short_name}
    outcome = _upsert(Theme, {"code": entry.code}, **texts)
    theme = Theme.objects.get(code=entry.code)
    subjects = IsoSubject.objects.filter(code__in=entry.iso26000)
    sdgs = Sdg.objects.filter(number__in=entry.sdgs)
    links = (_link(theme.iso_subjects, subjects), _link(theme.sdgs, sdgs))
    return "changed" if any(links) and outcome == "same" else outcome


def _upsert(model: type[models.Model], key: dict[str, Any], **values: Any) -> str:
    """`created`, `changed` or `same`; nothing is written for the last."""
    rows = model._default_manager.filter(**key)
    if rows.filter(**values).exists():
        return "same"
    if rows.update(**values):
        return "changed"
    model._default_manager.create(**key, **values)
    return "created"


def _link(relation: Any, wanted: models.QuerySet[Any]) -> bool:
    """Whether the links changed."""
    targets = set(wanted)
    if set(relation.all()) == targets:
        return False
    relation.set(targets)
    return True
