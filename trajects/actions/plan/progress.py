"""How an action goes: its steps ticked off, what somebody tells, and its indicator measured. What
is told stays possible after the end: an indicator often moves later."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from trajects.actions.plan.locking import going_on, lock_for_telling
from trajects.errors import MeasuredAlready, NoLongerAllowed, TrajectGone
from trajects.models import Action, ActionStep, Measurement, ProgressNote
from trajects.models.progress import Told
from trajects.models.writer import Writer
from trajects.queries.standing import standing_of


@transaction.atomic
def tick_step(
    *, step: ActionStep, done: bool, on: date, writer: Writer, at: datetime
) -> ActionStep:
    """Done, or not done after all; said twice, the first time counts. Raises ActionEnded,
    NoLongerAllowed, LinkUnusable, TrajectGone."""
    action = going_on(lock_for_telling(step.action, writer, at))
    stored: ActionStep | None = action.steps.filter(pk=step.pk).first()
    if stored is None:
        raise TrajectGone
    if done != (stored.done_on is not None):
        stored.done_on = on if done else None
        stored.save(update_fields=["done_on"])
    return stored


@transaction.atomic
def tell_progress(
    *, action: Action, text: str, on: date, writer: Writer, at: datetime
) -> ProgressNote:
    """The same once more is the same note. Raises NoLongerAllowed, LinkUnusable, TrajectGone."""
    stored = lock_for_telling(action, writer, at)
    whose = {"author": writer.user, "guest": writer.guest}
    said: ProgressNote | None = stored.notes.filter(text=text, on=on, **whose).first()
    return said or ProgressNote.objects.create(action=stored, text=text, on=on, told_at=at, **whose)


@transaction.atomic
def take_back_note(*, note: ProgressNote, writer: Writer, at: datetime) -> None:
    """By who wrote it, and who leads. Raises NoLongerAllowed, LinkUnusable, TrajectGone."""
    _take_back(note, writer, at)


@transaction.atomic
def measure(
    *, action: Action, value: Decimal, on: date, writer: Writer, at: datetime
) -> Measurement:
    """Once a day; the same once more is the same measurement. Raises MeasuredAlready when that day
    has another value, NoLongerAllowed, LinkUnusable, TrajectGone."""
    stored = lock_for_telling(action, writer, at)
    there: Measurement | None = stored.measurements.filter(on=on).first()
    if there and there.value != value:
        raise MeasuredAlready(there)
    return there or Measurement.objects.create(
        action=stored, value=value, on=on, told_at=at, author=writer.user, guest=writer.guest
    )


@transaction.atomic
def take_back_measurement(*, measurement: Measurement, writer: Writer, at: datetime) -> None:
    """By who measured it, and who leads. Raises NoLongerAllowed, LinkUnusable, TrajectGone."""
    _take_back(measurement, writer, at)


def _take_back(told: ProgressNote | Measurement, writer: Writer, at: datetime) -> None:
    action = lock_for_telling(told.action, writer, at)
    stored = type(told).objects.filter(pk=told.pk, action=action).first()
    if stored is None:
        raise TrajectGone
    if not (is_of(stored, writer) or _leads(writer, action)):
        raise NoLongerAllowed
    stored.delete()


def is_of(told: Told, writer: Writer) -> bool:
    """Whether this person told it."""
    if writer.user:
        return told.author_id == writer.user.pk
    return writer.guest is not None and told.guest_id == writer.guest.pk


def _leads(writer: Writer, action: Action) -> bool:
    return writer.user is not None and standing_of(writer.user, action.traject).may_lead
