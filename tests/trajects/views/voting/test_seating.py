"""Letting people in, turning them away, and moving them to another device."""

import pytest

from tests.page import main_text, page_of
from tests.trajects.factories import SeatFactory
from tests.trajects.live import vote

MODERATORS = [("els", 302), ("bram", 403), ("griet", 403), ("chaima", 404)]


@pytest.fixture
def waiting(session):
    return SeatFactory(session=session, name="Wout", admitted_at=None)


def act(client, url, seat, what, **sent):
    return client.post(f"{url}plaatsen/{seat.pk}/{what}/", sent, follow=True)


@pytest.mark.parametrize(("person", "status"), MODERATORS)
@pytest.mark.parametrize("what", ["toelaten", "weigeren", "vrijgeven", "toekijken"])
def test_only_moderators_seat_people(
    url, session, client_of, request, person, status, what, django_assert_max_num_queries
):
    client, seat = client_of(request.getfixturevalue(person)), session.seats.first()
    before = session.seats.filter(pk=seat.pk).values().get()

    response = client.post(f"{url}plaatsen/{seat.pk}/{what}/")

    assert response.status_code == status
    if status != 302:
        assert session.seats.filter(pk=seat.pk).values().get() == before


def test_who_waits_comes_in(url, waiting, desk_of_els):
    response = act(desk_of_els, url, waiting, "toelaten")

    waiting.refresh_from_db()
    assert waiting.is_admitted
    assert "6 people take part" in main_text(response)


def test_who_waits_is_refused_and_comes_in_after_all(url, waiting, desk_of_els):
    refused = act(desk_of_els, url, waiting, "weigeren")
    act(desk_of_els, url, waiting, "toelaten")

    waiting.refresh_from_db()
    assert "1 person was refused" in main_text(refused)
    assert waiting.is_admitted


def test_name_of_somebody_else_keeps_who_was_refused_outside(url, session, waiting, desk_of_els):
    act(desk_of_els, url, waiting, "weigeren")
    SeatFactory(session=session, name="wout")

    response = act(desk_of_els, url, waiting, "toelaten")

    waiting.refresh_from_db()
    assert waiting.refused_at
    assert "Somebody else is in as Wout." in main_text(response)


@pytest.mark.parametrize("place", ["9" * 5000, "9" * 30, "٣", "²", "\x00"])
def test_place_that_is_no_number_is_nobodys(url, waiting, desk_of_els, place):
    response = act(desk_of_els, url, waiting, "toelaten", as_seat=place)

    assert response.status_code in (200, 404)


def test_other_device_takes_a_free_place(url, session, waiting, running, desk_of_els):
    place, token_hash = session.seats.first(), waiting.token_hash
    freed = act(desk_of_els, url, place, "vrijgeven")
    handed = act(desk_of_els, url, waiting, "toelaten", as_seat=place.pk)

    place.refresh_from_db()
    assert "The place of Aya is free." in main_text(freed)
    assert "Aya, on another device" in main_text(freed)
    assert "Aya goes on with another device." in main_text(handed)
    assert (place.token_hash, session.seats.count()) == (token_hash, 5)


def test_place_that_is_taken_again_is_told(url, session, waiting, desk_of_els):
    response = act(desk_of_els, url, waiting, "toelaten", as_seat=session.seats.first().pk)

    waiting.refresh_from_db()
    assert "The place of Aya is not free any more." in main_text(response)
    assert waiting.is_waiting


def test_place_of_another_session_does_not_exist(url, waiting, desk_of_els):
    response = act(desk_of_els, url, waiting, "toelaten", as_seat=SeatFactory().pk)

    assert response.status_code == 404


def test_place_that_voted_is_kept(url, session, running, desk_of_els):
    place = session.seats.first()
    vote(running, [place])

    response = act(desk_of_els, url, place, "vrijgeven")

    place.refresh_from_db()
    assert "Aya has voted already." in main_text(response)
    assert place.released_at is None


def test_who_may_vote_now_is_not_sent_away(url, session, running, desk_of_els):
    response = act(desk_of_els, url, session.seats.first(), "weigeren")

    assert "Aya may vote in the round that is open." in main_text(response)
    assert session.seats.admitted().count() == 5


@pytest.mark.parametrize(("sent", "observes"), [({"observes": "yes"}, True), ({}, False)])
def test_moderator_says_who_only_looks_on(url, session, desk_of_els, sent, observes):
    seat = session.seats.first()

    act(desk_of_els, url, seat, "toekijken", **sent)

    seat.refresh_from_db()
    assert seat.observes is observes


def test_all_who_wait_are_let_in_by_one_button(url, session, waiting, desk_of_els):
    other = SeatFactory(session=session, name="Zoë", admitted_at=None)
    button = f"{url}plaatsen/toelaten/"
    forms = [form.get("action") for form in page_of(desk_of_els.get(url)).iter("form")]
    unseen = SeatFactory(session=session, name="Ada", admitted_at=None)

    response = desk_of_els.post(button, {"seat": [waiting.pk, other.pk, "x", "9" * 30]})

    assert button in forms
    assert response.status_code == 302
    assert list(session.seats.waiting()) == [unseen]
