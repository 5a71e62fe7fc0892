"""The read-model of the seventh step: the actions per goal, what they lack, and what comes next."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from trajects.action_checks import Gap
from trajects.action_states import ActionState
from trajects.models import Traject
from trajects.pages.plan.listing import Listing, carriers, listing_of
from trajects.pages.road import StepPage, Stop
from trajects.pages.tasks import NextTask, plan_task_in
from trajects.plan_order import Asked
from trajects.queries.plan import Plan
from trajects.queries.plan_step import plan_facts
from trajects.queries.standing import Standing
from trajects.queries.waiting import Waiting
from trajects.steps import Key, may_complete, may_reopen, progress


@dataclass(frozen=True)
class PlanPage:
    """`next` is the one thing this person does now that lies on another page. `lacking`: of every
    gap how many actions have it, without those that nobody has."""

    step: StepPage
    next: NextTask | None
    listing: Listing
    lacking: tuple[tuple[Gap, int], ...]


def plan_page(
    traject: Traject, plan: Plan, *, asked: Asked, standing: Standing, user_pk: int, at: datetime
) -> PlanPage:
    """Two queries besides those of the plan."""
    facts, done = plan_facts(traject, plan)
    stage = next(stage for stage in progress(facts) if stage.step.key == Key.PLAN)
    stop = Stop(traject, stage, done.get(Key.PLAN), facts.actions)
    leads = standing.may_lead
    step = StepPage(
        stop=stop,
        facts=facts,
        text=None,
        may_complete=leads and may_complete(Key.PLAN, facts),
        may_reopen=leads and may_reopen(Key.PLAN, facts),
    )
    waiting = Waiting(carried=_waiting_for(plan, user_pk))
    task = plan_task_in(traject, facts, standing, waiting, at=at)
    is_here = task is None or task.url == reverse("trajects:plan", args=[traject.pk])
    return PlanPage(step, None if is_here else task, listing_of(plan, asked), lacking_in(plan))


def lacking_in(plan: Plan) -> tuple[tuple[Gap, int], ...]:
    found = Counter(gap for line in plan.lines for gap in line.gaps)
    return tuple((gap, found[gap]) for gap in Gap if found[gap])


def _waiting_for(plan: Plan, user_pk: int) -> int:
    """How many actions of this person run, or are late."""
    key = f"u{user_pk}"
    own = [line for line in plan.lines if key in dict(carriers(line))]
    return sum(line.state in (ActionState.RUNNING, ActionState.LATE) for line in own)
