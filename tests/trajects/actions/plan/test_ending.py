"""An action begins, is done, stops and goes on again."""

from datetime import date, timedelta

import pytest

from tests.at_once import at_once, names
from tests.trajects.actions.plan.telling import action_of, guest_of
from tests.trajects.linked import NOW
from trajects.actions.plan.ending import (
    begin_action,
    finish_action,
    reopen_action,
    stop_action,
)
from trajects.errors import ActionEnded, DayPast, NoLongerAllowed
from trajects.models import Action
from trajects.models.writer import Writer

pytestmark = pytest.mark.django_db
ON = date(2026, 5, 4)
BEFORE, AFTER = ON - timedelta(days=20), ON + timedelta(days=20)


@pytest.fixture
def action(traject):
    return action_of(traject)


def begin(action, by, on=ON):
    return begin_action(action=action, on=on, writer=Writer(user=by), at=NOW)


def finish(action, by, on=ON):
    return finish_action(action=action, on=on, writer=Writer(user=by), at=NOW)


def stop(action, by, because="Het geld is op.", on=ON):
    return stop_action(action=action, because=because, on=on, writer=Writer(user=by), at=NOW)


def reopen(action, by):
    return reopen_action(action=action, on=ON, writer=Writer(user=by), at=NOW)


def stored(action):
    action.refresh_from_db()
    return action


@pytest.mark.parametrize("starts_on", [None, AFTER])
def test_begins_today_when_no_earlier_start_is_known(action, bram, starts_on):
    action.starts_on = starts_on
    action.save()

    begin(action, bram)

    assert (stored(action).starts_on, action.version) == (ON, 2)


def test_began_before_stays_as_it_was(action, bram):
    action.starts_on = BEFORE
    action.save()

    begin(action, bram)

    assert (stored(action).starts_on, action.version) == (BEFORE, 1)


def test_does_not_begin_after_its_deadline(action, bram):
    action.due_on = BEFORE
    action.save()

    with pytest.raises(DayPast):
        begin(action, bram)
    begin(action, bram, on=BEFORE)

    assert stored(action).starts_on == BEFORE


def test_done_on_a_day_with_the_name_of_who_says_so(action, bram, griet):
    finish(action, bram)
    finish(action, griet, on=AFTER)

    assert (stored(action).done_on, action.ended_by) == (ON, "Bram Claes")


def test_guest_says_that_their_own_action_is_done(action):
    guest = guest_of(action)

    finish_action(action=action, on=ON, writer=Writer(guest=guest), at=NOW)

    assert (stored(action).done_on, action.ended_by) == (ON, "Koen")


def test_stopped_for_a_reason(action, els, griet):
    stop(action, els)
    stop(action, griet, because="Iets anders", on=AFTER)

    assert (stored(action).stopped_on, action.ended_by) == (ON, "Els Boone")
    assert action.stopped_because == "Het geld is op."


def test_what_ended_cannot_begin_or_end_otherwise(action, bram, traject):
    stopped = action_of(traject)
    finish(action, bram)
    stop(stopped, bram)

    for refused in (
        lambda: begin(action, bram),
        lambda: stop(action, bram),
        lambda: begin(stopped, bram),
        lambda: finish(stopped, bram),
    ):
        with pytest.raises(ActionEnded):
            refused()

    assert stored(action).stopped_on is None
    assert stored(stopped).done_on is None


@pytest.mark.parametrize("end", [finish, stop])
def test_goes_on_as_if_it_had_not_ended(action, bram, end):
    end(action, bram)

    reopen(action, bram)

    assert (stored(action).done_on, action.stopped_on) == (None, None)
    assert (action.stopped_because, action.ended_by) == ("", "")
    with pytest.raises(ActionEnded):
        reopen(action, bram)


def test_reason_of_a_stop_is_kept_when_it_goes_on(action, bram):
    stop(action, bram)
    reopen(action, bram)

    (note,) = action.notes.all()
    assert (note.on, note.author) == (ON, bram)
    assert note.text.endswith(": Het geld is op.")


def test_what_was_done_leaves_no_note(action, bram):
    finish(action, bram)
    reopen(action, bram)

    assert not action.notes.exists()


@pytest.mark.parametrize("do", [begin, finish, stop, reopen])
def test_stranger_changes_nothing(action, chaima, do):
    with pytest.raises(NoLongerAllowed):
        do(action, chaima)

    assert Action.objects.filter(pk=action.pk, done_on=None, stopped_on=None, starts_on=None)


@pytest.mark.django_db(transaction=True)
def test_done_and_stopped_at_once_is_one_of_both(action, bram, griet):
    found = at_once(lambda: finish(action, bram), lambda: stop(action, griet))

    assert names(found) == ["Action", "ActionEnded"]
    assert (stored(action).done_on is None) is (action.stopped_on is not None)
