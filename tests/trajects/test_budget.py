"""What a plan costs in each of its years."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trajects.budget import Budget, Cost, YearSum, budget_of


def plan(*costs: Cost) -> Budget:
    return budget_of(costs, first_year=2026, last_year=2028)


def years(*costs: Cost) -> list[tuple[int, int]]:
    return [(year.once, year.yearly) for year in plan(*costs).years]


def test_what_is_paid_once_falls_in_the_year_of_the_start():
    cost = Cost(once=500, starts_on=date(2027, 3, 1), due_on=date(2028, 6, 30))

    assert years(cost) == [(0, 0), (500, 0), (0, 0)]


def test_without_a_start_it_falls_in_the_year_of_the_deadline():
    assert years(Cost(once=500, due_on=date(2028, 6, 30))) == [(0, 0), (0, 0), (500, 0)]


def test_what_is_paid_each_year_runs_from_the_start_through_the_deadline():
    cost = Cost(yearly=100, starts_on=date(2025, 9, 1), due_on=date(2027, 1, 1))

    assert years(cost) == [(0, 100), (0, 100), (0, 0)]


@pytest.mark.parametrize(
    ("cost", "expected"),
    [
        (Cost(yearly=100, starts_on=date(2027, 1, 1)), [(0, 0), (0, 100), (0, 100)]),
        (Cost(yearly=100, due_on=date(2027, 1, 1)), [(0, 0), (0, 100), (0, 0)]),
    ],
)
def test_what_is_paid_each_year_with_one_date(cost, expected):
    assert years(cost) == expected


@pytest.mark.parametrize(
    ("cost", "outside"),
    [
        (Cost(once=40, yearly=5, starts_on=date(2030, 1, 1)), 45),
        (Cost(yearly=5, starts_on=date(2024, 1, 1), due_on=date(2025, 12, 31)), 5),
        (Cost(yearly=5, starts_on=date(2024, 1, 1)), 0),
        (Cost(yearly=5, starts_on=date(2024, 1, 1), due_on=date(2026, 1, 1)), 0),
        (Cost(yearly=5), 0),
    ],
)
def test_what_is_paid_before_or_after_the_plan_alone_is_not_lost(cost, outside):
    assert plan(cost).outside == outside


def test_budget_adds_up():
    found = plan(
        Cost(once=500, yearly=20, staff_days=4, starts_on=date(2026, 1, 1)),
        Cost(once=7, yearly=3),
        Cost(once=40, starts_on=date(2030, 1, 1)),
        Cost(staff_days=2),
        Cost(once=0),
        Cost(once=9_999, staff_days=99, starts_on=date(2026, 1, 1), is_stopped=True),
    )

    assert found == Budget(
        years=(YearSum(2026, 500, 20), YearSum(2027, 0, 20), YearSum(2028, 0, 20)),
        unplanned=10,
        outside=40,
        staff_days=6,
        actions=5,
        unpriced=1,
    )
    assert (found.total, found.once, found.yearly) == (560, 500, 60)
    assert found.years[0].total == 520


@pytest.mark.parametrize(
    ("cost", "is_empty"),
    [(Cost(), True), (Cost(once=0), False), (Cost(staff_days=1), False)],
)
def test_budget_is_empty_when_nobody_wrote_anything_down(cost, is_empty):
    assert plan(cost).is_empty is is_empty


@pytest.mark.parametrize(
    ("cost", "is_undated"),
    [
        (Cost(once=1), True),
        (Cost(yearly=1), True),
        (Cost(once=0), False),
        (Cost(once=1, due_on=date(2026, 1, 1)), False),
        (Cost(once=1, starts_on=date(2026, 1, 1)), False),
    ],
)
def test_cost_is_undated_when_nobody_knows_when(cost, is_undated):
    assert cost.is_undated is is_undated


def test_plan_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="from 2028 to 2026"):
        budget_of((), first_year=2028, last_year=2026)


AMOUNTS = st.none() | st.integers(0, 1_000_000)
DATES = st.none() | st.dates(date(2022, 1, 1), date(2034, 12, 31))
COSTS = st.builds(Cost, AMOUNTS, AMOUNTS, AMOUNTS, DATES, DATES, st.booleans())


@given(st.lists(COSTS), st.lists(COSTS))
def test_budget_of_two_halves_is_that_of_the_whole(some, others):
    first, second, both = plan(*some), plan(*others), plan(*some, *others)

    assert both.total == first.total + second.total
    assert both.unplanned == first.unplanned + second.unplanned
    assert both.staff_days == first.staff_days + second.staff_days
    assert [year.total for year in both.years] == [
        one.total + other.total for one, other in zip(first.years, second.years, strict=True)
    ]


@given(st.lists(COSTS))
def test_what_somebody_wrote_down_is_never_lost(costs):
    """What returns in no year of the plan stands beside it, once."""
    found = plan(*costs)
    going = [cost for cost in costs if not cost.is_stopped]
    once = sum(cost.once or 0 for cost in going)
    returning = sum(cost.yearly or 0 for cost in going if not plan(cost).yearly)

    assert found.once + found.outside + found.unplanned == once + returning
