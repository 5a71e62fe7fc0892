"""Nobody finds out who has an account, by text, status or time (promise 17)."""

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from tests.factories import UserFactory
from tests.page import links, main_text, page_of

PASSWORD = "elke-dag-een-trede-hoger"
NOBODY = "niemand@a.example"


class CountingHasher(MD5PasswordHasher):
    """Counts how often a password is really hashed: with Argon2id that is what one can time."""

    algorithm = "counting"
    hashed = 0

    def encode(self, password: str, salt: str) -> str:
        type(self).hashed += 1
        return super().encode(password, salt)


@pytest.fixture(autouse=True)
def _counting(settings) -> None:
    settings.PASSWORD_HASHERS = [f"{__name__}.CountingHasher"]


@pytest.fixture
def els(db) -> User:
    user = UserFactory(email="els@a.example")
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def without_password(db) -> User:
    user = UserFactory(email="noor@a.example")
    user.set_unusable_password()
    user.save()
    return user


def hashes_of_a_try(email: str, password: str) -> int:
    before = CountingHasher.hashed
    Client().post("/aanmelden/", {"login": email, "password": password})
    return CountingHasher.hashed - before


def test_every_refused_try_hashes_once(els, without_password):
    deactivated = UserFactory(email="oud@a.example", is_active=False, password=els.password)

    hashed = {
        email: hashes_of_a_try(email, password)
        for email, password in [
            (els.email, "verkeerd-wachtwoord"),
            (NOBODY, "verkeerd-wachtwoord"),
            (without_password.email, "verkeerd-wachtwoord"),
            (deactivated.email, PASSWORD),
        ]
    }

    assert hashed == dict.fromkeys(hashed, 1)


def test_try_too_many_hashes_nothing_for_anybody(els):
    for _number in range(5):
        hashes_of_a_try(els.email, "verkeerd-wachtwoord")
        hashes_of_a_try(NOBODY, "verkeerd-wachtwoord")

    assert hashes_of_a_try(els.email, PASSWORD) == hashes_of_a_try(NOBODY, PASSWORD) == 0


def answer(url: str, form: dict[str, str]) -> tuple[int, str, dict[str, str]]:
    """What the answer shows: status, words, and the cookies with their values' length."""
    client = Client()
    response = client.post(url, form, follow=True)
    cookies = {name: len(cookie.value) for name, cookie in client.cookies.items()}
    return response.status_code, main_text(response), cookies


def test_refused_tries_give_one_answer(els, without_password):
    UserFactory(email="oud@a.example", is_active=False, password=els.password)
    tries = [
        (els.email, "verkeerd-wachtwoord"),
        (NOBODY, PASSWORD),
        (without_password.email, PASSWORD),
        ("oud@a.example", PASSWORD),
    ]

    answers = [answer("/aanmelden/", {"login": mail, "password": word}) for mail, word in tries]

    assert answers == [answers[0]] * 4
    assert answers[0][0] == 422


def test_forgotten_password_gives_one_answer_and_one_mail_to_everybody(els):
    UserFactory(email="oud@a.example", is_active=False)
    addresses = [els.email, NOBODY, "oud@a.example"]

    answers = [answer("/wachtwoord/vergeten/", {"email": address}) for address in addresses]

    assert answers == [answers[0]] * 3
    assert [message.to for message in mail.outbox] == [[address] for address in addresses]


@pytest.mark.parametrize("address", ["niemand@a.example", "oud@a.example"])
def test_mail_to_who_has_no_access_holds_no_link_to_a_new_password(db, address):
    UserFactory(email="oud@a.example", is_active=False)

    Client().post("/wachtwoord/vergeten/", {"email": address})

    assert "/wachtwoord/nieuw/" not in mail.outbox[0].body


def test_too_many_requests_for_a_new_password_are_refused_alike(els):
    url = "/wachtwoord/vergeten/"
    statuses = {
        email: [Client().post(url, {"email": email}).status_code for _number in range(6)]
        for email in (els.email, NOBODY)
    }

    assert statuses == dict.fromkeys(statuses, [302] * 5 + [429])
    assert len(mail.outbox) == 10


def test_dead_mail_server_is_said_alike_to_everybody(els, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    answers = [
        Client().post("/wachtwoord/vergeten/", {"email": email})
        for email in (els.email, "niemand@a.example")
    ]

    assert [answer.status_code for answer in answers] == [503, 503]
    assert main_text(answers[0]) == main_text(answers[1])
    assert links(page_of(answers[0])).count("/wachtwoord/vergeten/") == 1


def test_page_of_too_many_requests_is_one_of_the_house(els):
    client = Client()
    client.cookies["language"] = "en"
    for _number in range(5):
        client.post("/wachtwoord/vergeten/", {"email": els.email})

    response = client.post("/wachtwoord/vergeten/", {"email": els.email})

    assert "Wait a moment" in main_text(response)


def test_closed_registration_looks_up_nobody(els):
    forms = [{"email": address, "password1": PASSWORD} for address in (els.email, NOBODY)]
    with CaptureQueriesContext(connection) as queries:
        answers = [answer("/registreren/", form) for form in forms]

    assert answers[0] == answers[1]
    assert [query["sql"] for query in queries if "accounts_user" in query["sql"]] == []
