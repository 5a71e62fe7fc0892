import pytest

from tests.factories import LONG_AGO
from tests.trajects.factories import LiveSessionFactory, TallyFactory, VotingRoundFactory
from tests.trajects.voting.rooms import Room
from trajects.models import Urn
from trajects.queries.rounds import counts_of, round_state, rounds_of
from trajects.stages import Subject
from trajects.voting import RoundState

ENDED = {"closed_at": LONG_AGO}


@pytest.mark.parametrize("voters", [3, 9])
def test_state_is_one_query_that_reads_no_choice(traject, els, voters, django_assert_num_queries):
    room = Room.of(traject, els, voters=voters, minimum=3)
    room.cast(0)
    room.cast(1)

    with django_assert_num_queries(1) as caught:
        state = round_state(room.round)

    assert state == RoundState(on_roll=voters, submitted=2, ballots=2)
    (query,) = caught.captured_queries
    assert query["sql"].count('"bag"') == query["sql"].count('length("trajects_urn"."bag")')


def test_state_without_an_urn(traject, els):
    room = Room.of(traject, els)
    Urn.objects.all().delete()

    assert round_state(room.round) == RoundState(on_roll=6, submitted=0, ballots=None)


def test_state_of_a_round_that_is_gone(traject, els):
    room = Room.of(traject, els)
    room.stored.delete()

    assert round_state(room.round) == RoundState(on_roll=0, submitted=0, ballots=None)


def _counted(traject, els, number, **session):
    live = LiveSessionFactory(
        traject=traject, opened_by=els, ended_at=LONG_AGO, ended_by=els, **session
    )
    made = VotingRoundFactory(session=live, number=number, closed_by=els, **ENDED)
    TallyFactory(round=made, item="k1", option="1", count=number)
    TallyFactory(round=made, item="k1", option="0", count=0)
    return made


@pytest.mark.parametrize("many", [1, 3])
def test_rounds_of_a_traject_are_the_counted_ones(traject, els, many, django_assert_num_queries):
    rounds = [_counted(traject, els, number) for number in range(1, many + 1)]
    _counted(traject, els, 8, subject=Subject.START)
    _counted(traject, els, 9, is_practice=True)
    live = LiveSessionFactory(traject=traject, opened_by=els)
    VotingRoundFactory(session=live, voided_at=LONG_AGO, void_reason="too_few")
    VotingRoundFactory(session=live)

    with django_assert_num_queries(2):
        found = rounds_of(traject, Subject.THEMES)
        counts = [counts_of(one) for one in found]
        sessions = {one.session.subject for one in found}

    assert list(found) == rounds
    assert counts == [{"k1": {"1": number, "0": 0}} for number in range(1, many + 1)]
    assert sessions == {Subject.THEMES}
