"""Remarks about a goal: written, and ticked off once the group talked about them."""

from datetime import timedelta

import pytest

from tests.trajects.dream_factories import GoalFactory, GoalRemarkFactory
from tests.trajects.factories import (
    LONG_AGO,
    CandidateFactory,
    ParticipantFactory,
    PersonalLinkFactory,
    SeatFactory,
)
from trajects.actions.goals.discussing import remark, settle_remark
from trajects.errors import GoalSetAside, LinkUnusable, NoLongerAllowed, TrajectGone
from trajects.models import GoalRemark, Part
from trajects.models.writer import Writer

LATER = LONG_AGO + timedelta(days=3)


@pytest.fixture
def goal(traject):
    return GoalFactory(candidate=CandidateFactory(traject=traject))


@pytest.mark.parametrize("person", ["els", "bram", "griet"])
def test_group_says_something_about_a_goal(goal, request, person):
    user = request.getfixturevalue(person)

    said = remark(goal=goal, text="Wie meet dit?", writer=Writer(user=user), at=LONG_AGO)

    stored = GoalRemark.objects.get()
    assert (stored, stored.goal, stored.text) == (said, goal, "Wie meet dit?")
    assert (stored.author, stored.guest, stored.at) == (user, None, LONG_AGO)


def test_who_does_not_dream_along_says_nothing(goal, chaima):
    with pytest.raises(NoLongerAllowed):
        remark(goal=goal, text="Nee", writer=Writer(user=chaima), at=LONG_AGO)

    assert not GoalRemark.objects.exists()


def test_guest_of_the_lead_group_says_something(goal, traject):
    guest = ParticipantFactory(traject=traject, part=Part.LEAD_GROUP)
    PersonalLinkFactory(participant=guest)

    said = remark(goal=goal, text="Wie meet dit?", writer=Writer(guest=guest), at=LONG_AGO)

    assert (said.author, said.guest, said.called) == (None, guest, guest.name)


def test_guest_whose_link_was_withdrawn_says_nothing(goal, traject):
    guest = ParticipantFactory(traject=traject, part=Part.LEAD_GROUP)
    PersonalLinkFactory(participant=guest, revoked_at=LONG_AGO)

    with pytest.raises(LinkUnusable):
        remark(goal=goal, text="Toch", writer=Writer(guest=guest), at=LONG_AGO)


def test_seat_of_a_session_says_nothing(goal):
    with pytest.raises(NoLongerAllowed):
        remark(goal=goal, text="Toch", writer=Writer(seat=SeatFactory()), at=LONG_AGO)


def test_same_remark_twice_is_one_until_it_is_discussed(goal, els, bram):
    own = {"goal": goal, "text": "Wie meet dit?"}
    first = remark(**own, writer=Writer(user=bram), at=LONG_AGO)

    again = remark(**own, writer=Writer(user=bram), at=LATER)
    remark(**own, writer=Writer(user=els), at=LATER)
    settle_remark(remark=first, settled=True, by=els, at=LATER)
    later = remark(**own, writer=Writer(user=bram), at=LATER)

    assert (again, again.at) == (first, LONG_AGO)
    assert later != first
    assert [one.author for one in goal.remarks.all()] == [bram, els, bram]


def test_goal_that_is_set_aside_or_gone_is_not_discussed(goal, griet, bram):
    goal.set_aside_at, goal.set_aside_by, goal.set_aside_because = LONG_AGO, griet, "Dubbel"
    goal.save()

    with pytest.raises(GoalSetAside):
        remark(goal=goal, text="Toch", writer=Writer(user=bram), at=LONG_AGO)
    type(goal).objects.all().delete()
    with pytest.raises(TrajectGone):
        remark(goal=goal, text="Toch", writer=Writer(user=bram), at=LONG_AGO)


def state(one):
    one.refresh_from_db()
    return one.settled_at, one.settled_by


def test_discussed_and_yet_again_to_be_discussed(goal, els, griet):
    one = GoalRemarkFactory(goal=goal)

    settle_remark(remark=one, settled=True, by=els, at=LONG_AGO)
    first = state(one)
    settle_remark(remark=one, settled=True, by=griet, at=LATER)
    second = state(one)
    settle_remark(remark=one, settled=False, by=griet, at=LATER)

    assert (first, second, state(one)) == ((LONG_AGO, els), (LONG_AGO, els), (None, None))


def test_only_who_leads_ticks_a_remark_off(goal, bram):
    one = GoalRemarkFactory(goal=goal, author=bram)

    with pytest.raises(NoLongerAllowed):
        settle_remark(remark=one, settled=True, by=bram, at=LONG_AGO)

    assert state(one) == (None, None)


def test_remark_that_is_gone_is_not_ticked_off(goal, els):
    one = GoalRemarkFactory(goal=goal)
    GoalRemark.objects.all().delete()

    with pytest.raises(TrajectGone):
        settle_remark(remark=one, settled=True, by=els, at=LONG_AGO)
