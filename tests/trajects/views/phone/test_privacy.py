"""The page that tells what is stored about who asks."""

from tests.trajects.views.phone.phones import URL, opened, phone, told, voted
from trajects.models import Roll, Seat


def test_privacy_page_tells_what_is_stored(session, seats, els):
    voting = opened(session, els)
    voted(voting, seats[0])

    text = told(phone("Aya"), f"{URL}privacy/")

    assert "NameAya" in text
    assert "What you do heretakes part in the vote" in text
    assert "Key of your browsera fingerprint of it" in text
    assert "Round 1has voted" in text
    assert "Your name is erased 30 days after the traject ends." in text
    assert "Ben" not in text


def test_privacy_page_of_a_member(session, bram, english_of):
    client = english_of(bram)
    client.post(f"{URL}meedoen/", {"observes": "on"})

    text = told(client, f"{URL}privacy/")

    assert "NameBram Claes, from your account" in text
    assert "What you do herelooks on, does not vote" in text
    assert "Key of your browsernothing" in text
    assert "No round was opened since you are in." in text


def test_privacy_page_of_who_did_not_ask(session, browser):
    assert "Nothing. You have not asked to join." in told(browser, f"{URL}privacy/")


def test_privacy_page_has_a_line_for_every_column():
    """A column that is added is told about, or this fails."""
    told_about = {"user", "name", "token_hash", "asked_at", "admitted_at", "refused_at"}
    told_about |= {"observes", "released_at", "seen_at"}
    own = {field.name for field in Seat._meta.concrete_fields}
    roll = {field.name for field in Roll._meta.concrete_fields}

    assert own == {"id", "session", *told_about}
    assert roll == {"round", "seat", "submitted"}
