"""The moderator's page of a session."""

import pytest

from tests.page import by_id, main_text, page_of, text_of
from tests.trajects.factories import CandidateFactory, SeatFactory, ThemeNoteFactory
from tests.trajects.live import candidates_of, opened, session_with_people, vote
from trajects.models import LiveSession, Urn
from trajects.stages import Stage, Subject

PEOPLE = [("els", 200), ("bram", 403), ("griet", 403), ("chaima", 404)]


def buttons(response):
    """What one can click in the part that says what is next."""
    part = next(one for one in page_of(response).iter("section") if "desk-next" in one.get("class"))
    return [text_of(one) for one in part.iter("button", "a", "summary")]


@pytest.mark.parametrize("page", ["", "stand/"])
@pytest.mark.parametrize(("person", "status"), PEOPLE)
def test_only_moderators_have_a_desk(url, client_of, request, page, person, status):
    client = client_of(request.getfixturevalue(person))

    assert client.get(f"{url}{page}").status_code == status


@pytest.mark.parametrize(
    ("stage", "wanted"),
    [
        ("welcome", ["Show scan and photo"]),
        ("synthesis", ["Begin the conversation", "One step back"]),
        ("dialogue", ["Open the voting round", "Next theme: Energie", "One step back"]),
        ("voting", ["Open the voting round", "One step back"]),
        ("result", ["Go to the choice", "Vote once more", "One step back"]),
        ("choice", ["Write down the choice", "Vote once more", "One step back"]),
    ],
)
def test_desk_has_one_next_step_first(traject, session, url, desk_of_els, stage, wanted):
    candidates_of(traject, "Energie", "Water")
    LiveSession.objects.update(stage=stage)

    assert buttons(desk_of_els.get(url)) == wanted


def test_measurement_goes_straight_to_its_questions(traject, desk_of_els):
    session = session_with_people(traject, subject=Subject.START)
    url = f"/trajecten/{traject.pk}/sessies/{session.pk}/"

    first = buttons(desk_of_els.get(url))
    LiveSession.objects.update(stage=Stage.RESULT)
    last = buttons(desk_of_els.get(url))

    assert first == ["Open the voting round"]
    assert last == ["End the session", "Vote once more", "One step back"]


def test_open_round_is_closed_when_everybody_voted(session, running, url, desk_of_els):
    seats = list(session.seats.all())
    vote(running, seats[:2])
    asking = desk_of_els.get(url)
    vote(running, seats[2:])
    done = desk_of_els.get(url)

    assert "2 of 5 have voted" in main_text(asking)
    assert "3 people have not voted yet." in main_text(asking)
    assert "At least 3 votes are needed." in main_text(asking)
    assert buttons(asking)[:2] == ["Close the round", "Close it now"]
    assert buttons(done)[0] == "Close the round"
    assert "not voted yet" not in main_text(done)


def test_desk_says_nowhere_who_voted(session, running, url, desk_of_els):
    seats = list(session.seats.all())
    vote(running, seats[:2])
    before = desk_of_els.get(url).content
    running.roll.update(submitted=False)
    running.roll.filter(seat__in=seats[3:]).update(submitted=True)
    after = desk_of_els.get(url).content

    assert without_token(before) == without_token(after)


def without_token(content):
    """Django masks its token anew for every page."""
    tree = content.decode().split('name="csrfmiddlewaretoken" value="')
    return [tree[0], *(part.split('"', 1)[1] for part in tree[1:])]


def test_broken_round_can_be_stopped(session, running, url, desk_of_els):
    Urn.objects.all().delete()

    response = desk_of_els.get(url)

    assert "This round does not count" in main_text(response)
    assert buttons(response)[0] == "Stop this round"


def test_open_round_waits_while_the_group_talks(session, running, url, desk_of_els):
    LiveSession.objects.update(stage=Stage.DIALOGUE)

    assert buttons(desk_of_els.get(url))[0] == "Back to the vote"


def test_dialogue_has_notes_and_questions(traject, session, url, desk_of_els):
    candidate = CandidateFactory(traject=traject, name="Energie")
    ThemeNoteFactory(candidate=candidate, text="Veel draagvlak.", version=3)
    LiveSession.objects.update(stage=Stage.DIALOGUE, candidate=candidate)

    tree = page_of(desk_of_els.get(url))

    assert by_id(tree, "id_text").text.strip() == "Veel draagvlak."
    assert by_id(tree, "id_version").get("value") == "3"


