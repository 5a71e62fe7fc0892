"""What a plan costs in each of its years, in whole euro, and the staff days it takes.

What is paid once falls in the year of the start, else in that of the deadline; what is paid each
year from the year of the start (else of the deadline) through that of the deadline (else the last
year of the plan). A stopped action costs nothing any more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Cost:
    """Of one action."""

    once: int | None = None
    yearly: int | None = None
    staff_days: int | None = None
    starts_on: date | None = None
    due_on: date | None = None
    is_stopped: bool = False

    @property
    def is_priced(self) -> bool:
        """Somebody wrote down an amount, be it nought."""
        return self.once is not None or self.yearly is not None

    @property
    def is_undated(self) -> bool:
        """It costs something, and nobody knows when."""
        return bool(self.once or self.yearly) and not (self.starts_on or self.due_on)


@dataclass(frozen=True)
class YearSum:
    year: int
    once: int
    yearly: int

    @property
    def total(self) -> int:
        return self.once + self.yearly


@dataclass(frozen=True)
class Budget:
    """`years` are those of the plan, all of them. `unplanned`: amounts of actions without a date,
    what returns each year counted once. `outside`: paid once before or after the plan, and what
    returns each year only then, counted once.
    `actions` counts those that are not stopped, `unpriced` those of them without an amount."""

    years: tuple[YearSum, ...]
    unplanned: int
    outside: int
    staff_days: int
    actions: int
    unpriced: int

    @property
    def total(self) -> int:
        """Over the years of the plan."""
        return sum(year.total for year in self.years)

    @property
    def once(self) -> int:
        return sum(year.once for year in self.years)

    @property
    def yearly(self) -> int:
        return sum(year.yearly for year in self.years)

    @property
    def is_empty(self) -> bool:
        """Nobody wrote down an amount or a day."""
        amounts = (self.total, self.unplanned, self.outside, self.staff_days)
        return self.unpriced == self.actions and not any(amounts)


def budget_of(costs: Iterable[Cost], *, first_year: int, last_year: int) -> Budget:
    """Both years included; a last year before the first: ValueError."""
    if last_year < first_year:
        raise ValueError(f"from {first_year} to {last_year}")
    going = [cost for cost in costs if not cost.is_stopped]
    years = tuple(_year(year, going, last_year) for year in range(first_year, last_year + 1))
    return Budget(
        years=years,
        unplanned=sum(
            (cost.once or 0) + (cost.yearly or 0) for cost in going if _first_year(cost) is None
        ),
        outside=sum(_outside(cost, first_year, last_year) for cost in going),
        staff_days=sum(cost.staff_days or 0 for cost in going),
        actions=len(going),
        unpriced=sum(not cost.is_priced for cost in going),
    )


def _year(year: int, costs: Iterable[Cost], last_year: int) -> YearSum:
    once = yearly = 0
    for cost in costs:
        begin = _first_year(cost)
        if begin is None:
            continue
        once += (cost.once or 0) if begin == year else 0
        yearly += (cost.yearly or 0) if begin <= year <= _last_year(cost, last_year) else 0
    return YearSum(year, once, yearly)


def _outside(cost: Cost, first_year: int, last_year: int) -> int:
    begin = _first_year(cost)
    if begin is None:
        return 0
    once = 0 if first_year <= begin <= last_year else cost.once or 0
    returns = max(begin, first_year) <= min(_last_year(cost, last_year), last_year)
    return once + (0 if returns else cost.yearly or 0)


def _first_year(cost: Cost) -> int | None:
    begin = cost.starts_on or cost.due_on
    return begin.year if begin else None


def _last_year(cost: Cost, last_year: int) -> int:
    return cost.due_on.year if cost.due_on else last_year
