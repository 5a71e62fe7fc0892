"""What the themes of the scan come to if the actions of the plan work out.

A claim about what may be, never about what is: a page that shows it says "if"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from scans.models import Theme
from scans.queries import ScannedStatement, scanned_statements
from scans.scoring import Outcome, ScoredTheme, missing_for, with_yes
from trajects.action_states import ActionState
from trajects.models import ActionStatement, Traject
from trajects.queries.ambitions import ThemeSteps, theme_steps
from trajects.queries.plan import ActionLine, Plan

SETTLED = (Outcome.YES, Outcome.NOT_APPLICABLE)


@dataclass(frozen=True)
class HelpedStatement:
    """A statement that becomes a yes if one of these actions works out."""

    statement: ScannedStatement
    lines: tuple[ActionLine, ...]

    @property
    def code(self) -> str:
        return self.statement.code


@dataclass(frozen=True)
class ThemeEffect:
    """A theme of the scan that the group chose, or that an action helps. `reached` and
    `would_reach` are None when too few answers are known to claim a step. `wanted`: the highest
    ambition of the chosen themes that came from it. `helped`: what is no yes yet and has an action
    that is not stopped. `missing`: the fewest statements that `wanted` takes besides."""

    number: int
    code: str
    name: str
    short_name: str
    reached: int | None
    would_reach: int | None
    wanted: int | None
    helped: tuple[HelpedStatement, ...]
    missing: tuple[ScannedStatement, ...]

    @property
    def lines(self) -> tuple[ActionLine, ...]:
        """The actions that help, each once, in the order of the plan."""
        found = {line.action.pk: line for one in self.helped for line in one.lines}
        return tuple(sorted(found.values(), key=lambda line: _place(line.number)))

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(one.code for one in self.helped)

    @property
    def rises(self) -> bool:
        """To a higher step than now."""
        return (self.would_reach or 0) > (self.reached or 0)

    @property
    def is_enough(self) -> bool:
        """The actions would bring it as far as the group wants, or further."""
        return None not in (self.would_reach, self.wanted) and self.would_reach >= self.wanted  # type: ignore[operator]


def effects_of(traject: Traject, plan: Plan) -> tuple[ThemeEffect, ...]:
    """By number of the theme; none without a finished scan. Ten queries with the scan at hand, and
    one more with an SDG among the origins of a chosen theme."""
    scan = traject.scan
    if scan is None or not scan.is_finished:
        return ()
    helping = _helping(traject, plan)
    wanted = _wanted(theme_steps(traject))
    asked = {
        number: tuple(own)
        for number, own in groupby(scanned_statements(scan), key=lambda one: one.theme_number)
    }
    touched = {number for number, own in asked.items() if any(one.code in helping for one in own)}
    shown = Theme.objects.filter(number__in=(touched | set(wanted)) & set(asked))
    fields = ("number", "code", "name", "short_name")
    return tuple(
        _effect(named, asked[named[0]], helping, wanted.get(named[0]))
        for named in shown.order_by("number").values_list(*fields)
    )


def _helping(traject: Traject, plan: Plan) -> dict[str, list[ActionLine]]:
    """By code of a statement the actions that are not stopped, in the order of the plan."""
    going = {line.action.pk: line for line in plan.lines if line.state != ActionState.STOPPED}
    rows = ActionStatement.objects.filter(action__traject=traject).order_by("code", "pk")
    found: dict[str, list[ActionLine]] = {}
    for code, action in rows.values_list("code", "action_id"):
        if action in going:
            found.setdefault(code, []).append(going[action])
    for lines in found.values():
        lines.sort(key=lambda line: _place(line.number))
    return found


def _wanted(steps: Iterable[ThemeSteps]) -> dict[int, int | None]:
    """By number of a theme of the scan; None where nobody said so yet."""
    found: dict[int, int | None] = {}
    for one in steps:
        for origin in one.origins:
            known = [step for step in (found.get(origin.number), one.wanted) if step]
            found[origin.number] = max(known, default=None)
    return found


def _effect(
    named: tuple[int, str, str, str],
    statements: tuple[ScannedStatement, ...],
    helping: Mapping[str, list[ActionLine]],
    wanted: int | None,
) -> ThemeEffect:
    number, code, name, short_name = named
    now = ScoredTheme(number, tuple(one.scored for one in statements))
    helped = tuple(
        HelpedStatement(one, tuple(helping[one.code]))
        for one in statements
        if one.code in helping and one.outcome not in SETTLED
    )
    then = with_yes(now, (one.code for one in helped))
    short = missing_for(then, wanted) if wanted else ()
    return ThemeEffect(
        number=number,
        code=code,
        name=name,
        short_name=short_name,
        reached=now.result.reached,
        would_reach=then.result.reached,
        wanted=wanted,
        helped=helped,
        missing=tuple(one for one in statements if one.code in short),
    )


def _place(number: str) -> tuple[int, ...]:
    """As it counts: 2.10 after 2.9."""
    return tuple(int(part) for part in number.split("."))
