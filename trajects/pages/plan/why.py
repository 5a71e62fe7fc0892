"""Why we do an action, as a staircase: from what the scan found, over the vote, the dream images
and the goal, to the action, and on to what it turns to yes and what is measured."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise

from scans.labels import OUTCOME_NAMES
from trajects.models import (
    Action,
    GreenLight,
    Measurement,
    ProgressNote,
    Traject,
    VotingRound,
)
from trajects.pages.choice import ChoiceRow, choice_page
from trajects.pages.plan.effects import sentences_about
from trajects.queries.ambitions import ThemeSteps, theme_steps
from trajects.queries.choices import newest_light
from trajects.queries.effects import ThemeEffect, effects_of
from trajects.queries.goals import Trail, trail_of
from trajects.queries.plan import ActionLine, GoalActions, Plan, StepLine


@dataclass(frozen=True)
class Found:
    """What the scan found for a statement that this action turns to yes."""

    code: str
    text: str
    outcome: Promise


@dataclass(frozen=True)
class Helped:
    """A theme of the scan that this action helps. `sentences` say "if"."""

    effect: ThemeEffect
    statements: tuple[Found, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class WhyPage:
    """`steps` is None for a theme that the group does not go on with any more; `choice` is None
    while nothing is written down about it."""

    line: ActionLine
    goal: GoalActions
    steps: ThemeSteps | None
    choice: ChoiceRow | None
    voted: VotingRound | None
    light: GreenLight | None
    trail: Trail
    helped: tuple[Helped, ...]
    action_steps: tuple[StepLine, ...]
    measurements: tuple[Measurement, ...]
    notes: tuple[ProgressNote, ...]

    @property
    def action(self) -> Action:
        return self.line.action

    @property
    def is_told(self) -> bool:
        """Somebody told how it goes."""
        return bool(self.measurements or self.notes)


def why_page(action: Action, traject: Traject, plan: Plan) -> WhyPage:
    """A fixed number of queries, whatever hangs on the action."""
    goal = next(one for one in plan.goals if one.goal.pk == action.goal_id)
    line = next(one for one in goal.lines if one.action.pk == action.pk)
    chosen = theme_steps(traject)
    choice = choice_page(traject)
    rows = {row.candidate.pk: row for row in choice.rows}
    theme = goal.goal.candidate_id
    return WhyPage(
        line=line,
        goal=goal,
        steps=next((one for one in chosen if one.candidate.pk == theme), None),
        choice=rows.get(theme),
        voted=choice.result.voting_round if choice.result else None,
        light=newest_light(traject),
        trail=trail_of(goal.goal, traject),
        helped=_helped(effects_of(traject, plan), action),
        action_steps=line.steps,
        measurements=tuple(action.measurements.order_by("on", "pk")),
        notes=tuple(action.notes.select_related("author", "guest__user").order_by("on", "pk")),
    )


def _helped(effects: tuple[ThemeEffect, ...], action: Action) -> tuple[Helped, ...]:
    def own(effect: ThemeEffect) -> tuple[Found, ...]:
        return tuple(
            Found(one.code, one.statement.text, OUTCOME_NAMES[one.statement.outcome])
            for one in effect.helped
            if any(line.action.pk == action.pk for line in one.lines)
        )

    return tuple(
        Helped(effect, found, sentences_about(effect))
        for effect in effects
        if (found := own(effect))
    )
