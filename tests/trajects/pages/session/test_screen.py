"""What a session shows to the room."""

from tests.factories import ThemeFactory
from tests.trajects.live import candidates_of, opened, session_with_people, vote
from tests.trajects.pages.session.drawn import AT, again, at_stage, counted, screen
from trajects.actions.rounds import close_round
from trajects.guiding import dialogue_questions, general_dialogue_questions
from trajects.models import Urn, VotingRound
from trajects.stages import Stage, Subject


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
