"""The screen for the whole room."""

import pytest

from tests.factories import ThemeFactory
from tests.page import main_text, page_of
from tests.trajects.counted import TWELVE, counted_round
from tests.trajects.factories import CandidateFactory, LiveSessionFactory
from tests.trajects.live import candidates_of, opened, session_with_people, vote
from trajects.models import LiveSession, Urn
from trajects.stages import Stage, Subject

# For each stage, with two for who is signed in.
QUERIES = {
    Stage.WELCOME: 6,
    Stage.SYNTHESIS: 9,
    Stage.DIALOGUE: 9,
    Stage.VOTING: 7,
    Stage.RESULT: 9,
    Stage.CHOICE: 9,
}
PEOPLE = [("els", 200), ("bram", 403), ("griet", 200), ("chaima", 404)]


@pytest.fixture
def screen(url):
    return f"{url}scherm/"


@pytest.mark.parametrize("page", ["", "stand/"])
@pytest.mark.parametrize(("person", "status"), PEOPLE)
def test_who_leads_shows_the_screen(screen, client_of, request, page, person, status):
    client = client_of(request.getfixturevalue(person))

    assert client.get(f"{screen}{page}").status_code == status


def test_welcome_shows_how_to_take_part(session, screen, desk_of_els):
    response = desk_of_els.get(screen)

    text = main_text(response)
    assert session.code in text
    assert "testserver/sessie/" in text
    assert "5 people take part" in text
    assert [svg.get("role") for svg in page_of(response).iter("svg") if svg.get("class") == "qr"]


def test_synthesis_shows_each_origin_of_a_group(traject, session, screen, desk_of_els):
    themes = [ThemeFactory(short_name="Energie"), ThemeFactory(short_name="Materialen")]
    CandidateFactory(traject=traject, name="Zuinig", themes=themes)
    CandidateFactory(traject=traject, name="Van onszelf")
    LiveSession.objects.update(stage=Stage.SYNTHESIS)

    text = main_text(desk_of_els.get(screen))

    assert "Zuinig Energie The scan says nothing about it. nothing yet Materialen" in text
    assert "Van onszelf Of the group itself: no figures beside it." in text


def test_synthesis_without_candidates_says_so(session, screen, desk_of_els):
    LiveSession.objects.update(stage=Stage.SYNTHESIS)

    assert "There are no candidate themes yet." in main_text(desk_of_els.get(screen))


def test_synthesis_takes_a_second_screen(traject, session, screen, desk_of_els):
    candidates_of(traject, *(f"Thema {n:02}" for n in range(11)))
    texts = []
    for page in (1, 2):
        LiveSession.objects.update(stage=Stage.SYNTHESIS, page=page)
        texts.append(main_text(desk_of_els.get(screen)))

    assert [text.count("Thema ") for text in texts] == [9, 2]
    assert "Screen 2 of 2" in texts[1]


def test_dialogue_shows_the_theme(traject, session, screen, desk_of_els):
    candidate = CandidateFactory(traject=traject, name="Zuinig", themes=[ThemeFactory()])
    LiveSession.objects.update(stage=Stage.DIALOGUE)
    whole = main_text(desk_of_els.get(screen))
    LiveSession.objects.update(candidate=candidate)
    one = main_text(desk_of_els.get(screen))

    assert "Which themes come first?" in whole
    assert "Zuinig" in one
    assert "nothing on the photo" in one


def test_voting_shows_only_how_many_voted(session, running, screen, desk_of_els):
    vote(running, session.seats.all()[:2])

    text = main_text(desk_of_els.get(screen))

    assert "Round 1 is open" in text
    assert "2 of 5 have voted" in text


def test_voting_before_and_after_a_void_round(session, screen, running, desk_of_els, els):
    Urn.objects.all().delete()
    broken = main_text(desk_of_els.get(screen))
    url = screen.removesuffix("scherm/")
    desk_of_els.post(f"{url}rondes/{running.pk}/sluiten/")
    void = main_text(desk_of_els.get(screen))
    session.rounds.all().delete()
    empty = main_text(desk_of_els.get(screen))

    assert "This round does not count" in broken
    assert "The round does not count" in void
    assert "The vote opens in a moment" in empty


def test_result_is_shown_after_closing(session, running, url, screen, desk_of_els):
    vote(running, session.seats.all())
    desk_of_els.post(f"{url}rondes/{running.pk}/sluiten/")

    text = main_text(desk_of_els.get(screen))

    assert "What the lead group chose in round 1" in text
    assert "Energie" in text


def test_result_without_a_round_waits(session, screen, desk_of_els):
    LiveSession.objects.update(stage=Stage.RESULT)

    assert "The vote opens in a moment" in main_text(desk_of_els.get(screen))


def test_measurement_asks_its_questions(traject, els, desk_of_els):
    session = session_with_people(traject, subject=Subject.START)
    opened(session, by=els)

    text = main_text(desk_of_els.get(f"/trajecten/{traject.pk}/sessies/{session.pk}/scherm/"))

    assert "Answer the three questions on your phone." in text


def test_choice_is_shown(traject, session, screen, desk_of_els):
    candidates_of(traject, "Energie")
    LiveSession.objects.update(stage=Stage.CHOICE)

    assert "Energie" in main_text(desk_of_els.get(screen))


def test_practice_is_marked(traject, desk_of_els):
    session = LiveSessionFactory(traject=traject, is_practice=True)

    text = main_text(desk_of_els.get(f"/trajecten/{traject.pk}/sessies/{session.pk}/scherm/"))

    assert "Practice: nothing of this counts" in text


def test_screen_of_a_session_that_ended(session, url, screen, desk_of_els):
    desk_of_els.post(f"{url}afsluiten/")

    assert "The session is over" in main_text(desk_of_els.get(screen))


def test_state_is_known_to_the_screen(session, running, screen, desk_of_els):
    page = desk_of_els.get(screen)
    first = desk_of_els.get(f"{screen}stand/")
    known = {"If-None-Match": first["ETag"]}
    same = desk_of_els.get(f"{screen}stand/", headers=known)
    vote(running, session.seats.all()[:2])
    voted = desk_of_els.get(f"{screen}stand/", headers=known)

    assert f'data-screen="{first.json()["screen"]}"' in page.content.decode()
    assert (same.status_code, same.content) == (304, b"")
    assert voted.json() == {"screen": first.json()["screen"], "turnout": "2 of 5 have voted"}


@pytest.mark.parametrize(("stage", "queries"), QUERIES.items())
@pytest.mark.parametrize("many", [1, 3])
def test_screen_takes_as_many_queries_for_one_as_for_three(
    traject, els, client_of, many, stage, queries, django_assert_num_queries
):
    session = session_with_people(traject, people=3 + many)
    for number in range(1, many + 1):
        CandidateFactory(traject=traject, themes=[ThemeFactory()])
        counted_round(session, TWELVE, number=number)
    LiveSession.objects.update(stage=stage, candidate=traject.candidates.first())
    client = client_of(els)

    with django_assert_num_queries(queries):
        client.get(f"/trajecten/{traject.pk}/sessies/{session.pk}/scherm/")
