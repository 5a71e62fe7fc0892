import pytest

from tests.factories import LONG_AGO
from tests.trajects.voting.rooms import AT, HIGH, LOW, Room
from trajects.actions.rounds import close_round, void_round
from trajects.errors import NoLongerAllowed, TrajectGone
from trajects.models import Roll, Tally, Urn, VotingRound
from trajects.queries.rounds import counts_of
from trajects.stages import Stage, Subject
from trajects.voting import VOID_AFTER, Item, VoidReason


def test_counts_are_kept_and_the_ballots_are_gone(room):
    room.cast_all(HIGH)
    room.cast(0, LOW)

    closed = room.close()

    assert (closed.closed_at, closed.closed_by, closed.voided_at) == (AT, room.els, None)
    assert (closed.is_open, closed.is_counted, closed.ended_at) == (False, True, AT)
    assert counts_of(closed) == {
        "k1": {"1": 1, "2": 0, "3": 5, "0": 0},
        "k2": {"1": 5, "2": 0, "3": 0, "0": 1},
    }
    assert not Urn.objects.exists()
    assert room.voted == [True] * 6
    assert str(Tally.objects.first()) == "k1, 1: 1"


def test_counts_stand_in_the_order_of_the_items_whatever_was_chosen(room):
    room.cast_all(LOW)

    room.close()

    rows = Tally.objects.order_by("pk").values_list("item", "option")
    assert list(rows) == [(item, option) for item in ("k1", "k2") for option in "1230"]


def test_measurement_counts_five_levels(traject, els):
    questions = [Item("maturity", "Hoe ver", "Ver")]
    room = Room.of(traject, els, items=questions, subject=Subject.END)
    room.cast_all({"maturity": "4"})

    room.close()

    assert counts_of(room.stored) == {"maturity": {"1": 0, "2": 0, "3": 0, "4": 6, "5": 0, "0": 0}}


def test_screens_go_to_the_result(room):
    room.cast_all()

    room.close()

    room.session.refresh_from_db()
    assert (room.session.stage, room.session.page, room.session.moves) == (Stage.RESULT, 1, 2)


def test_closing_again_changes_nothing(room):
    room.cast_all()
    room.close()

    again = room.close(at=AT + VOID_AFTER)

    assert again.closed_at == AT
    assert Tally.objects.count() == 8
    room.session.refresh_from_db()
    assert room.session.moves == 2


def test_with_too_few_ballots_the_round_is_void(room):
    for voter in range(4):
        room.cast(voter)

    closed = room.close()

    assert (closed.voided_at, closed.void_reason) == (AT, VoidReason.TOO_FEW)
    assert (closed.closed_at, closed.is_counted, closed.ended_at) == (None, False, AT)
    assert not Tally.objects.exists()
    assert not Urn.objects.exists()
    assert counts_of(closed) == {}
    room.session.refresh_from_db()
    assert (room.session.stage, room.session.moves) == (Stage.VOTING, 2)


def test_lower_minimum_counts_three_ballots(traject, els):
    room = Room.of(traject, els, minimum=3)
    for voter in range(3):
        room.cast(voter)

    assert room.close().is_counted


def test_broken_round_is_void_when_it_is_closed(room):
    room.cast_all()
    Roll.objects.filter(seat=room.seats[0]).update(submitted=False)

    assert room.close().void_reason == VoidReason.OUT_OF_STEP
    assert not Tally.objects.exists()


def test_forgotten_round_is_void_when_it_is_closed(room):
    room.cast_all()

    assert room.close(at=LONG_AGO + VOID_AFTER).void_reason == VoidReason.TOO_LONG


def test_round_that_is_gone(room):
    VotingRound.objects.all().delete()

    with pytest.raises(TrajectGone):
        room.close()


def test_voiding_destroys_the_ballots(room):
    room.cast_all()

    voided = void_round(
        voting_round=room.round, reason=VoidReason.SESSION_ENDED, by=room.els, at=AT
    )

    assert (voided.voided_at, voided.void_reason) == (AT, VoidReason.SESSION_ENDED)
    assert not Urn.objects.exists()
    assert not Tally.objects.exists()


def test_counted_round_is_not_voided(room):
    room.cast_all()
    room.close()

    same = void_round(voting_round=room.round, reason=VoidReason.SESSION_ENDED, by=room.els, at=AT)

    assert same.is_counted
    assert same.void_reason == ""


@pytest.mark.parametrize("who", ["griet", "bram", "chaima"])
def test_only_who_moderates_closes_and_voids(room, request, who):
    person = request.getfixturevalue(who)

    with pytest.raises(NoLongerAllowed):
        close_round(voting_round=room.round, by=person, at=AT)
    with pytest.raises(NoLongerAllowed):
        void_round(voting_round=room.round, reason=VoidReason.TOO_FEW, by=person, at=AT)

    assert room.stored.is_open
