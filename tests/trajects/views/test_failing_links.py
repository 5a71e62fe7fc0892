"""Everything that must not work with a personal link."""

import re
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from accounts.models import User
from tests.accounts.invited import account
from tests.factories import MembershipFactory, UserFactory
from tests.page import main_text
from tests.trajects.linked import EMAIL, FILLED_IN, NEUTRAL, NOW, browser, linked, running, url
from tests.world import domain_hash
from trajects.actions.links import revoke_link, send_link
from trajects.models import Part, Participant, Traject


@pytest.fixture(autouse=True)
def _now(time_machine, traject):
    time_machine.move_to(NOW, tick=False)
    running(traject)


def altered(traject: Traject) -> str:
    token = linked(traject)[1]
    return token[:-1] + ("a" if token[-1] != "a" else "b")


def replaced(traject: Traject) -> str:
    participant, token = linked(traject)
    by = MembershipFactory(organisation=traject.organisation).user
    fresh = Participant.objects.select_related("link").get(pk=participant.pk)
    send_link(participant=fresh, by=by, at=NOW, link=lambda _token: "")
    return token


def withdrawn(traject: Traject) -> str:
    participant, token = linked(traject)
    by = MembershipFactory(organisation=traject.organisation).user
    revoke_link(participant=participant, by=by, at=NOW)
    return token


def followed(traject: Traject) -> str:
    token = linked(traject, part=Part.MODERATOR)[1]
    Client().post(url(token), FILLED_IN)
    return token


def of_somebody_removed(traject: Traject) -> str:
    participant, token = linked(traject)
    participant.delete()
    return token


def of_a_traject_long_over(traject: Traject) -> str:
    token = linked(traject)[1]
    long_ago = NOW.date() - timedelta(days=400)
    Traject.objects.update(starts_on=long_ago, ends_on=NOW.date() - timedelta(days=31))
    return token


def of_a_deactivated_account(traject: Traject) -> str:
    account(EMAIL, is_active=False)
    return linked(traject, part=Part.MODERATOR)[1]


def of_somebody_named_only(traject: Traject) -> str:
    return linked(traject, part=Part.POLICY_MAKER)[1]


def its_hash(traject: Traject) -> str:
    return str(linked(traject)[0].link.token_hash)


FAILING = {
    "unknown": lambda _traject: "x" * 43,
    "no text": lambda _traject: "%00%ff%F0%9F%92%A9",
    "very long": lambda _traject: "x" * 3000,
    "cut off": lambda traject: linked(traject)[1][:-1],
    "small letters": lambda traject: linked(traject)[1].lower(),
    "expired": lambda traject: linked(traject, expires_at=NOW)[1],
    **{
        found.__name__: found
        for found in (
            *(altered, replaced, withdrawn, followed, its_hash),
            *(of_somebody_removed, of_a_traject_long_over),
            *(of_a_deactivated_account, of_somebody_named_only),
        )
    },
}
# Of a guest and of a moderator, who lacks the pages of a guest.
PAGES = ("", "lokale-foto/", "lokale-foto/nieuw/", "vragen/")


def body(response) -> str:
    """Without what differs at every visit, and without what the visitor typed in the address."""
    text = response.content.decode().replace(response.wsgi_request.get_full_path(), "PATH")
    return re.sub(r'(name="csrfmiddlewaretoken" value=)"\w+"', r"\1", text)


def headers(response) -> dict[str, str]:
    """Without the length, which counts the address that was typed."""
    return {name: text for name, text in response.headers.items() if name != "Content-Length"}


@pytest.mark.parametrize("viewer", ["nobody", "coordinator", "superuser"])
@pytest.mark.parametrize("case", FAILING)
def test_every_failing_link_shows_one_page_and_changes_nothing(traject, griet, viewer, case):
    token = FAILING[case](traject)
    superuser = UserFactory(is_staff=True, is_superuser=True)
    client = browser({"nobody": None, "coordinator": griet, "superuser": superuser}[viewer])
    neutral = client.get(url("nooit-verstuurd"))
    before = domain_hash(), Session.objects.count()

    answers = [client.get(url(token)), client.post(url(token), FILLED_IN)]
    answers += [client.get(f"{url(token)}{page}") for page in PAGES]

    assert {response.status_code for response in (neutral, *answers)} == {404}
    assert NEUTRAL in main_text(neutral)
    assert {body(response) for response in answers} == {body(neutral)}
    assert [headers(response) for response in answers] == [headers(neutral)] * len(answers)
    assert (domain_hash(), Session.objects.count()) == before


def test_guest_pages_do_not_exist_for_the_link_of_a_moderator(traject):
    _participant, token = linked(traject, part=Part.MODERATOR)
    client = browser()
    neutral = body(client.get(url("nooit-verstuurd")))

    found = {body(client.get(f"{url(token)}{page}")) for page in PAGES if page}

    assert found == {neutral}


def test_door_of_a_moderator_is_closed_to_who_is_signed_in_as_somebody_else(traject, bram):
    _participant, token = linked(traject, part=Part.MODERATOR)
    client = browser(bram)
    neutral = body(client.get(url("nooit-verstuurd")))
    before = domain_hash()

    answers = [client.get(url(token)), client.post(url(token), FILLED_IN)]

    assert {body(response) for response in answers} == {neutral}
    assert domain_hash() == before


def test_account_that_exists_is_not_taken_over(traject):
    koen = account(EMAIL)
    _participant, token = linked(traject, part=Part.MODERATOR)

    response = browser().post(url(token), {"name": "X Y", "password": "een heel ander geheim"})

    koen.refresh_from_db()
    assert response.status_code == 404
    assert koen.check_password("groene fiets onder water")


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options"])
def test_other_methods_are_refused_whatever_the_link(traject, method):
    _participant, token = linked(traject)

    answers = [getattr(browser(), method)(url(one)).status_code for one in (token, "x")]

    assert answers == [405, 405]


def test_guest_posts_nothing_here(traject):
    _participant, token = linked(traject)
    before = domain_hash()

    assert browser().post(url(token), FILLED_IN).status_code == 405
    assert domain_hash() == before


def test_post_without_csrf_token_is_refused(traject):
    _participant, token = linked(traject, part=Part.MODERATOR)

    response = Client(enforce_csrf_checks=True).post(url(token), FILLED_IN)

    assert (response.status_code, User.objects.filter(email=EMAIL).exists()) == (403, False)


def test_withdrawn_while_the_form_was_filled_in(traject, griet):
    participant, token = linked(traject, part=Part.MODERATOR)
    client = browser()
    assert client.get(url(token)).status_code == 200
    revoke_link(participant=participant, by=griet, at=NOW)

    assert client.post(url(token), FILLED_IN).status_code == 404
    assert not User.objects.filter(email=EMAIL).exists()
