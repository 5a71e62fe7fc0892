"""Nobody stays signed in for ever, and noting that costs next to nothing (promise 17)."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from tests.factories import UserFactory

START = datetime(2026, 5, 4, 7, 0, tzinfo=UTC)
SIGN_IN = "/aanmelden/?next=/mijn-gegevens/"
PAGE = "/mijn-gegevens/"
PASSWORD = "elke-dag-een-trede-hoger"


@pytest.fixture(autouse=True)
def _clock(time_machine) -> None:
    time_machine.move_to(START, tick=False)


@pytest.fixture
def els(db) -> User:
    els = UserFactory(name="Els Peeters", email="els@a.example")
    els.set_password(PASSWORD)
    els.save()
    return els


@pytest.fixture
def signed_in(els, client) -> Client:
    client.post("/aanmelden/", {"login": els.email, "password": PASSWORD})
    client.get(PAGE)
    return client


def test_session_ends_when_left_alone(signed_in, time_machine):
    time_machine.move_to(START + timedelta(minutes=119), tick=False)
    assert signed_in.get(PAGE).status_code == 200

    time_machine.move_to(START + timedelta(minutes=119 + 120), tick=False)
    response = signed_in.get(PAGE)

    assert (response.status_code, response["Location"]) == (302, SIGN_IN)
    assert signed_in.cookies["session"].value == ""


def test_session_ends_after_its_hours_whatever_happens(signed_in, time_machine):
    """Whoever holds a stolen cookie keeps it busy."""
    for minutes in range(30, 12 * 60, 30):
        time_machine.move_to(START + timedelta(minutes=minutes), tick=False)
        assert signed_in.get(PAGE).status_code == 200

    time_machine.move_to(START + timedelta(hours=12), tick=False)

    assert signed_in.get(PAGE)["Location"] == SIGN_IN
    assert (Session.objects.count(), UserSession.objects.count()) == (0, 0)


@pytest.mark.parametrize("after", [timedelta(hours=2), timedelta(days=30)])
def test_session_that_no_page_followed_on_ends_too(els, client, time_machine, after):
    """Such as of a script that signs in and puts the cookie aside."""
    client.post("/aanmelden/", {"login": els.email, "password": PASSWORD})
    Session.objects.update(expire_date=START + timedelta(days=60))
    time_machine.move_to(START + after, tick=False)

    assert client.get(PAGE)["Location"] == SIGN_IN


def test_signing_in_over_a_session_starts_its_hours(signed_in, els, time_machine):
    """With a link from the mailbox, which asks nobody to sign out first."""
    later = START + timedelta(minutes=100)
    time_machine.move_to(later, tick=False)
    signed_in.post("/wachtwoord/vergeten/", {"email": els.email})
    link = re.search(r"http://testserver(/wachtwoord/nieuw/\S+)", mail.outbox[-1].body)[1]
    new = {"password1": "nog-een-trede-hoger-dan", "password2": "nog-een-trede-hoger-dan"}

    signed_in.post(signed_in.get(link)["Location"], new)

    assert signed_in.session["began_at"] == later.timestamp()


def test_copy_of_the_cookie_is_worth_nothing_afterwards(signed_in, time_machine):
    thief = Client()
    thief.cookies["session"] = signed_in.cookies["session"].value
    time_machine.move_to(START + timedelta(hours=2), tick=False)
    signed_in.get(PAGE)

    time_machine.move_to(START + timedelta(hours=2, minutes=1), tick=False)

    assert thief.get(PAGE)["Location"] == SIGN_IN


def test_limits_are_settings(signed_in, time_machine, settings):
    settings.SESSION_IDLE_MINUTES = 4
    settings.SESSION_HOURS = 1
    for minutes in range(3, 60, 3):
        time_machine.move_to(START + timedelta(minutes=minutes), tick=False)
        assert signed_in.get(PAGE).status_code == 200

    time_machine.move_to(START + timedelta(minutes=60), tick=False)

    assert signed_in.get(PAGE)["Location"] == SIGN_IN


def test_script_gets_a_401_after_the_limit(signed_in, time_machine):
    time_machine.move_to(START + timedelta(hours=3), tick=False)

    response = signed_in.post(PAGE, {"name": "X"}, headers={"HX-Request": "true"})

    assert (response.status_code, response.content) == (401, b"")


def test_public_page_takes_who_is_over_the_limit_for_a_stranger(signed_in, els, time_machine):
    time_machine.move_to(START + timedelta(hours=3), tick=False)

    signed_in.post("/voorkeuren/", {"language": "en"})

    els.refresh_from_db()
    assert els.language == "nl"


def test_signing_in_again_starts_again(signed_in, els, time_machine):
    later = START + timedelta(hours=13)
    time_machine.move_to(later, tick=False)
    signed_in.post("/aanmelden/", {"login": els.email, "password": PASSWORD})
    signed_in.get(PAGE)

    time_machine.move_to(later + timedelta(minutes=119), tick=False)

    assert signed_in.get(PAGE).status_code == 200


def test_session_of_before_the_limits_gets_its_stamps(els, client, time_machine):
    client.force_login(els)
    assert client.get(PAGE).status_code == 200
    assert client.session["began_at"] == client.session["used_at"] == START.timestamp()

    time_machine.move_to(START + timedelta(hours=2), tick=False)

    assert client.get(PAGE)["Location"] == SIGN_IN


def written_by(client: Client) -> list[str]:
    with CaptureQueriesContext(connection) as queries:
        client.get("/afmelden/")
    statements = (query["sql"].split() for query in queries)
    return sorted({words[1] for words in statements if words[0] == "UPDATE"})


def test_use_is_noted_once_in_five_minutes(signed_in, time_machine):
    """So that nearly every request writes only what it is about."""
    time_machine.move_to(START + timedelta(minutes=4, seconds=59), tick=False)
    assert written_by(signed_in) == []

    time_machine.move_to(START + timedelta(minutes=5), tick=False)

    assert written_by(signed_in) == ['"django_session"', '"usersessions_usersession"']
    assert written_by(signed_in) == []


def test_request_between_two_notes_costs_session_and_person_only(
    signed_in, django_assert_num_queries
):
    with django_assert_num_queries(2):
        signed_in.get("/afmelden/")


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        # The day as it is in Brussels, two hours ahead.
        (START, "2026-05-04"),
        (datetime(2026, 5, 4, 21, 59, tzinfo=UTC), "2026-05-04"),
        (datetime(2026, 5, 4, 22, 0, tzinfo=UTC), "2026-05-05"),
    ],
)
def test_day_of_the_last_visit_is_kept(els, client, time_machine, moment, day):
    time_machine.move_to(moment, tick=False)
    client.force_login(els)

    client.get(PAGE)

    els.refresh_from_db()
    assert str(els.last_seen_on) == day


def test_day_of_the_last_visit_is_written_once_a_day(signed_in, time_machine):
    time_machine.move_to(START + timedelta(minutes=10), tick=False)
    assert '"accounts_user"' not in written_by(signed_in)

    time_machine.move_to(START + timedelta(hours=11), tick=False)

    assert signed_in.get(PAGE)["Location"] == SIGN_IN


def test_session_that_ended_under_way_is_not_brought_back(
    signed_in, els, time_machine, monkeypatch
):
    """Its owner stops it after it was read and before its use is noted."""
    time_machine.move_to(START + timedelta(minutes=10), tick=False)
    original = Session.save

    def ended_first(session: Session, *args, **kwargs) -> None:
        Session.objects.filter(pk=session.pk).delete()
        original(session, *args, **kwargs)

    monkeypatch.setattr(Session, "save", ended_first)

    response = signed_in.get(PAGE)

    assert response["Location"] == SIGN_IN
    assert (Session.objects.count(), UserSession.objects.count()) == (0, 0)


def test_signing_in_clears_away_what_nobody_signed_out_of(signed_in, time_machine):
    assert (Session.objects.count(), UserSession.objects.count()) == (1, 1)
    time_machine.move_to(START + timedelta(hours=13), tick=False)
    bram = UserFactory()
    bram.set_password(PASSWORD)
    bram.save()

    Client().post("/aanmelden/", {"login": bram.email, "password": PASSWORD})

    assert {session.user.email for session in UserSession.objects.all()} != {"els@a.example"}
    assert (Session.objects.count(), UserSession.objects.count()) == (1, 1)


def test_signing_in_clears_away_what_is_over_in_the_cache(els, client, time_machine):
    """A key holds the network address of who guessed, which is kept for a day."""
    cache.set("guesses:203.0.113.7", [1.0], 24 * 60 * 60)
    cache.set("kept", [1.0], 25 * 60 * 60)
    time_machine.move_to(START + timedelta(days=1, seconds=1), tick=False)

    client.post("/aanmelden/", {"login": els.email, "password": PASSWORD})

    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM django_cache")
        keys = " ".join(key for (key,) in cursor.fetchall())
    assert ("203.0.113.7" in keys, "kept" in keys) == (False, True)


@pytest.mark.parametrize("address", ["", "unix:", "unknown"])
def test_visitor_without_a_network_address_signs_in_and_stays_in(els, address):
    """As over a Unix socket without proxy headers."""
    client = Client(REMOTE_ADDR=address)
    wrong = client.post("/aanmelden/", {"login": els.email, "password": "x"})

    right = client.post("/aanmelden/", {"login": els.email, "password": PASSWORD})

    assert (wrong.status_code, right.status_code) == (422, 302)
    assert client.get(PAGE).status_code == 200
    assert UserSession.objects.get().ip == "0.0.0.0"


def test_session_lives_on_where_no_network_address_is_known(signed_in, time_machine):
    time_machine.move_to(START + timedelta(minutes=10), tick=False)

    assert signed_in.get(PAGE, REMOTE_ADDR="").status_code == 200
