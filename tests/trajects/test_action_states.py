"""How far an action is, from its dates."""

from datetime import date

import pytest

from trajects.action_states import ActionDates, ActionState, state_of

TODAY = date(2027, 5, 10)
YESTERDAY, TOMORROW = date(2027, 5, 9), date(2027, 5, 11)


@pytest.mark.parametrize(
    ("dates", "state"),
    [
        (ActionDates(), ActionState.PLANNED),
        (ActionDates(starts_on=TOMORROW), ActionState.PLANNED),
        (ActionDates(starts_on=TOMORROW, due_on=TOMORROW), ActionState.PLANNED),
        (ActionDates(due_on=TOMORROW), ActionState.PLANNED),
        (ActionDates(starts_on=TODAY), ActionState.RUNNING),
        (ActionDates(starts_on=YESTERDAY, due_on=TODAY), ActionState.RUNNING),
        (ActionDates(starts_on=YESTERDAY, due_on=YESTERDAY), ActionState.LATE),
        (ActionDates(due_on=YESTERDAY), ActionState.LATE),
        (ActionDates(due_on=YESTERDAY, done_on=TODAY), ActionState.DONE),
        (ActionDates(starts_on=TOMORROW, done_on=TODAY), ActionState.DONE),
        (ActionDates(due_on=YESTERDAY, stopped_on=TODAY), ActionState.STOPPED),
    ],
)
def test_state_follows_from_dates(dates, state):
    assert state_of(dates, on=TODAY) == state


def test_states_stand_in_the_order_of_a_board():
    assert list(ActionState) == ["planned", "running", "late", "done", "stopped"]
