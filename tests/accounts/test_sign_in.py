"""The sign-in pages: closed to new people, silent about who exists."""

import re

import pytest
from django.core import mail
from django.test import Client

from accounts.adapter import display_name
from accounts.models import User
from tests.factories import UserFactory
from tests.page import main_text

PASSWORD = "een-lang-wachtwoord"
NEW_PASSWORD = "nog-een-lang-wachtwoord"


@pytest.fixture
def els(db) -> User:
    user = UserFactory(name="Els Peeters", email="els@a.example")
    user.set_password(PASSWORD)
    user.save()
    return user


def sign_in(client: Client, email: str, password: str = PASSWORD):
    return client.post("/aanmelden/", {"login": email, "password": password})


@pytest.mark.parametrize("email", ["els@a.example", "ELS@A.EXAMPLE", " els@a.example "])
def test_sign_in_takes_the_address_in_any_case(els, client, email):
    response = sign_in(client, email)

    assert (response.status_code, response["Location"]) == (302, "/")
    assert client.session["_auth_user_id"] == str(els.pk)


def test_sign_in_gives_a_new_session(els, client):
    client.get("/aanmelden/")
    client.post("/voorkeuren/", {"theme": "dark"})
    before = client.session.session_key

    sign_in(client, els.email)

    assert client.session.session_key != before


def test_wrong_password_and_unknown_address_look_the_same(els, client):
    pages = [
        main_text(sign_in(client, els.email, "verkeerd-wachtwoord")),
        main_text(sign_in(client, "niemand@a.example")),
    ]

    assert pages[0] == pages[1]
    assert "_auth_user_id" not in client.session


def test_deactivated_person_does_not_get_in(els, client):
    els.is_active = False
    els.save()

    sign_in(client, els.email)

    assert "_auth_user_id" not in client.session


@pytest.mark.django_db
def test_person_without_password_does_not_get_in(client):
    user = UserFactory()
    user.set_unusable_password()
    user.save()

    for password in ("", "!", user.password):
        sign_in(client, user.email, password)

    assert "_auth_user_id" not in client.session


def test_signing_in_and_out_says_nothing_extra(els, client):
    sign_in(client, els.email)

    client.post("/afmelden/")

    assert list(client.get("/aanmelden/").context["messages"]) == []
    assert "_auth_user_id" not in client.session


def test_other_messages_are_shown(els, client):
    sign_in(client, els.email)
    form = {"oldpassword": PASSWORD, "password1": NEW_PASSWORD, "password2": NEW_PASSWORD}

    response = client.post("/wachtwoord/wijzigen/", form, follow=True)

    assert len(list(response.context["messages"])) == 1
    els.refresh_from_db()
    assert els.check_password(NEW_PASSWORD)


@pytest.mark.django_db
def test_nobody_signs_up(client):
    client.cookies["language"] = "en"
    form = {"email": "nieuw@a.example", "password1": PASSWORD, "password2": PASSWORD}

    pages = [client.get("/registreren/"), client.post("/registreren/", form)]

    assert ["You cannot make an account yourself" in main_text(page) for page in pages] == [
        True,
        True,
    ]
    assert User.objects.count() == 0


def test_forgotten_password_says_the_same_to_everybody(els, client):
    pages = [
        client.post("/wachtwoord/vergeten/", {"email": email}, follow=True)
        for email in (els.email, "niemand@a.example")
    ]

    assert main_text(pages[0]) == main_text(pages[1])
    assert [message.to for message in mail.outbox] == [[els.email]]


def test_link_in_the_mail_gives_a_new_password_once(els, client):
    client.cookies["language"] = "en"
    client.post("/wachtwoord/vergeten/", {"email": els.email})
    link = re.search(r"http://testserver(/wachtwoord/nieuw/\S+)", mail.outbox[0].body)[1]
    form_url = client.get(link)["Location"]
    form = {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD}

    response = client.post(form_url, form)

    els.refresh_from_db()
    assert response["Location"] == "/wachtwoord/nieuw/bewaard/"
    assert els.check_password(NEW_PASSWORD)
    assert "This link no longer works" in main_text(client.get(link))


@pytest.mark.parametrize("password", ["kort", "123456789012", "1qaz2wsx3edc", "els-peeters1"])
def test_weak_password_is_refused(els, client, password):
    sign_in(client, els.email)

    response = client.post(
        "/wachtwoord/wijzigen/",
        {"oldpassword": PASSWORD, "password1": password, "password2": password},
    )

    els.refresh_from_db()
    assert response.context["form"].errors.keys() >= {"password1"}
    assert els.check_password(PASSWORD)


def test_guessing_is_slowed_down(els, client):
    """The sixth wrong try gets no answer about the password, not even with the right one."""
    for _try in range(5):
        sign_in(client, els.email, "verkeerd-wachtwoord")

    sign_in(client, els.email)

    assert "_auth_user_id" not in client.session


def test_person_is_called_by_name(els):
    assert display_name(els) == "Els Peeters"
