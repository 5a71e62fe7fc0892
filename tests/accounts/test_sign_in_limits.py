"""Guessing is slowed down; the owner of the account is never locked out by it (promise 17)."""

import re

import pytest
from django.core import mail, signing
from django.core.cache import caches
from django.db import connection
from django.test import Client

from accounts.cookies import A_YEAR
from accounts.models import User
from accounts.sign_in_limits import SALT, _proof
from tests.factories import UserFactory
from tests.page import main_text

PASSWORD = "elke-dag-een-trede-hoger"
WRONG = "verkeerd-wachtwoord"
TOO_OFTEN = "This went wrong too often."


def person(email: str) -> User:
    user = UserFactory(email=email)
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def els(db) -> User:
    return person("els@a.example")


@pytest.fixture
def bram(db) -> User:
    return person("bram@a.example")


def browser(device: str = "") -> Client:
    client = Client()
    client.cookies["language"] = "en"
    if device:
        client.cookies["device"] = device
    return client


def attempt(
    client: Client, email: str, password: str = WRONG, *, address: str = "192.0.2.1", **headers: str
) -> str:
    """What one try comes to: "in", "wrong" or "too often"."""
    form = {"login": email, "password": password}
    response = client.post("/aanmelden/", form, REMOTE_ADDR=address, headers=headers)
    if response.status_code == 302:
        return "in"
    assert response.status_code == 422
    return "too often" if TOO_OFTEN in main_text(response) else "wrong"


def device_of(user: User) -> str:
    """The cookie of a browser on which this person signed in."""
    client = browser()
    assert attempt(client, user.email, PASSWORD, address="198.51.100.1") == "in"
    return client.cookies["device"].value


def attack(email: str, tries: int, device: str = "") -> list[str]:
    """From another address every time."""
    return [
        attempt(browser(device), email, address=f"203.0.113.{number}") for number in range(tries)
    ]


def test_sixth_wrong_try_at_an_account_is_not_looked_at(els):
    tries = attack(els.email, 30)

    assert tries == ["wrong"] * 5 + ["too often"] * 25
    assert attempt(browser(), els.email, PASSWORD, address="203.0.113.99") == "too often"


def test_unknown_address_is_limited_in_the_same_way(db):
    assert attack("niemand@a.example", 7) == ["wrong"] * 5 + ["too often"] * 2


def test_owner_gets_in_on_a_known_browser_during_an_attack(els):
    device = device_of(els)
    attack(els.email, 30)

    assert attempt(browser(device), els.email, PASSWORD, address="198.51.100.1") == "in"


def test_owner_gets_in_beside_the_attacker_behind_one_address(els):
    device = device_of(els)
    tries = [attempt(browser(), f"mens{number}@a.example") for number in range(25)]
    assert tries == ["wrong"] * 20 + ["too often"] * 5

    assert attempt(browser(), els.email, PASSWORD) == "too often"
    assert attempt(browser(device), els.email, PASSWORD) == "in"


def test_owner_gets_in_with_a_link_on_a_new_browser_during_an_attack(els):
    attack(els.email, 30)
    client = browser()
    client.post("/wachtwoord/vergeten/", {"email": els.email})
    link = re.search(r"http://testserver(/wachtwoord/nieuw/\S+)", mail.outbox[-1].body)[1]
    new = {"password1": "nog-een-trede-hoger-dan", "password2": "nog-een-trede-hoger-dan"}

    response = client.post(client.get(link)["Location"], new)

    assert response["Location"] == "/"
    assert client.session["_auth_user_id"] == str(els.pk)
    again = browser(client.cookies["device"].value)
    assert attempt(again, els.email, "nog-een-trede-hoger-dan") == "in"


def test_stolen_cookie_has_few_tries_however_many_share_it(els):
    device = device_of(els)

    tries = attack(els.email, 30, device)

    assert tries == ["wrong"] * 10 + ["too often"] * 20


def test_stolen_cookie_takes_no_tries_from_the_account(els):
    """And the tries of others take none from the cookie: the buckets are apart."""
    attack(els.email, 30, device_of(els))

    assert attack(els.email, 6) == ["wrong"] * 5 + ["too often"]


def test_success_on_a_known_browser_keeps_its_bucket(els):
    """Or somebody who knows one password would get a fresh bucket with every sign-in."""
    device = device_of(els)
    attack(els.email, 9, device)
    client = browser(device)
    assert attempt(client, els.email, PASSWORD) == "in"

    again = client.cookies["device"].value

    assert attack(els.email, 2, again) == ["wrong", "too often"]


def test_cookie_of_somebody_else_gains_nothing(els, bram):
    assert attack(els.email, 7, device_of(bram)) == ["wrong"] * 5 + ["too often"] * 2


def unsigned(user: User) -> str:
    return f'["{user.pk}", "x"]'


