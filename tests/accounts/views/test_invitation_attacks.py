"""Everything that must not work with the link of an invitation, or with half of one."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from accounts.actions.invitations import revoke_invitation
from accounts.actions.sending import send_invitations
from accounts.models import Invitation, User
from tests.accounts.invited import NOW, PASSWORD, account, invited, link
from tests.accounts.views.invitation_page import EMAIL, FILLED_IN, NEUTRAL, browser, url
from tests.factories import MembershipFactory, UserFactory
from tests.page import main_text
from tests.world import domain_hash

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def used():
    return invited(email=EMAIL, accepted_at=NOW)[1]


def withdrawn():
    return invited(email=EMAIL, revoked_at=NOW)[1]


def expired():
    return invited(email=EMAIL, expires_at=NOW)[1]


def altered():
    token = invited(email=EMAIL)[1]
    return token[:-1] + ("a" if token[-1] != "a" else "b")


def cut_off():
    return invited(email=EMAIL)[1][:-1]


def in_small_letters():
    return invited(email=EMAIL)[1].lower()


def its_hash():
    return invited(email=EMAIL)[0].token_hash


def unknown():
    return "x" * 43


def no_text():
    return "%00%ff%F0%9F%92%A9"


def very_long():
    return "x" * 3000


def coordinator_of(invitation: Invitation) -> User:
    return MembershipFactory(organisation=invitation.organisation).user


def sent_again():
    invitation, token = invited(email=EMAIL)
    send_invitations(invitations=[invitation], by=coordinator_of(invitation), at=NOW, link=link)
    return token


def for_a_deactivated_account():
    account("weg@a.example", is_active=False)
    return invited(email="weg@a.example")[1]


def for_a_deactivated_account_without_password():
    account("weg@a.example", password=None, is_active=False)
    return invited(email="weg@a.example")[1]


def for_somebody_else():
    account("ander@a.example")
    return invited(email="ander@a.example")[1]


LINKS = [
    used,
    withdrawn,
    expired,
    altered,
    cut_off,
    in_small_letters,
    its_hash,
    unknown,
    no_text,
    very_long,
    sent_again,
    for_a_deactivated_account,
    for_a_deactivated_account_without_password,
]
# Anonymous people may open this one: they are asked to sign in. They may not post.
LINKS_OF_OTHERS = [*LINKS, for_somebody_else]


def nobody():
    return None


def invited_person():
    """Signed in with the very account of the address."""
    return account(EMAIL)


def coordinator():
    return MembershipFactory().user


def superuser():
    return UserFactory(is_staff=True, is_superuser=True)


def body(response) -> str:
    """Without what differs at every visit, and without what the visitor typed in the address."""
    text = response.content.decode().replace(response.wsgi_request.get_full_path(), "PATH")
    return re.sub(r'(name="csrfmiddlewaretoken" value=)"\w+"', r"\1", text)


def headers(response) -> dict[str, str]:
    """Without the length, which counts the address that was typed."""
    return {name: text for name, text in response.headers.items() if name != "Content-Length"}


CASES = [
    *((nobody, "get", case) for case in LINKS),
    *((nobody, "post", case) for case in LINKS_OF_OTHERS),
    *(
        (viewer, method, case)
        for viewer in (invited_person, coordinator, superuser)
        for method in ("get", "post")
        for case in LINKS_OF_OTHERS
    ),
]


@pytest.mark.parametrize(("viewer", "method", "case"), CASES)
def test_every_failing_case_shows_one_page_and_changes_nothing(viewer, method, case):
    client = browser(viewer())
    token = case()
    neutral = client.get(url("nooit-verstuurd"))
    before = domain_hash(), Session.objects.count()

    response = getattr(client, method)(url(token), FILLED_IN if method == "post" else {})

    assert (response.status_code, neutral.status_code) == (404, 404)
    assert body(response) == body(neutral)
    assert NEUTRAL in main_text(response)
    assert headers(response) == headers(neutral)
    assert (domain_hash(), Session.objects.count()) == before


@pytest.mark.parametrize("viewer", [coordinator, superuser])
@pytest.mark.parametrize("method", ["get", "post"])
def test_working_link_of_somebody_new_shows_somebody_else_the_same_page(viewer, method):
    client = browser(viewer())
    _invitation, token = invited(email=EMAIL)
    neutral = client.get(url("nooit-verstuurd"))
    before = domain_hash()

    response = getattr(client, method)(url(token))

    assert body(response) == body(neutral)
    assert domain_hash() == before


@pytest.mark.parametrize("case", LINKS)
def test_head_of_a_link_that_does_not_work_is_404(case):
    assert browser().head(url(case())).status_code == 404


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options"])
@pytest.mark.parametrize("case", [unknown, lambda: invited(email=EMAIL)[1]])
def test_other_methods_are_refused_whatever_the_link(method, case):
    token = case()
    before = domain_hash()

    response = getattr(browser(), method)(url(token), FILLED_IN)

    assert response.status_code == 405
    assert domain_hash() == before


def test_get_with_the_whole_form_accepts_nothing():
    _invitation, token = invited(email=EMAIL)

    response = browser().get(url(token), FILLED_IN)

    assert response.status_code == 200
    assert Invitation.objects.get().accepted_at is None
    assert not User.objects.filter(email=EMAIL).exists()


def test_post_without_csrf_token_accepts_nothing():
    _invitation, token = invited(email=EMAIL)

    response = Client(enforce_csrf_checks=True).post(url(token), FILLED_IN)

    assert response.status_code == 403
    assert Invitation.objects.get().accepted_at is None


def test_second_use_is_refused_also_for_who_accepted():
    _invitation, token = invited(email=EMAIL)
    client = browser()
    client.post(url(token), FILLED_IN)
    client.cookies["language"] = "en"

    again = [client.get(url(token)), client.post(url(token)), browser().post(url(token), FILLED_IN)]

    assert [response.status_code for response in again] == [404, 404, 404]
    assert User.objects.get(email=EMAIL).memberships.count() == 1


def test_withdrawn_while_the_form_was_filled_in():
    invitation, token = invited(email=EMAIL)
    client = browser()
    assert client.get(url(token)).status_code == 200
    revoke_invitation(invitation=invitation, by=coordinator_of(invitation), at=NOW)

    response = client.post(url(token), FILLED_IN)

    assert (response.status_code, NEUTRAL in main_text(response)) == (404, True)
    assert not User.objects.filter(email=EMAIL).exists()


def test_expired_while_the_form_was_filled_in(time_machine):
    invitation, token = invited(email=EMAIL)
    client = browser()
    assert client.get(url(token)).status_code == 200
    time_machine.move_to(invitation.expires_at)

    assert client.post(url(token), FILLED_IN).status_code == 404


def test_sending_again_makes_a_new_link_and_ends_the_old_one(mailoutbox):
    invitation, old = invited(email=EMAIL, expires_at=NOW)
    new: list[str] = []

    send_invitations(
        invitations=[invitation],
        by=coordinator_of(invitation),
        at=NOW,
        link=lambda token: new.append(token) or "",
    )

    assert browser().get(url(old)).status_code == 404
    assert browser().get(url(new[0])).status_code == 200


def test_password_of_an_existing_account_is_never_changed_by_a_link():
    koen = account(EMAIL)
    _invitation, token = invited(email=EMAIL)

    response = browser().post(url(token), {"name": "X", "password": "een heel ander geheim"})

    koen.refresh_from_db()
    assert response.status_code == 404
    assert koen.check_password(PASSWORD)


def test_signed_in_elsewhere_the_page_says_how_to_go_on():
    client = browser(UserFactory(name="Els Peeters"))
    _invitation, token = invited(email=EMAIL)

    text = main_text(client.get(url(token)))

    assert "You are signed in as Els Peeters." in text
    assert "Sign out and open the link again." in text
    assert "Ask the MVO coordinator of your organisation to send it again." in text
