"""The plan along time: per theme and goal every action as a bar, with who carries it and when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from reporting.geometry import (
    BarKind,
    Period,
    Span,
    TimelineAxis,
    TimelineBar,
    timeline_axis,
    timeline_bar,
)
from trajects.action_states import ActionState
from trajects.models import Action, Candidate, Goal, Traject
from trajects.queries.ambitions import ThemeSteps
from trajects.queries.plan import ActionLine, Plan, ThemeActions

# Years beside those of the plan.
FURTHEST = 20


@dataclass(frozen=True)
class TimelineRow:
    """`bar` is None without dates, or when all of it lies outside the axis: `place` says which.
    `who` has names, or functions and departments where names are left out; `when` is in words."""

    line: ActionLine
    bar: TimelineBar | None
    who: str
    when: str
    place: str

    @property
    def action(self) -> Action:
        return self.line.action

    @property
    def is_outside(self) -> bool:
        """It has dates, and none of them lies on the axis."""
        return self.bar is None and bool(self.when)


@dataclass(frozen=True)
class TimelineGoal:
    goal: Goal
    number: int
    rows: tuple[TimelineRow, ...]


@dataclass(frozen=True)
class TimelineTheme:
    """`steps` is None for a theme that the group does not go on with any more."""

    candidate: Candidate
    steps: ThemeSteps | None
    goals: tuple[TimelineGoal, ...]


@dataclass(frozen=True)
class Timeline:
    """Themes and goals with at least one action. `hidden`: how many lie outside the period, where
    these were left out."""

    axis: TimelineAxis
    themes: tuple[TimelineTheme, ...]
    hidden: int = 0

    @property
    def period(self) -> Period:
        return self.axis.period

    @property
    def rows(self) -> tuple[TimelineRow, ...]:
        return tuple(row for theme in self.themes for goal in theme.goals for row in goal.rows)


def plan_period(traject: Traject) -> Period:
    """The years of the multi-year plan."""
    return years_period(traject.plan_from, traject.plan_to)


def years_period(first: int, last: int) -> Period:
    return Period(date(first, 1, 1), date(last, 12, 31))


def years_of(plan: Plan, whole: Period) -> range:
    """Those of the plan, and those that an action begins or ends in. What lies further away than
    FURTHEST was mistyped, or is no matter of this plan."""
    actions = [line.action for line in plan.lines]
    days = [day for one in actions for day in (one.starts_on, one.due_on) if day]
    found = [whole.first.year, whole.last.year, *(day.year for day in days)]
    first = max(min(found), whole.first.year - FURTHEST)
    return range(first, min(max(found), whole.last.year + FURTHEST) + 1)


def timeline_of(
    plan: Plan,
    period: Period,
    steps: Iterable[ThemeSteps] = (),
    *,
    with_names: bool = True,
    hide_outside: bool = False,
) -> Timeline:
    """Asks nothing of the database."""
    rows = {
        line.action.pk: _row(line, period, plan.on, with_names=with_names) for line in plan.lines
    }
    left_out = {pk for pk, row in rows.items() if hide_outside and row.is_outside}
    shown = {pk: row for pk, row in rows.items() if pk not in left_out}
    by_candidate = {one.candidate.pk: one for one in steps}
    themes = (
        TimelineTheme(
            theme.candidate,
            by_candidate.get(theme.candidate.pk),
            tuple(_goals(theme, shown)),
        )
        for theme in plan.themes
    )
    axis = timeline_axis(period, today=plan.on)
    return Timeline(axis, tuple(theme for theme in themes if theme.goals), len(left_out))


def _goals(theme: ThemeActions, shown: Mapping[int, TimelineRow]) -> Iterable[TimelineGoal]:
    for goal in theme.goals:
        pks = (line.action.pk for line in goal.lines)
        rows = tuple(shown[pk] for pk in pks if pk in shown)
        if rows:
            yield TimelineGoal(goal.goal, goal.number, rows)


def _row(line: ActionLine, period: Period, on: date, *, with_names: bool) -> TimelineRow:
    span = _span(line)
    bar = timeline_bar(span, period, today=on)
    return TimelineRow(
        line=line,
        bar=bar,
        who=who_carries(line, with_names=with_names),
        when=when_in_words(line),
        place="" if bar else _place(span, period),
    )


def _span(line: ActionLine) -> Span:
    action = line.action
    ended = action.stopped_on or action.done_on
    begins = action.starts_on
    return Span(BarKind(line.state), begins, ended or action.due_on)


def _place(span: Span, period: Period) -> str:
    """Why there is no bar."""
    day = span.begins or span.ends
    if day is None:
        return _("no dates yet")
    return _("later than this period") if day > period.last else _("before this period")


def who_carries(line: ActionLine, *, with_names: bool) -> str:
    """Empty when nobody does any more."""
    if with_names:
        return ", ".join(line.names)
    offices = (owner.office or _("a colleague") for owner in line.owners if owner.is_here)
    return ", ".join(dict.fromkeys(offices))


def when_in_words(line: ActionLine) -> str:
    """Months; a stopped action says since when. Empty without dates."""
    action = line.action
    if line.state == ActionState.STOPPED and action.stopped_on:
        return _("stopped in %(month)s") % {"month": _month(action.stopped_on)}
    end = action.done_on or action.due_on
    if action.starts_on and end:
        return _between(action.starts_on, end)
    if action.starts_on:
        return _("from %(month)s") % {"month": _month(action.starts_on)}
    return _("by %(month)s") % {"month": _month(end)} if end else ""


def _between(begin: date, end: date) -> str:
    if (begin.year, begin.month) >= (end.year, end.month):
        return _month(end)
    is_whole_years = (begin.month, begin.day, end.month, end.day) == (1, 1, 12, 31)
    if is_whole_years and begin.year == end.year:
        return str(begin.year)
    if is_whole_years:
        first, last = str(begin.year), str(end.year)
    else:
        # Translators: a month in three letters, as Django formats dates; in Dutch "b".
        first = date_format(begin, _("M")) if begin.year == end.year else _month(begin)
        last = _month(end)
    return _("%(first)s to %(last)s") % {"first": first, "last": last}


def _month(day: date) -> str:
    # Translators: a month in three letters and a year, as Django formats dates; in Dutch "b Y".
    return date_format(day, _("M Y"))
