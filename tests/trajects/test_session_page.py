"""What a session shows to its moderator and to the room."""

from datetime import timedelta

import pytest

from scans.models import Sdg, Theme
from tests.factories import LONG_AGO, SdgFactory, ThemeFactory
from tests.trajects.factories import (
    CandidateFactory,
    SeatFactory,
    SeatWithAccountFactory,
    ThemeNoteFactory,
)
from tests.trajects.live import candidates_of, opened, session_with_people, vote
from trajects.actions.rounds import close_round
from trajects.guiding import dialogue_questions, general_dialogue_questions, sdg_dialogue_questions
from trajects.models import LiveSession, Urn, VotingRound
from trajects.queries.session_state import session_state
from trajects.session_page import desk_of, desk_screen, screen_code, screen_page
from trajects.session_page.asking import MOST_QUESTIONS, questions_of
from trajects.session_page.desk import NextStep
from trajects.session_page.paging import course_of, on_screens
from trajects.stages import Position, Stage, Subject

AT = LONG_AGO + timedelta(minutes=5)
LINK = "https://mvoscan.example/sessie/K7MPQ4/"


@pytest.fixture
def session(traject):
    return session_with_people(traject)


@pytest.fixture
def running(traject, session, els):
    candidates_of(traject, "Energie", "Water")
    return again(session, opened(session, by=els))


def again(session, voting_round):
    """The round, after its session was read anew."""
    session.refresh_from_db()
    return voting_round


def desk(session, at=AT):
    return desk_of(session, at=at)


def screen(session, at=AT):
    return screen_page(session, at=at, link=LINK, address="mvoscan.example/sessie/")


def at_stage(session, stage, page=1, **fields):
    session.stage, session.page = stage, page
    for name, value in fields.items():
        setattr(session, name, value)
    session.save()
    return session


def counted(session, running, els):
    vote(running, session.seats.all())
    return again(session, close_round(voting_round=running, by=els, at=AT))


@pytest.mark.parametrize(
    ("heights", "screens"),
    [
        ([], []),
        ([1] * 9, [9]),
        ([1] * 10, [9, 1]),
        ([4, 4, 2], [2, 1]),
        ([12, 1], [1, 1]),
    ],
)
def test_rows_stay_whole_on_screens_of_nine_lines(heights, screens):
    assert [len(rows) for rows in on_screens(heights, heights)] == screens


def test_course_counts_groups_by_their_origins(traject, session):
    themes = ThemeFactory.create_batch(3)
    group = CandidateFactory(traject=traject, themes=themes)
    group.sdgs.add(*[SdgFactory(number=number) for number in (1, 2)])
    candidates_of(traject, *"ABCDE")

    found = course_of(at_stage(session, Stage.SYNTHESIS))

    assert found.screens == 2
    assert found.next == Position(Stage.SYNTHESIS, 2)
    assert course_of(at_stage(session, Stage.DIALOGUE)).back == Position(Stage.SYNTHESIS, 2)
    assert course_of(at_stage(session, Stage.SYNTHESIS, 2)).back == Position(Stage.SYNTHESIS)
    assert course_of(at_stage(session, Stage.WELCOME)).back is None


@pytest.mark.parametrize(("themes", "screens"), [(9, 1), (10, 2)])
def test_course_counts_what_was_voted_on(traject, session, els, themes, screens):
    candidates_of(traject, *(f"Thema {n}" for n in range(themes)))
    counted(session, again(session, opened(session, by=els)), els)

    assert course_of(session).screens == screens


def test_measurement_has_one_screen_for_its_result(traject, els):
    session = session_with_people(traject, subject=Subject.START)
    counted(session, again(session, opened(session, by=els)), els)

    assert (session.at_stage, course_of(session).screens) == (Stage.RESULT, 1)


def test_desk_leads_from_beginning_to_end(traject, session, els):
    candidates_of(traject, "Energie", "Water")
    steps = [desk(at_stage(session, stage)).step for stage in Stage]

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


