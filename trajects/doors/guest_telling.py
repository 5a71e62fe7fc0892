"""What a guest tells about an action they carry: one page, so one door. `do` names what it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from http import HTTPStatus

from django.http import Http404, QueryDict
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from trajects.actions.plan import progress as actions
from trajects.actions.plan.ending import finish_action
from trajects.doors.plan import REFUSALS
from trajects.errors import ActionEnded, MeasuredAlready
from trajects.models import Action, Participant
from trajects.models.writer import Writer
from trajects.pages.plan.progress import (
    FINISH,
    MEASURE,
    TELL,
    TellForms,
    measured_already,
    tell_forms,
)


@dataclass(frozen=True)
class Answer:
    """`said`: what happened, and `place` where on the page; without it the forms say what is
    wrong."""

    said: str = ""
    place: str = ""
    is_refused: bool = False
    forms: TellForms | None = None
    status: int | None = None


@dataclass(frozen=True)
class Told:
    data: QueryDict
    action: Action
    writer: Writer
    on: date
    at: datetime

    def number(self, name: str) -> int:
        """Of a row; what is no number is no row."""
        typed = self.data.get(name, "")
        if not (typed.isascii() and typed.isdigit() and len(typed) < 19):
            raise Http404
        return int(typed)


def do_told(
    data: QueryDict, action: Action, guest: Participant, *, on: date, at: datetime
) -> Answer:
    """What `do` asks; what it does not know is no page. Raises NoLongerAllowed, LinkUnusable,
    TrajectGone."""
    do = DOORS.get(data.get("do", ""))
    if do is None:
        raise Http404
    try:
        return do(Told(data, action, Writer(guest=guest), on, at))
    except ActionEnded as refused:
        return Answer(str(REFUSALS[type(refused)]), is_refused=True)


def _tick(told: Told) -> Answer:
    step = get_object_or_404(told.action.steps.all(), pk=told.number("step"))
    done = told.data.get("done") != "no"
    actions.tick_step(step=step, done=done, on=told.on, writer=told.writer, at=told.at)
    said = _("Done: %(step)s") if done else _("Open again: %(step)s")
    return Answer(said % {"step": step.text}, f"#s{step.pk}")


def _tell(told: Told) -> Answer:
    forms = tell_forms(told.action, told.on, data=told.data, do=TELL)
    if not forms.note.is_valid():
        return Answer(forms=forms, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    words = forms.note.cleaned_data
    actions.tell_progress(action=told.action, **words, writer=told.writer, at=told.at)
    return Answer(_("Your note stands with the action."), "#notes")


def _measure(told: Told) -> Answer:
    forms = tell_forms(told.action, told.on, data=told.data, do=MEASURE)
    if not forms.measure.is_valid():
        return Answer(forms=forms, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    figures = forms.measure.cleaned_data
    try:
        actions.measure(action=told.action, **figures, writer=told.writer, at=told.at)
    except MeasuredAlready as refused:
        forms.measure.add_error("on", measured_already(refused.stored, told.action.unit))
        return Answer(forms=forms, status=HTTPStatus.CONFLICT)
    return Answer(_("The measurement is noted."), "#measured")


def _finish(told: Told) -> Answer:
    forms = tell_forms(told.action, told.on, data=told.data, do=FINISH)
    if not forms.finish.is_valid():
        return Answer(forms=forms, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    day = forms.finish.cleaned_data["done_on"]
    finish_action(action=told.action, on=day, writer=told.writer, at=told.at)
    return Answer(_("“%(title)s” is done.") % {"title": told.action.title})


def _take_back_note(told: Told) -> Answer:
    note = get_object_or_404(told.action.notes.all(), pk=told.number("told"))
    actions.take_back_note(note=note, writer=told.writer, at=told.at)
    return Answer(_("The note is taken back."), "#notes")


def _take_back_measurement(told: Told) -> Answer:
    found = get_object_or_404(told.action.measurements.all(), pk=told.number("told"))
    actions.take_back_measurement(measurement=found, writer=told.writer, at=told.at)
    return Answer(_("The measurement is taken back."), "#measured")


DOORS: Mapping[str, Callable[[Told], Answer]] = {
    "tick": _tick,
    TELL: _tell,
    MEASURE: _measure,
    FINISH: _finish,
    "take_back_note": _take_back_note,
    "take_back_measurement": _take_back_measurement,
}
