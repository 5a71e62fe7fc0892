import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import LONG_AGO
from tests.trajects.factories import SeatFactory
from tests.trajects.voting.rooms import AT, HIGH, LOW, Room
from trajects.actions.rounds import cast_on_paper
from trajects.errors import (
    BallotOfAnother,
    NoLongerAllowed,
    NotOnRoll,
    RoundOver,
    RoundVoid,
    SeatVoted,
    TooFewOnPaper,
    VotedElsewhere,
)
from trajects.models import Roll, Seat, Urn, VotingRound
from trajects.stages import Stage, Subject
from trajects.voting import VOID_AFTER, Item, VoidReason, ballot_hash


def test_ballot_lies_in_the_urn_and_the_seat_is_ticked_off(room):
    room.cast(2, HIGH)

    assert room.bag == [[ballot_hash("key-of-voter-2", round_pk=room.round.pk), HIGH]]
    assert room.voted == [False, False, True, False, False, False]


def test_bag_is_sorted_by_hash(room):
    room.cast_all()

    hashes = [line[0] for line in room.bag]
    assert hashes == sorted(hashes)
    assert len(set(hashes)) == 6


def test_what_is_left_open_is_no_opinion(room):
    room.cast(0, {"k2": "2", "k9": "3"})

    assert [line[1] for line in room.bag] == [{"k1": "0", "k2": "2"}]


def test_last_vote_counts(room):
    room.cast(0, HIGH)
    room.cast(1, HIGH)

    room.cast(0, LOW)

    assert sorted(line[1]["k1"] for line in room.bag) == ["1", "3"]
    assert room.voted == [True, True, False, False, False, False]


def test_same_vote_again_changes_nothing(room):
    room.cast(0, HIGH)
    before = room.bag

    room.cast(0, HIGH)

    assert room.bag == before


def test_measurement_goes_to_five(traject, els):
    questions = [Item("maturity", "Hoe ver", "Ver")]
    room = Room.of(traject, els, items=questions, subject=Subject.START)

    room.cast(0, {"maturity": "5"})

    assert [line[1] for line in room.bag] == [{"maturity": "5"}]


def test_seat_that_voted_elsewhere_does_not_vote_twice(room):
    room.cast(0, HIGH)

    with pytest.raises(VotedElsewhere):
        room.cast(0, LOW, key="another-browser")

    assert [line[1] for line in room.bag] == [HIGH]


def test_browser_of_one_seat_is_not_that_of_another(room):
    room.cast(0, HIGH)

    with pytest.raises(BallotOfAnother):
        room.cast(1, LOW, key=room.key(0))

    assert [line[1] for line in room.bag] == [HIGH]
    assert room.voted == [True, False, False, False, False, False]


def test_late_joiner_waits_for_the_next_round(room):
    room.seats.append(SeatFactory(session=room.session))

    with pytest.raises(NotOnRoll):
        room.cast(6)

    assert room.bag == []


def test_seat_that_went_to_another_device_meanwhile_does_not_vote_from_the_first(room):
    Seat.objects.filter(pk=room.seats[0].pk).update(token_hash="", released_at=AT)

    with pytest.raises(NotOnRoll):
        room.cast(0)


def test_casting_writes_urn_and_roll_only_one_update_each(room):
    room.cast(0)

    with CaptureQueriesContext(
        connection,
    ) as caught:
        room.cast(1)

    writes = [one["sql"].split()[:2] for one in caught if not one["sql"].startswith("SELECT")]
    assert [words for words in writes if words[0] in ("UPDATE", "INSERT", "DELETE")] == [
        ["UPDATE", '"trajects_urn"'],
        ["UPDATE", '"trajects_roll"'],
    ]


@pytest.mark.parametrize("voters", [5, 7])
def test_vote_costs_the_same_for_few_and_many(traject, els, voters, django_assert_num_queries):
    room = Room.of(traject, els, voters=voters)
    room.cast_all()

    # Savepoint and its release, urn, round, state, roll, and the two updates.
    with django_assert_num_queries(8):
        room.cast(0, LOW)


def test_closed_round_takes_no_vote(room):
    room.cast_all()
    room.close()

    with pytest.raises(RoundOver) as refused:
        room.cast(0, LOW)
    assert refused.type is RoundOver


