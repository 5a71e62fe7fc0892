"""An action begins, is done, stops, and goes on again. What happened is a date, and
who said it."""

from datetime import date, datetime

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from trajects.actions.plan.locking import going_on, lock_for_telling
from trajects.errors import ActionEnded, DayPast
from trajects.models import Action, ProgressNote
from trajects.models.writer import Writer


@transaction.atomic
def begin_action(*, action: Action, on: date, writer: Writer, at: datetime) -> Action:
    """It starts on this day at the latest. Raises DayPast when its deadline lies before that day,
    ActionEnded, NoLongerAllowed, LinkUnusable, TrajectGone."""
    stored = going_on(lock_for_telling(action, writer, at))
    if stored.starts_on and stored.starts_on <= on:
        return stored
    if stored.due_on and stored.due_on < on:
        raise DayPast
    stored.starts_on = on
    stored.version += 1  # the form of an action has this day
    stored.save(update_fields=["starts_on", "version"])
    return stored


@transaction.atomic
def finish_action(*, action: Action, on: date, writer: Writer, at: datetime) -> Action:
    """Said twice, the first time counts. Raises ActionEnded when it was stopped, NoLongerAllowed,
    LinkUnusable, TrajectGone."""
    stored = lock_for_telling(action, writer, at)
    if stored.done_on:
        return stored
    going_on(stored)
    stored.done_on, stored.ended_by = on, _name(writer)
    stored.save(update_fields=["done_on", "ended_by"])
    return stored


@transaction.atomic
def stop_action(*, action: Action, because: str, on: date, writer: Writer, at: datetime) -> Action:
    """Stays readable, with the reason. Said twice, the first time counts. Raises ActionEnded when
    it is done, NoLongerAllowed, LinkUnusable, TrajectGone."""
    stored = lock_for_telling(action, writer, at)
    if stored.stopped_on:
        return stored
    going_on(stored)
    stored.stopped_on, stored.stopped_because = on, because
    stored.ended_by = _name(writer)
    stored.save(update_fields=["stopped_on", "stopped_because", "ended_by"])
    return stored


@transaction.atomic
def reopen_action(*, action: Action, on: date, writer: Writer, at: datetime) -> Action:
    """It goes on as if it had not ended; why it was stopped is kept with its progress. Raises
    ActionEnded when it goes on already, NoLongerAllowed, LinkUnusable, TrajectGone."""
    stored = lock_for_telling(action, writer, at)
    if not (stored.done_on or stored.stopped_on):
        raise ActionEnded
    if stored.stopped_on:
        words = _("Taken up again. On %(day)s it was stopped: %(because)s")
        day = date_format(stored.stopped_on, "j F Y")
        ProgressNote.objects.create(
            action=stored,
            text=words % {"day": day, "because": stored.stopped_because},
            on=on,
            told_at=at,
            author=writer.user,
            guest=writer.guest,
        )
    stored.done_on = stored.stopped_on = None
    stored.stopped_because = stored.ended_by = ""
    stored.save(update_fields=["done_on", "stopped_on", "stopped_because", "ended_by"])
    return stored


def _name(writer: Writer) -> str:
    """Stays readable when the person is gone."""
    if writer.user:
        return writer.user.name
    return writer.guest.called if writer.guest else ""
