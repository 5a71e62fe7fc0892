"""The list of sessions, starting one and ending one."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from tests.page import main_text, page_of
from tests.trajects.factories import LiveSessionFactory, MeetingFactory
from tests.trajects.live import candidates_of, vote
from tests.trajects.selecting import select
from trajects.models import LiveSession, VotingRound
from trajects.voting import VoidReason

READERS = [("els", 200), ("bram", 200), ("griet", 200), ("chaima", 404)]
MODERATORS = [("els", 302), ("bram", 403), ("griet", 403), ("chaima", 404)]


@pytest.fixture
def sessions(traject):
    return f"/trajecten/{traject.pk}/sessies/"


@pytest.mark.parametrize(("person", "status"), READERS)
def test_who_reads_the_traject_sees_the_sessions(sessions, client_of, request, person, status):
    client = client_of(request.getfixturevalue(person))

    assert client.get(sessions).status_code == status


@pytest.mark.parametrize(("person", "status"), MODERATORS)
def test_moderator_starts_a_session(sessions, traject, client_of, request, person, status):
    client = client_of(request.getfixturevalue(person))

    response = client.post(sessions, {"subject": "themes"})

    assert response.status_code == status
    assert LiveSession.objects.count() == (status == 302)
    if status == 302:
        assert response["Location"] == f"{sessions}{LiveSession.objects.get().pk}/"


def test_practice_session_has_invented_voters(sessions, desk_of_els, traject):
    meeting = MeetingFactory(traject=traject)

    desk_of_els.post(sessions, {"subject": "start", "practice": "on", "meeting": meeting.pk})

    found = LiveSession.objects.get()
    assert (found.is_practice, found.subject, found.meeting) == (True, "start", meeting)
    assert found.seats.voting().count() == 8


def test_second_session_is_refused(sessions, session, desk_of_els):
    response = desk_of_els.post(sessions, {"subject": "themes"})

    assert response.status_code == 409
    assert "A session is still open." in main_text(response)
    assert LiveSession.objects.count() == 1


@pytest.mark.parametrize("sent", [{}, {"subject": "dreams"}, {"subject": "themes", "meeting": "0"}])
def test_mistake_starts_nothing(sessions, desk_of_els, sent):
    response = desk_of_els.post(sessions, sent)

    assert response.status_code == 422
    assert not LiveSession.objects.exists()


@pytest.mark.parametrize(("person", "seen"), [("els", True), ("griet", False)])
def test_only_moderators_see_practice(sessions, traject, english_of, request, person, seen):
    LiveSessionFactory(traject=traject, is_practice=True)

    text = main_text(english_of(request.getfixturevalue(person)).get(sessions))

    assert ("A practice session is open" in text) is seen


def test_going_on_comes_before_starting_another(sessions, desk_of_els, request):
    def buttons():
        tree = page_of(desk_of_els.get(sessions))
        return [len(select(tree, f"main .{look}")) for look in ("btn-hero", "btn-primary")]

    before = buttons()
    request.getfixturevalue("session")

    assert (before, buttons()) == ([0, 1], [1, 0])


def test_session_that_ended_stands_in_the_list(sessions, session, running, url, desk_of_els):
    vote(running, session.seats.all())
    desk_of_els.post(f"{url}rondes/{running.pk}/sluiten/")

    desk_of_els.post(f"{url}afsluiten/")

    text = main_text(desk_of_els.get(sessions))
    assert "Earlier sessions" in text
    assert "Choosing themes 1" in text


@pytest.mark.parametrize("many", [1, 3])
def test_list_takes_as_many_queries_for_one_as_for_three(
    sessions, traject, els, client_of, many, django_assert_num_queries
):
    for _ in range(many):
        session = LiveSessionFactory(
            traject=traject, ended_at=traject.created_at, ended_by=els, meeting=MeetingFactory()
        )
        VotingRound.objects.create(
            session=session,
            number=1,
            items=[],
            opened_at=traject.created_at,
            opened_by=els,
            closed_at=traject.created_at,
            closed_by=els,
        )
    client = client_of(els)

    with django_assert_num_queries(8):
        client.get(sessions)


@pytest.mark.parametrize(("person", "status"), MODERATORS)
def test_moderator_ends_a_session(url, session, client_of, request, person, status):
    response = client_of(request.getfixturevalue(person)).post(f"{url}afsluiten/")

    session.refresh_from_db()
    assert response.status_code == status
    assert (session.ended_at is not None) is (status == 302)


def test_open_round_does_not_count_after_the_end(url, session, running, desk_of_els):
    vote(running, session.seats.all())

    desk_of_els.post(f"{url}afsluiten/")

    running.refresh_from_db()
    assert running.void_reason == VoidReason.SESSION_ENDED


def test_practice_is_deleted_at_the_end(traject, els, desk_of_els):
    session = LiveSessionFactory(traject=traject, is_practice=True)
    candidates_of(traject, "Energie")

    response = desk_of_els.post(
        f"/trajecten/{traject.pk}/sessies/{session.pk}/afsluiten/", follow=True
    )

    assert "The practice session is deleted" in main_text(response)
    assert not LiveSession.objects.exists()


def test_session_of_another_traject_does_not_exist(traject, desk_of_els, els):
    other = LiveSessionFactory()

    response = desk_of_els.post(f"/trajecten/{traject.pk}/sessies/{other.pk}/afsluiten/")

    assert response.status_code == 404
    assert LiveSession.objects.get().ended_at is None


def test_nothing_moves_in_a_session_that_ended(url, session, desk_of_els):
    desk_of_els.post(f"{url}afsluiten/")

    response = desk_of_els.post(f"{url}stap/", {"stage": "synthesis", "moves": 1}, follow=True)

    session.refresh_from_db()
    assert "This session has ended. Nothing was changed." in main_text(response)
    assert session.stage == "welcome"


def test_desk_of_a_session_that_ended_says_so(session, url, desk_of_els):
    desk_of_els.post(f"{url}afsluiten/")

    assert "This session has ended" in main_text(desk_of_els.get(url))


def test_newest_session_stands_first(traject):
    ended = {"traject": traject, "ended_at": now(), "ended_by": traject.created_by}
    first = LiveSessionFactory(opened_at=now() - timedelta(days=9), **ended)
    second = LiveSessionFactory(opened_at=now() - timedelta(days=2), **ended)

    assert list(LiveSession.objects.with_rounds()) == [second, first]
