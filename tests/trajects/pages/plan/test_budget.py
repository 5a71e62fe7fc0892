"""What the plan costs, as it is read."""

from datetime import date

import pytest

from tests.trajects.dream_factories import GoalFactory
from tests.trajects.factories import CandidateFactory, TrajectFactory
from tests.trajects.plan_factories import ActionFactory
from trajects.pages.plan.budget import plan_budget
from trajects.queries.plan import plan_of

pytestmark = pytest.mark.django_db
TODAY = date(2027, 5, 10)


def test_amounts_are_added_per_goal_theme_and_plan():
    traject = TrajectFactory(plan_from=2026, plan_to=2027)
    themes = [CandidateFactory(traject=traject, position=place) for place in (1, 2)]
    goals = [GoalFactory(candidate=theme, position=1) for theme in (themes[0], *themes)]
    GoalFactory(candidate=CandidateFactory(traject=traject, position=3))
    start = {"starts_on": date(2026, 1, 1), "due_on": date(2027, 12, 31)}
    ActionFactory(goal=goals[0], cost_once=100, staff_days=3, **start)
    ActionFactory(goal=goals[1], cost_yearly=10, **start)
    ActionFactory(goal=goals[2], cost_once=1, **start)
    undated = ActionFactory(goal=goals[2], cost_once=7)
    unpriced = ActionFactory(goal=goals[2])
    ActionFactory(goal=goals[2], cost_once=9, stopped_on=TODAY, stopped_because="Te duur.")

    found = plan_budget(plan_of(traject, on=TODAY), traject)

    assert found.years == (2026, 2027)
    assert [year.total for year in found.total.years] == [111, 10]
    assert [theme.budget.total for theme in found.themes] == [120, 1]
    assert [goal.budget.total for theme in found.themes for goal in theme.goals] == [100, 20, 1]
    assert [goal.number for theme in found.themes for goal in theme.goals] == [1, 2, 3]
    assert (found.total.staff_days, found.total.unplanned) == (3, 7)
    assert [line.action for line in found.undated] == [undated]
    assert [line.action for line in found.unpriced] == [unpriced]
