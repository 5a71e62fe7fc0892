"""Invented voters vote at random, in a practice session only."""

from random import Random

import pytest

from tests.factories import LONG_AGO
from tests.trajects.factories import SeatFactory
from tests.trajects.live import candidates_of, opened, session_with_people, vote
from trajects.actions.practice import let_invented_vote
from trajects.actions.seats import release_seat
from trajects.actions.sessions import start_session
from trajects.errors import NoLongerAllowed, RoundOver
from trajects.queries.rounds import round_state
from trajects.stages import Subject
from trajects.voting import RoundState


@pytest.fixture
def practice(traject, els):
    candidates_of(traject, "Energie", "Water")
    return start_session(
        traject=traject,
        subject=Subject.THEMES,
        by=els,
        at=LONG_AGO,
        invented=[f"Oefenstem {number}" for number in range(6)],
    )


def votes(session, els):
    return let_invented_vote(session=session, by=els, at=LONG_AGO, chance=Random(7))


def test_invented_voters_vote_once(practice, els):
    running = opened(practice, by=els)

    many = [votes(practice, els), votes(practice, els)]

    assert many == [6, 0]
    assert round_state(running) == RoundState(6, 6, 6)


def test_real_phone_in_a_practice_votes_for_itself(practice, els):
    SeatFactory(session=practice)
    running = opened(practice, by=els)

    assert votes(practice, els) == 6
    assert round_state(running) == RoundState(7, 6, 6)


def test_invented_voters_stay_out_of_a_real_session(traject, practice, els):
    session = session_with_people(traject)
    running = opened(session, by=els)

    with pytest.raises(NoLongerAllowed):
        votes(session, els)

    assert round_state(running) == RoundState(5, 0, 0)


def test_without_a_round_nobody_votes(practice, els):
    with pytest.raises(RoundOver):
        votes(practice, els)


def test_place_that_went_to_a_phone_is_left_to_it(practice, els):
    opened(practice, by=els)
    release_seat(seat=practice.seats.first(), by=els, at=LONG_AGO)

    assert votes(practice, els) == 5


@pytest.mark.parametrize("person", ["griet", "bram", "chaima"])
def test_only_a_moderator_lets_them_vote(practice, els, request, person):
    running = opened(practice, by=els)
    vote(running, [])

    with pytest.raises(NoLongerAllowed):
        votes(practice, request.getfixturevalue(person))
