"""What a phone asks every few seconds."""

from datetime import timedelta

from django.utils.timezone import now

from tests.trajects.factories import SeatFactory
from tests.trajects.views.phone.phones import URL, opened, phone, voted


def test_state_is_a_small_document_that_browsers_ask_again_about(session, seats):
    aya = phone("Aya")
    response = aya.get(f"{URL}stand/")

    assert set(response.json()) == {"screen", "turnout"}
    assert response.headers["Cache-Control"] == "private, no-cache"
    again = aya.get(f"{URL}stand/", headers={"If-None-Match": response.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_screen_of_the_page_is_that_of_the_state(session, seats, els):
    aya = phone("Aya")
    for step in (lambda: None, lambda: opened(session, els)):
        step()
        screen = aya.get(f"{URL}stand/").json()["screen"]
        assert f'data-screen="{screen}"' in aya.get(URL).content.decode()


def test_turnout_changes_nothing_but_the_turnout(session, seats, els):
    voting = opened(session, els)
    ben = phone("Ben")
    before = ben.get(f"{URL}stand/").json()

    voted(voting, seats[0])

    after = ben.get(f"{URL}stand/").json()
    assert after["screen"] == before["screen"]
    assert (before["turnout"], after["turnout"]) == ("0 of 3 have voted", "1 of 3 have voted")


def test_state_says_nothing_to_who_has_no_seat(session, browser):
    """And counts against no limit: phones of a session that is gone go on asking for a while."""
    for code in ["ABCDEF"] * 2 + ["GHJKMN"] * 31:
        assert browser.get(f"/sessie/{code}/stand/").status_code == 404

    assert browser.get(URL).status_code == 200


def test_asking_notes_that_the_phone_is_there_every_half_minute(session, seats, time_machine):
    aya, began = phone("Aya"), now()
    seen = []
    for seconds in (0, 29, 31):
        time_machine.move_to(began + timedelta(seconds=seconds), tick=False)
        aya.get(f"{URL}stand/")
        seen.append(round((session.seats.get(name="Aya").seen_at - began).total_seconds()))

    assert seen == [0, 0, 31]


def test_state_costs_two_queries(session, seats, els, django_assert_num_queries):
    opened(session, els)
    aya = phone("Aya")
    aya.get(f"{URL}stand/")

    with django_assert_num_queries(2):
        aya.get(f"{URL}stand/")


def test_page_costs_the_same_for_three_seats_and_six(
    session, seats, els, django_assert_num_queries
):
    opened(session, els)
    with django_assert_num_queries(3):
        phone("Aya").get(URL)
    SeatFactory.create_batch(3, session=session)

    with django_assert_num_queries(3):
        phone("Aya").get(URL)
