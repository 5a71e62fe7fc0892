"""Where one is signed in, and stopping that: dead on the very next request."""

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client

from accounts.models import User
from tests.factories import UserFactory
from tests.page import main_text, page_of, text_of

URL = "/mijn-gegevens/"
SIGN_IN = "/aanmelden/?next=/mijn-gegevens/"
PASSWORD = "elke-dag-een-trede-hoger"
NEW_PASSWORD = "nog-een-trede-hoger-dan"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0"
SAFARI = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1"
)


@pytest.fixture
def els(db) -> User:
    return person("els@a.example")


def person(email: str) -> User:
    user = UserFactory(email=email, language="en")
    user.set_password(PASSWORD)
    user.save()
    return user


def signed_in(user: User, user_agent: str = FIREFOX) -> Client:
    client = Client(headers={"User-Agent": user_agent})
    client.post("/aanmelden/", {"login": user.email, "password": PASSWORD})
    assert client.get(URL).status_code == 200
    return client


def is_out(client: Client) -> bool:
    return client.get(URL).headers.get("Location") == SIGN_IN


def row_of(client: Client) -> UserSession:
    return UserSession.objects.get(session_key=client.session.session_key)


def places(client: Client) -> list[str]:
    """The words of every place on the page, without its dates."""
    tree = page_of(client.get(URL))
    section = next(e for e in tree.iter("section") if e.get("aria-labelledby") == "places")
    return [text_of(item).partition(" Signed in on")[0] for item in section.iter("li")]


def end(client: Client, session: UserSession):
    return client.post(f"{URL}aanmeldingen/{session.pk}/stoppen/")


def test_list_names_browsers_and_this_one_first(els):
    desk = signed_in(els)
    phone = signed_in(els, SAFARI)
    signed_in(els, "curl/8.5.0")
    signed_in(person("bram@a.example"))

    here = "this browser"
    assert places(desk)[0] == f"Firefox on Windows {here}"
    assert sorted(places(desk)[1:]) == ["An unknown browser", "Safari on iPhone"]
    assert places(phone)[0] == f"Safari on iPhone {here}"


def test_list_shows_no_network_address(els):
    assert "127.0.0.1" not in main_text(signed_in(els).get(URL))


def test_list_says_when(els, time_machine):
    time_machine.move_to("2026-05-04 07:00:00+00:00", tick=False)
    client = signed_in(els)
    time_machine.move_to("2026-05-04 08:30:00+00:00", tick=False)
    client.get(URL)

    page = main_text(client.get(URL))

    assert "Signed in on 4 May 2026. Last used on 4 May at 10.30." in page


def test_ended_session_is_dead_on_the_next_request(els):
    desk, phone = signed_in(els), signed_in(els, SAFARI)

    response = end(desk, row_of(phone))

    assert (response.status_code, response["Location"]) == (302, URL)
    assert is_out(phone)
    assert places(desk) == ["Firefox on Windows this browser"]


def test_ending_the_session_of_this_browser_signs_out(els):
    desk, phone = signed_in(els), signed_in(els, SAFARI)

    response = end(desk, row_of(desk))

    assert response["Location"] == "/aanmelden/"
    assert is_out(desk)
    assert places(phone) == ["Safari on iPhone this browser"]


def test_all_others_end_at_once_and_those_of_others_stay(els):
    desk, phone, laptop = signed_in(els), signed_in(els, SAFARI), signed_in(els, "curl/8.5.0")
    bram = signed_in(person("bram@a.example"))

    response = desk.post(f"{URL}aanmeldingen/stoppen/")

    assert response["Location"] == URL
    assert (is_out(phone), is_out(laptop), is_out(desk), is_out(bram)) == (True, True, False, False)
    assert Session.objects.count() == UserSession.objects.count() == 2


def test_session_of_somebody_else_does_not_exist(els):
    desk, bram = signed_in(els), signed_in(person("bram@a.example"))

    response = end(desk, row_of(bram))

    assert response.status_code == 404
    assert not is_out(bram)


@pytest.mark.parametrize("number", [0, 10**30])
def test_session_that_nobody_has_does_not_exist(els, number):
    desk = signed_in(els)

    assert desk.post(f"{URL}aanmeldingen/{number}/stoppen/").status_code == 404


def test_button_for_all_others_stands_only_where_there_are_others(els):
    desk = signed_in(els)
    assert "Sign out everywhere else" not in main_text(desk.get(URL))

    signed_in(els, SAFARI)

    assert "Sign out everywhere else" in main_text(desk.get(URL))


def test_new_password_ends_every_other_session(els):
    desk, phone = signed_in(els), signed_in(els, SAFARI)
    form = {"oldpassword": PASSWORD, "password1": NEW_PASSWORD, "password2": NEW_PASSWORD}

    desk.post("/wachtwoord/wijzigen/", form)

    assert places(desk) == ["Firefox on Windows this browser"]
    assert UserSession.objects.count() == 1
    assert is_out(phone)


def test_signing_out_leaves_no_trace(els):
    desk = signed_in(els)

    desk.post("/afmelden/")

    assert Session.objects.count() == UserSession.objects.count() == 0


def test_session_over_its_limit_is_not_in_the_list(els, time_machine):
    time_machine.move_to("2026-05-04 07:00:00+00:00", tick=False)
    signed_in(els, SAFARI)
    time_machine.move_to("2026-05-04 09:00:00+00:00", tick=False)

    assert places(signed_in(els)) == ["Firefox on Windows this browser"]
    assert UserSession.objects.count() == 1


def test_session_of_before_the_list_joins_it_when_used(els, client):
    client.force_login(els)
    client.cookies["language"] = "en"

    assert places(client) == ["An unknown browser this browser"]


def test_markup_in_the_name_of_a_browser_stays_text(els):
    page = signed_in(els, "<script>alert(1)</script> Firefox/1.0").get(URL)

    assert b"<script>alert" not in page.content


@pytest.mark.parametrize("others", [1, 3])
def test_list_costs_as_much_for_one_as_for_three(els, others, django_assert_num_queries):
    desk = signed_in(els)
    for _number in range(others):
        signed_in(els, SAFARI)

    with django_assert_num_queries(5):
        desk.get(URL)
