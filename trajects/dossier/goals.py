"""The goals in a dossier with their actions, as plain values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from scans.models import Sdg
from trajects.dossier.actions import ActionPart, ActionTexts, Remark, action_part
from trajects.dossier.choice import Choice
from trajects.dossier.process import day_of
from trajects.dossier.voice import Voice
from trajects.models import Goal, GoalAdoption, GoalRemark, Traject
from trajects.pages.goal_smart import SmartPanel, amount, period_of, smart_of
from trajects.queries.ambitions import ThemeSteps
from trajects.queries.carriers import carriers_of
from trajects.queries.choices import choice_about
from trajects.queries.plan import GoalActions, Plan, ThemeActions


@dataclass(frozen=True)
class SmartPart:
    """One letter. `written`: what the group wrote for it."""

    letter: str
    name: str | Promise
    is_met: bool
    written: tuple[str, ...]


@dataclass(frozen=True)
class GoalPart:
    """`adopted_on` None while the group did not adopt it; `adopted_by` in words. `set_aside` is the
    reason, empty for a goal on its feet. `code` has the letters that are met: "SM-RT"."""

    number: int
    sentence: str
    result: str
    indicator: str
    baseline: str
    target: str
    carrier: str
    due_on: date | None
    bbc_code: str
    sdgs: tuple[str, ...]
    mvoi: str | Promise
    code: str
    smart: tuple[SmartPart, ...]
    adopted_on: date | None
    adopted_by: str
    set_aside: str
    actions: tuple[ActionPart, ...]
    remarks: tuple[Remark, ...]

    @property
    def is_smart(self) -> bool:
        return all(one.is_met for one in self.smart)


@dataclass(frozen=True)
class PlanTheme:
    """`because` is why the group chose it, `wanted_because` why it wants that step. `reached` is
    None where the scan has no step for it, `wanted` while nobody chose one."""

    name: str
    short_name: str
    because: str
    reached: int | None
    wanted: int | None
    wanted_because: str
    goals: tuple[GoalPart, ...]

    @property
    def actions(self) -> tuple[ActionPart, ...]:
        return tuple(action for goal in self.goals for action in goal.actions)


@dataclass(frozen=True)
class Goals:
    """`on` is the day that the states are of."""

    themes: tuple[PlanTheme, ...]
    on: date

    @property
    def goals(self) -> tuple[GoalPart, ...]:
        return tuple(goal for theme in self.themes for goal in theme.goals)

    @property
    def actions(self) -> tuple[ActionPart, ...]:
        return tuple(action for goal in self.goals for action in goal.actions)


def goals_of(
    traject: Traject, plan: Plan, steps: Iterable[ThemeSteps], voice: Voice, choice: Choice
) -> Goals:
    """Ten queries at most, whatever the number of goals and actions."""
    beside = _Beside.of(traject, voice, choice)
    by_candidate = {one.candidate.pk: one for one in steps}
    themes = (
        _theme(theme, by_candidate.get(theme.candidate.pk), plan, beside) for theme in plan.themes
    )
    return Goals(tuple(themes), plan.on)


@dataclass(frozen=True)
class _Beside:
    """What is said about goals and actions in other tables, read once."""

    voice: Voice
    actions: ActionTexts
    panels: Mapping[int, SmartPanel]
    sdgs: Mapping[int, tuple[str, ...]]
    adopted_by: Mapping[int, str]
    remarks: Mapping[int, tuple[Remark, ...]]
    reasons: Mapping[int, str]

    @classmethod
    def of(cls, traject: Traject, voice: Voice, choice: Choice) -> _Beside:
        carriers, period = carriers_of(traject), period_of(traject)
        chosen = traject.candidates.select_related("choice")
        return cls(
            voice=voice,
            actions=ActionTexts.of(traject, voice, choice),
            panels={goal.pk: smart_of(goal, carriers, period) for goal in traject.goals.all()},
            sdgs=_sdgs(traject),
            adopted_by=_adopted_by(traject, voice),
            remarks=_remarks(traject, voice) if choice.with_remarks else {},
            reasons={
                one.pk: voice.text(about.because)
                for one in chosen
                if (about := choice_about(one)) is not None
            },
        )


def _theme(theme: ThemeActions, steps: ThemeSteps | None, plan: Plan, beside: _Beside) -> PlanTheme:
    """`steps` is None for a theme that the group does not go on with any more."""
    candidate = theme.candidate
    ambition = steps.ambition if steps else None
    return PlanTheme(
        name=beside.voice.text(candidate.full_name),
        short_name=beside.voice.text(candidate.short_name),
        because=beside.reasons.get(candidate.pk, ""),
        reached=steps.reached if steps else None,
        wanted=steps.wanted if steps else None,
        wanted_because=beside.voice.text(ambition.because) if ambition else "",
        goals=tuple(_goal(one, plan, beside) for one in theme.goals),
    )


def _goal(one: GoalActions, plan: Plan, beside: _Beside) -> GoalPart:
    goal, voice = one.goal, beside.voice
    panel = beside.panels[goal.pk]
    adoption: GoalAdoption | None = getattr(goal, "adoption", None)
    return GoalPart(
        number=one.number,
        sentence=voice.text(goal.sentence),
        result=voice.text(goal.result),
        indicator=voice.text(goal.indicator),
        baseline=voice.text(amount(goal.baseline, goal.unit)),
        target=voice.text(amount(goal.target, goal.unit)),
        carrier=voice.text(goal.carrier),
        due_on=goal.due_on,
        bbc_code=voice.text(goal.bbc_code),
        sdgs=beside.sdgs.get(goal.pk, ()),
        mvoi=_mvoi(goal),
        code=panel.code,
        smart=tuple(
            SmartPart(line.letter, line.name, line.is_met, voice.texts(line.written))
            for line in panel.lines
        ),
        adopted_on=adoption.adopted_on if adoption else None,
        adopted_by=beside.adopted_by.get(goal.pk, ""),
        set_aside=voice.text(goal.set_aside_because),
        actions=tuple(action_part(line, plan, beside.actions, voice) for line in one.lines),
        remarks=beside.remarks.get(goal.pk, ()),
    )


def _mvoi(goal: Goal) -> str | Promise:
    """The goal of purchasing, with its steps; empty for most."""
    if not goal.mvoi_goal:
        return ""
    name = goal.get_mvoi_goal_display()
    if goal.mvoi_now is None or goal.mvoi_wanted is None:
        return name
    steps = {"name": name, "now": goal.mvoi_now, "wanted": goal.mvoi_wanted}
    return _("%(name)s, from step %(now)s to step %(wanted)s") % steps


def _sdgs(traject: Traject) -> dict[int, tuple[str, ...]]:
    ticks = Sdg.objects.filter(goals__traject=traject).order_by("number")
    found: defaultdict[int, list[str]] = defaultdict(list)
    for goal, number, name in ticks.values_list("goals", "number", "name"):
        found[goal].append(f"{number} {name}")
    return {goal: tuple(own) for goal, own in found.items()}


def _adopted_by(traject: Traject, voice: Voice) -> dict[int, str]:
    """By goal who agreed, in words: names, or how many. Two queries."""
    adoptions = GoalAdoption.objects.filter(goal__traject=traject).order_by("pk")
    found = {}
    for one in adoptions.prefetch_related("people__user"):
        names = sorted((person.called for person in one.people.all()), key=str.casefold)
        told = names if voice.with_names else _number(len(names))
        others = [voice.text(one.others)] if one.others else []
        found[one.goal_id] = get_text_list([*told, *others], _("and"))
    return found


def _number(people: int) -> list[str]:
    if not people:
        return []
    said = ngettext(
        "%(number)s member of the lead group", "%(number)s members of the lead group", people
    )
    return [said % {"number": people}]


def _remarks(traject: Traject, voice: Voice) -> dict[int, tuple[Remark, ...]]:
    remarks = GoalRemark.objects.filter(goal__traject=traject).order_by("at", "pk")
    found: defaultdict[int, list[Remark]] = defaultdict(list)
    for one in remarks.select_related("author", "guest__user"):
        said = Remark(day_of(one.at), voice.text(one.text), voice.person(one.called))
        found[one.goal_id].append(said)
    return {goal: tuple(own) for goal, own in found.items()}
