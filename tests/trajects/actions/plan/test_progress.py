"""Steps ticked off, notes, and measurements of an action."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.at_once import at_once, names
from tests.trajects.actions.plan.telling import action_of, guest_of, owner_of
from tests.trajects.linked import NOW
from tests.trajects.plan_factories import (
    ActionStepFactory,
    MeasurementFactory,
    ProgressNoteFactory,
)
from trajects.actions.plan.ending import finish_action
from trajects.actions.plan.progress import (
    measure,
    take_back_measurement,
    take_back_note,
    tell_progress,
    tick_step,
)
from trajects.errors import ActionEnded, MeasuredAlready, NoLongerAllowed, TrajectGone
from trajects.models import ActionStep, Measurement, ProgressNote
from trajects.models.writer import Writer

pytestmark = pytest.mark.django_db
ON = date(2026, 5, 4)
LATER = ON + timedelta(days=1)


@pytest.fixture
def action(traject):
    return action_of(traject)


@pytest.fixture
def step(action):
    return ActionStepFactory(action=action)


def tick(step, by, *, done=True, on=ON):
    return tick_step(step=step, done=done, on=on, writer=Writer(user=by), at=NOW)


def tell(action, writer, text="Loopt goed", on=ON):
    return tell_progress(action=action, text=text, on=on, writer=writer, at=NOW)


def count(action, by, value="12.5", on=ON):
    return measure(action=action, value=Decimal(value), on=on, writer=Writer(user=by), at=NOW)


def test_step_is_ticked_off_once_and_opened_again(step, bram, griet):
    first = tick(step, bram)
    again = tick(step, griet, on=LATER)
    opened = tick(step, griet, done=False)

    assert (first.done_on, again.done_on, opened.done_on) == (ON, ON, None)
    assert ActionStep.objects.get().done_on is None


def test_step_of_an_action_that_ended_stays_as_it_is(step, action, bram):
    finish_action(action=action, on=ON, writer=Writer(user=bram), at=NOW)

    with pytest.raises(ActionEnded):
        tick(step, bram)

    assert ActionStep.objects.get().done_on is None


def test_step_that_is_gone(step, bram):
    ActionStep.objects.all().delete()

    with pytest.raises(TrajectGone):
        tick(step, bram)


def test_stranger_ticks_nothing(step, chaima):
    with pytest.raises(NoLongerAllowed):
        tick(step, chaima)


def test_told_with_day_and_author(action, bram):
    tell(action, Writer(user=bram))

    note = ProgressNote.objects.get()
    assert (note.action, note.text, note.on) == (action, "Loopt goed", ON)
    assert (note.author, note.guest, note.told_at) == (bram, None, NOW)


def test_told_by_a_guest(action):
    guest = guest_of(action)

    tell(action, Writer(guest=guest))

    note = ProgressNote.objects.get()
    assert (note.author, note.guest) == (None, guest)


def test_same_note_once_more_is_the_same_note(action, bram, griet):
    first = tell(action, Writer(user=bram))

    assert tell(action, Writer(user=bram)) == first
    assert tell(action, Writer(user=griet)) != first
    assert tell(action, Writer(user=bram), on=LATER) != first
    assert ProgressNote.objects.count() == 3


def test_told_after_the_end(action, bram):
    finish_action(action=action, on=ON, writer=Writer(user=bram), at=NOW)

    tell(action, Writer(user=bram))
    count(action, bram)

    assert (ProgressNote.objects.count(), Measurement.objects.count()) == (1, 1)


def test_note_is_taken_back_by_its_author_and_by_who_leads(action, griet, els):
    owner = owner_of(action)

    for by in (owner, griet, els):
        note = ProgressNoteFactory(action=action, author=owner)
        take_back_note(note=note, writer=Writer(user=by), at=NOW)

    assert not ProgressNote.objects.exists()


def test_guest_takes_back_their_own_note(action, griet):
    guest = guest_of(action)
    own = ProgressNoteFactory(action=action, author=None, guest=guest)
    other = ProgressNoteFactory(action=action, author=griet)

    take_back_note(note=own, writer=Writer(guest=guest), at=NOW)
    with pytest.raises(NoLongerAllowed):
        take_back_note(note=other, writer=Writer(guest=guest), at=NOW)

    assert list(ProgressNote.objects.all()) == [other]


def test_note_of_a_colleague_stays(action, bram, griet):
    note = ProgressNoteFactory(action=action, author=griet)

    with pytest.raises(NoLongerAllowed):
        take_back_note(note=note, writer=Writer(user=bram), at=NOW)

    assert ProgressNote.objects.exists()


def test_note_that_is_gone(action, griet):
    note = ProgressNoteFactory(action=action)
    ProgressNote.objects.all().delete()

    with pytest.raises(TrajectGone):
        take_back_note(note=note, writer=Writer(user=griet), at=NOW)


def test_measured_once_a_day(action, bram, griet):
    first = count(action, bram)

    assert count(action, griet, "12.500") == first
    with pytest.raises(MeasuredAlready) as refused:
        count(action, griet, "13")

    stored = Measurement.objects.get()
    assert refused.value.stored == stored
    assert (stored.value, stored.on, stored.author) == (Decimal("12.5"), ON, bram)


@pytest.mark.django_db(transaction=True)
def test_measured_by_two_at_once_is_measured_once(action, bram, griet):
    found = at_once(lambda: count(action, bram, "1"), lambda: count(action, griet, "2"))

    assert names(found) == ["MeasuredAlready", "Measurement"]
    assert Measurement.objects.count() == 1


def test_measurement_is_taken_back(action, bram, griet):
    own = MeasurementFactory(action=action, author=bram)
    other = MeasurementFactory(action=action, author=griet)

    take_back_measurement(measurement=own, writer=Writer(user=bram), at=NOW)
    with pytest.raises(NoLongerAllowed):
        take_back_measurement(measurement=other, writer=Writer(user=bram), at=NOW)
    take_back_measurement(measurement=other, writer=Writer(user=griet), at=NOW)

    assert not Measurement.objects.exists()
