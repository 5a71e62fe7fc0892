"""What the overview of the local photo is made of, as plain values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import F, IntegerField, Model, QuerySet, Value
from django.db.models.functions import Cast

from accounts.models import Department
from scans.models import Sdg, Theme
from trajects.models import Initiative, InitiativeStatus, Scope, Traject

THEME, DEPARTMENT, SDG = "theme", "department", "sdg"
STATUSES = {status.value: status for status in InitiativeStatus}
PLACES = {value: place for place, value in enumerate(InitiativeStatus.values)}
STOPPED_AT = PLACES[InitiativeStatus.STOPPED.value]
SCOPES = {scope.value: scope for scope in Scope}


@dataclass(frozen=True)
class Label:
    """A theme, an SDG or a department; a department has no number and no code."""

    pk: int
    number: int
    code: str
    name: str
    short_name: str


class Entry(NamedTuple):
    """An initiative on the photo with what it belongs to, in the order of `Labels`. `place` is that
    of its status among all: a number is counted and compared much quicker. There are hundreds on
    one page, and a tuple is made far sooner than a frozen dataclass."""

    pk: int
    title: str
    description: str
    status: InitiativeStatus
    scope: Scope
    since: int | None
    evidence: str
    bbc_code: str
    themes: tuple[Label, ...]
    departments: tuple[Label, ...]
    sdgs: tuple[Label, ...]
    place: int

    @property
    def is_counted(self) -> bool:
        """What stopped is no longer something the organisation does, or will do."""
        return self.place != STOPPED_AT

    @property
    def department_names(self) -> str:
        return ", ".join(department.name for department in self.departments)

    @property
    def sdg_numbers(self) -> str:
        return ", ".join(str(sdg.number) for sdg in self.sdgs)


@dataclass(frozen=True)
class Labels:
    """All themes and SDGs by number, the departments of the organisation by name."""

    themes: tuple[Label, ...]
    departments: tuple[Label, ...]
    sdgs: tuple[Label, ...]


@dataclass(frozen=True)
class PhotoFacts:
    entries: tuple[Entry, ...]
    labels: Labels


def photo_facts(traject: Traject) -> PhotoFacts:
    """Three queries, whatever is on the photo. Entries by title."""
    labels = labels_of(traject.organisation_id)
    themes, departments, sdgs = _ticked(traject, labels)
    found = Initiative.objects.on_photo().filter(traject=traject).order_by("title", "pk")
    rows = found.values_list(
        "pk", "title", "description", "status", "scope", "since", "evidence", "bbc_code"
    )
    entries = tuple(
        Entry(
            pk,
            title,
            description,
            STATUSES[status],
            SCOPES[scope],
            since,
            evidence,
            bbc_code,
            themes=themes.get(pk, ()),
            departments=departments.get(pk, ()),
            sdgs=sdgs.get(pk, ()),
            place=PLACES[status],
        )
        for pk, title, description, status, scope, since, evidence, bbc_code in rows
    )
    return PhotoFacts(entries, labels)


def labels_of(organisation_pk: int) -> Labels:
    """One query: the three lists are short and always wanted together."""
    number = {"place": F("number"), "slug": F("code"), "short": F("short_name")}
    none = {"slug": Value(""), "short": Value("")}
    themes = Theme.objects.annotate(which=Value(THEME), **number)
    sdgs = Sdg.objects.annotate(which=Value(SDG), place=F("number"), **none)
    own = Department.objects.filter(organisation=organisation_pk)
    # A number that fits the type of the others.
    nowhere = Cast(Value(0), IntegerField())
    departments = own.annotate(which=Value(DEPARTMENT), place=nowhere, **none)
    fields = ("which", "pk", "place", "slug", "name", "short")
    rows = (
        themes.order_by()
        .values_list(*fields)
        .union(
            sdgs.order_by().values_list(*fields),
            departments.order_by().values_list(*fields),
            all=True,
        )
    )
    found: dict[str, list[Label]] = {THEME: [], DEPARTMENT: [], SDG: []}
    for which, *values in rows:
        found[which].append(Label(*values))
    return Labels(
        themes=_sorted(found[THEME]),
        departments=_sorted(found[DEPARTMENT]),
        sdgs=_sorted(found[SDG]),
    )


def _sorted(labels: Iterable[Label]) -> tuple[Label, ...]:
    return tuple(sorted(labels, key=lambda one: (one.number, one.name.casefold(), one.pk)))


def _ticked(traject: Traject, labels: Labels) -> list[dict[int, tuple[Label, ...]]]:
    """Themes, departments and SDGs, by entry; one query over the three tables. A label made a
    moment after the labels were read is not there yet."""
    themes = _ticks(Initiative.themes.through, THEME, traject)
    departments = _ticks(Initiative.departments.through, DEPARTMENT, traject)
    sdgs = _ticks(Initiative.sdgs.through, SDG, traject)
    entries: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for entry, which, label in themes.union(departments, sdgs, all=True):
        entries[which, label].append(entry)
    return [
        _in_order(own, (entries.get((which, label.pk), ()) for label in own))
        for which, own in (
            (THEME, labels.themes),
            (DEPARTMENT, labels.departments),
            (SDG, labels.sdgs),
        )
    ]


def _ticks(table: type[Model], which: str, traject: Traject) -> QuerySet[Any, Any]:
    """Of one table: (initiative, which, label), in the order that Django reads them quickest."""
    own = table._default_manager.filter(initiative__traject=traject)
    named = own.annotate(which=Value(which), label=F(f"{which}_id"))
    return named.values_list("initiative_id", "which", "label")


def _in_order(
    labels: Iterable[Label], entries: Iterable[Iterable[int]]
) -> dict[int, tuple[Label, ...]]:
    """Label by label, so that the labels of each entry come in their order by themselves."""
    found: defaultdict[int, list[Label]] = defaultdict(list)
    for label, those in zip(labels, entries, strict=True):
        for entry in those:
            found[entry].append(label)
    return {entry: tuple(own) for entry, own in found.items()}