def test_round_that_is_gone_takes_no_vote(room):
    VotingRound.objects.all().delete()

    with pytest.raises(RoundOver):
        room.cast(0)


def _lose_urn(room):
    Urn.objects.all().delete()


def _lose_roll(room):
    Roll.objects.all().delete()


def _lose_both(room):
    Roll.objects.all().delete()
    Urn.objects.all().delete()


def _lose_ballots(room):
    Urn.objects.update(bag=[])


BREAKS = [
    (_lose_urn, VoidReason.URN_LOST),
    (_lose_roll, VoidReason.ROLL_LOST),
    (_lose_both, VoidReason.URN_LOST),
    (_lose_ballots, VoidReason.OUT_OF_STEP),
]


@pytest.mark.parametrize(("break_it", "reason"), BREAKS)
def test_broken_round_is_void_and_that_is_written_down(room, break_it, reason):
    room.cast(0)
    break_it(room)

    with pytest.raises(RoundVoid) as refused:
        room.cast(1)

    assert refused.value.reason == reason
    assert (room.stored.void_reason, room.stored.voided_at) == (reason, AT)
    assert not Urn.objects.exists()
    room.session.refresh_from_db()
    assert (room.session.stage, room.session.moves) == (Stage.VOTING, 2)


def test_round_that_was_forgotten_is_void(room):
    with pytest.raises(RoundVoid) as refused:
        room.cast(0, at=LONG_AGO + VOID_AFTER)

    assert refused.value.reason == VoidReason.TOO_LONG


def test_next_after_a_void_one_hears_that_it_is_over(room):
    _lose_urn(room)
    with pytest.raises(RoundVoid):
        room.cast(0)

    with pytest.raises(RoundOver) as refused:
        room.cast(1)
    assert refused.type is RoundOver


def on_paper(room, voters, ballots, by=None):
    seats = [room.seats[voter] for voter in voters]
    cast_on_paper(voting_round=room.round, seats=seats, ballots=ballots, by=by or room.els, at=AT)


def test_paper_votes_come_in_together(room):
    room.cast(0, HIGH)

    on_paper(room, [1, 2, 3], [LOW, LOW, {}])

    choices = sorted((line[1] for line in room.bag), key=str)
    assert choices == [{"k1": "0", "k2": "0"}, LOW, LOW, HIGH]
    assert room.voted == [True, True, True, True, False, False]


def test_nobody_changes_a_paper_vote(room):
    on_paper(room, [1, 2, 3], [LOW, LOW, LOW])

    with pytest.raises(VotedElsewhere):
        room.cast(1, HIGH)
    with pytest.raises(SeatVoted):
        on_paper(room, [3, 4, 5], [LOW, LOW, LOW])
    assert len(room.bag) == 3


@pytest.mark.parametrize(
    ("voters", "ballots"), [([0, 1], 2), ([0, 0, 1], 3), ([0, 1, 2], 4), ([], 0), ([0, 1, 2], 2)]
)
def test_few_papers_or_another_number_of_seats_are_refused(room, voters, ballots):
    with pytest.raises(TooFewOnPaper):
        on_paper(room, voters, [LOW] * ballots)

    assert room.bag == []


def test_seat_that_voted_does_not_vote_on_paper(room):
    room.cast(2)

    with pytest.raises(SeatVoted):
        on_paper(room, [1, 2, 3], [LOW, LOW, LOW])

    assert room.voted == [False, False, True, False, False, False]


def test_late_joiner_does_not_vote_on_paper(room):
    room.seats.append(SeatFactory(session=room.session))

    with pytest.raises(NotOnRoll):
        on_paper(room, [1, 2, 6], [LOW, LOW, LOW])


@pytest.mark.parametrize("who", ["griet", "bram", "chaima"])
def test_only_who_moderates_enters_papers(room, request, who):
    with pytest.raises(NoLongerAllowed):
        on_paper(room, [0, 1, 2], [LOW] * 3, by=request.getfixturevalue(who))


def test_papers_for_a_broken_round_are_refused(room):
    _lose_urn(room)

    with pytest.raises(RoundVoid):
        on_paper(room, [0, 1, 2], [LOW] * 3)

    assert room.stored.void_reason == VoidReason.URN_LOST


def test_papers_for_a_closed_round_are_refused(room):
    room.close()

    with pytest.raises(RoundOver):
        on_paper(room, [0, 1, 2], [LOW] * 3)
