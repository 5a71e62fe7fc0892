"""The code of a session: what opens it, and what does not."""

import re
from datetime import timedelta

import pytest
from django.utils.timezone import now

from tests.page import main_text
from tests.trajects.factories import LiveSessionFactory
from tests.trajects.views.phone.phones import URL, phone


@pytest.mark.parametrize("typed", ["ABCDEF", "abcdef", " abc def ", "abc-def"])
def test_code_leads_to_the_session(typed, session, browser):
    response = browser.post("/sessie/", {"code": typed})

    assert (response.status_code, response.headers["Location"]) == (302, URL)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Fill in the code that stands on the screen."),
        ("ABC", "A code has six letters and digits."),
        ("ABCDÉF", "A code has six letters and digits."),
        ("GHJKMN", "No session has this code now."),
    ],
)
def test_wrong_code_is_told_and_stays_in_the_field(typed, says, session, browser):
    response = browser.post("/sessie/", {"code": typed})

    assert response.status_code == 422
    assert says in main_text(response)
    assert f'value="{typed}"' in response.content.decode() or not typed


def test_page_for_the_code(browser, db):
    response = browser.get("/sessie/")

    assert response.status_code == 200
    assert "Six letters and digits" in main_text(response)


def test_all_that_is_wrong_with_a_code_looks_the_same(session, els, browser):
    ended = LiveSessionFactory(code="GHJKMN", opened_at=now(), ended_at=now(), ended_by=els)
    LiveSessionFactory(code="PQRSTU", opened_at=now() - timedelta(hours=24))
    addresses = [f"/sessie/{code}/" for code in (ended.code, "PQRSTU", "VWXYZ2", "ABCDEFG")]

    answers = [browser.get(address) for address in addresses]

    assert {answer.status_code for answer in answers} == {404}
    pages = {re.sub(r"/sessie/\w+/|value=\"\w{64}\"", "", a.content.decode()) for a in answers}
    assert len(pages) == 1
    assert "There is no session with this code now." in main_text(answers[0])


def test_guessing_stops_and_then_no_code_opens_anything(session, browser):
    for number in range(30):
        assert browser.get(f"/sessie/AAAA{number:02d}/").status_code == 404

    refused = browser.get("/sessie/BBBBBB/")

    assert refused.status_code == 429
    assert "a wrong code was sent too often" in main_text(refused)
    assert browser.get(URL).status_code == 429
    assert browser.post("/sessie/", {"code": "ABCDEF"}).status_code == 429


def test_who_has_a_seat_stays_in_while_others_guess(session, seats, browser):
    for number in range(31):
        browser.get(f"/sessie/AAAA{number:02d}/")

    assert phone("Aya").get(URL).status_code == 200


def test_right_codes_do_not_count(session, browser):
    for _time in range(35):
        assert browser.get(URL).status_code == 200