def test_questions_of_a_group_take_turns(traject):
    codes = ("energie", "materialen")
    themes = [
        Theme.objects.filter(code=code).first() or ThemeFactory(code=code, number=place + 50)
        for place, code in enumerate(codes)
    ]
    group = CandidateFactory(traject=traject, themes=themes)

    found = questions_of(group)

    first, second = (dialogue_questions(theme.code) for theme in group.themes.all())
    assert found[:4] == (first[0], second[0], first[1], second[1])
    assert len(found) == MOST_QUESTIONS


def test_questions_of_an_sdg(traject):
    candidate = CandidateFactory(traject=traject)
    candidate.sdgs.add(Sdg.objects.filter(number=3).first() or SdgFactory(number=3))

    assert questions_of(candidate) == sdg_dialogue_questions(3)[:MOST_QUESTIONS]


def test_own_theme_gets_the_questions_for_the_whole_talk(traject):
    assert questions_of(CandidateFactory(traject=traject)) == general_dialogue_questions()


def test_screen_shows_the_page_that_is_asked_or_the_last(traject, session):
    candidates_of(traject, *(f"Thema {n}" for n in range(11)))

    seen = [
        (found.page, len(found.rows))
        for found in (screen(at_stage(session, Stage.SYNTHESIS, page)) for page in (1, 2, 5))
    ]

    assert seen == [(1, 9), (2, 2), (2, 2)]


def test_screen_without_candidates_is_empty(session):
    found = screen(at_stage(session, Stage.SYNTHESIS))

    assert (found.page, found.rows, found.about) == (1, (), None)
    assert found.questions == general_dialogue_questions()


def test_screen_talks_about_a_theme(traject, session):
    candidate, _other = candidates_of(traject, "Energie", "Water")
    themes = [ThemeFactory(code="energie", number=57)]
    candidate.themes.add(*themes)

    found = screen(at_stage(session, Stage.DIALOGUE, candidate=candidate))

    assert found.about.candidate == candidate
    assert found.about.lines == 1
    assert found.questions == dialogue_questions("energie")


def test_screen_shows_the_result(session, running, els):
    before = screen(session)
    nothing = before.result, before.result_page, before.void
    last = counted(session, running, els)
    found = screen(session)

    assert nothing == (None, None, "")
    assert found.result.voting_round == last
    assert len(found.result_page.rows) == 2


def test_screen_keeps_the_last_result_when_a_later_round_is_void(session, running, els):
    first = counted(session, running, els)
    void = close_round(voting_round=opened(session, by=els), by=els, at=AT)
    session.refresh_from_db()

    found = screen(session)

    assert found.last == void
    assert found.result.voting_round == first
    assert found.void


def test_result_of_a_measurement_has_no_pages(traject, els):
    session = session_with_people(traject, subject=Subject.START)
    counted(session, again(session, opened(session, by=els)), els)

    found = screen(session)

    assert found.result.is_measurement
    assert found.result_page is None


def test_screen_counts_who_is_in_and_then_who_voted(session, running):
    vote(running, session.seats.all()[:2])

    voting = screen(session).turnout
    VotingRound.objects.update(closed_at=AT, closed_by=running.opened_by)

    assert ("2" in voting, "5" in voting) == (True, True)
    assert "5" in screen(session).turnout


def test_turnout_of_a_broken_round_is_not_shown(session, running):
    vote(running, session.seats.all()[:2])
    Urn.objects.all().delete()

    assert "2" not in screen(session).turnout


def states(session):
    """As desk and screen are drawn now."""
    state = session_state(session, at=AT, with_people=True)
    return desk_screen(state), screen_code(state)


def test_vote_alone_redraws_nothing_until_the_last(session, running):
    seats = list(session.seats.all())
    before = states(session)
    vote(running, seats[:4])
    between = states(session)
    vote(running, seats[4:])
    after = states(session)

    assert between == before
    assert (after[0] != before[0], after[1]) == (True, before[1])


def test_somebody_new_redraws_the_desk_alone(session):
    before = states(session)
    SeatFactory(session=session, admitted_at=None)
    after = states(session)

    assert (after[0] != before[0], after[1]) == (True, before[1])


def test_content_of_the_bag_redraws_nothing(session, running):
    seats = list(session.seats.all())
    vote(running, seats, option="1")
    before = states(session)
    urn = Urn.objects.get()
    urn.bag = [[key, dict.fromkeys(choices, "3")] for key, choices in urn.bag]
    urn.save()

    assert states(session) == before
