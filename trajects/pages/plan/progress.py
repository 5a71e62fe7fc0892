"""The read-model of how an action goes: steps, notes, measurements, and the forms to tell it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.forms import Form
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from reporting.formatting import NO_BREAK_SPACE
from reporting.geometry import Mark, Measurements, measurements
from trajects.action_states import ActionState
from trajects.actions.plan.progress import is_of
from trajects.forms.plan.progress import FinishForm, MeasureForm, NoteForm
from trajects.models import Action, ActionStep, Measurement, ProgressNote
from trajects.models.writer import Writer
from trajects.pages.goal_smart import SIGNS, amount
from trajects.pages.tasks import local_day

# What a form is about, as a guest sends it.
TELL, MEASURE, FINISH = "tell", "measure", "finish"


@dataclass(frozen=True)
class Teller:
    """Who looks at an action. `leads`: may take back what others told."""

    writer: Writer
    may_tell: bool
    leads: bool = False

    def may_take_back(self, told: ProgressNote | Measurement) -> bool:
        return self.may_tell and (self.leads or is_of(told, self.writer))


@dataclass(frozen=True)
class ToldNote:
    note: ProgressNote
    may_take_back: bool


@dataclass(frozen=True)
class Measured:
    measurement: Measurement
    amount: str
    may_take_back: bool


@dataclass(frozen=True)
class TellForms:
    """One of them may be bound, with what somebody typed."""

    note: NoteForm
    measure: MeasureForm
    finish: FinishForm

    @property
    def failed(self) -> Form | None:
        """With something to say before everything else."""
        every = (self.note, self.measure, self.finish)
        return next((form for form in every if form.errors), None)


@dataclass(frozen=True)
class Progress:
    """`forms` for who may tell. `chart` is None while there is nothing to draw; `figures` says it
    in words. Notes: the newest first; measurements in the order of the days."""

    action: Action
    state: ActionState
    steps: tuple[ActionStep, ...]
    notes: tuple[ToldNote, ...]
    measured: tuple[Measured, ...]
    chart: Measurements | None
    figures: str
    forms: TellForms | None = field(repr=False)

    @property
    def done(self) -> int:
        return sum(step.done_on is not None for step in self.steps)

    @property
    def next_step(self) -> ActionStep | None:
        return next((step for step in self.steps if step.done_on is None), None)

    @property
    def has_ended(self) -> bool:
        return self.state in (ActionState.DONE, ActionState.STOPPED)

    @property
    def may_begin(self) -> bool:
        return self.forms is not None and self.state == ActionState.PLANNED

    @property
    def is_measurable(self) -> bool:
        """Once it says what is measured, or something was."""
        action = self.action
        return bool(action.indicator or action.unit or self.measured)

    @property
    def baseline(self) -> str:
        return amount(self.action.baseline, self.action.unit)

    @property
    def target(self) -> str:
        return amount(self.action.target, self.action.unit)


def tell_forms(
    action: Action, on: date, *, data: QueryDict | None = None, do: str = ""
) -> TellForms:
    """`do`: which of them `data` was typed in."""

    def typed(name: str) -> QueryDict | None:
        return data if name == do else None

    return TellForms(
        note=NoteForm(typed(TELL), on=on),
        measure=MeasureForm(typed(MEASURE), on=on, unit=action.unit),
        finish=FinishForm(typed(FINISH), on=on),
    )


def progress_of(
    action: Action, teller: Teller, *, on: date, forms: TellForms | None = None
) -> Progress:
    """Three queries, whatever the number of steps, notes and measurements."""
    notes = action.notes.select_related("author", "guest__user").order_by("-on", "-pk")
    found = action.measurements.select_related("author", "guest__user").order_by("on", "pk")
    measured = tuple(
        Measured(one, amount(one.value, action.unit), teller.may_take_back(one)) for one in found
    )
    return Progress(
        action=action,
        state=action.state(on=on),
        steps=tuple(action.steps.order_by("position", "pk")),
        notes=tuple(ToldNote(one, teller.may_take_back(one)) for one in notes),
        measured=measured,
        chart=_chart(action, measured),
        figures=_figures(action, measured),
        forms=(forms or tell_forms(action, on)) if teller.may_tell else None,
    )


def measured_already(stored: Measurement, unit: str) -> str:
    """Why another value for that day is not stored."""
    said = _("On %(day)s there is %(amount)s already. Take that back first, or choose another day.")
    day = date_format(stored.on, "j F Y")
    return said % {"day": day, "amount": amount(stored.value, unit)}


def _chart(action: Action, measured: Sequence[Measured]) -> Measurements | None:
    """From where it began, or was written down; the target at its deadline, or at the last day that
    is known."""
    marks = [Mark(one.measurement.on, one.measurement.value) for one in measured]
    begun = action.starts_on or local_day(action.created_at)
    first = min([begun, *(mark.on for mark in marks)])
    start = Mark(first, action.baseline) if action.baseline is not None else None
    target = None
    if action.target is not None and action.due_on:
        target = Mark(action.due_on, action.target)
    if not marks or (target and target.on < first):
        return None
    sign = f"{NO_BREAK_SPACE}{action.unit}" if action.unit in SIGNS else ""
    try:
        return measurements(start, marks, target, sign)
    except ValueError:  # all of it on one day
        return None


def _figures(action: Action, measured: Sequence[Measured]) -> str:
    """The same figures as the chart, in one sentence."""
    parts = []
    if action.baseline is not None:
        parts.append(_("start %(amount)s") % {"amount": amount(action.baseline, action.unit)})
    if measured:
        last = measured[-1]
        day = date_format(last.measurement.on, "j F Y")
        parts.append(_("%(amount)s on %(day)s") % {"amount": last.amount, "day": day})
    if action.target is not None:
        said = _("aim %(amount)s by %(day)s") if action.due_on else _("aim %(amount)s")
        day = date_format(action.due_on, "j F Y") if action.due_on else ""
        parts.append(said % {"amount": amount(action.target, action.unit), "day": day})
    return f"{action.indicator or action.title}: {', '.join(parts)}"
