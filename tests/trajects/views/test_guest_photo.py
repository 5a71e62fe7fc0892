"""The local photo for who comes by a personal link, without an account."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import now

from accounts.tokens import token_hash
from tests.factories import DepartmentFactory, ThemeFactory
from tests.page import main_text, page_of
from tests.trajects.factories import InitiativeFactory, ParticipantFactory, PersonalLinkFactory
from tests.trajects.selecting import select
from trajects.actions import initiatives
from trajects.models import Initiative, Part, Participant

TOKEN = "een-geheim-van-de-gast"
BASE = f"/meedoen/{TOKEN}/lokale-foto/"


@pytest.fixture
def guest(traject) -> Participant:
    department = DepartmentFactory(organisation=traject.organisation, name="Milieudienst")
    made = ParticipantFactory(traject=traject, part=Part.COLLEAGUE, department=department)
    PersonalLinkFactory(
        participant=made,
        token_hash=token_hash(TOKEN),
        created_at=now(),
        expires_at=now() + timedelta(days=9),
    )
    return made


@pytest.fixture
def page(guest) -> Client:
    client = Client()
    client.cookies["language"] = "en"
    return client


@pytest.fixture
def posted(guest) -> dict[str, object]:
    theme = ThemeFactory(number=7)
    return {"title": "Repaircafé", "status": "running", "scope": "residents", "themes": [theme.pk]}


@pytest.fixture
def own(guest, traject) -> Initiative:
    return InitiativeFactory(
        traject=traject, title="Zonnedak", accepted_at=None, added_by_guest=guest
    )


def words_of(response) -> str:
    """Without the token against forged posts and the address that was asked for."""
    own = rf'(name="csrfmiddlewaretoken" value=")\w+|{response.request["PATH_INFO"]}'
    return re.sub(own, "", response.content.decode())


def test_a_guest_hands_in_and_sees_what_became_of_it(page, posted, guest, griet):
    response = page.post(f"{BASE}nieuw/", posted, follow=True)

    made = Initiative.objects.get()
    assert (made.is_waiting, made.added_by_guest) == (True, guest)
    assert "Repaircafé Waits for the coordinator" in main_text(response)
    Initiative.objects.update(accepted_at=now())
    assert "Repaircafé On the photo" in main_text(page.get(BASE))
    Initiative.objects.update(accepted_at=None, refused_at=now(), refused_because="Dubbel.")
    assert "Repaircafé Left out: Dubbel." in main_text(page.get(BASE))


def test_the_form_starts_with_the_own_department(page, guest):
    ticked = select(page_of(page.get(f"{BASE}nieuw/")), "input[name=departments][checked]")

    assert [box.get("value") for box in ticked] == [str(guest.department_id)]


def test_mistakes_keep_what_was_typed(page):
    response = page.post(f"{BASE}nieuw/", {"title": "", "description": "Elke maand."})

    assert response.status_code == 422
    assert "Elke maand." in response.content.decode()


def test_too_much_at_once_is_said(page, posted, own, monkeypatch):
    monkeypatch.setattr(initiatives, "MOST_WAITING", 1)

    response = page.post(f"{BASE}nieuw/", posted)

    assert response.status_code == 422
    assert "still waits" in main_text(response)


def test_own_entry_is_changed_until_it_is_decided(page, own, posted):
    address = f"{BASE}{own.pk}/"

    assert page.get(address).status_code == 200
    assert page.post(address, {**posted, "title": ""}).status_code == 422
    assert page.post(address, {**posted, "version": "1"}).status_code == 302
    stale = page.post(address, {**posted, "title": "Anders", "version": "1"})
    assert stale.status_code == 409
    assert "Anders Repaircafé" in main_text(stale)
    assert select(page_of(stale), "input[name=version]")[0].get("value") == "2"
    Initiative.objects.update(accepted_at=now())
    assert select(page_of(page.get(address)), "form input[name=title]") == []
    late = page.post(address, {**posted, "title": "Te laat", "version": "2"})
    assert late.status_code == 409
    assert "decided about it meanwhile" in main_text(late)
    assert "Te laat Repaircafé" in main_text(late)
    assert Initiative.objects.get().title == "Repaircafé"


def test_a_guest_sees_only_their_own(page, own, traject, griet):
    InitiativeFactory(traject=traject, title="Van een ander")
    other = ParticipantFactory(traject=traject)
    foreign = InitiativeFactory(traject=traject, accepted_at=None, added_by_guest=other)

    listed = main_text(page.get(BASE))

    assert "Zonnedak" in listed
    assert "Van een ander" not in listed
    assert page.get(f"{BASE}{foreign.pk}/").status_code == 404
    assert page.post(f"{BASE}{foreign.pk}/", {"title": "Gekaapt"}).status_code == 404


def test_questions_are_for_the_own_department(page):
    ThemeFactory(number=7)

    words = main_text(page.get(f"/meedoen/{TOKEN}/vragen/"))

    assert "For Milieudienst." in words
    assert "Thema nummer 7" in words


def test_an_empty_list_invites(page):
    assert "You handed in nothing yet" in main_text(page.get(BASE))


@pytest.mark.parametrize(
    "path", ["lokale-foto/", "lokale-foto/nieuw/", "vragen/", "lokale-foto/1/"]
)
def test_every_link_that_opens_nothing_gets_one_page(page, guest, path):
    guessed = page.get(f"/meedoen/geraden/{path}")
    guest.link.revoked_at = now()
    guest.link.save()
    withdrawn = page.get(f"/meedoen/{TOKEN}/{path}")
    guest.link.revoked_at, guest.link.expires_at = None, now()
    guest.link.save()
    expired = page.post(f"/meedoen/{TOKEN}/{path}", {"title": "x"})
    if path not in ("lokale-foto/", "vragen/"):  # those take no post
        assert expired.status_code == 404

    assert (guessed.status_code, withdrawn.status_code) == (404, 404)
    assert words_of(guessed) == words_of(withdrawn)
    assert "no-store" in withdrawn.headers["Cache-Control"]
