"""What one person carries: what is late first, with the next step."""

from datetime import date, timedelta

import pytest

from tests.trajects.actions.plan.telling import action_of
from tests.trajects.factories import ParticipantFactory
from tests.trajects.plan_factories import ActionOwnerFactory, ActionStepFactory
from trajects.pages.plan.mine import actions_of_guest, actions_of_user

pytestmark = pytest.mark.django_db
ON = date(2026, 5, 4)
BEFORE, AFTER = ON - timedelta(days=9), ON + timedelta(days=9)


def carried(traject, user, title, **own):
    action = action_of(traject, title=title, **own)
    ActionOwnerFactory(action=action, user=user)
    return action


def titles(found):
    return [one.line.action.title for one in found]


def test_late_first_then_running_then_planned(traject, bram):
    carried(traject, bram, "gepland", due_on=AFTER)
    carried(traject, bram, "loopt later", starts_on=BEFORE)
    carried(traject, bram, "loopt", starts_on=BEFORE, due_on=AFTER)
    carried(traject, bram, "te laat", due_on=BEFORE)
    carried(traject, bram, "gestopt", stopped_on=ON, stopped_because="Geld op")
    carried(traject, bram, "klaar", done_on=ON)
    action_of(traject, title="van niemand")

    found = actions_of_user(traject, bram.pk, on=ON)

    assert titles(found.open) == ["te laat", "loopt", "loopt later", "gepland"]
    assert titles(found.ended) == ["klaar", "gestopt"]
    assert found.first.line.action.title == "te laat"


def test_what_is_planned_can_wait(traject, bram):
    carried(traject, bram, "gepland", starts_on=AFTER)

    assert actions_of_user(traject, bram.pk, on=ON).first is None


def test_next_step_is_the_first_that_is_open(traject, bram):
    action = carried(traject, bram, "loopt", starts_on=BEFORE)
    ActionStepFactory(action=action, done_on=ON)
    step = ActionStepFactory(action=action)
    done = carried(traject, bram, "klaar", done_on=ON)
    ActionStepFactory(action=done)

    found = actions_of_user(traject, bram.pk, on=ON)

    assert [one.next_step and one.next_step.pk for one in (*found.open, *found.ended)] == [
        step.pk,
        None,
    ]


def test_guest_carries_what_is_in_their_name(traject, bram):
    guest = ParticipantFactory(traject=traject)
    action = carried(traject, bram, "samen")
    ActionOwnerFactory(action=action, user=None, guest=guest)
    carried(traject, bram, "van Bram")

    assert titles(actions_of_guest(guest, on=ON).open) == ["samen"]


@pytest.mark.parametrize("number", [1, 3])
def test_queries_are_the_same_for_one_and_for_three(
    traject, bram, number, django_assert_num_queries
):
    for n in range(number):
        ActionStepFactory(action=carried(traject, bram, f"Actie {n}"))

    with django_assert_num_queries(7):
        actions_of_user(traject, bram.pk, on=ON)