def test_waiting_people_stand_first(session, url, desk_of_els):
    SeatFactory(session=session, name="Wout", admitted_at=None)

    text = main_text(desk_of_els.get(url))

    assert text.index("1 person is waiting to come in") < text.index("5 people take part")


def test_session_moves_on_and_back_without_loss(traject, session, url, desk_of_els):
    candidate = CandidateFactory(traject=traject)

    sent = [
        {"stage": "synthesis", "moves": 0},
        {"stage": "dialogue", "moves": 1, "candidate": candidate.pk},
        {"stage": "voting", "moves": 2, "page": 1},
        {"stage": "dialogue", "moves": 3, "page": 1},
    ]
    statuses = [desk_of_els.post(f"{url}stap/", one).status_code for one in sent]

    session.refresh_from_db()
    assert statuses == [302] * 4
    assert (session.stage, session.candidate, session.moves) == ("dialogue", candidate, 4)


def test_dialogue_goes_back_to_the_whole(traject, session, url, desk_of_els):
    LiveSession.objects.update(stage=Stage.DIALOGUE, candidate=CandidateFactory(traject=traject))

    desk_of_els.post(f"{url}stap/", {"stage": "dialogue", "moves": 0, "candidate": ""})

    session.refresh_from_db()
    assert session.candidate is None


@pytest.mark.parametrize(
    "sent",
    [
        {"stage": "synthesis", "moves": 5},
        {"stage": "synthesis"},
        {"stage": "nowhere", "moves": 0},
        {"stage": "dialogue", "moves": 0, "candidate": 0},
        {"stage": "synthesis", "moves": 0, "page": 0},
    ],
)
def test_page_that_is_behind_moves_nothing(session, url, desk_of_els, sent):
    response = desk_of_els.post(f"{url}stap/", sent)

    session.refresh_from_db()
    assert response.status_code == 409
    assert "The session has moved on" in main_text(response)
    assert (session.stage, session.moves) == ("welcome", 0)


@pytest.mark.parametrize(("person", "status"), [("bram", 403), ("griet", 403), ("chaima", 404)])
def test_only_moderators_move(session, url, client_of, request, person, status):
    client = client_of(request.getfixturevalue(person))

    response = client.post(f"{url}stap/", {"stage": "synthesis", "moves": 0})

    session.refresh_from_db()
    assert (response.status_code, session.moves) == (status, 0)


def test_state_is_known_to_the_page(session, url, desk_of_els):
    page = desk_of_els.get(url)
    state = desk_of_els.get(f"{url}stand/")

    assert f'data-screen="{state.json()["screen"]}"' in page.content.decode()
    assert state.json()["turnout"] == "5 people take part"


def test_state_is_not_sent_twice(session, url, desk_of_els):
    first = desk_of_els.get(f"{url}stand/")
    known = {"If-None-Match": first["ETag"]}
    same = desk_of_els.get(f"{url}stand/", headers=known)
    SeatFactory(session=session, admitted_at=None)
    other = desk_of_els.get(f"{url}stand/", headers=known)

    assert (same.status_code, same.content) == (304, b"")
    assert same["Cache-Control"] == "private, no-cache"
    assert other.status_code == 200
    assert other.json()["screen"] != first.json()["screen"]


@pytest.mark.parametrize("many", [1, 3])
def test_desk_takes_twelve_queries_at_most(
    traject, els, client_of, many, django_assert_num_queries
):
    session = session_with_people(traject, people=3 + many)
    found = [CandidateFactory(traject=traject) for _ in range(many)]
    for _ in range(many):
        vote(opened(session, by=els), session.seats.all())
        client = client_of(els)
        running = session.rounds.still_open().get()
        client.post(f"/trajecten/{traject.pk}/sessies/{session.pk}/rondes/{running.pk}/sluiten/")
    opened(session, by=els)
    LiveSession.objects.update(stage=Stage.DIALOGUE, candidate=found[0])
    client = client_of(els)

    with django_assert_num_queries(11):
        client.get(f"/trajecten/{traject.pk}/sessies/{session.pk}/")


def test_state_costs_four_queries(url, running, els, client_of, django_assert_num_queries):
    client = client_of(els)

    with django_assert_num_queries(4):
        client.get(f"{url}stand/")
