"""A seat in a session: asked for, kept, lost and given back."""

import pytest
from django.utils.timezone import now

from tests.page import main_text
from tests.trajects.factories import LiveSessionFactory, SeatFactory
from tests.trajects.views.phone.phones import URL, opened, phone, told
from trajects.actions.seats import admit_seat, hand_over_seat, refuse_seat, release_seat
from trajects.models import Roll
from trajects.seat_tokens import seat_hash


def test_guest_asks_and_waits(session, browser):
    response = browser.post(f"{URL}meedoen/", {"name": "Noor"}, follow=True)

    seat = session.seats.get()
    assert (seat.name, seat.user, seat.is_waiting, seat.observes) == ("Noor", None, True, False)
    assert "The moderator lets you in." in main_text(response)


def test_seat_is_kept_by_a_cookie_of_which_only_the_hash_is_stored(session, browser):
    response = browser.post(f"{URL}meedoen/", {"name": "Noor"})

    cookie = response.cookies["seat"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/", True, "Lax")
    assert len(cookie.value) == 43
    assert session.seats.get().token_hash == seat_hash(cookie.value, session_pk=session.pk)


def test_same_browser_has_the_same_seat_after_a_reload(session, browser):
    browser.post(f"{URL}meedoen/", {"name": "Noor"})
    browser.post(f"{URL}meedoen/", {"name": "Noor"})

    assert session.seats.count() == 1
    assert "Welcome, Noor" in told(browser)


def test_browser_keeps_its_key_in_a_next_session(session, browser):
    browser.post(f"{URL}meedoen/", {"name": "Noor"})
    first = browser.cookies["seat"].value
    other = LiveSessionFactory(code="GHJKMN", opened_at=now())

    browser.post("/sessie/GHJKMN/meedoen/", {"name": "Noor"})

    assert browser.cookies["seat"].value == first
    assert other.seats.get().token_hash != session.seats.get().token_hash


def test_who_looks_on_says_so(session, browser, els):
    browser.post(f"{URL}meedoen/", {"name": "Noor", "observes": "on"})
    admit_seat(seat=session.seats.get(), by=els, at=now())

    assert "You look on as Noor." in told(browser)


def test_without_a_name_nobody_comes_in(session, browser):
    response = browser.post(f"{URL}meedoen/", {"name": " ", "observes": "on"})

    assert response.status_code == 422
    assert "Fill in the name that the moderator knows you by." in main_text(response)
    assert session.seats.count() == 0
    assert "checked" in response.content.decode()


def test_name_of_somebody_else_is_taken(session, seats, browser):
    response = browser.post(f"{URL}meedoen/", {"name": "aya"})

    assert response.status_code == 422
    assert "Somebody is in under this name already." in main_text(response)
    assert session.seats.count() == 3


def test_too_many_names_wait(session, browser):
    SeatFactory.create_batch(60, session=session, admitted_at=None)

    response = browser.post(f"{URL}meedoen/", {"name": "Noor"})

    assert response.status_code == 422
    assert "Many people wait already." in main_text(response)


def test_member_of_the_lead_group_is_in_at_once(session, bram, english_of):
    client = english_of(bram)
    assert "You are signed in as Bram Claes, and in the lead group." in told(client)

    response = client.post(f"{URL}meedoen/", {}, follow=True)

    seat = session.seats.get()
    assert (seat.user, seat.name, seat.token_hash, seat.is_admitted) == (bram, "", "", True)
    assert "You take part as Bram Claes." in main_text(response)
    assert "seat" not in client.cookies


def test_member_has_the_same_seat_on_another_device(session, bram, english_of):
    english_of(bram).post(f"{URL}meedoen/", {})

    assert "You take part as Bram Claes." in told(english_of(bram))


@pytest.mark.parametrize("person", ["els", "griet", "chaima"])
def test_who_is_not_in_the_lead_group_waits_under_a_name(person, session, request, english_of):
    client = english_of(request.getfixturevalue(person))

    client.post(f"{URL}meedoen/", {"name": "Noor"})

    seat = session.seats.get()
    assert (seat.user, seat.name, seat.is_waiting) == (None, "Noor", True)


def test_refused_name_may_ask_again(session, browser, els):
    browser.post(f"{URL}meedoen/", {"name": "Superman"})
    refuse_seat(seat=session.seats.get(), by=els, at=now())
    assert "The moderator does not know this name" in told(browser)

    browser.post(f"{URL}meedoen/", {"name": "Noor"})

    seat = session.seats.get()
    assert (seat.name, seat.is_waiting) == ("Noor", True)


def test_lost_cookie_gets_the_seat_back_from_the_moderator(session, seats, browser, els):
    voting = opened(session, els)
    browser.post(f"{URL}meedoen/", {"name": "Aya 2"})
    release_seat(seat=seats[0], by=els, at=now())

    hand_over_seat(seat=session.seats.get(name="Aya 2"), to=seats[0], by=els)

    assert "The vote is open" in told(browser)
    assert "You take part as Aya." in told(browser)
    assert Roll.objects.filter(round=voting).count() == 3
    assert "Choose the themes with us" in told(phone("Aya"))


def test_page_for_taking_a_seat_leads_back_to_the_phone(session, browser):
    response = browser.get(f"{URL}meedoen/")

    assert (response.status_code, response.headers["Location"]) == (302, URL)


def test_who_was_in_is_told_that_it_is_over_when_asking_again(session, seats, els):
    session.ended_at, session.ended_by = now(), els
    session.save()

    response = phone("Aya").post(f"{URL}meedoen/", {"name": "Aya"}, follow=True)

    assert "The session is over" in main_text(response)


def test_session_that_ended_takes_nobody(session, els, browser):
    session.ended_at, session.ended_by = now(), els
    session.save()

    assert browser.post(f"{URL}meedoen/", {"name": "Noor"}).status_code == 404
