"""The state that screens ask for, in one query."""

from datetime import timedelta

import pytest

from tests.factories import LONG_AGO
from tests.trajects.factories import (
    LiveSessionFactory,
    RollFactory,
    SeatFactory,
    SeatWithAccountFactory,
    TallyFactory,
    UrnFactory,
    VotingRoundFactory,
)
from trajects.queries.session_state import People, session_state, state_by_code
from trajects.seat_tokens import seat_hash
from trajects.stages import Stage
from trajects.voting import RoundState, VoidReason

SOON = LONG_AGO + timedelta(minutes=5)


@pytest.fixture
def session(traject):
    return LiveSessionFactory(traject=traject, stage=Stage.VOTING, moves=4)


def voted(session, *, submitted, of, ballots=None):
    """A round that is open, in which `submitted` seats voted."""
    voting_round = VotingRoundFactory(session=session)
    for place, seat in enumerate(SeatFactory.create_batch(of, session=session)):
        RollFactory(round=voting_round, seat=seat, submitted=place < submitted)
    many = submitted if ballots is None else ballots
    UrnFactory(round=voting_round, bag=[[f"{n:064x}", {"k1": "3"}] for n in range(many)])
    return voting_round


def test_state_of_a_session_without_a_round(session):
    state = session_state(session.pk, at=SOON)

    found = state.session_pk, state.moves, state.stage, state.is_over
    assert found == (session.pk, 4, Stage.VOTING, False)
    assert (state.round, state.seat, state.people) == (None, None, None)


def test_state_of_the_open_round(session):
    other = LiveSessionFactory()
    voted(other, submitted=4, of=5)
    counted = VotingRoundFactory(session=session, closed_at=SOON, closed_by=session.opened_by)
    TallyFactory(round=counted)
    VotingRoundFactory(session=session, voided_at=SOON, void_reason=VoidReason.TOO_FEW)
    running = voted(session, submitted=2, of=3)

    found = session_state(session.pk, at=SOON).round

    assert (found.pk, found.state) == (running.pk, RoundState(3, 2, 2))
    assert (found.number, found.minimum, found.is_broken, found.is_forgotten) == (1, 5, None, False)


@pytest.mark.parametrize(
    ("submitted", "of", "ballots", "reason"),
    [(2, 3, 1, VoidReason.OUT_OF_STEP), (0, 0, 0, VoidReason.ROLL_LOST)],
)
def test_broken_round_is_seen(session, submitted, of, ballots, reason):
    voted(session, submitted=submitted, of=of, ballots=ballots)

    assert session_state(session.pk, at=SOON).round.is_broken == reason


def test_lost_urn_is_seen(session):
    running = voted(session, submitted=0, of=3)
    running.urn.delete()

    found = session_state(session.pk, at=SOON).round

    assert (found.state.ballots, found.is_broken) == (None, VoidReason.URN_LOST)


def test_round_that_was_forgotten_is_offered_for_closing(session):
    voted(session, submitted=0, of=3)

    early = session_state(session.pk, at=LONG_AGO + timedelta(hours=11))
    late = session_state(session.pk, at=LONG_AGO + timedelta(hours=12))

    assert (early.round.is_forgotten, late.round.is_forgotten) == (False, True)


def test_own_seat(session):
    running = voted(session, submitted=1, of=2)
    first, second = running.roll.order_by("seat")
    late = SeatFactory(session=session, admitted_at=None, observes=True)

    states = [
        session_state(session.pk, at=SOON, seat=one) for one in (first.seat, second.seat, late)
    ]

    seen = [(one.seat.pk, one.seat.on_roll, one.seat.has_voted) for one in states]
    assert seen == [
        (first.seat_id, True, True),
        (second.seat_id, True, False),
        (late.pk, False, False),
    ]
    assert [one.seat.is_waiting for one in states] == [False, False, True]


def test_seat_that_is_gone_or_of_another_session_is_none(session):
    assert session_state(session.pk, at=SOON, seat=SeatFactory()).seat is None


