"""Actions of a plan as somebody asks for them: narrowed, in an order, in groups."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from trajects.models import Candidate
from trajects.plan_order import ActionRow, Asked, Order, in_order, is_asked
from trajects.queries.plan import ActionLine, GoalActions, Owner, Plan


@dataclass(frozen=True)
class ShownGoal:
    goal: GoalActions
    lines: tuple[ActionLine, ...]


@dataclass(frozen=True)
class ShownTheme:
    candidate: Candidate
    goals: tuple[ShownGoal, ...]


@dataclass(frozen=True)
class OwnerLines:
    """`owner` is None for what nobody carries yet."""

    owner: Owner | None
    lines: tuple[ActionLine, ...]


@dataclass(frozen=True)
class Listing:
    """What was found, in the groups or the list of the order that was asked for. An action of two
    owners stands with both."""

    asked: Asked
    lines: tuple[ActionLine, ...]
    themes: tuple[ShownTheme, ...] = ()
    owners: tuple[OwnerLines, ...] = ()

    @property
    def is_list(self) -> bool:
        return self.asked.order not in (Order.GOAL, Order.OWNER)


def listing_of(plan: Plan, asked: Asked) -> Listing:
    """Goals without an action show only while everything is asked for."""
    if asked.is_everything and asked.order == Order.GOAL:
        return Listing(asked, plan.lines, themes=_whole(plan))
    lines = plan.lines
    rows = [_row(place, theme, line) for place, (theme, line) in enumerate(_placed(plan))]
    found = in_order([row for row in rows if is_asked(row, asked)], asked.order)
    chosen = tuple(lines[row.place] for row in found)
    return Listing(
        asked=asked,
        lines=chosen,
        themes=_themes(plan, chosen, asked) if asked.order == Order.GOAL else (),
        owners=_owners(chosen, asked) if asked.order == Order.OWNER else (),
    )


def _whole(plan: Plan) -> tuple[ShownTheme, ...]:
    return tuple(
        ShownTheme(theme.candidate, tuple(ShownGoal(goal, goal.lines) for goal in theme.goals))
        for theme in plan.themes
    )


def _placed(plan: Plan) -> Iterator[tuple[int, ActionLine]]:
    """Every action with its theme, in the order of the plan."""
    return ((theme.candidate.pk, line) for theme in plan.themes for line in theme.lines)


def _row(place: int, theme: int, line: ActionLine) -> ActionRow:
    action = line.action
    costs = [cost for cost in (action.cost_once, action.cost_yearly) if cost is not None]
    return ActionRow(
        place=place,
        theme=theme,
        goal=action.goal_id,
        state=line.state,
        title=action.title,
        text=f"{action.what} {action.because}",
        gaps=line.gaps,
        departments=(line.department,) if line.department else (),
        owners=tuple(key for key, _owner in carriers(line)),
        due_on=action.due_on,
        cost=sum(costs) if costs else None,
    )


def carriers(line: ActionLine) -> tuple[tuple[str, Owner], ...]:
    """Who is there to carry it, each with the key that an address knows them by."""
    return tuple((owner.key, owner) for owner in line.owners if owner.is_here)


def _themes(plan: Plan, lines: Collection[ActionLine], asked: Asked) -> tuple[ShownTheme, ...]:
    found = {line.action.pk for line in lines}
    themes = []
    for theme in plan.themes:
        goals = [
            ShownGoal(goal, tuple(line for line in goal.lines if line.action.pk in found))
            for goal in theme.goals
        ]
        shown = tuple(goal for goal in goals if goal.lines or asked.is_everything)
        if shown:
            themes.append(ShownTheme(theme.candidate, shown))
    return tuple(themes)


def _owners(lines: Collection[ActionLine], asked: Asked) -> tuple[OwnerLines, ...]:
    """By name; first what nobody carries. Who asks for one person gets only that one."""
    names: dict[str, Owner] = {}
    carried: dict[str, list[ActionLine]] = {}
    nobodys = []
    for line in lines:
        people = carriers(line)
        if not people:
            nobodys.append(line)
        for key, owner in people:
            if asked.owner in ("", key):
                names.setdefault(key, owner)
                carried.setdefault(key, []).append(line)
    ordered = sorted(names, key=lambda key: (names[key].name.casefold(), key))
    groups = [OwnerLines(names[key], tuple(carried[key])) for key in ordered]
    return (*([OwnerLines(None, tuple(nobodys))] if nobodys else []), *groups)
