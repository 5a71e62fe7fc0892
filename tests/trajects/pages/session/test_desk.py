"""What a session shows to its moderator."""

from datetime import timedelta

import pytest

from tests.factories import ThemeFactory
from tests.trajects.factories import (
    CandidateFactory,
    SeatFactory,
    SeatWithAccountFactory,
    ThemeNoteFactory,
)
from tests.trajects.live import candidates_of, opened, session_with_people, vote
from tests.trajects.pages.session.drawn import AT, again, at_stage, counted, desk, screen
from trajects.actions.rounds import close_round
from trajects.models import LiveSession, Urn, VotingRound
from trajects.pages.session.desk import NextStep
from trajects.stages import STAGES, Position, Stage, Subject


def test_practice_ends_where_a_real_session_is_written_down(traject):
    session = session_with_people(traject, is_practice=True)

    assert desk(at_stage(session, Stage.CHOICE)).step is NextStep.END


def test_desk_leads_from_beginning_to_end(traject, session, els):
    candidates_of(traject, "Energie", "Water")
    steps = [desk(at_stage(session, stage)).step for stage in STAGES[Subject.THEMES]]

    assert steps == [
        NextStep.MOVE,
        NextStep.MOVE,
        NextStep.OPEN_ROUND,
        NextStep.OPEN_ROUND,
        NextStep.MOVE,
        NextStep.WRITE_CHOICE,
    ]


def test_desk_of_a_measurement_leads_from_beginning_to_end(traject, els):
    session = session_with_people(traject, subject=Subject.START)

    stages = (Stage.WELCOME, Stage.VOTING, Stage.RESULT)
    steps = [desk(at_stage(session, stage)).step for stage in stages]

    assert steps == [NextStep.OPEN_ROUND, NextStep.OPEN_ROUND, NextStep.END]
    assert desk(session).move is None


def test_desk_stays_with_an_open_round(session, running):
    steps = [desk(session).step]
    for stage in (Stage.DIALOGUE, Stage.RESULT):
        away = desk(at_stage(session, stage))
        steps.append(away.step)

    assert steps == [NextStep.CLOSE_ROUND, NextStep.TO_ROUND, NextStep.TO_ROUND]
    assert away.to_round == Position(Stage.VOTING)
    assert not away.may_vote_again


def test_desk_says_who_still_votes(session, running):
    seats = list(session.seats.all())
    vote(running, seats[:2])
    few = desk(session)
    vote(running, seats[2:])
    all_in = desk(session)

    assert (few.still_to_vote, few.too_few, few.everybody_voted) == (3, True, False)
    assert (all_in.still_to_vote, all_in.too_few, all_in.everybody_voted) == (0, False, True)
    assert ("2" in few.turnout, "5" in few.turnout) == (True, True)


def test_desk_without_a_round_counts_nobody(session):
    found = desk(session)

    assert (found.still_to_vote, found.too_few, found.everybody_voted) == (0, False, False)
    assert (found.void, found.broken, found.counted, found.to_clean) == ("", None, None, None)


def test_desk_sorts_people(session):
    user = SeatWithAccountFactory(session=session)
    waiting = SeatFactory(session=session, admitted_at=None)
    refused = SeatFactory(session=session, refused_at=AT)
    free = SeatFactory(session=session, released_at=AT, token_hash="")
    first = session.seats.first()
    first.seen_at = AT - timedelta(seconds=10)
    first.save()

    found = desk(session)

    assert [line.seat for line in found.waiting] == [waiting]
    assert [line.seat for line in found.refused] == [refused]
    assert found.free == (free,)
    assert len(found.admitted) == 7
    assert [line.is_here for line in found.admitted] == [True] + [False] * 6
    may = {line.seat: line.may_be_released for line in found.admitted}
    assert (may[first], may[user], may[free]) == (True, False, False)


def test_desk_tells_that_a_round_broke(session, running):
    Urn.objects.all().delete()

    found = desk(session)

    assert found.broken
    assert found.void == ""


def test_desk_tells_that_the_last_round_does_not_count(session, running, els):
    again(session, close_round(voting_round=running, by=els, at=AT))

    found = desk(session)

    assert found.void
    assert (found.step, found.counted) == (NextStep.OPEN_ROUND, None)


def test_desk_offers_to_wipe_what_is_left(session, running, els):
    last = counted(session, running, els)
    left = desk(session).to_clean

    VotingRound.objects.update(cleaned_at=AT)

    assert (left, desk(session).to_clean) == (last, None)
    assert desk(session).counted == last
    assert desk(session).may_vote_again


def test_desk_talks_theme_by_theme(traject, session):
    first, second = candidates_of(traject, "Energie", "Water")
    at_stage(session, Stage.DIALOGUE)

    seen = []
    for candidate in (None, first, second):
        found = desk(at_stage(session, Stage.DIALOGUE, candidate=candidate))
        seen.append((found.about, found.following))

    assert seen == [(None, first), (first, second), (second, None)]


def test_buttons_name_where_they_lead(traject, session):
    candidates_of(traject, *(f"Thema {n}" for n in range(10)))

    labels = [
        str(desk(at_stage(session, stage, page)).move)
        for stage, page in ((Stage.WELCOME, 1), (Stage.SYNTHESIS, 1), (Stage.SYNTHESIS, 2))
    ]

    assert len(set(labels)) == 3


@pytest.mark.parametrize("many", [1, 3])
def test_desk_takes_as_many_queries_for_one_as_for_three(
    traject, els, many, django_assert_num_queries
):
    session = session_with_people(traject, people=2 + many)
    found = [CandidateFactory(traject=traject, themes=[ThemeFactory()]) for _ in range(many)]
    ThemeNoteFactory(candidate=found[0])
    for _ in range(many):
        running = again(session, opened(session, by=els))
        counted(session, running, els)
    opened(session, by=els)
    at_stage(session, Stage.DIALOGUE, candidate=found[0])
    session = LiveSession.objects.get()

    with django_assert_num_queries(6):
        page = desk(session)
        assert page.questions
        assert (page.step, page.back, page.to_clean) is not None


def test_desk_of_a_session_that_is_gone(session):
    LiveSession.objects.all().delete()

    assert desk(session) is None
    assert screen(session) is None
