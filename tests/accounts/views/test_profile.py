"""Somebody's own name, language, organisations and password."""

import pytest
from django.test import Client

from accounts.models import Role, User
from tests.factories import MembershipFactory, UserFactory
from tests.page import by_id, links, main_text, page_of, text_of

URL = "/mijn-gegevens/"


@pytest.fixture
def els(db) -> User:
    return UserFactory(name="Els Peeters", email="els@a.example")


@pytest.fixture
def browser(els) -> Client:
    client = Client()
    client.force_login(els)
    client.cookies["language"] = "en"
    return client


def test_profile_shows_name_language_and_address(browser):
    tree = page_of(browser.get(URL))

    assert by_id(tree, "id_name").get("value") == "Els Peeters"
    assert [e.get("value") for e in tree.iter("input") if e.get("checked") is not None] == ["nl"]
    assert "You sign in with els@a.example." in main_text(browser.get(URL))


def test_name_and_language_are_saved_and_the_page_follows_at_once(browser, els):
    response = browser.post(URL, {"name": "  Els   Claes ", "language": "nl"}, follow=True)

    els.refresh_from_db()
    assert (els.name, els.language) == ("Els Claes", "nl")
    assert response.redirect_chain == [(URL, 302)]
    assert page_of(response).get("lang") == "nl"
    assert len(list(response.context["messages"])) == 1


def test_message_is_in_the_language_that_was_chosen(browser):
    browser.cookies["language"] = "nl"

    response = browser.post(URL, {"name": "Els", "language": "en"}, follow=True)

    assert [str(message) for message in response.context["messages"]] == ["Your details are saved."]


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"name": "", "language": "en"}, "name"),
        ({"name": "   ", "language": "en"}, "name"),
        ({"name": "x" * 151, "language": "en"}, "name"),
        ({"name": "Els\nBcc: iedereen@a.example", "language": "en"}, "name"),
        ({"name": "Els", "language": "fr"}, "language"),
        ({"name": "Els"}, "language"),
    ],
)
def test_mistake_is_refused_and_changes_nothing(browser, els, form, field):
    response = browser.post(URL, form)

    els.refresh_from_db()
    assert (response.status_code, set(response.context["form"].errors)) == (422, {field})
    assert (els.name, els.language) == ("Els Peeters", "nl")
    assert "language" not in response.cookies


def test_what_was_typed_stays_after_a_mistake(browser):
    tree = page_of(browser.post(URL, {"name": "x" * 151, "language": "en"}))

    assert by_id(tree, "id_name").get("value") == "x" * 151
    assert "Els Peeters" in text_of(next(tree.iter("header")))


def test_organisations_lead_to_their_people_and_to_leaving(browser, els):
    coordinated = MembershipFactory(user=els, organisation__name="Aalbeke")
    read = MembershipFactory(user=els, organisation__name="Bevere", role=Role.READER)
    MembershipFactory(organisation__name="Van een ander")

    response = browser.get(URL)

    found = [link for link in links(page_of(response)) if "/besturen/" in link]
    assert found == [
        f"/besturen/{membership.organisation_id}/{page}/"
        for membership in (coordinated, read)
        for page in ("mensen", "vertrekken")
    ]
    assert "Aalbeke Your role: MVO coordinator" in main_text(response)
    assert "Van een ander" not in main_text(response)


def test_who_has_no_organisation_sees_no_empty_part(browser):
    assert "My organisations" not in main_text(browser.get(URL))


@pytest.mark.parametrize("organisations", [1, 3])
def test_profile_costs_as_much_for_one_organisation_as_for_three(
    browser, els, organisations, django_assert_num_queries
):
    MembershipFactory.create_batch(organisations, user=els)
    browser.get(URL)

    with django_assert_num_queries(5):
        browser.get(URL)


def test_footer_switch_is_kept_with_the_person(browser, els):
    browser.post("/voorkeuren/", {"language": "en"})

    els.refresh_from_db()
    assert els.language == "en"


def test_footer_switch_of_a_stranger_changes_nobody(els, client):
    client.post("/voorkeuren/", {"language": "en"})

    els.refresh_from_db()
    assert els.language == "nl"


@pytest.mark.parametrize(
    ("kept", "chosen", "after"),
    [("en", None, "en"), ("nl", "en", "en"), ("en", "nl", "nl"), ("en", "xx", "en")],
)
def test_language_chosen_in_this_browser_goes_before_that_of_the_person(
    els, client, kept, chosen, after
):
    """Also when it was chosen on the sign-in page a moment ago; the mails follow."""
    els.language = kept
    els.set_password("elke-dag-een-trede-hoger")
    els.save()
    if chosen:
        client.cookies["language"] = chosen

    form = {"login": els.email, "password": "elke-dag-een-trede-hoger"}
    response = client.post("/aanmelden/", form, follow=True)

    assert page_of(response).get("lang") == after
    els.refresh_from_db()
    assert els.language == after


def test_who_signs_in_without_a_choice_and_reads_dutch_gets_no_cookie_for_it(els, client):
    els.set_password("elke-dag-een-trede-hoger")
    els.save()

    client.post("/aanmelden/", {"login": els.email, "password": "elke-dag-een-trede-hoger"})

    assert "_auth_user_id" in client.session
    assert "language" not in client.cookies


def test_menu_leads_to_the_profile_and_the_profile_to_the_password(browser):
    assert URL in links(page_of(browser.get("/")))
    assert "/wachtwoord/wijzigen/" in links(page_of(browser.get(URL)))
