"""Who writes in a traject is looked at once more under the lock."""

from datetime import timedelta

import pytest
from django.db import transaction

from tests.factories import LONG_AGO, UserFactory
from tests.trajects.factories import (
    LiveSessionFactory,
    ParticipantFactory,
    SeatFactory,
    TrajectFactory,
)
from tests.trajects.linked import NOW, linked, running
from trajects.actions.writers import lock_for_dreaming
from trajects.errors import LinkUnusable, NoLongerAllowed, TrajectGone
from trajects.models import Part
from trajects.models.writer import Writer
from trajects.stages import Stage, Subject

pytestmark = pytest.mark.django_db
ASKING = {"subject": Subject.DREAMS, "stage": Stage.DREAMING}


def locked(traject, writer, at=LONG_AGO):
    with transaction.atomic():
        return lock_for_dreaming(traject.pk, writer=writer, at=at)


def test_lead_group_and_who_leads_it_write(traject, bram, els, griet):
    assert [locked(traject, Writer(user=one)) for one in (bram, els, griet)] == [traject] * 3


def test_others_with_an_account_do_not(traject, chaima):
    for somebody in (chaima, UserFactory()):
        with pytest.raises(NoLongerAllowed):
            locked(traject, Writer(user=somebody))


def test_nobody_does_not(traject):
    with pytest.raises(NoLongerAllowed):
        locked(traject, Writer())


def test_guest_of_the_lead_group_writes(traject):
    guest, _token = linked(running(traject))

    assert locked(traject, Writer(guest=guest), at=NOW) == traject


def test_colleague_who_only_adds_to_the_photo_does_not(traject):
    guest, _token = linked(running(traject), part=Part.COLLEAGUE)

    with pytest.raises(LinkUnusable):
        locked(traject, Writer(guest=guest), at=NOW)


def test_link_of_another_traject_opens_nothing_here(traject):
    guest, _token = linked(running(TrajectFactory()))

    with pytest.raises(LinkUnusable):
        locked(traject, Writer(guest=guest), at=NOW)


def test_guest_without_a_link_does_not_write(traject):
    with pytest.raises(LinkUnusable):
        locked(traject, Writer(guest=ParticipantFactory(traject=traject)), at=NOW)


def test_seat_writes_while_its_session_is_open(traject):
    seat = SeatFactory(session=LiveSessionFactory(traject=traject, **ASKING))

    assert locked(traject, Writer(seat=seat)) == traject
    with pytest.raises(NoLongerAllowed):
        locked(traject, Writer(seat=seat), at=LONG_AGO + timedelta(days=2))


@pytest.mark.parametrize(
    "values", [{"admitted_at": None}, {"refused_at": LONG_AGO}, {"observes": True}]
)
def test_seat_that_is_not_in_or_looks_on_does_not(traject, values):
    seat = SeatFactory(session=LiveSessionFactory(traject=traject, **ASKING), **values)

    with pytest.raises(NoLongerAllowed):
        locked(traject, Writer(seat=seat))


def test_seat_of_another_traject_a_practice_or_a_vote_does_not(traject):
    vote = LiveSessionFactory(traject=traject)
    practice = LiveSessionFactory(traject=traject, is_practice=True, **ASKING)
    elsewhere = LiveSessionFactory(**ASKING)
    for seat in (SeatFactory(session=session) for session in (elsewhere, practice, vote)):
        with pytest.raises(NoLongerAllowed):
            locked(traject, Writer(seat=seat))


def test_nothing_is_written_in_a_traject_that_is_gone(traject):
    guest, _token = linked(running(traject))
    pk = traject.pk
    traject.delete()
    traject.pk = pk

    with pytest.raises(TrajectGone):
        locked(traject, Writer(guest=guest), at=NOW)
