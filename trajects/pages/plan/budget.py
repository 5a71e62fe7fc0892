"""What the plan costs: per year, per theme and per goal, and the staff days it takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trajects.action_states import ActionState
from trajects.budget import Budget, Cost, budget_of
from trajects.models import Candidate, Goal, Traject
from trajects.queries.plan import ActionLine, Plan


@dataclass(frozen=True)
class GoalBudget:
    goal: Goal
    number: int
    budget: Budget


@dataclass(frozen=True)
class ThemeBudget:
    candidate: Candidate
    budget: Budget
    goals: tuple[GoalBudget, ...]


@dataclass(frozen=True)
class PlanBudget:
    """Themes and goals with at least one action. `unpriced` and `undated`: going actions without an
    amount, and with an amount but without a date."""

    total: Budget
    themes: tuple[ThemeBudget, ...]
    unpriced: tuple[ActionLine, ...]
    undated: tuple[ActionLine, ...]

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(one.year for one in self.total.years)


def plan_budget(plan: Plan, traject: Traject) -> PlanBudget:
    """Over the years of the multi-year plan; asks nothing of the database."""

    def of(lines: Iterable[ActionLine]) -> Budget:
        costs = (cost_of(line) for line in lines)
        return budget_of(costs, first_year=traject.plan_from, last_year=traject.plan_to)

    themes = tuple(
        ThemeBudget(
            theme.candidate,
            of(theme.lines),
            tuple(
                GoalBudget(goal.goal, goal.number, of(goal.lines))
                for goal in theme.goals
                if goal.lines
            ),
        )
        for theme in plan.themes
        if theme.lines
    )
    priced = [(line, cost_of(line)) for line in plan.lines]
    going = [(line, cost) for line, cost in priced if not cost.is_stopped]
    return PlanBudget(
        total=of(plan.lines),
        themes=themes,
        unpriced=tuple(line for line, cost in going if not cost.is_priced),
        undated=tuple(line for line, cost in going if cost.is_undated),
    )


def cost_of(line: ActionLine) -> Cost:
    action = line.action
    return Cost(
        once=action.cost_once,
        yearly=action.cost_yearly,
        staff_days=action.staff_days,
        starts_on=action.starts_on,
        due_on=action.due_on,
        is_stopped=line.state == ActionState.STOPPED,
    )
