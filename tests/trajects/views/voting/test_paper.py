"""Ballots on paper are entered together."""

import pytest

from tests.page import main_text, page_of
from tests.trajects.live import vote
from trajects.models import Urn
from trajects.queries.rounds import round_state
from trajects.voting import RoundState

PEOPLE = [("els", 200), ("bram", 403), ("griet", 403), ("chaima", 404)]


@pytest.fixture
def paper(url, running):
    return f"{url}rondes/{running.pk}/papier/"


@pytest.fixture
def seats(session):
    return [seat.pk for seat in session.seats.all()[:3]]


def ballots(running, *options):
    """The same option for every item of a ballot."""
    return {
        f"{number}-{key}": option
        for number, option in enumerate(options)
        for key in running.keys
        if option
    }


@pytest.mark.parametrize(("person", "status"), PEOPLE)
def test_only_moderators_enter_paper(paper, running, seats, client_of, request, person, status):
    client = client_of(request.getfixturevalue(person))

    read = client.get(paper).status_code
    sent = {"seat": seats, **ballots(running, "1", "2", "3")}
    written = client.post(paper, sent).status_code

    assert (read, written) == (status, 302 if status == 200 else status)
    assert len(Urn.objects.get().bag) == (3 if status == 200 else 0)


def test_everybody_on_the_roll_can_be_chosen(paper, session, running, desk_of_els):
    before = main_text(desk_of_els.get(paper))
    vote(running, session.seats.all()[:2])
    after = main_text(desk_of_els.get(paper))

    assert before == after
    assert all(seat.name in before for seat in session.seats.all())


@pytest.mark.parametrize("seat", ["9" * 5000, "9" * 30, "x", "\x00", "²"])
def test_seat_that_is_no_number_is_no_choice(paper, desk_of_els, seat):
    for send in (desk_of_els.get, desk_of_els.post):
        assert send(paper, {"seat": [seat] * 3}).status_code == 422


def test_there_are_as_many_ballots_as_people(paper, seats, desk_of_els):
    response = desk_of_els.get(paper, {"seat": seats})

    text = main_text(response)
    fields = [one for one in page_of(response).iter("input") if one.get("type") == "radio"]
    assert ("Ballot 3" in text, "Ballot 4" in text) == (True, False)
    assert len(fields) == 3 * 2 * 4
    assert not any(one.get("checked") for one in fields)


def test_ballots_go_into_the_urn(paper, running, seats, desk_of_els):
    sent = {"seat": seats, **ballots(running, "1", "", "3")}
    response = desk_of_els.post(paper, sent, follow=True)

    votes = sorted(choices[running.keys[0]] for _hash, choices in Urn.objects.get().bag)
    assert "The ballots on paper are in the urn." in main_text(response)
    assert votes == ["0", "1", "3"]
    assert round_state(running) == RoundState(5, 3, 3)


@pytest.mark.parametrize("many", [0, 1, 2])
@pytest.mark.parametrize("method", ["get", "post"])
def test_fewer_than_three_are_refused(paper, seats, desk_of_els, many, method):
    sent = {"seat": seats[:many]} if many else {"seat": ""}

    response = getattr(desk_of_els, method)(paper, sent)

    assert response.status_code == 422
    assert Urn.objects.get().bag == []


def test_who_is_not_on_the_roll_is_refused(paper, session, seats, desk_of_els):
    session.seats.filter(pk=seats[0]).get().roll.all().delete()

    assert desk_of_els.post(paper, {"seat": seats}).status_code == 422


def test_vote_of_somebody_who_voted_is_not_added(paper, session, running, seats, desk_of_els):
    vote(running, session.seats.filter(pk=seats[1]))

    response = desk_of_els.post(paper, {"seat": seats, **ballots(running, "1", "2", "3")})

    inputs = page_of(response).iter("input")
    checked = [one.get("value") for one in inputs if "checked" in one.attrib]
    assert response.status_code == 409
    assert "At least one of these people has voted already" in main_text(response)
    assert checked == ["1", "1", "2", "2", "3", "3"]
    assert round_state(running) == RoundState(5, 1, 1)


def test_made_up_option_is_refused(paper, running, seats, desk_of_els):
    response = desk_of_els.post(paper, {"seat": seats, **ballots(running, "1", "2", "7")})

    assert response.status_code == 422
    assert Urn.objects.get().bag == []


def test_round_that_is_over_takes_no_paper(url, paper, running, seats, desk_of_els):
    desk_of_els.post(f"{url}rondes/{running.pk}/sluiten/")

    response = desk_of_els.post(paper, {"seat": seats}, follow=True)

    assert "This round is over." in main_text(response)


def test_round_that_broke_takes_no_paper(paper, running, seats, desk_of_els):
    Urn.objects.all().delete()

    response = desk_of_els.post(paper, {"seat": seats}, follow=True)

    assert "Nothing of it was kept." in main_text(response)
