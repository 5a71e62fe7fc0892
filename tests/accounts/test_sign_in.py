"""The sign-in pages: closed to new people, silent about who exists."""

import re

import pytest
from django.core import mail
from django.test import Client

from accounts.adapter import display_name
from accounts.models import User
from mvoscan import settings as product_settings
from tests.factories import UserFactory
from tests.page import by_id, main_text, page_of

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


def test_deactivated_person_gets_the_answer_of_a_wrong_password(els, client):
    wrong = sign_in(client, els.email, "verkeerd-wachtwoord")
    User.objects.update(is_active=False)

    right = sign_in(client, els.email)

    assert (right.status_code, main_text(right)) == (wrong.status_code, main_text(wrong))
    assert "_auth_user_id" not in client.session


def test_tries_at_a_deactivated_account_count_though_the_password_is_right(els, client):
    """Otherwise the answer to a sixth try tells that it was."""
    User.objects.update(is_active=False)
    client.cookies["language"] = "en"

    pages = [main_text(sign_in(client, els.email)) for _try in range(6)]

    assert ["went wrong too often" in page for page in pages] == [False] * 5 + [True]


@pytest.mark.parametrize(
    ("url", "form"),
    [
        ("/aanmelden/", {"login": "els@a.example", "password": "verkeerd-wachtwoord"}),
        ("/aanmelden/", {}),
        ("/wachtwoord/vergeten/", {"email": "geen adres"}),
    ],
)
def test_form_with_a_mistake_is_422_with_a_summary(els, client, url, form):
    response = client.post(url, form)

    assert response.status_code == 422
    assert [
        e.get("role") for e in page_of(response).iter("div") if e.get("class") == "errorsum"
    ] == ["alert"]


def test_address_stays_in_the_form_after_a_mistake(els, client):
    response = sign_in(client, els.email, "verkeerd-wachtwoord")

    assert by_id(page_of(response), "id_login").get("value") == els.email


def test_password_is_changed_in_place_and_the_page_says_so(els, client):
    sign_in(client, els.email)
    client.cookies["language"] = "en"
    form = {"oldpassword": PASSWORD, "password1": NEW_PASSWORD, "password2": NEW_PASSWORD}

    response = client.post("/wachtwoord/wijzigen/", form, follow=True)

    assert response.redirect_chain == [("/mijn-gegevens/", 302)]
    assert [str(message) for message in response.context["messages"]] == [
        "Your password is changed. You are signed out everywhere else."
    ]


def test_password_is_stored_with_argon2id(els, settings):
    """The product's own hashers: those of the tests are quick and weak."""
    settings.PASSWORD_HASHERS = product_settings.PASSWORD_HASHERS

    els.set_password(PASSWORD)

    assert els.password.startswith("argon2$argon2id$")
    assert els.check_password(PASSWORD)


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
    assert [page.redirect_chain for page in pages] == [
        [("/wachtwoord/vergeten/verstuurd/", 302)]
    ] * 2
    assert [message.to for message in mail.outbox] == [[els.email], ["niemand@a.example"]]


def test_link_in_the_mail_gives_a_new_password_once_and_lets_in(els, client):
    client.cookies["language"] = "en"
    client.post("/wachtwoord/vergeten/", {"email": els.email})
    link = re.search(r"http://testserver(/wachtwoord/nieuw/\S+)", mail.outbox[0].body)[1]
    form_url = client.get(link)["Location"]
    form = {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD}

    response = client.post(form_url, form)

    els.refresh_from_db()
    assert (response.status_code, response["Location"]) == (302, "/")
    assert client.session["_auth_user_id"] == str(els.pk)
    assert els.check_password(NEW_PASSWORD)
    client.cookies["language"] = "en"
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


@pytest.mark.parametrize("address", ["a@" + 60 * "é" + ".be", "a@\u00ad.be", "a@اa.be"])
def test_link_to_an_address_that_no_mail_can_go_to_is_refused(client, db, address):
    response = client.post("/wachtwoord/vergeten/", {"email": address})

    assert (response.status_code, mail.outbox) == (422, [])


def test_either_spelling_of_a_domain_signs_in_and_gets_the_link(els, client):
    els.email = "els@xn--bcher-kva.example"
    els.save()

    client.post("/wachtwoord/vergeten/", {"email": "Els@Bücher.example"})
    response = sign_in(client, "els@bücher.example")

    assert response.status_code == 302
    (message,) = mail.outbox
    assert (message.to, "/wachtwoord/" in message.body) == ([els.email], True)
