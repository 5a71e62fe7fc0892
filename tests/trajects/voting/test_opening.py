from datetime import timedelta

import pytest

from tests.factories import LONG_AGO
from tests.trajects.factories import (
    LiveSessionFactory,
    ParticipantWithAccountFactory,
    SeatFactory,
    SeatWithAccountFactory,
)
from tests.trajects.voting.rooms import AT, ITEMS, Room
from trajects.actions.rounds import open_round
from trajects.errors import (
    ChangedMeanwhile,
    NoLongerAllowed,
    NothingToVoteOn,
    RoundOpen,
    SessionOver,
    TooFewSeats,
    TrajectGone,
)
from trajects.models import Part, Roll, Traject, Urn, VotingRound
from trajects.stages import Stage
from trajects.voting import VOID_AFTER


@pytest.fixture
def session(traject, els):
    session = LiveSessionFactory(traject=traject, opened_by=els, page=2)
    SeatFactory.create_batch(5, session=session)
    return session


def test_round_keeps_its_items_as_they_were(session, els):
    opened = open_round(session=session, by=els, at=AT, items=ITEMS)

    opened.refresh_from_db()
    assert opened.items == [
        {"key": "k1", "name": "Energie", "short_name": "Energie"},
        {"key": "k2", "name": "Water", "short_name": "Water"},
    ]
    assert (opened.number, opened.minimum, opened.opened_at, opened.opened_by) == (1, 5, AT, els)
    assert opened.is_open
    assert not opened.is_counted
    assert opened.ended_at is None
    assert str(opened) == f"{session}: 1"


def test_urn_is_empty_and_the_roll_is_who_is_in_and_votes(session, els):
    member = SeatWithAccountFactory(session=session)
    SeatFactory(session=session, admitted_at=None)
    SeatFactory(session=session, refused_at=LONG_AGO)
    SeatFactory(session=session, observes=True)
    SeatFactory(session=LiveSessionFactory(traject=session.traject, is_practice=True))

    opened = open_round(session=session, by=els, at=AT, items=ITEMS)

    roll = Roll.objects.filter(round=opened)
    voters = [*session.seats.order_by("pk")[:5], member]
    assert [(row.seat, row.submitted) for row in roll] == [(seat, False) for seat in voters]
    assert [str(row) for row in roll[:1]] == [f"{opened.pk}: {voters[0].pk}"]
    assert Urn.objects.get().bag == []
    assert str(Urn.objects.get()) == str(opened.pk)


def test_screens_go_to_the_vote(session, els):
    open_round(session=session, by=els, at=AT, items=ITEMS)

    session.refresh_from_db()
    assert (session.stage, session.page, session.moves) == (Stage.VOTING, 1, 1)


def test_second_round_waits_for_the_first(room):
    with pytest.raises(RoundOpen):
        open_round(session=room.session, by=room.els, at=AT, items=ITEMS)


def test_broken_round_makes_way_for_the_next(room):
    Urn.objects.all().delete()

    second = open_round(session=room.session, by=room.els, at=AT, items=ITEMS)

    assert room.stored.void_reason == "urn_lost"
    assert (second.number, second.is_open) == (2, True)


def test_forgotten_round_makes_way_for_the_next(room):
    late = LONG_AGO + VOID_AFTER

    open_round(session=room.session, by=room.els, at=late, items=ITEMS)

    assert (room.stored.void_reason, room.stored.voided_at) == ("too_long", late)
    assert Urn.objects.count() == 1


def test_rounds_are_numbered_over_the_sessions_about_the_same(traject, els):
    first = Room.of(traject, els)
    first.close()
    type(first.session).objects.update(ended_at=AT, ended_by=els)

    practice = Room.of(traject, els, is_practice=True)
    second = Room.of(traject, els)
    second.close()
    third = open_round(session=second.session, by=els, at=AT, items=ITEMS)
    other = ParticipantWithAccountFactory(user=els, part=Part.MODERATOR).traject
    elsewhere = Room.of(other, els)

    numbers = [one.number for one in (first.round, practice.round, second.round, third)]
    assert numbers == [1, 1, 2, 3]
    assert elsewhere.round.number == 1


def test_fewer_seats_than_the_minimum_are_no_round(session, els):
    with pytest.raises(TooFewSeats):
        open_round(session=session, by=els, at=AT, items=ITEMS, minimum=6)

    assert not VotingRound.objects.exists()
    session.refresh_from_db()
    assert session.moves == 0


def test_nothing_to_vote_on(session, els):
    with pytest.raises(NothingToVoteOn):
        open_round(session=session, by=els, at=AT, items=())


def test_session_that_ended_has_no_rounds(session, els):
    type(session).objects.update(ended_at=AT, ended_by=els)

    with pytest.raises(SessionOver):
        open_round(session=session, by=els, at=AT, items=ITEMS)


def test_list_that_the_moderator_saw_is_the_roll(session, els):
    shown = [seat.pk for seat in session.seats.all()]
    late = SeatFactory(session=session)

    with pytest.raises(ChangedMeanwhile):
        open_round(session=session, by=els, at=AT, items=ITEMS, shown=shown)

    open_round(session=session, by=els, at=AT, items=ITEMS, shown=[*shown, late.pk])
    assert Roll.objects.count() == 6


@pytest.mark.parametrize("who", ["griet", "bram", "chaima"])
def test_only_who_moderates_opens(session, request, who):
    with pytest.raises(NoLongerAllowed):
        open_round(session=session, by=request.getfixturevalue(who), at=AT, items=ITEMS)


def test_traject_that_is_gone(session, els):
    Traject.objects.all().delete()

    with pytest.raises(TrajectGone):
        open_round(session=session, by=els, at=AT, items=ITEMS)


def test_round_may_stay_open_for_a_day(room):
    room.cast(0, at=LONG_AGO + VOID_AFTER - timedelta(seconds=1))

    assert room.voted[0]
