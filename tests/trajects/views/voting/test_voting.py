"""Opening and closing rounds from the desk."""

import pytest

from tests.page import by_id, links, main_text, page_of
from tests.trajects.factories import SeatFactory, VotingRoundFactory
from tests.trajects.live import candidates_of, opened, session_with_people, vote
from trajects.models import Tally, Urn, VotingRound
from trajects.stages import Stage, Subject
from trajects.voting import VoidReason

MODERATORS = [("els", 302), ("bram", 403), ("griet", 403), ("chaima", 404)]


@pytest.fixture
def candidates(traject):
    return candidates_of(traject, "Energie", "Water", "Bomen")


def sent(session, *candidates, **others):
    shown = " ".join(str(seat.pk) for seat in session.seats.voting())
    return {
        "items": [f"k{one.pk}" for one in candidates],
        "minimum": 3,
        "shown": shown,
        **others,
    }


@pytest.mark.parametrize(("person", "status"), MODERATORS)
def test_moderator_opens_a_round(url, session, candidates, client_of, request, person, status):
    client = client_of(request.getfixturevalue(person))

    read = client.get(f"{url}ronde/").status_code
    written = client.post(f"{url}ronde/", sent(session, *candidates)).status_code

    assert (read, written) == (200 if status == 302 else status, status)
    assert VotingRound.objects.count() == (status == 302)


def test_round_is_over_a_shortlist(url, session, candidates, desk_of_els):
    desk_of_els.post(f"{url}ronde/", sent(session, candidates[2], candidates[0], minimum=4))

    found = VotingRound.objects.get()
    session.refresh_from_db()
    assert [item["name"] for item in found.items] == ["Energie", "Bomen"]
    assert (found.minimum, found.roll.count(), session.stage) == (4, 5, Stage.VOTING)


def test_page_names_everybody_who_votes(url, session, candidates, desk_of_els):
    SeatFactory(session=session, name="Kijker", observes=True)
    SeatFactory(session=session, name="Wachter", admitted_at=None)

    response = desk_of_els.get(f"{url}ronde/")

    text = main_text(response)
    assert "5 people may vote" in text
    assert all(name in text for name in ("Aya", "Ben", "Cas", "Dirk", "Eva"))
    assert ("Kijker" in text, "Wachter" in text) == (False, False)
    assert by_id(page_of(response), "id_minimum").get("value") == "5"


def test_who_came_in_meanwhile_is_shown_first(url, session, candidates, desk_of_els):
    before = sent(session, *candidates)
    SeatFactory(session=session, name="Laatkomer")

    response = desk_of_els.post(f"{url}ronde/", before)

    assert response.status_code == 409
    assert "Somebody came in or left meanwhile" in main_text(response)
    assert "Laatkomer" in main_text(response)
    assert not VotingRound.objects.exists()
    again = sent(session, *candidates)
    assert again["shown"] in response.content.decode()
    assert desk_of_els.post(f"{url}ronde/", again).status_code == 302


@pytest.mark.parametrize(
    "wrong",
    [{"items": []}, {"items": ["k0"]}, {"minimum": 2}, {"minimum": 6}, {"minimum": ""}],
)
def test_mistake_opens_nothing(url, session, candidates, desk_of_els, wrong):
    response = desk_of_els.post(f"{url}ronde/", sent(session, *candidates, **wrong))

    assert response.status_code == 422
    assert not VotingRound.objects.exists()


def test_made_up_people_open_nothing(url, session, candidates, desk_of_els):
    response = desk_of_els.post(f"{url}ronde/", sent(session, *candidates, shown="a 7 -1"))

    assert response.status_code == 409


def test_too_few_people_cannot_vote(traject, candidates, desk_of_els):
    session = session_with_people(traject, people=2)

    text = main_text(desk_of_els.get(f"/trajecten/{traject.pk}/sessies/{session.pk}/ronde/"))

    assert "Too few people can vote" in text
    assert "Open the round now" not in text


def test_without_candidates_there_is_nothing_to_vote_on(url, desk_of_els):
    assert "There is nothing to vote on" in main_text(desk_of_els.get(f"{url}ronde/"))


def test_second_round_waits_for_the_first(url, session, running, desk_of_els):
    response = desk_of_els.post(
        f"{url}ronde/", sent(session, *session.traject.candidates.all()), follow=True
    )

    assert "A round is open already." in main_text(response)
    assert VotingRound.objects.count() == 1


def test_measurement_asks_all_its_questions(traject, desk_of_els):
    session = session_with_people(traject, subject=Subject.START)

    desk_of_els.post(f"/trajecten/{traject.pk}/sessies/{session.pk}/ronde/", sent(session))

    assert VotingRound.objects.get().keys == ("knowledge", "importance", "maturity")


@pytest.mark.parametrize(("person", "status"), MODERATORS)
def test_moderator_closes_a_round(url, session, running, client_of, request, person, status):
    vote(running, session.seats.all())
    client = client_of(request.getfixturevalue(person))

    response = client.post(f"{url}rondes/{running.pk}/sluiten/")

    running.refresh_from_db()
    assert response.status_code == status
    assert running.is_counted is (status == 302)
    assert Tally.objects.exists() is (status == 302)


