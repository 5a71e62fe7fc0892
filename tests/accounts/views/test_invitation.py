"""The page behind the link of an invitation."""

from datetime import timedelta

import pytest
from django.test import Client

from accounts.models import Invitation, Role, User
from tests.accounts.invited import NOW, PASSWORD, account, invited
from tests.accounts.views.invitation_page import EMAIL, FILLED_IN, browser, url
from tests.factories import DepartmentFactory, OrganisationFactory, UserFactory
from tests.page import by_id, links, main_text, page_of
from tests.world import domain_hash

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def organisation():
    return OrganisationFactory(name="Gemeente Aalbeke")


# --- what works


def test_new_person_reads_who_asks_what(organisation):
    department = DepartmentFactory(organisation=organisation, name="Technische dienst")
    els = UserFactory(name="Els Peeters")
    _invitation, token = invited(
        organisation=organisation,
        email=EMAIL,
        name="Koen De Wilde",
        department=department,
        created_by=els,
    )

    response = browser().get(url(token))

    text = main_text(response)
    assert response.status_code == 200
    assert "Gemeente Aalbeke invites you Els Peeters asks you" in text
    assert "Contributor. Fills in the scans together with colleagues" in text
    assert "Department Technische dienst" in text
    assert "You can accept until Monday 11 May at 10.30." in text
    page = page_of(response)
    assert by_id(page, "id_name").get("value") == "Koen De Wilde"
    address = by_id(page, "id_email")
    assert (address.get("value"), address.get("autocomplete")) == (EMAIL, "username")
    assert (address.get("readonly"), address.get("name")) == ("", None)
    assert by_id(page, "id_password").get("autocomplete") == "new-password"


def test_page_is_never_kept(organisation):
    _invitation, token = invited(email=EMAIL)

    responses = [browser().get(url(token)), browser().get(url("x"))]

    assert ["no-store" in response["Cache-Control"] for response in responses] == [True, True]


def test_accepting_makes_a_member_and_signs_in_with_a_new_session(organisation):
    _invitation, token = invited(organisation=organisation, email=EMAIL, role=Role.READER)
    client = browser()
    client.post("/voorkeuren/", {"theme": "dark"})
    client.get(url(token))
    before = client.session.session_key

    response = client.post(url(token), FILLED_IN, follow=True)

    koen = User.objects.get(email=EMAIL)
    assert response.redirect_chain == [("/", 302)]
    assert client.session["_auth_user_id"] == str(koen.pk)
    assert client.session.session_key != before
    assert koen.memberships.get().role == Role.READER
    assert koen.check_password(PASSWORD)


def test_accepting_says_where_one_is_now(organisation):
    _invitation, token = invited(organisation=organisation, email=EMAIL, language="en")

    response = browser().post(url(token), FILLED_IN, follow=True)

    assert "You now take part for Gemeente Aalbeke." in main_text(response)


def test_accepting_uses_no_other_address_role_or_organisation_than_that_of_the_invitation():
    invitation, token = invited(email=EMAIL, role=Role.READER)
    other = OrganisationFactory()
    forged = {
        "email": "ander@b.example",
        "role": "coordinator",
        "organisation": other.pk,
        "organisation_id": other.pk,
        "is_staff": "1",
        "is_superuser": "on",
    }

    browser().post(url(token), {**FILLED_IN, **forged})

    koen = User.objects.get(email=EMAIL)
    membership = koen.memberships.get()
    assert (membership.organisation, membership.role) == (invitation.organisation, Role.READER)
    assert (koen.is_staff, koen.is_superuser) == (False, False)
    assert not User.objects.filter(email="ander@b.example").exists()


def test_account_with_password_is_asked_to_sign_in_and_comes_back():
    account(EMAIL)
    _invitation, token = invited(email=EMAIL)
    client = browser()

    response = client.get(url(token))

    (to_sign_in,) = [found for found in links(page_of(response)) if "aanmelden" in found]
    assert to_sign_in == f"/aanmelden/?next={url(token)}"
    assert "password" not in {found.get("type") for found in page_of(response).iter("input")}
    client.post(to_sign_in, {"login": EMAIL, "password": PASSWORD, "next": url(token)})
    assert "Accept the invitation" in main_text(client.get(url(token)))


def test_signed_in_person_accepts_with_one_button(organisation):
    koen = account(EMAIL)
    _invitation, token = invited(organisation=organisation, email=EMAIL)
    client = browser(koen)

    response = client.post(url(token), follow=True)

    assert response.redirect_chain == [("/", 302)]
    assert "You now take part for Gemeente Aalbeke." in main_text(response)
    assert koen.memberships.get().organisation == organisation


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({}, "Check 2 fields"),
        ({**FILLED_IN, "name": "Koen\nBcc: x@b.example"}, "Write this on one line."),
        ({**FILLED_IN, "password": "kort"}, "at least 12 characters"),
        ({**FILLED_IN, "password": "koen.de.wilde"}, "Check 1 field"),
        ({**FILLED_IN, "password": "gemeente aalbeke 2026"}, "Check 1 field"),
    ],
)
def test_weak_password_or_wrong_name_is_refused_with_what_was_typed(organisation, data, message):
    _invitation, token = invited(organisation=organisation, email=EMAIL)
    before = domain_hash()

    response = browser().post(url(token), data)

    assert response.status_code == 422
    assert message in main_text(response)
    assert by_id(page_of(response), "id_password").get("value") is None
    assert domain_hash() == before


def test_page_speaks_the_language_of_the_mail_to_who_chose_none():
    _invitation, token = invited(email=EMAIL, language="en")
    client = Client()

    response = client.get(url(token))

    assert response["Content-Language"] == "en"
    assert next(page_of(response).iter("html")).get("lang") == "en"
    assert "Choose a password" in main_text(response)
    assert "language" not in client.cookies


def test_page_speaks_the_language_that_was_chosen_in_this_browser():
    _invitation, token = invited(email=EMAIL, language="nl")

    assert browser().get(url(token))["Content-Language"] == "en"


def test_who_accepts_an_english_invitation_goes_on_in_english():
    _invitation, token = invited(email=EMAIL, language="en")
    client = Client()

    response = client.post(url(token), FILLED_IN, follow=True)

    assert response["Content-Language"] == "en"
    assert "You now take part for" in main_text(response)


# --- opened


def test_opening_is_noted_once_and_only_for_a_link_that_works(time_machine):
    invitation, token = invited(email=EMAIL)

    browser().head(url(token))
    assert Invitation.objects.get().opened_at is None
    browser().get(url(token))
    time_machine.move_to(NOW + timedelta(hours=1))
    browser().get(url(token))

    invitation.refresh_from_db()
    assert invitation.opened_at == NOW
    assert invitation.accepted_at is None
