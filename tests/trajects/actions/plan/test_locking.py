"""Who tells how an action goes is looked at once more under the lock."""

from datetime import timedelta

import pytest
from django.db import transaction

from accounts.models import Membership
from tests.factories import UserFactory
from tests.trajects.actions.plan.telling import action_of, guest_of, owner_of
from tests.trajects.factories import SeatFactory, TrajectFactory
from tests.trajects.linked import NOW, linked, running
from trajects.actions.plan.locking import lock_for_telling
from trajects.errors import LinkUnusable, NoLongerAllowed, TrajectGone
from trajects.models import Action, Part
from trajects.models.writer import Writer

pytestmark = pytest.mark.django_db


@pytest.fixture
def action(traject):
    return action_of(traject)


def locked(action, writer, at=NOW):
    with transaction.atomic():
        return lock_for_telling(action, writer, at)


def test_lead_group_who_leads_it_and_the_owner_tell(action, bram, els, griet):
    people = (bram, els, griet, owner_of(action))

    assert [locked(action, Writer(user=one)) for one in people] == [action] * 4


def test_others_do_not(action, chaima, traject):
    elsewhere = owner_of(action_of(traject))
    for somebody in (chaima, UserFactory(), elsewhere):
        with pytest.raises(NoLongerAllowed):
            locked(action, Writer(user=somebody))


def test_owner_who_left_the_organisation_does_not(action):
    owner = owner_of(action)
    Membership.objects.filter(user=owner).delete()

    with pytest.raises(NoLongerAllowed):
        locked(action, Writer(user=owner))


@pytest.mark.parametrize("part", [Part.LEAD_GROUP, Part.COLLEAGUE])
def test_guest_tells_about_their_own_action(action, part):
    assert locked(action, Writer(guest=guest_of(action, part=part))) == action


def test_guest_who_does_not_carry_it_does_not(action, traject):
    guest, _token = linked(running(traject))

    with pytest.raises(NoLongerAllowed):
        locked(action, Writer(guest=guest))


def test_link_that_expired_or_of_another_traject_opens_nothing(action):
    guest = guest_of(action)
    stranger, _token = linked(running(TrajectFactory()))

    with pytest.raises(LinkUnusable):
        locked(action, Writer(guest=guest), at=NOW + timedelta(days=90))
    with pytest.raises(LinkUnusable):
        locked(action, Writer(guest=stranger))


def test_session_and_nobody_tell_nothing(action):
    for writer in (Writer(), Writer(seat=SeatFactory())):
        with pytest.raises(NoLongerAllowed):
            locked(action, writer)


def test_action_that_is_gone(action, griet):
    guest = guest_of(action)
    Action.objects.filter(pk=action.pk).delete()

    for writer in (Writer(user=griet), Writer(guest=guest)):
        with pytest.raises(TrajectGone):
            locked(action, writer)


def test_traject_that_is_gone(action, griet):
    guest = guest_of(action)
    traject = action.traject
    Action.objects.all().delete()
    type(traject).objects.filter(pk=traject.pk).delete()

    for writer in (Writer(user=griet), Writer(guest=guest)):
        with pytest.raises(TrajectGone):
            locked(action, writer)
