"""The read-model of one action: what it lacks, what it waits for, what it turns to yes, and where
it comes from. How it goes stands in `trajects.pages.plan.progress`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from scans.labels import OUTCOME_NAMES
from scans.models import ExampleAction
from scans.queries import scanned_statements
from scans.scoring import Outcome
from trajects.access import Seen
from trajects.action_checks import vague_words
from trajects.models import Action
from trajects.queries.plan import ActionLine, GoalActions, Plan, plan_of


@dataclass(frozen=True)
class HelpedStatement:
    """A statement of the scan that becomes a yes if the action works out. `text` is empty when the
    scan does not ask it (any more); `outcome` is that of the finished scan."""

    code: str
    text: str
    outcome: Outcome | None

    @property
    def answer(self) -> Promise | None:
        """What the scan says now, in words."""
        return OUTCOME_NAMES[self.outcome] if self.outcome else None


@dataclass(frozen=True)
class ActionPage:
    """`waits_for` and `awaited_by`: every action that it needs, and that needs it, with how far
    each is. `vague`: the words of its title that leave it open. `example`: of the catalogue, that
    it was copied from."""

    line: ActionLine
    goal: GoalActions
    waits_for: tuple[ActionLine, ...]
    awaited_by: tuple[ActionLine, ...]
    statements: tuple[HelpedStatement, ...]
    example: ExampleAction | None
    vague: tuple[str, ...]
    may_change: bool
    may_delete: bool

    @property
    def still_waits(self) -> bool:
        return any(one.is_open for one in self.waits_for)

    @property
    def has_money(self) -> bool:
        """Something is known about what it takes; 0 is known."""
        action = self.line.action
        amounts = (action.cost_once, action.cost_yearly, action.staff_days)
        return any(one is not None for one in amounts) or bool(action.budget_note)


def action_page(seen: Seen, action: Action, *, on: date) -> ActionPage:
    """A fixed number of queries, whatever the number of actions; three more with statements, and
    one with an example."""
    plan = plan_of(seen.traject, on=on)
    goal, line = _place(plan, action)
    return ActionPage(
        line=line,
        goal=goal,
        waits_for=_lines(plan, line.needs),
        awaited_by=tuple(one for one in plan.lines if action.pk in one.needs),
        statements=_statements(seen, line.action),
        example=_example(line.action),
        vague=vague_words(line.action.title),
        may_change=seen.standing.may_dream,
        may_delete=seen.standing.may_lead,
    )


def _place(plan: Plan, action: Action) -> tuple[GoalActions, ActionLine]:
    return next(
        (goal, line) for goal in plan.goals for line in goal.lines if line.action.pk == action.pk
    )


def _lines(plan: Plan, pks: Iterable[int]) -> tuple[ActionLine, ...]:
    wanted = frozenset(pks)
    return tuple(line for line in plan.lines if line.action.pk in wanted)


def _statements(seen: Seen, action: Action) -> tuple[HelpedStatement, ...]:
    codes = list(action.statements.order_by("code").values_list("code", flat=True))
    scan = seen.traject.scan
    asked = {one.code: one for one in scanned_statements(scan)} if codes and scan else {}
    is_finished = scan is not None and scan.is_finished
    return tuple(
        HelpedStatement(
            code=code,
            text=asked[code].text if code in asked else "",
            outcome=asked[code].outcome if code in asked and is_finished else None,
        )
        for code in codes
    )


def _example(action: Action) -> ExampleAction | None:
    if not action.example_code:
        return None
    return ExampleAction.objects.filter(code=action.example_code).first()
