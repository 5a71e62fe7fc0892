"""Coming into a session: by account, or by a browser under a name."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from tests.trajects.factories import LiveSessionFactory, SeatFactory, SeatWithAccountFactory
from trajects.actions.taking_seats import MOST_WAITING, take_seat
from trajects.errors import NameTaken, NoLongerAllowed, SessionOver, TooManyWaiting
from trajects.models import LiveSession, Seat
from trajects.models.live_session import CODE_WORKS_FOR
from trajects.seat_tokens import seat_hash

AT = now()


@pytest.fixture
def session(traject) -> LiveSession:
    return LiveSessionFactory(traject=traject, opened_at=AT)


def taken(session, *, user=None, token="t", name="Noor", observes=False, at=AT) -> Seat:
    return take_seat(session=session, user=user, token=token, name=name, observes=observes, at=at)


def test_browser_waits_under_its_name(session):
    seat = taken(session, observes=True)

    assert (seat.user, seat.name, seat.asked_at, seat.admitted_at) == (None, "Noor", AT, None)
    assert seat.token_hash == seat_hash("t", session_pk=session.pk)
    assert seat.observes


def test_account_of_the_lead_group_is_in_at_once(session, bram):
    seat = taken(session, user=bram, name="")

    assert (seat.user, seat.name, seat.token_hash, seat.admitted_at) == (bram, "", "", AT)


@pytest.mark.parametrize("person", ["els", "griet", "chaima"])
def test_account_outside_the_lead_group_is_refused(session, person, request):
    with pytest.raises(NoLongerAllowed):
        taken(session, user=request.getfixturevalue(person))

    assert session.seats.count() == 0


def test_asking_twice_keeps_the_seat_as_it_is(session, bram):
    for own in ({"token": "t"}, {"user": bram}):
        first = taken(session, **own)
        again = taken(session, **own, name="Anders", at=AT + timedelta(minutes=1))
        assert (again.pk, again.name, again.asked_at) == (first.pk, first.name, AT)


def test_browser_with_a_seat_gets_no_second_one_by_an_account(session, bram):
    first = taken(session)

    assert taken(session, user=bram) == first


def test_account_goes_before_the_browser(session, bram):
    SeatFactory(session=session, token_hash=seat_hash("t", session_pk=session.pk))
    own = SeatWithAccountFactory(session=session, user=bram)

    assert taken(session, user=bram) == own


def test_refused_browser_may_ask_under_another_name(session):
    first = taken(session, name="Superman")
    Seat.objects.update(refused_at=AT)
    later = AT + timedelta(minutes=1)

    again = taken(session, at=later)

    assert (again.pk, again.name, again.asked_at, again.is_waiting) == (
        first.pk,
        "Noor",
        later,
        True,
    )


def test_refused_account_waits_when_it_asks_again(session, bram):
    first = taken(session, user=bram)
    Seat.objects.update(refused_at=AT)

    again = taken(session, user=bram)

    assert (again.pk, again.name, again.is_waiting) == (first.pk, "", True)


def test_refused_browser_comes_in_by_an_account(session, bram):
    taken(session, name="Superman")
    Seat.objects.update(refused_at=AT)

    assert taken(session, user=bram).is_admitted


@pytest.mark.parametrize("name", ["Aya", "aya", "AYA", "bram claes"])
def test_name_is_there_once(session, name, bram):
    taken(session, token="a", name="Aya")
    taken(session, user=bram, token="b")

    with pytest.raises(NameTaken):
        taken(session, name=name)


@pytest.mark.parametrize(
    "name",
    ["Ｎoor", "N\u034foor", "Noor\ufe0f", "Noor\u3164", "Noor\U000e0100", "No\u115for", "𝐍oor"],
    ids=ascii,
)
def test_name_that_looks_the_same_is_the_same(session, name):
    taken(session, token="a", name="Noor")

    with pytest.raises(NameTaken):
        taken(session, name=name)


def test_name_with_another_accent_is_another_name(session):
    taken(session, token="a", name="Renée")

    assert taken(session, name="Renee").is_waiting


def test_name_of_who_was_refused_is_free(session):
    taken(session, token="a")
    Seat.objects.update(refused_at=AT)

    assert taken(session).is_waiting


def test_name_is_free_in_another_session(session):
    taken(LiveSessionFactory(opened_at=AT))

    assert taken(session).name == "Noor"


def test_so_many_may_wait_and_no_more(session):
    SeatFactory.create_batch(MOST_WAITING - 1, session=session, admitted_at=None)
    SeatFactory(session=session)
    taken(session, token="last", name="Laatste")

    with pytest.raises(TooManyWaiting):
        taken(session)


def test_session_that_ended_takes_nobody(session, els):
    LiveSession.objects.update(ended_at=AT, ended_by=els)

    with pytest.raises(SessionOver):
        taken(session)


def test_code_that_expired_takes_nobody(session):
    with pytest.raises(SessionOver):
        taken(session, at=AT + CODE_WORKS_FOR)


def test_released_seat_is_nobodys(session):
    first = taken(session)
    Seat.objects.update(token_hash="", released_at=AT)

    again = taken(session, name="Noor 2")

    assert again.pk != first.pk