FORGED = [
    unsigned,
    lambda user: signing.dumps([user.pk, "x"]),  # signed for something else
    lambda user: signing.dumps([user.pk, "x", _proof(user)], key="another key", salt=SALT),
    lambda user: signing.dumps([user.pk, "x"], salt=SALT),  # of before the password counted
    lambda user: signing.dumps([user.pk, "x", ""], salt=SALT),
    lambda user: device_of(user)[:-1] + "?",
    lambda user: "x" * 4000,
    lambda user: ":" * 10,
]


@pytest.mark.parametrize("forge", FORGED)
def test_forged_cookie_gains_nothing(els, forge):
    assert attack(els.email, 7, forge(els)) == ["wrong"] * 5 + ["too often"] * 2


def test_cookie_ends_with_the_password(els):
    """Who took it keeps no tries beside those of the account."""
    device = device_of(els)
    els.set_password("nog-een-trede-hoger-dan")
    els.save()

    assert attack(els.email, 7, device) == ["wrong"] * 5 + ["too often"] * 2


def test_owner_who_changes_the_password_stays_known(els):
    client = browser()
    attempt(client, els.email, PASSWORD)
    new = {"password1": "nog-een-trede-hoger-dan", "password2": "nog-een-trede-hoger-dan"}

    client.post("/wachtwoord/wijzigen/", {"oldpassword": PASSWORD, **new})

    attack(els.email, 30)
    again = browser(client.cookies["device"].value)
    assert attempt(again, els.email, new["password1"]) == "in"


def test_mistake_in_a_new_password_gives_no_other_cookie(els):
    client = browser()
    attempt(client, els.email, PASSWORD)
    before = client.cookies["device"].value

    response = client.post("/wachtwoord/wijzigen/", {"oldpassword": WRONG})

    assert (response.status_code, client.cookies["device"].value) == (422, before)


def test_cookie_of_more_than_a_year_ago_gains_nothing(els, time_machine):
    time_machine.move_to("2025-05-04 09:00:00+00:00", tick=False)
    device = device_of(els)

    time_machine.move_to("2026-05-04 09:00:01+00:00", tick=False)

    assert attack(els.email, 6, device) == ["wrong"] * 5 + ["too often"]


def test_cookie_is_out_of_reach_of_scripts_and_says_no_address(els):
    client = browser()
    attempt(client, els.email, PASSWORD)

    cookie = client.cookies["device"]

    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
    assert (cookie["domain"], cookie["max-age"]) == ("", A_YEAR)
    assert "els" not in str(signing.loads(cookie.value, salt=SALT))


def test_wrong_password_gives_no_cookie(els):
    client = browser()

    attempt(client, els.email)

    assert "device" not in client.cookies


@pytest.mark.parametrize("variant", ["ELS@A.EXAMPLE", " els@a.example", "Els@a.Example "])
def test_other_spelling_of_the_address_is_the_same_account(els, variant):
    attack(els.email, 5)

    assert attempt(browser(), variant) == "too often"


def test_other_port_in_the_host_header_gives_no_more_tries(els):
    attack(els.email, 5)

    assert attempt(browser(), els.email, Host="testserver:8001") == "too often"


def test_right_passwords_do_not_count(els):
    tries = [attempt(browser(), els.email, PASSWORD) for _number in range(25)]

    assert tries == ["in"] * 25


def test_tries_come_back_after_five_minutes(els, time_machine):
    time_machine.move_to("2026-05-04 09:00:00+00:00", tick=False)
    attack(els.email, 6)

    time_machine.move_to("2026-05-04 09:05:01+00:00", tick=False)

    assert attempt(browser(), els.email, PASSWORD) == "in"


def test_patient_attacker_has_fifty_tries_a_day(els, time_machine):
    tries = []
    for minutes in range(0, 6 * 60, 6):
        time_machine.move_to(
            f"2026-05-04 {minutes // 60:02}:{minutes % 60:02}:00+00:00", tick=False
        )
        tries += [attempt(browser(), els.email, address=f"203.0.113.{minutes // 6}")]

    assert (tries.count("wrong"), tries.count("too often")) == (50, 10)


def test_limits_stand_in_the_database_for_all_processes(els):
    """The memory of one process would give an attacker a bucket in each."""
    attack(els.email, 5)

    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM django_cache")
        keys = {key for (key,) in cursor.fetchall()}

    limits = [key for key in keys if "login_failed" in key and "5/300" in key]
    assert len(limits) == 1
    elsewhere = caches.create_connection("default")
    assert len(elsewhere.get(limits[0].split(":", 2)[2])) == 5


def test_guessing_at_many_addresses_pushes_no_limit_out(els):
    attack(els.email, 5)
    cache = caches["default"]
    for number in range(400):
        cache.set(f"allauth:rl:allauth.account:login_failed:x{number}", [1.0], 300)

    assert attempt(browser(), els.email) == "too often"
