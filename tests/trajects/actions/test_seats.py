"""Who is in a session: the moderator lets in, turns away and frees a place."""

from datetime import timedelta

import pytest

from tests.factories import LONG_AGO
from tests.trajects.factories import SeatFactory, SeatWithAccountFactory
from tests.trajects.live import candidates_of, opened, session_with_people, vote
from trajects.actions.seats import (
    admit_seat,
    admit_seats,
    hand_over_seat,
    note_seen,
    observe_seat,
    refuse_seat,
    release_seat,
)
from trajects.actions.sessions import end_session
from trajects.errors import (
    NameTaken,
    NoLongerAllowed,
    RoundOpen,
    SeatVoted,
    SessionOver,
    TrajectGone,
)
from trajects.models import Seat

AT = LONG_AGO + timedelta(hours=1)
LATER = AT + timedelta(minutes=1)


@pytest.fixture
def session(traject):
    return session_with_people(traject)


@pytest.fixture
def waiting(session):
    return SeatFactory(session=session, name="Wout", admitted_at=None, token_hash="f" * 64)


@pytest.fixture
def running(traject, session, els):
    candidates_of(traject, "Energie", "Water")
    return opened(session, by=els)


def test_name_that_was_taken_since_is_not_there_twice(session, els):
    seat = SeatFactory(session=session, name="Noor", refused_at=AT)
    SeatFactory(session=session, name="ＮＯＯＲ")

    with pytest.raises(NameTaken):
        admit_seat(seat=seat, by=els, at=AT)

    seat.refresh_from_db()
    assert seat.refused_at == AT


def test_who_waits_is_let_in_once(waiting, els):
    for at in (AT, LATER):
        admit_seat(seat=waiting, by=els, at=at)

    waiting.refresh_from_db()
    assert (waiting.admitted_at, waiting.is_admitted) == (AT, True)


def test_account_that_was_turned_away_is_let_in_after_all(session, els):
    seat = SeatWithAccountFactory(session=session, admitted_at=None, refused_at=AT)

    admit_seat(seat=seat, by=els, at=LATER)

    seat.refresh_from_db()
    assert (seat.admitted_at, seat.refused_at) == (LATER, None)


def test_everybody_whose_name_was_seen_is_let_in(session, waiting, els):
    later = SeatFactory(session=session, name="Zoë", admitted_at=None, token_hash="e" * 64)
    refused = SeatFactory(session=session, admitted_at=None, refused_at=AT, token_hash="d" * 64)
    elsewhere = SeatFactory(admitted_at=None)
    inside = session.seats.first()

    shown = [seat.pk for seat in (waiting, refused, elsewhere, inside)]
    many = admit_seats(session=session, pks=shown, by=els, at=LATER)

    assert many == 1
    let_in = Seat.objects.filter(admitted_at=LATER)
    assert list(let_in) == [waiting]
    later.refresh_from_db()
    assert later.is_waiting


def test_who_was_refused_comes_in_after_all(waiting, els):
    refuse_seat(seat=waiting, by=els, at=AT)

    admit_seat(seat=waiting, by=els, at=LATER)

    waiting.refresh_from_db()
    assert (waiting.admitted_at, waiting.refused_at) == (LATER, None)


def test_refused_twice_is_refused_once(waiting, els):
    for at in (AT, LATER):
        refuse_seat(seat=waiting, by=els, at=at)

    waiting.refresh_from_db()
    assert (waiting.refused_at, waiting.is_waiting) == (AT, False)


def test_who_is_on_the_roll_cannot_be_sent_away(session, running, els):
    seat = session.seats.first()

    with pytest.raises(RoundOpen):
        refuse_seat(seat=seat, by=els, at=AT)

    seat.refresh_from_db()
    assert seat.refused_at is None


def test_place_is_freed_and_handed_over(session, waiting, running, els):
    place = session.seats.first()
    release_seat(seat=place, by=els, at=AT)
    place.refresh_from_db()
    released = place.released_at, place.token_hash

    hand_over_seat(seat=waiting, to=place, by=els)

    place.refresh_from_db()
    assert released == (AT, "")
    assert (place.name, place.token_hash, place.released_at) == ("Aya", "f" * 64, None)
    assert not Seat.objects.filter(pk=waiting.pk).exists()
    assert running.roll.count() == 5


def test_place_that_voted_is_not_freed(session, running, els):
    place = session.seats.first()
    token_hash = place.token_hash
    vote(running, [place])

    with pytest.raises(SeatVoted):
        release_seat(seat=place, by=els, at=AT)

    place.refresh_from_db()
    assert (place.released_at, place.token_hash) == (None, token_hash)


def test_vote_of_an_earlier_round_keeps_no_place(session, running, els):
    place = session.seats.first()
    vote(running, [place])
    type(running).objects.filter(pk=running.pk).update(closed_at=AT, closed_by=els)

    release_seat(seat=place, by=els, at=AT)

    place.refresh_from_db()
    assert place.released_at == AT


def test_place_of_an_account_is_not_freed(session, waiting, els):
    for seat in (SeatWithAccountFactory(session=session), waiting):
        with pytest.raises(NoLongerAllowed):
            release_seat(seat=seat, by=els, at=AT)


def test_only_a_free_place_is_handed_over(session, waiting, els):
    taken = session.seats.first()
    elsewhere = SeatFactory(released_at=AT, token_hash="")
    of_account = SeatWithAccountFactory(session=session, released_at=AT)

    for place in (taken, elsewhere, of_account):
        with pytest.raises(SeatVoted):
            hand_over_seat(seat=waiting, to=place, by=els)


def test_who_is_in_gets_no_second_place(session, els):
    place, other = session.seats.all()[:2]
    release_seat(seat=place, by=els, at=AT)

    with pytest.raises(SeatVoted):
        hand_over_seat(seat=other, to=place, by=els)


@pytest.mark.parametrize("observes", [True, False])
def test_who_looks_on_is_not_on_the_next_roll(session, els, observes):
    seat = session.seats.first()

    observe_seat(seat=seat, observes=observes, by=els)

    assert session.seats.voting().filter(pk=seat.pk).exists() is not observes


def test_roll_stays_when_somebody_looks_on(session, running, els):
    observe_seat(seat=session.seats.first(), observes=True, by=els)

    assert running.roll.count() == 5


def test_seat_is_seen_every_half_minute(session):
    seat = session.seats.first()
    moments = []
    for seconds in (0, 29, 30):
        note_seen(seat_pk=seat.pk, at=AT + timedelta(seconds=seconds))
        seat.refresh_from_db()
        moments.append((seat.seen_at - AT).seconds)

    assert moments == [0, 0, 30]


@pytest.mark.parametrize("person", ["griet", "bram", "chaima"])
def test_only_a_moderator_lets_in(waiting, request, person):
    with pytest.raises(NoLongerAllowed):
        admit_seat(seat=waiting, by=request.getfixturevalue(person), at=AT)


def test_nobody_comes_in_when_it_is_over(session, waiting, els):
    end_session(session=session, by=els, at=AT)

    with pytest.raises(SessionOver):
        admit_seat(seat=waiting, by=els, at=LATER)


def test_seat_that_is_gone_is_told(waiting, els):
    Seat.objects.filter(pk=waiting.pk).delete()

    with pytest.raises(TrajectGone):
        admit_seat(seat=waiting, by=els, at=AT)
