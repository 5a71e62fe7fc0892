"""What several actions become when they change in one go, before anything is stored."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import Department
from trajects.models import Traject
from trajects.queries.plan import ActionLine, Plan
from trajects.queries.together import changeable, owner_names
from trajects.together import Changeable, Together, changed


@dataclass(frozen=True)
class Change:
    """In words; empty for nothing."""

    name: Promise
    before: str
    after: str


@dataclass(frozen=True)
class TogetherRow:
    """Without `changes` it stays as it is. `crosses`: it would end before its start."""

    line: ActionLine
    changes: tuple[Change, ...]
    crosses: bool


@dataclass(frozen=True)
class TogetherPage:
    """The ticked actions of a plan, and what can be chosen for them. `carrying`: who carries one
    of them, also who left."""

    plan: Plan
    lines: tuple[ActionLine, ...]
    owners: Mapping[str, str]
    carrying: Mapping[str, str]
    departments: Mapping[int, str]

    def rows(self, change: Together) -> tuple[TogetherRow, ...]:
        return tuple(self._row(line, change) for line in self.lines)

    def _row(self, line: ActionLine, change: Together) -> TogetherRow:
        now = changeable(line.action, (one.key for one in line.owners))
        then = changed(now, change)
        changes = tuple(self._changes(now, then))
        return TogetherRow(line, changes, then.ends_before_its_start)

    def _changes(self, now: Changeable, then: Changeable) -> Iterator[Change]:
        for name, before, after in (
            (_("Goal"), self._goal(now.goal), self._goal(then.goal)),
            (_("Department"), self._department(now), self._department(then)),
            (_("Owners"), self._people(now), self._people(then)),
            (_("Start"), _day(now.starts_on), _day(then.starts_on)),
            (_("Deadline"), _day(now.due_on), _day(then.due_on)),
        ):
            if before != after:
                yield Change(name, before, after)

    def _goal(self, pk: int) -> str:
        return next(
            (f"{one.number}. {one.goal.sentence}" for one in self.plan.goals if one.goal.pk == pk),
            "",
        )

    def _department(self, one: Changeable) -> str:
        return self.departments.get(one.department or 0, "")

    def _people(self, one: Changeable) -> str:
        names = {**self.owners, **self.carrying}
        return "; ".join(sorted(names[key] for key in one.owners))


def together_page(traject: Traject, plan: Plan, ticked: Collection[int]) -> TogetherPage:
    """Three queries. What is ticked and not in the plan is left out."""
    lines = tuple(line for line in plan.lines if line.action.pk in ticked)
    own = Department.objects.filter(organisation=traject.organisation_id)
    owners = owner_names(traject)
    return TogetherPage(
        plan=plan,
        lines=lines,
        owners=owners,
        carrying=_carrying(lines, owners),
        departments=dict(own.order_by("name").values_list("pk", "name")),
    )


def _carrying(lines: Collection[ActionLine], owners: Mapping[str, str]) -> dict[str, str]:
    found = {one.key: one.name for line in lines for one in line.owners}
    named = {key: owners.get(key, name) for key, name in found.items()}
    return dict(sorted(named.items(), key=lambda pair: (pair[1].casefold(), pair[0])))


def _day(day: date | None) -> str:
    return date_format(day, "j F Y") if day else ""
