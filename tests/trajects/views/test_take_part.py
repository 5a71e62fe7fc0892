"""The page behind a personal link, and the door of a moderator."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session

from accounts.models import User
from tests.accounts.invited import account
from tests.page import by_id, links, main_text, page_of, text_of
from tests.trajects.dream_factories import (
    DreamCollectionFactory,
    DreamImageFactory,
    GoalFactory,
)
from tests.trajects.factories import (
    AgreementFactory,
    CandidateFactory,
    InitiativeFactory,
    LiveSessionFactory,
    MeetingFactory,
    ParticipantFactory,
    StepCompletionFactory,
)
from tests.trajects.linked import EMAIL, FILLED_IN, NOW, browser, linked, running, url
from tests.trajects.plan_factories import ActionFactory, ActionOwnerFactory
from tests.world import domain_hash
from trajects.models import Part, Participant, PersonalLink
from trajects.steps import Key


@pytest.fixture(autouse=True)
def _now(time_machine, traject):
    time_machine.move_to(NOW, tick=False)
    running(traject)


# --- the page of a guest


def test_guest_reads_what_is_asked(traject):
    MeetingFactory(
        traject=traject, title="Startdag", starts_at=NOW, ends_at=NOW + timedelta(hours=3)
    )
    MeetingFactory(traject=traject, title="Vorige keer")
    _participant, token = linked(traject)

    response = browser().get(url(token))

    text = main_text(response)
    assert response.status_code == 200
    assert "Welcome, Koen" in text
    assert "Startdag" in text
    assert "Vorige keer" not in text
    assert "It works until 3 July 2026" in text
    assert [found for found in links(page_of(response)) if found.startswith("/trajecten/")] == []


@pytest.mark.parametrize(
    ("part", "opened", "joins"),
    [
        (Part.LEAD_GROUP, timedelta(hours=1), True),
        (Part.LEAD_GROUP, timedelta(hours=24), False),
        (Part.COLLEAGUE, timedelta(hours=1), False),
    ],
)
def test_guest_of_the_lead_group_joins_the_session_that_is_open(traject, part, opened, joins):
    LiveSessionFactory(traject=traject, code="ABCDEF", opened_at=NOW - opened)
    _participant, token = linked(traject, part=part)

    tree = page_of(browser().get(url(token)))

    assert (text_of(by_id(tree, "next-title")) == "Join the session") is joins
    assert ("/sessie/ABCDEF/" in links(tree)) is joins


@pytest.mark.parametrize(
    ("case", "title", "leads_to"),
    [
        ("begun", "Nothing to do right now", "/mvo-traject/"),
        ("started", "Add what your department does", "{}lokale-foto/nieuw/"),
        ("photo done", "Nothing to do right now", "/mvo-traject/"),
        ("promised", "Do what you agreed to", "#promised-title"),
    ],
)
def test_guest_sees_the_road_and_one_next_thing(traject, case, title, leads_to):
    participant, token = linked(traject)
    done = {"begun": (), "photo done": (Key.START, Key.SCAN, Key.PHOTO)}.get(case, (Key.START,))
    for key in done:
        StepCompletionFactory(traject=traject, step=key)
    InitiativeFactory.create_batch(2, traject=traject)
    if case == "promised":
        AgreementFactory(traject=traject, who=participant)

    tree = page_of(browser().get(url(token)))

    stops = next(ol for ol in tree.iter("ol") if ol.get("class") == "stops")
    states = [li.get("class") for li in stops.iter("li")]
    assert states == ["done"] * len(done) + ["now"] + ["later"] * (7 - len(done))
    assert text_of(by_id(tree, "next-title")) == title
    (section,) = [one for one in tree.iter("section") if one.get("class") == "next"]
    assert links(section) == [leads_to.format(url(token))]


THEMED = (Key.START, Key.SCAN, Key.PHOTO, Key.THEMES)


@pytest.mark.parametrize(
    ("part", "case", "title", "leads_to"),
    [
        (Part.LEAD_GROUP, "collecting", "Write down what you dream of", "droombeelden/schrijven/"),
        (Part.LEAD_GROUP, "dreamt", "Give stars to what appeals to you", "droombeelden/"),
        (Part.LEAD_GROUP, "goals", "Talk the goals over", "doelen/"),
        (Part.COLLEAGUE, "collecting", "Nothing to do right now", None),
        (Part.COLLEAGUE, "goals", "Nothing to do right now", None),
    ],
)
def test_guest_of_the_lead_group_dreams_along(traject, part, case, title, leads_to):
    _participant, token = linked(traject, part=part)
    for key in (*THEMED, Key.DREAMS)[: 5 if case == "goals" else 4]:
        StepCompletionFactory(traject=traject, step=key)
    DreamImageFactory(traject=traject)
    if case == "collecting":
        DreamCollectionFactory(traject=traject)
    if case == "goals":
        GoalFactory(candidate=CandidateFactory(traject=traject))

    tree = page_of(browser().get(url(token)))

    assert text_of(by_id(tree, "next-title")) == title
    (section,) = [one for one in tree.iter("section") if one.get("class") == "next"]
    assert links(section) == [url(token) + leads_to if leads_to else "/mvo-traject/"]


def test_colleague_sees_no_meeting(traject):
    MeetingFactory(
        traject=traject, title="Startdag", starts_at=NOW, ends_at=NOW + timedelta(hours=3)
    )
    _participant, token = linked(traject, part=Part.COLLEAGUE)

    assert "Startdag" not in main_text(browser().get(url(token)))


def test_guest_reads_what_they_agreed_to(traject):
    participant, token = linked(traject)
    due_on = NOW.date() + timedelta(days=9)
    AgreementFactory(traject=traject, who=participant, what="Cijfers van de zaal", due_on=due_on)
    AgreementFactory(traject=traject, who=participant, what="Al gedaan", done_at=NOW)
    AgreementFactory(traject=traject, what="Van een ander")

    text = main_text(browser().get(url(token)))

    assert "What you agreed to Cijfers van de zaal, by 13 May 2026" in text
    assert "Al gedaan" not in text
    assert "Van een ander" not in text


@pytest.mark.parametrize(
    ("dates", "todo"),
    [
        ({"starts_on": NOW.date()}, "Tell how your actions go"),
        ({}, "Nothing to do right now"),
    ],
)
def test_guest_is_sent_to_an_action_that_runs(traject, dates, todo):
    guest, token = linked(traject)
    action = ActionFactory(goal=GoalFactory(traject=traject), **dates)
    ActionOwnerFactory(action=action, user=None, guest=guest)

    tree = page_of(browser().get(url(token)))

    assert text_of(by_id(tree, "next-title")) == todo
    assert text_of(by_id(tree, "actions-title")) == "Your actions"
    assert url(token) + "acties/" in links(tree)


def test_page_names_nobody_else(traject, els, bram):
    ParticipantFactory(traject=traject, name="Geheime Collega", email="geheim@a.example")
    _participant, token = linked(traject)

    html = browser().get(url(token)).content.decode()

    names = ("Geheime Collega", "geheim@a.example", "Els Boone", "Bram Claes", EMAIL)
    assert [name for name in names if name in html] == []


def test_link_opens_no_session_and_no_other_page(traject):
    _participant, token = linked(traject)
    client = browser()
    client.get(url(token))

    answers = [
        client.get(path).status_code
        for path in (
            f"/trajecten/{traject.pk}/",
            f"/trajecten/{traject.pk}/mensen/",
            f"/besturen/{traject.organisation_id}/mensen/",
        )
    ]

    assert answers == [302, 302, 302]
    assert Session.objects.count() == 0


def test_opening_is_noted_once_and_only_by_looking(traject, time_machine):
    _participant, token = linked(traject)

    browser().head(url(token))
    assert PersonalLink.objects.get().opened_at is None
    browser().get(url(token))
    time_machine.move_to(NOW + timedelta(hours=1))
    browser().get(url(token))

    assert PersonalLink.objects.get().opened_at == NOW


def test_pages_are_never_kept_and_lead_nobody_away(traject):
    _participant, token = linked(traject)
    _moderator, door = linked(traject, part=Part.MODERATOR)

    responses = [browser().get(url(one)) for one in (token, door, "x")]

    assert ["no-store" in response["Cache-Control"] for response in responses] == [True] * 3
    assert {response["Referrer-Policy"] for response in responses} == {"same-origin"}


# --- the door of a moderator


def test_new_moderator_chooses_a_password_and_is_in(traject, griet):
    _participant, token = linked(traject, part=Part.MODERATOR, created_by=griet)
    client = browser()
    client.post("/voorkeuren/", {"theme": "dark"})

    asked = client.get(url(token))
    response = client.post(url(token), FILLED_IN, follow=True)

    koen = User.objects.get(email=EMAIL)
    assert "Griet Maes asks you to moderate this traject" in main_text(asked)
    assert by_id(page_of(asked), "id_email").get("name") is None
    assert response.redirect_chain == [(f"/trajecten/{traject.pk}/", 302)]
    assert client.session["_auth_user_id"] == str(koen.pk)
    assert Participant.objects.get(user=koen).part == Part.MODERATOR
    assert client.get(f"/besturen/{traject.organisation_id}/").status_code == 404


def test_forged_fields_give_no_more_than_the_link(traject):
    _participant, token = linked(traject, part=Part.MODERATOR)
    forged = {"email": "ander@b.example", "part": "lead_group", "is_staff": "1", "traject": "1"}

    browser().post(url(token), {**FILLED_IN, **forged})

    koen = User.objects.get(email=EMAIL)
    assert (koen.is_staff, koen.is_superuser, koen.memberships.exists()) == (False, False, False)
    assert not User.objects.filter(email="ander@b.example").exists()


def test_weak_password_is_refused_with_what_was_typed(traject):
    _participant, token = linked(traject, part=Part.MODERATOR)
    before = domain_hash()

    response = browser().post(url(token), {"name": "Koen D.", "password": "kort"})

    page = page_of(response)
    assert response.status_code == 422
    assert by_id(page, "id_name").get("value") == "Koen D."
    assert by_id(page, "id_password").get("value") is None
    assert domain_hash() == before


def test_account_with_a_password_is_asked_to_sign_in(traject):
    koen = account(EMAIL)
    _participant, token = linked(traject, part=Part.MODERATOR)

    response = browser().get(url(token))

    assert f"/aanmelden/?next={url(token)}" in links(page_of(response))
    assert "password" not in {found.get("type") for found in page_of(response).iter("input")}
    client = browser(koen)
    assert "Moderate this traject" in main_text(client.get(url(token)))
    assert client.post(url(token)).url == f"/trajecten/{traject.pk}/"