def test_people_are_counted_by_kind(session):
    SeatFactory.create_batch(3, session=session)
    SeatFactory(session=session, observes=True)
    SeatFactory(session=session, released_at=SOON, token_hash="")
    SeatFactory.create_batch(2, session=session, admitted_at=None)
    SeatFactory(session=session, refused_at=SOON)
    SeatFactory()

    state = session_state(session.pk, at=SOON, with_people=True)

    assert state.people == People(admitted=5, waiting=2, observing=1, released=1, refused=1)


@pytest.mark.parametrize("over", ["ended", "old", "running"])
def test_session_is_over(session, over):
    at = LONG_AGO + timedelta(hours=24 if over == "old" else 23)
    if over == "ended":
        session.ended_at, session.ended_by = SOON, session.opened_by
        session.save()

    assert session_state(session.pk, at=at).is_over is (over != "running")


def test_session_that_is_gone_has_no_state(session):
    type(session).objects.filter(pk=session.pk).delete()

    assert session_state(session.pk, at=SOON) is None


@pytest.mark.parametrize(
    ("ended", "counts"), [((), None), (("counted", "void"), False), (("void", "counted"), True)]
)
def test_last_round_that_ended(session, ended, counts):
    for minute, how in enumerate(ended):
        closed = {"closed_at": SOON, "closed_by": session.opened_by}
        void = {"voided_at": SOON, "void_reason": VoidReason.TOO_FEW}
        opened_at = LONG_AGO + timedelta(minutes=minute)
        VotingRoundFactory(
            session=session, opened_at=opened_at, **(closed if how == "counted" else void)
        )
    voted(session, submitted=1, of=2)
    VotingRoundFactory(closed_at=SOON, closed_by=session.opened_by)

    assert session_state(session.pk, at=SOON).last_counts is counts


def seated(session, token, **fields):
    return SeatFactory(
        session=session, token_hash=seat_hash(token, session_pk=session.pk), **fields
    )


def test_phone_finds_its_seat_by_code_and_token(session):
    seat = seated(session, "van-aya")
    seated(LiveSessionFactory(), "van-aya")
    SeatFactory(session=session, token_hash="", released_at=SOON)

    def found(code, token, user_pk=None):
        state = state_by_code(code, user_pk=user_pk, token=token, at=SOON)
        return state and state.seat and state.seat.pk

    assert found(session.code, "van-aya") == found(session.code.lower(), "van-aya") == seat.pk
    assert found(session.code, "van-ben") is None
    assert found(session.code, "") is None
    assert state_by_code("ZZZZZZ", user_pk=None, token="van-aya", at=SOON) is None


def test_seat_of_the_account_goes_before_that_of_the_browser(session, bram):
    seated(session, "van-aya")
    own = SeatWithAccountFactory(session=session, user=bram)
    seated(session, "van-ben")

    for token in ("van-aya", "van-ben", ""):
        state = state_by_code(session.code, user_pk=own.user_id, token=token, at=SOON)
        assert state.seat.pk == own.pk


def test_code_opens_the_last_session_that_had_it(session):
    VotingRoundFactory(session=session)
    older = LiveSessionFactory(
        code=session.code,
        opened_at=LONG_AGO - timedelta(days=1),
        ended_at=LONG_AGO,
        ended_by=session.opened_by,
    )

    state = state_by_code(session.code, user_pk=None, token="", at=SOON)

    assert state.session_pk == session.pk != older.pk


def test_phone_asks_two_queries(session, django_assert_num_queries):
    with django_assert_num_queries(2):
        state = state_by_code(session.code, user_pk=None, token="x", at=SOON)

    assert state.seat is None


@pytest.mark.parametrize("many", [1, 3])
def test_state_is_one_query(session, many, django_assert_num_queries):
    running = voted(session, submitted=many, of=many)
    VotingRoundFactory.create_batch(
        many, session=session, closed_at=SOON, closed_by=session.opened_by
    )
    seat = running.roll.select_related("seat").first().seat

    with django_assert_num_queries(1):
        session_state(session.pk, at=SOON, seat=seat, with_people=True)
