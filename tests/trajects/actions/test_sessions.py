"""A session is started, moved on and ended."""

from datetime import timedelta

import pytest

from tests.factories import LONG_AGO
from tests.trajects.factories import (
    CandidateFactory,
    LiveSessionFactory,
    MeetingFactory,
    ParticipantWithAccountFactory,
    ThemeChoiceFactory,
    TrajectFactory,
)
from tests.trajects.live import candidates_of, opened, session_with_people, vote
from trajects.actions import sessions as actions
from trajects.actions.rounds import open_round
from trajects.actions.sessions import end_session, move_session, start_session, talk_about
from trajects.errors import (
    NoLongerAllowed,
    NothingToVoteOn,
    SessionOver,
    SessionRunning,
    StageMoved,
    ThemeNotChosen,
    TrajectGone,
)
from trajects.models import LiveSession, Part, Roll, Seat, Tally, Urn, VotingRound
from trajects.models.live_session import CODE_ALPHABET
from trajects.stages import Position, Stage, Subject
from trajects.voting import Item, VoidReason

AT = LONG_AGO + timedelta(hours=1)


@pytest.fixture
def session(traject):
    return LiveSessionFactory(traject=traject)


def start(traject, by, **options):
    return start_session(traject=traject, subject=Subject.THEMES, by=by, at=AT, **options)


def test_session_starts_with_a_code(traject, els):
    meeting = MeetingFactory(traject=traject)

    session = start(traject, els, meeting=meeting)

    assert (session.opened_at, session.opened_by, session.meeting) == (AT, els, meeting)
    assert (session.stage, session.moves, session.is_practice) == (Stage.WELCOME, 0, False)
    assert len(session.code) == 6
    assert set(session.code) <= set(CODE_ALPHABET)


def test_meeting_of_another_traject_is_left_out(traject, els):
    assert start(traject, els, meeting=MeetingFactory()).meeting is None


def test_second_session_waits_for_the_first(traject, els):
    first = start(traject, els)

    with pytest.raises(SessionRunning):
        start(traject, els)

    end_session(session=first, by=els, at=AT)
    assert start(traject, els) != first


def test_practice_goes_on_beside_a_real_session(traject, els):
    start(traject, els)

    practice = start(traject, els, invented=("Oefenstem 1", "Oefenstem 2"))

    seats = practice.seats.voting().values_list("name", "token_hash", "admitted_at")
    assert practice.is_practice
    assert list(seats) == [("Oefenstem 1", "", AT), ("Oefenstem 2", "", AT)]


def test_code_in_use_is_not_given_again(traject, els, monkeypatch):
    LiveSessionFactory(code="AAAAAA")
    signs = iter("AAAAAABBBBBB")
    monkeypatch.setattr(actions.secrets, "choice", lambda _alphabet: next(signs))

    assert start(traject, els).code == "BBBBBB"


@pytest.mark.parametrize("person", ["griet", "bram", "chaima"])
def test_only_a_moderator_starts(traject, request, person):
    with pytest.raises(NoLongerAllowed):
        start(traject, request.getfixturevalue(person))

    assert not LiveSession.objects.exists()


def test_session_moves_on(session, els):
    move_session(session=session, to=Position(Stage.SYNTHESIS, 2), moves=0, by=els)

    session.refresh_from_db()
    assert (session.stage, session.page, session.moves) == (Stage.SYNTHESIS, 2, 1)


def test_move_of_a_page_that_is_behind_is_refused(session, els):
    move_session(session=session, to=Position(Stage.SYNTHESIS), moves=0, by=els)

    with pytest.raises(StageMoved):
        move_session(session=session, to=Position(Stage.DIALOGUE), moves=0, by=els)

    session.refresh_from_db()
    assert (session.stage, session.moves) == (Stage.SYNTHESIS, 1)


def test_same_move_twice_is_one_move(session, els):
    for _ in range(2):
        move_session(session=session, to=Position(Stage.SYNTHESIS), moves=0, by=els)

    session.refresh_from_db()
    assert session.moves == 1


def test_measurement_has_no_dialogue(traject, els):
    session = LiveSessionFactory(traject=traject, subject=Subject.START)
    candidate = CandidateFactory(traject=traject)

    with pytest.raises(StageMoved):
        move_session(session=session, to=Position(Stage.SYNTHESIS), moves=0, by=els)
    with pytest.raises(StageMoved):
        talk_about(session=session, candidate=candidate, moves=0, by=els)


def test_theme_that_is_talked_about_stays_while_stepping(traject, session, els):
    candidate = CandidateFactory(traject=traject)

    talk_about(session=session, candidate=candidate, moves=0, by=els)
    move_session(session=session, to=Position(Stage.VOTING), moves=1, by=els)
    move_session(session=session, to=Position(Stage.DIALOGUE), moves=2, by=els)

    session.refresh_from_db()
    assert (session.stage, session.candidate, session.moves) == (Stage.DIALOGUE, candidate, 3)


def test_talk_goes_back_to_the_whole(traject, session, els):
    candidate = CandidateFactory(traject=traject)
    for moves, about in enumerate((candidate, None)):
        talk_about(session=session, candidate=about, moves=moves, by=els)

    session.refresh_from_db()
    assert (session.stage, session.candidate, session.moves) == (Stage.DIALOGUE, None, 2)


