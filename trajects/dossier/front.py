"""What a dossier begins with: its cover, and the plan on one page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.colours import WHITE, accent_palette
from trajects.action_states import ActionState
from trajects.dossier.actions import euro
from trajects.dossier.following import Decided
from trajects.dossier.goals import Goals, PlanTheme
from trajects.dossier.outlook import Money
from trajects.dossier.voice import Voice
from trajects.models import Audience, PlanText, Traject
from trajects.plan_words import STATE_NAMES


@dataclass(frozen=True)
class Cover:
    """`audience` is for whom it is, in words. `on` is the day that states are of, `at` the moment
    that it was made. `decision` is the newest one."""

    organisation: str
    traject: str
    plan_from: int
    plan_to: int
    audience: str | Promise
    on: date
    at: datetime
    accent: str
    is_light_on_accent: bool
    decision: Decided | None

    @property
    def years(self) -> str:
        return str(self.plan_from) if self.is_one_year else f"{self.plan_from}–{self.plan_to}"

    @property
    def is_one_year(self) -> bool:
        return self.plan_from == self.plan_to


@dataclass(frozen=True)
class GoalInShort:
    number: int
    sentence: str
    actions: int


@dataclass(frozen=True)
class ThemeInShort:
    """`reached` is None where the scan has no step for it, `wanted` while nobody chose one."""

    name: str
    short_name: str
    reached: int | None
    wanted: int | None
    goals: tuple[GoalInShort, ...]


@dataclass(frozen=True)
class Summary:
    """`headline` follows from the facts, `written` is of the group. `cost` in whole euro over all
    the years of the plan, `days` of work. `states`: (name, number), those that occur."""

    headline: str
    written: str
    themes: tuple[ThemeInShort, ...]
    goals: int
    actions: int
    without_owner: int
    without_deadline: int
    cost: int
    days: int
    states: tuple[tuple[str | Promise, int], ...]

    @property
    def cost_words(self) -> str:
        """As it is written in Dutch, without the word euro."""
        return euro(self.cost)


def cover_of(
    traject: Traject,
    decisions: Iterable[Decided],
    voice: Voice,
    audience: str,
    *,
    on: date,
    at: datetime,
) -> Cover:
    """Asks nothing of the database."""
    organisation = traject.organisation
    return Cover(
        organisation=organisation.name,
        traject=voice.text(traject.title),
        plan_from=traject.plan_from,
        plan_to=traject.plan_to,
        audience=Audience(audience).label,
        on=on,
        at=at,
        accent=organisation.accent,
        is_light_on_accent=accent_palette(organisation.accent).on_accent == WHITE,
        decision=next(iter(decisions), None),
    )


def summary_of(
    traject: Traject, goals: Goals, money: Money | None, written: PlanText | None, voice: Voice
) -> Summary:
    """Asks nothing of the database."""
    actions = goals.actions
    going = [one for one in actions if one.state not in (ActionState.DONE, ActionState.STOPPED)]
    counted = ((state, sum(one.state is state for one in actions)) for state in ActionState)
    return Summary(
        headline=_headline(traject, goals),
        written=voice.text(written.summary) if written else "",
        themes=tuple(_in_short(theme) for theme in goals.themes),
        goals=len(goals.goals),
        actions=len(actions),
        without_owner=sum(not one.owners for one in going),
        without_deadline=sum(one.due_on is None for one in going),
        cost=money.total.total if money else 0,
        days=money.total.staff_days if money else 0,
        states=tuple((STATE_NAMES[state], number) for state, number in counted if number),
    )


def _in_short(theme: PlanTheme) -> ThemeInShort:
    goals = (GoalInShort(one.number, one.sentence, len(one.actions)) for one in theme.goals)
    return ThemeInShort(theme.name, theme.short_name, theme.reached, theme.wanted, tuple(goals))


def _headline(traject: Traject, goals: Goals) -> str:
    """What the plan comes to, in one sentence."""
    named = get_text_list([theme.name.lower() for theme in goals.themes], _("and"))
    told = {"organisation": traject.organisation.name, "themes": named, "year": traject.plan_to}
    if not goals.actions:
        return _("%(organisation)s is still making its plan.") % told
    number = len(goals.actions)
    said = ngettext(
        "%(organisation)s works on %(themes)s, with %(number)s action until %(year)s.",
        "%(organisation)s works on %(themes)s, with %(number)s actions until %(year)s.",
        number,
    )
    return said % {**told, "number": number}
