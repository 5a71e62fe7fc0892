"""How far the seventh step is, for who looks at its plan."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from trajects.action_checks import Gap
from trajects.action_states import ActionState
from trajects.models import StepCompletion, Traject
from trajects.queries.plan import Plan
from trajects.queries.plan_facts import facts_of_document
from trajects.steps import Facts, Key

# Who carries it, by when, and why.
NEEDED = frozenset({Gap.NO_OWNER, Gap.NO_DEADLINE, Gap.NO_REASON})


def plan_facts(traject: Traject, plan: Plan) -> tuple[Facts, dict[Key, datetime]]:
    """Only what the plan is judged by, and when which step was done; two queries. What `facts_of`
    counts in the tables is read here from the plan, which is there already."""
    rows = StepCompletion.objects.filter(traject=traject)
    done = {Key(step): at for step, at in rows.values_list("step", "at")}
    goals = [one for one in plan.goals if one.goal.set_aside_at is None]
    gaps = Counter(gap for line in plan.lines for gap in line.gaps)
    facts = Facts(
        done=frozenset(done),
        goals=len(goals),
        adopted=sum(hasattr(one.goal, "adoption") for one in goals),
        actions=len(plan.lines),
        goals_with_action=sum(
            any(line.state != ActionState.STOPPED for line in one.lines) for one in goals
        ),
        unready=sum(not NEEDED.isdisjoint(line.gaps) for line in plan.lines),
        drafts=gaps[Gap.DRAFT],
        **facts_of_document(traject),
    )
    return facts, done