def test_round_with_too_few_votes_does_not_count(url, session, running, desk_of_els):
    vote(running, session.seats.all()[:2])

    response = desk_of_els.post(f"{url}rondes/{running.pk}/sluiten/", follow=True)

    running.refresh_from_db()
    assert running.void_reason == VoidReason.TOO_FEW
    assert "Fewer people voted than were needed" in main_text(response)
    assert not Tally.objects.exists()


def test_round_of_another_session_does_not_exist(url, desk_of_els):
    other = VotingRoundFactory()

    statuses = [
        desk_of_els.post(f"{url}rondes/{other.pk}/{what}/").status_code
        for what in ("sluiten", "opruimen", "papier")
    ]

    assert statuses == [404, 404, 404]


@pytest.mark.parametrize("shown", ["9" * 5000, "9" * 30, "٣", "²", "\x00"])
def test_people_that_are_no_numbers_were_not_shown(url, session, candidates, desk_of_els, shown):
    response = desk_of_els.post(f"{url}ronde/", sent(session, *candidates, shown=shown))

    assert response.status_code in (409, 422)
    assert not VotingRound.objects.exists()


def test_traces_can_be_wiped_after_the_session_ended(url, session, running, desk_of_els):
    desk_of_els.post(f"{url}rondes/{running.pk}/sluiten/")
    sessions = url.removesuffix(f"{session.pk}/")
    listed = main_text(desk_of_els.post(f"{url}afsluiten/", follow=True))
    ended = desk_of_els.get(url)

    assert "Traces of the ballots are still to be wiped" in listed
    assert url in links(page_of(desk_of_els.get(sessions)))
    assert "Traces of the ballots are still to be wiped" in main_text(ended)
    assert f"{url}rondes/{running.pk}/opruimen/" in ended.content.decode()

    VotingRound.objects.update(cleaned_at=session.opened_at)

    for address in (url, sessions):
        assert "still to be wiped" not in main_text(desk_of_els.get(address))


@pytest.mark.parametrize(("person", "status"), MODERATORS)
def test_moderator_wipes_what_is_left(url, running, client_of, request, person, status):
    client = client_of(request.getfixturevalue(person))

    assert client.post(f"{url}rondes/{running.pk}/opruimen/").status_code == status


@pytest.mark.parametrize(
    ("succeeds", "words"),
    [(True, "Every trace of the ballots is wiped."), (False, "That did not work yet.")],
)
def test_desk_says_whether_wiping_worked(url, session, running, desk_of_els, succeeds, words):
    vote(running, session.seats.all())
    desk_of_els.post(f"{url}rondes/{running.pk}/sluiten/")
    left = main_text(desk_of_els.get(url))
    if succeeds:  # within a transaction nothing can be wiped
        VotingRound.objects.update(cleaned_at=session.opened_at)

    response = desk_of_els.post(f"{url}rondes/{running.pk}/opruimen/", follow=True)

    assert "Traces of the ballots are still to be wiped" in left
    assert words in main_text(response)


@pytest.mark.parametrize(("person", "status"), MODERATORS)
def test_invented_voters_vote(traject, els, client_of, request, person, status):
    candidates_of(traject, "Energie")
    session = session_with_people(traject, is_practice=True)
    session.seats.update(token_hash="")
    running = opened(session, by=els)
    client = client_of(request.getfixturevalue(person))

    response = client.post(f"/trajecten/{traject.pk}/sessies/{session.pk}/oefenstemmen/")

    assert response.status_code == status
    assert running.roll.filter(submitted=True).count() == (5 if status == 302 else 0)


def test_practice_leads_to_its_result_with_the_questions(traject, els, desk_of_els):
    candidates_of(traject, "Energie")
    session = session_with_people(traject, is_practice=True)
    session.seats.update(token_hash="")
    url = f"/trajecten/{traject.pk}/sessies/{session.pk}/"
    running = opened(session, by=els)
    desk_of_els.post(f"{url}oefenstemmen/")
    desk = desk_of_els.post(f"{url}rondes/{running.pk}/sluiten/", follow=True)

    result = f"/trajecten/{traject.pk}/themas/rondes/{running.pk}/"
    assert result in links(page_of(desk))
    assert "For you as moderator" in main_text(desk_of_els.get(result))
    assert "What the lead group chose in round 1" in main_text(desk_of_els.get(f"{url}scherm/"))


def test_invented_voters_need_a_round(traject, desk_of_els):
    session = session_with_people(traject, is_practice=True)
    url = f"/trajecten/{traject.pk}/sessies/{session.pk}/"

    response = desk_of_els.post(f"{url}oefenstemmen/", follow=True)

    assert "No round is open." in main_text(response)


def test_nobody_is_invented_in_a_real_session(url, running, desk_of_els):
    response = desk_of_els.post(f"{url}oefenstemmen/")

    assert response.status_code == 403
    assert Urn.objects.get().bag == []