def test_talk_about_the_same_theme_again_changes_nothing(traject, session, els):
    candidate = CandidateFactory(traject=traject)
    for _ in range(2):
        talk_about(session=session, candidate=candidate, moves=0, by=els)

    session.refresh_from_db()
    assert session.moves == 1


def test_talk_of_a_page_that_is_behind_is_refused(traject, session, els):
    first, second = CandidateFactory.create_batch(2, traject=traject)
    talk_about(session=session, candidate=first, moves=0, by=els)

    with pytest.raises(StageMoved):
        talk_about(session=session, candidate=second, moves=0, by=els)


def test_theme_that_is_left_out_is_not_talked_about(traject, session, els):
    left_out = CandidateFactory(
        traject=traject, left_out_at=AT, left_out_by=els, left_out_because="Past hier niet."
    )

    for candidate in (left_out, CandidateFactory()):
        with pytest.raises(StageMoved):
            talk_about(session=session, candidate=candidate, moves=0, by=els)


def test_session_ends_once(session, els, traject):
    other = ParticipantWithAccountFactory(traject=traject, part=Part.MODERATOR).user
    end_session(session=session, by=els, at=AT)

    end_session(session=session, by=other, at=AT + timedelta(hours=1))

    session.refresh_from_db()
    assert (session.ended_at, session.ended_by, session.moves) == (AT, els, 1)


def test_nothing_moves_in_a_session_that_ended(session, els):
    end_session(session=session, by=els, at=AT)

    with pytest.raises(SessionOver):
        move_session(session=session, to=Position(Stage.SYNTHESIS), moves=1, by=els)


def test_round_that_is_open_at_the_end_does_not_count(traject, els):
    session = session_with_people(traject)
    candidates_of(traject, "Energie", "Water")
    running = opened(session, by=els)
    vote(running, session.seats.all())

    end_session(session=session, by=els, at=AT)

    running.refresh_from_db()
    session.refresh_from_db()
    assert (running.voided_at, running.void_reason) == (AT, VoidReason.SESSION_ENDED)
    assert (session.ended_at, session.moves) == (AT, 3)
    assert not Urn.objects.exists()


def test_practice_leaves_nothing_behind(traject, els):
    candidates_of(traject, "Energie", "Water")
    session = session_with_people(traject, is_practice=True)
    vote(opened(session, by=els), session.seats.all())

    assert end_session(session=session, by=els, at=AT) is None

    left = [model.objects.count() for model in (LiveSession, Seat, VotingRound, Roll, Urn, Tally)]
    assert left == [0, 0, 0, 0, 0, 0]
    assert traject.candidates.count() == 2


def test_session_that_is_gone_is_told(session, els):
    LiveSession.objects.all().delete()

    with pytest.raises(TrajectGone):
        end_session(session=session, by=els, at=AT)


def test_who_moderates_elsewhere_moves_nothing(session):
    stranger = ParticipantWithAccountFactory(traject=TrajectFactory(), part=Part.MODERATOR).user

    with pytest.raises(NoLongerAllowed):
        move_session(session=session, to=Position(Stage.SYNTHESIS), moves=0, by=stranger)


def dream_session(traject, by, **options):
    return start_session(traject=traject, subject=Subject.DREAMS, by=by, at=AT, **options)


def test_dreams_need_a_theme_that_was_chosen_and_still_runs(traject, els):
    (theme,) = candidates_of(traject, "Energie")
    with pytest.raises(ThemeNotChosen):
        dream_session(traject, els)
    choice = ThemeChoiceFactory(candidate=theme)
    choice.chosen = False
    choice.save()
    with pytest.raises(ThemeNotChosen):
        dream_session(traject, els)
    choice.chosen = True
    choice.save()

    assert dream_session(traject, els).about is Subject.DREAMS


def test_dreams_are_not_practised(traject, els):
    ThemeChoiceFactory(candidate=CandidateFactory(traject=traject))

    with pytest.raises(NothingToVoteOn):
        dream_session(traject, els, invented=["Oefenstem 1"])

    assert not LiveSession.objects.exists()


def test_session_about_dreams_opens_no_round(traject, els):
    session = session_with_people(traject, subject=Subject.DREAMS)
    items = [Item("k1", "Energie", "Energie")]

    with pytest.raises(NothingToVoteOn):
        open_round(session=session, by=els, at=AT, items=items, minimum=3)


def test_theme_is_shown_in_a_stage_of_this_session_only(traject, session, els):
    (theme,) = candidates_of(traject, "Energie")
    ThemeChoiceFactory(candidate=theme)
    dreams = LiveSessionFactory(traject=traject, subject=Subject.DREAMS, is_practice=True)

    for own, stage in ((session, Stage.GALLERY), (dreams, Stage.DIALOGUE), (dreams, Stage.WELCOME)):
        with pytest.raises(StageMoved):
            talk_about(session=own, candidate=theme, moves=0, by=els, stage=stage)
    shown = talk_about(session=dreams, candidate=theme, moves=0, by=els, stage=Stage.GALLERY)

    assert (shown.at_stage, shown.candidate, shown.moves) == (Stage.GALLERY, theme, 1)
