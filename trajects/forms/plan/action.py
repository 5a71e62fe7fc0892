"""An action: who does what by when, what it takes, and what becomes different."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from accounts.fields import length_of
from trajects.actions.plan.stored import COLUMNS
from trajects.entries import ActionEntry
from trajects.forms.plan.action_fields import ActionFields
from trajects.forms.ticks import NUMBER
from trajects.models import ActionStep
from trajects.pages.plan.action_form import ActionFormPage
from trajects.queries.owners import OwnerChoice

MOST_STEPS = 30
# What the page folds away, by the name of the part.
FOLDED = {
    "money": ("cost_once", "cost_yearly", "staff_days", "budget_note", "bbc_code"),
    "measure": ("indicator", "unit", "baseline", "target"),
    "scan": ("statements",),
    "waits": ("needs",),
}


class ActionForm(ActionFields):
    """What is typed, as an entry."""

    def __init__(self, data: QueryDict | None = None, *, page: ActionFormPage) -> None:
        super().__init__(data, initial=initial_of(page))
        self.page = page
        goals = [(goal.pk, _dutch(goal.sentence)) for goal in page.goals]
        self._offer("goal", goals)
        self._offer("users", _people((*page.left.users, *page.owners.users)))
        self._offer("guests", _people(page.owners.guests))
        departments = [(one.pk, one.name) for one in page.departments]
        self._offer("department", [("", _("not known yet")), *departments])
        statements = (one for theme in page.statements for one in theme.choices)
        self._offer("statements", [(one.code, one.text) for one in statements])
        self._offer("needs", [(one.pk, _dutch(one.title)) for one in page.others])

    def clean_steps(self) -> tuple[str, ...]:
        lines = (" ".join(line.split()) for line in self.cleaned_data["steps"].splitlines())
        steps = tuple(line for line in lines if line)
        longest = length_of(ActionStep, "text")
        if len(steps) > MOST_STEPS:
            room = _("There is room for %(number)s steps.") % {"number": MOST_STEPS}
            raise forms.ValidationError(room)
        for number, step in enumerate(steps, 1):
            if len(step) > longest:
                told = {"number": number, "longest": longest}
                words = _("Step %(number)s is too long. Use at most %(longest)s characters.")
                raise forms.ValidationError(words % told)
        return steps

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = self.cleaned_data
        start, due = cleaned.get("starts_on"), cleaned.get("due_on")
        if start and due and due < start:
            self.add_error("due_on", _("This day lies before the start. Change one of the two."))
        return cleaned

    @property
    def entry(self) -> ActionEntry:
        """Of a form that is valid."""
        cleaned = self.cleaned_data
        names = ("goal", "department", "steps", *COLUMNS)
        told: dict[str, Any] = {name: cleaned[name] for name in names}
        told |= {name: frozenset(cleaned[name]) for name in SETS}
        return ActionEntry(**told)

    @property
    def seen_version(self) -> int:
        return int(self.cleaned_data["version"] or 0)

    def show_version(self, version: int) -> None:
        """Sent again from now on, it is about that one."""
        data = cast(QueryDict, self.data).copy()
        data["version"] = str(version)
        self.data = data

    @property
    def shown(self) -> dict[str, Any]:
        """What the page draws."""
        goal = self.page.goal_of(self["goal"].value())
        return {
            "form": self,
            "page": self.page,
            "action": self.page.action,
            "goal": goal,
            "nearby": self.page.nearby(goal),
            "further": self.page.further(goal),
            "ticked": frozenset(map(str, self["statements"].value() or ())),
            "folded": {part: self._is_folded(names) for part, names in FOLDED.items()},
        }

    def _is_folded(self, names: Iterable[str]) -> bool:
        """Nothing is filled in there, and nothing is wrong."""
        filled = any(self[name].value() not in (None, "", [], ()) for name in names)
        return not filled and not (self.errors.keys() & set(names))

    def _offer(self, name: str, choices: Iterable[tuple[Any, Any]]) -> None:
        self.fields[name].choices = list(choices)  # type: ignore[attr-defined]


SETS = ("users", "guests", "statements", "needs")


def goal_in(query: QueryDict) -> int | None:
    """The goal that an address names to begin with."""
    typed = query.get("doel", "")
    return int(typed) if NUMBER.fullmatch(typed) else None


def initial_of(page: ActionFormPage) -> dict[str, Any]:
    if page.action is None or page.entry is None:
        return {"goal": page.goal}
    told = vars(page.entry)
    ticked = {name: sorted(told[name]) for name in SETS}
    steps = "\n".join(page.entry.steps)
    return {**told, **ticked, "steps": steps, "version": page.action.version}


def _people(found: Iterable[OwnerChoice]) -> list[tuple[int, str]]:
    return [(one.pk, _person(one)) for one in found]


def _person(one: OwnerChoice) -> str:
    if not one.office:
        return one.name
    return format_html('{} <span class="soft">{}</span>', one.name, one.office)


def _dutch(text: str) -> str:
    return format_html('<span lang="nl">{}</span>', text)
