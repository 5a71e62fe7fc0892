from datetime import date, timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command

from tests.trajects.factories import LiveSessionFactory, SeatFactory, SeatWithAccountFactory

ENDED = date(2026, 6, 30)


@pytest.fixture
def session(traject):
    type(traject).objects.update(ends_on=ENDED)
    return LiveSessionFactory(traject=traject)


def forget(day):
    out = StringIO()
    with time_machine.travel(f"{day}T12:00:00+02:00", tick=False):
        call_command("forget_guests", stdout=out)
    return out.getvalue().splitlines()[0]


def test_names_go_after_thirty_days(session):
    guest, refused = SeatFactory(session=session), SeatFactory(session=session, admitted_at=None)
    member = SeatWithAccountFactory(session=session)
    SeatFactory(name="Elders")

    said = forget(ENDED + timedelta(days=31))

    assert said == "Guests forgotten: 2"
    for seat in (guest, refused):
        seat.refresh_from_db()
        assert (seat.name, seat.token_hash) == ("", "")
    member.refresh_from_db()
    assert member.called == member.user.name


def test_names_stay_until_then(session):
    guest = SeatFactory(session=session, name="Mia")

    said = forget(ENDED + timedelta(days=30))

    assert said == "Guests forgotten: 0"
    guest.refresh_from_db()
    assert guest.name == "Mia"


def test_second_time_there_is_nothing_to_forget(session):
    SeatFactory(session=session)
    forget(ENDED + timedelta(days=31))

    assert forget(ENDED + timedelta(days=32)) == "Guests forgotten: 0"


@pytest.mark.django_db(transaction=True)
def test_boxes_of_dream_images_are_cleaned_as_well():
    out = StringIO()

    call_command("forget_guests", stdout=out)

    assert out.getvalue().splitlines()[1] == "Boxes of dream images clean: yes"


@pytest.mark.django_db
def test_box_that_somebody_reads_is_left_for_another_time():
    out = StringIO()

    call_command("forget_guests", stdout=out)  # within the transaction of this test

    assert out.getvalue().splitlines()[1].startswith("Boxes of dream images clean: no")
