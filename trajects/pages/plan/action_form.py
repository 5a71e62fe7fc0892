"""What the form of an action offers: goals, people, departments, statements, other actions."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Department
from reporting.formatting import dutch_number
from trajects.actions.plan.stored import COLUMNS, entry_of
from trajects.entries import ActionEntry
from trajects.errors import (
    ChangedMeanwhile,
    CircleInPlan,
    GoalNotInPlan,
    LabelGone,
    NobodyOfThisTraject,
    TrajectError,
)
from trajects.models import Action, ActionOwner, Goal, Traject
from trajects.queries.ambitions import theme_steps
from trajects.queries.owners import OwnerChoice, OwnersToChoose, owners_to_choose
from trajects.queries.statement_choices import ThemeChoices, statement_choices

# What happened between opening the page and saving it.
REFUSALS: Mapping[type[TrajectError], Promise] = {
    GoalNotInPlan: gettext_lazy(
        "This goal was set aside meanwhile. Choose another goal; nothing else was lost."
    ),
    NobodyOfThisTraject: gettext_lazy(
        "One of the owners left meanwhile. Tick again who carries the action; nothing else was "
        "lost."
    ),
    LabelGone: gettext_lazy(
        "The department or a statement is not there any more. Choose again; nothing else was lost."
    ),
    ChangedMeanwhile: gettext_lazy(
        "An action that this one waits for was deleted meanwhile. Tick again; nothing else was "
        "lost."
    ),
}


@dataclass(frozen=True)
class ThemeGoals:
    name: str
    goals: tuple[Goal, ...]


@dataclass(frozen=True)
class ActionFormPage:
    """`action`: the one that changes, with what it says now as `entry`; `goal`: what a new one
    starts under, if it is one of `themes`."""

    action: Action | None
    entry: ActionEntry | None
    goal: int | None
    themes: tuple[ThemeGoals, ...]
    owners: OwnersToChoose
    # Owners that left; they stay ticked until somebody takes them off.
    left: OwnersToChoose
    departments: tuple[Department, ...]
    statements: tuple[ThemeChoices, ...]
    # By goal, the numbers of the themes of the scan that its own theme came from.
    origins: Mapping[int, Collection[int]]
    # What it can wait for: what is going on, and what it waits for already.
    others: tuple[Action, ...]

    @property
    def goals(self) -> tuple[Goal, ...]:
        return tuple(goal for theme in self.themes for goal in theme.goals)

    def goal_of(self, pk: Any) -> Goal | None:
        """`pk` as it was typed."""
        return next((goal for goal in self.goals if str(goal.pk) == str(pk)), None)

    def nearby(self, goal: Goal | None) -> tuple[ThemeChoices, ...]:
        """The statements of the themes of this goal."""
        own = self.origins.get(goal.candidate_id, ()) if goal else ()
        return tuple(theme for theme in self.statements if theme.number in own)

    def further(self, goal: Goal | None) -> tuple[ThemeChoices, ...]:
        near = self.nearby(goal)
        return tuple(theme for theme in self.statements if theme not in near)


def action_form_page(
    traject: Traject, *, action: Action | None = None, goal: int | None = None
) -> ActionFormPage:
    """A fixed number of queries, and one or two more with a scan, an SDG among the origins, or an
    owner who left."""
    entry = entry_of(action) if action else None
    themes = _themes(traject, entry)
    goals = [one.pk for theme in themes for one in theme.goals]
    owners = owners_to_choose(traject)
    steps = theme_steps(traject)
    departments = Department.objects.filter(organisation=traject.organisation_id)
    return ActionFormPage(
        action=action,
        entry=entry,
        goal=goal if goal in goals else (goals[0] if len(goals) == 1 else None),
        themes=themes,
        owners=owners,
        left=_left(action, entry, owners) if action and entry else OwnersToChoose((), ()),
        departments=tuple(departments.order_by("name", "pk")),
        statements=statement_choices(traject, kept=entry.statements if entry else ()),
        origins={
            one.candidate.pk: frozenset(origin.number for origin in one.origins) for one in steps
        },
        others=_others(traject, action, entry),
    )


def _themes(traject: Traject, entry: ActionEntry | None) -> tuple[ThemeGoals, ...]:
    """Goals on their feet, and the one where it stands."""
    now = entry.goal if entry else None
    found = traject.goals.with_theme().order_by(
        "candidate__position", "candidate", "position", "pk"
    )
    by_theme: dict[str, list[Goal]] = {}
    for goal in found:
        if goal.set_aside_at is None or goal.pk == now:
            by_theme.setdefault(goal.candidate.full_name, []).append(goal)
    return tuple(ThemeGoals(name, tuple(goals)) for name, goals in by_theme.items())


def _left(action: Action, entry: ActionEntry, there: OwnersToChoose) -> OwnersToChoose:
    if there.has(users=entry.users, guests=entry.guests):
        return OwnersToChoose((), ())
    here = {one.pk for one in there.users}
    gone = ActionOwner.objects.filter(action=action).exclude(user=None).exclude(user__in=here)
    people = gone.with_people().order_by("pk")
    return OwnersToChoose(
        tuple(OwnerChoice(one.user_id or 0, one.called, _("left")) for one in people), ()
    )


def _others(
    traject: Traject, action: Action | None, entry: ActionEntry | None
) -> tuple[Action, ...]:
    needs = entry.needs if entry else frozenset()
    ordered = traject.actions.order_by(
        "goal__candidate__position", "goal__position", "position", "pk"
    )
    return tuple(
        one
        for one in ordered
        if one != action and (one.pk in needs or not (one.done_on or one.stopped_on))
    )


def circle_words(circle: CircleInPlan) -> str:
    way = " → ".join(f"“{action}”" for action in circle.way)
    said = _("These actions would wait for each other: %(way)s. Untick one of them.")
    return said % {"way": way}


@dataclass(frozen=True)
class Difference:
    """One field, in the words of both; empty text for what was left open."""

    name: str
    typed: str
    stored: str


LABELS: Mapping[str, Promise] = {
    "users": gettext_lazy("owners with an account"),
    "guests": gettext_lazy("owners without an account"),
    "statements": gettext_lazy("statements of the scan"),
    "needs": gettext_lazy("waits for"),
    "steps": gettext_lazy("steps"),
}


def differences(
    typed: ActionEntry, stored: ActionEntry, page: ActionFormPage
) -> tuple[Difference, ...]:
    """Between what somebody typed and what a colleague stored meanwhile. `page` knows the names."""
    fields = ("goal", *COLUMNS, "users", "guests", "department", "steps", "statements", "needs")
    rows = (
        Difference(_label(one), _words(one, typed, page), _words(one, stored, page))
        for one in fields
    )
    return tuple(row for row in rows if row.typed != row.stored)


def _label(field: str) -> str:
    if field in LABELS:
        return str(LABELS[field])
    return str(Action._meta.get_field(field).verbose_name)  # type: ignore[union-attr]


def _words(field: str, entry: ActionEntry, page: ActionFormPage) -> str:
    value: Any = getattr(entry, field)
    named: dict[str, Mapping[int, Any]] = {
        "goal": {one.pk: one for one in page.goals},
        "department": {one.pk: one for one in page.departments},
        "needs": {one.pk: one for one in page.others},
        "users": {one.pk: one.name for one in (*page.owners.users, *page.left.users)},
        "guests": {one.pk: one.name for one in page.owners.guests},
    }
    if field in named:
        pks = value if isinstance(value, frozenset) else {value} - {None}
        return "; ".join(str(named[field].get(pk, _("not there any more"))) for pk in sorted(pks))
    if field == "statements":
        texts = {one.code: one.text for theme in page.statements for one in theme.choices}
        return "; ".join(texts.get(code, code) for code in sorted(value))
    if field == "steps":
        return "\n".join(value)
    return _plain(value)


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return date_format(value, "j F Y")
    if isinstance(value, int | Decimal):
        return dutch_number(Decimal(value))
    return value or ""
