"""What a guest carries in the plan, and tells about it."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.utils.timezone import localdate, now

from accounts.tokens import token_hash
from tests.page import by_id, links, main_text, page_of, text_of
from tests.trajects.factories import ParticipantFactory, PersonalLinkFactory
from tests.trajects.plan_factories import ActionFactory, ActionOwnerFactory, MeasurementFactory
from tests.trajects.selecting import select
from tests.trajects.views.plan.telling import rich_action
from trajects.models import Measurement, Part, ProgressNote

pytestmark = pytest.mark.django_db
TOKEN = "een-geheim-van-de-gast"
BASE = f"/meedoen/{TOKEN}/acties/"
TODAY = localdate()


@pytest.fixture(params=[Part.LEAD_GROUP, Part.COLLEAGUE])
def guest(traject, request):
    """In either part: who carries an action tells about it."""
    made = ParticipantFactory(traject=traject, part=request.param, name="Koen")
    until = now() + timedelta(days=9)
    hashed = token_hash(TOKEN)
    PersonalLinkFactory(participant=made, token_hash=hashed, created_at=now(), expires_at=until)
    return made


@pytest.fixture
def action(traject, guest):
    made = rich_action(traject)
    ActionOwnerFactory(action=made, user=None, guest=guest)
    return made


@pytest.fixture
def url(action):
    return f"{BASE}{action.pk}/"


@pytest.fixture
def client(db):
    client = Client()
    client.cookies["language"] = "en"
    return client


def test_guest_reads_what_is_in_their_name(traject, action, client):
    other = rich_action(traject, title="Van een ander")

    response = client.get(BASE)

    assert "Checklist per productgroep" in main_text(response)
    assert "Van een ander" not in main_text(response)
    found = links(page_of(response))
    assert f"{BASE}{action.pk}/" in found
    assert [link for link in found if link.startswith("/trajecten/")] == []
    assert client.get(f"{BASE}{other.pk}/").status_code == 404


def test_guest_without_actions_reads_that(guest, client):
    assert "No action of the plan is in your name now." in main_text(client.get(BASE))


def test_every_form_goes_to_the_page_itself(action, url, guest, client):
    action.notes.create(text="Van mij", on=TODAY, told_at=now(), guest=guest)

    page = page_of(client.get(url))

    forms = list(by_id(page, "progress").iter("form"))
    assert {form.get("action") for form in forms} == {url}
    doing = [
        one.get("value") for form in forms for one in form.iter("input") if one.get("name") == "do"
    ]
    assert doing == ["finish", "tick", "tick", "take_back_note", "tell", "measure"]
    assert [link for link in links(page) if link.startswith("/trajecten/")] == []


def test_guest_ticks_a_step(action, url, client):
    step = action.steps.get(done_on=None)

    answer = client.post(url, {"do": "tick", "step": step.pk, "done": "yes"})

    step.refresh_from_db()
    assert (answer.status_code, answer["Location"]) == (302, f"{url}#s{step.pk}")
    assert step.done_on == TODAY
    client.post(url, {"do": "tick", "step": step.pk, "done": "no"})
    step.refresh_from_db()
    assert step.done_on is None


def test_guest_tells_and_takes_back(action, url, guest, client):
    answer = client.post(url, {"do": "tell", "text": "Bijna", "on": TODAY.isoformat()})

    note = ProgressNote.objects.get(text="Bijna")
    assert (answer["Location"], note.guest, note.author) == (f"{url}#notes", guest, None)
    client.post(url, {"do": "take_back_note", "told": note.pk})
    assert not ProgressNote.objects.filter(text="Bijna").exists()


def test_note_of_another_is_not_theirs_to_take_back(action, url, client):
    note = action.notes.get()

    assert client.post(url, {"do": "take_back_note", "told": note.pk}).status_code == 403
    assert ProgressNote.objects.count() == 1


def test_guest_measures_and_takes_back(action, url, guest, client):
    client.post(url, {"do": "measure", "value": "30,5", "on": TODAY.isoformat()})

    found = Measurement.objects.get(on=TODAY)
    assert (found.value, found.guest) == (Decimal("30.5"), guest)
    client.post(url, {"do": "take_back_measurement", "told": found.pk})
    assert not Measurement.objects.filter(on=TODAY).exists()


def test_guest_says_that_it_is_done(action, url, client):
    answer = client.post(url, {"do": "finish", "done_on": TODAY.isoformat()})

    action.refresh_from_db()
    assert (answer["Location"], action.done_on, action.ended_by) == (url, TODAY, "Koen")
    assert select(page_of(client.get(url)), "button.tickstep") == []


def test_stopped_meanwhile_is_said(action, url, client):
    action.stopped_on, action.stopped_because = TODAY, "Geld op"
    action.save()

    response = client.post(url, {"do": "finish", "done_on": TODAY.isoformat()}, follow=True)

    assert "A colleague said meanwhile" in text_of(page_of(response))


@pytest.mark.parametrize(
    ("sent", "field", "value"),
    [
        ({"do": "tell", "text": "", "on": "2026-01-05"}, "note_on", "2026-01-05"),
        ({"do": "measure", "value": "veel", "on": "2026-01-05"}, "measure_value", "veel"),
        ({"do": "finish", "done_on": "2999-01-01"}, "finish_done_on", "2999-01-01"),
    ],
)
def test_mistake_keeps_what_was_typed(url, client, sent, field, value):
    response = client.post(url, sent)

    assert response.status_code == 422
    assert by_id(page_of(response), field).get("value") == value
    assert select(page_of(response), ".errorsum a") != []


def test_another_value_for_the_same_day_is_not_stored_over_it(action, url, client):
    MeasurementFactory(action=action, value=29, on=TODAY)

    response = client.post(url, {"do": "measure", "value": "30", "on": TODAY.isoformat()})

    assert response.status_code == 409
    assert by_id(page_of(response), "measure_value").get("value") == "30"


@pytest.mark.parametrize(
    "sent",
    [
        *({}, {"do": "delete"}, {"do": "tick"}, {"do": "tick", "step": "x"}),
        *({"do": "tick", "step": "9" * 40}, {"do": "take_back_note", "told": "999999"}),
    ],
)
def test_what_it_does_not_know_is_no_page(url, client, sent):
    assert client.post(url, sent).status_code == 404


@pytest.mark.parametrize("page", ["", "{}/"])
def test_link_that_does_not_work_opens_nothing(action, client, page):
    address = f"/meedoen/iets-anders/acties/{page.format(action.pk)}"

    assert "This link does not work" in main_text(client.get(address))


def test_action_of_another_traject_does_not_exist(guest, client):
    other = ActionFactory()
    ActionOwnerFactory(action=other, user=None, guest=guest)

    assert client.get(f"{BASE}{other.pk}/").status_code == 404
