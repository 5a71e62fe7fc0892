"""Several actions that change in one go: what each becomes."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

MONTHS = 12


@dataclass(frozen=True)
class Together:
    """What changes; what is left empty stays. `goal` and `department` by primary key; owners by
    the letter of what they are and its number, as "u12" or "g3". A `due_on` goes before `months`,
    which move start and deadline, back when negative."""

    department: int | None = None
    new_owner: str = ""
    old_owner: str = ""
    months: int = 0
    due_on: date | None = None
    goal: int | None = None

    @property
    def is_nothing(self) -> bool:
        return self == Together()


@dataclass(frozen=True)
class Changeable:
    """What of an action can change together with others."""

    goal: int
    department: int | None = None
    owners: frozenset[str] = frozenset()
    starts_on: date | None = None
    due_on: date | None = None

    @property
    def ends_before_its_start(self) -> bool:
        return (
            self.starts_on is not None
            and self.due_on is not None
            and (self.due_on < self.starts_on)
        )


def changed(now: Changeable, change: Together) -> Changeable:
    """An action may come out as it was."""
    owners = now.owners - {change.old_owner} | ({change.new_owner} - {""})
    due_on = change.due_on or now.due_on
    return replace(
        now,
        goal=change.goal or now.goal,
        department=change.department or now.department,
        owners=owners,
        starts_on=now.starts_on and shifted(now.starts_on, change.months),
        due_on=due_on if change.due_on else due_on and shifted(due_on, change.months),
    )


def shifted(day: date, months: int) -> date:
    """The same day of another month, or its last one when it is shorter."""
    years, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    year, month = min(max(years, date.min.year), date.max.year), month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
