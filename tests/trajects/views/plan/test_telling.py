"""Telling how an action goes: steps, notes, measurements, and how it ends."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils.timezone import localdate

from tests.page import by_id, main_text, page_of, text_of
from tests.trajects.actions.plan.telling import owner_of
from tests.trajects.plan_factories import ActionFactory, ActionStepFactory, MeasurementFactory
from tests.trajects.selecting import select
from tests.trajects.views.plan.telling import rich_action
from trajects.models import Measurement, ProgressNote

pytestmark = pytest.mark.django_db
TODAY = localdate()


@pytest.fixture
def action(traject):
    return rich_action(traject)


@pytest.fixture
def url(action):
    return f"/trajecten/{action.traject_id}/actieplan/{action.pk}/"


def stored(action):
    action.refresh_from_db()
    return action


# What each page is sent, and nothing else is wrong with it.
POSTS = {
    "begonnen/": {},
    "klaar/": {"done_on": TODAY.isoformat()},
    "stoppen/": {"because": "Het geld is op."},
    "heropenen/": {},
    "voortgang/": {"text": "Loopt goed", "on": TODAY.isoformat()},
    "metingen/": {"value": "30,5", "on": TODAY.isoformat()},
}


@pytest.mark.parametrize(
    ("person", "status"), [("els", 302), ("bram", 302), ("griet", 302), ("chaima", 404)]
)
@pytest.mark.parametrize("page", POSTS)
def test_who_makes_the_plan_tells(url, english_of, request, person, status, page):
    client = english_of(request.getfixturevalue(person))

    assert client.post(url + page, POSTS[page]).status_code == status


@pytest.mark.parametrize("page", POSTS)
def test_owner_who_only_reads_tells_and_another_reader_does_not(action, url, english_of, page):
    owner, other = owner_of(action), owner_of(ActionFactory(goal=action.goal))

    assert english_of(owner).post(url + page, POSTS[page]).status_code == 302
    assert english_of(other).post(url + page, POSTS[page]).status_code == 403


@pytest.mark.parametrize("person", ["els", "bram", "griet"])
def test_page_of_the_action_asks_how_it_goes(action, url, english_of, request, person):
    response = english_of(request.getfixturevalue(person)).get(url)

    text = main_text(response)
    assert "1 of 2 done" in text
    assert "De lijst is er." in text
    assert "It has begun" in text
    pressed = [one.get("aria-pressed") for one in select(page_of(response), ".ticksteps button")]
    assert pressed == ["true", "false"]


def test_chart_says_the_same_as_the_table(action, url, english_of, bram):
    page = page_of(english_of(bram).get(url))

    day = (TODAY - timedelta(days=30)).strftime("%-d %B %Y")
    (title,) = select(page, "figure.action-measured svg title")
    assert text_of(title).startswith(f"Aandeel bestekken: start 18 %, 27 % on {day}, aim 60 % by")
    (table,) = select(page, "table.measurements")
    assert "27 %" in text_of(table)
    assert "Starting value: 18 %. Target: 60 %." in text_of(table)


def test_who_only_reads_sees_no_forms(action, url, english_of):
    reader = owner_of(ActionFactory(goal=action.goal))

    part = by_id(page_of(english_of(reader).get(url)), "progress")

    assert list(part.iter("form")) == []
    assert "Lijst bespreken, not done yet" in text_of(part)


def test_step_is_ticked_off_and_opened_again(action, url, english_of, bram):
    step = action.steps.get(done_on=None)
    client = english_of(bram)

    answer = client.post(f"{url}stappen/{step.pk}/", {"done": "yes"})
    step.refresh_from_db()
    first = step.done_on
    client.post(f"{url}stappen/{step.pk}/", {"done": "no"})
    step.refresh_from_db()

    assert answer["Location"] == f"{url}#s{step.pk}"
    assert (first, step.done_on) == (TODAY, None)


def test_step_of_another_action_does_not_exist(url, english_of, bram):
    other = ActionStepFactory()

    assert english_of(bram).post(f"{url}stappen/{other.pk}/").status_code == 404


def test_step_of_an_action_that_ended_says_so(action, url, english_of, bram):
    step = action.steps.get(done_on=None)
    client = english_of(bram)
    client.post(f"{url}klaar/", POSTS["klaar/"])

    response = client.post(f"{url}stappen/{step.pk}/", {"done": "yes"}, follow=True)

    step.refresh_from_db()
    assert step.done_on is None
    assert "A colleague said meanwhile" in text_of(page_of(response))


@pytest.mark.parametrize(
    ("sent", "place"),
    [
        ("board", "/trajecten/{pk}/actieplan/bord/#a{action}"),
        ("mine", "/trajecten/{pk}/actieplan/mijn/#a{action}"),
        ("action", "/trajecten/{pk}/actieplan/{action}/"),
        ("https://elsewhere.example/", "/trajecten/{pk}/actieplan/{action}/"),
        ("//elsewhere.example", "/trajecten/{pk}/actieplan/{action}/"),
    ],
)
@pytest.mark.parametrize("page", ["begonnen/", "klaar/", "stoppen/", "heropenen/"])
def test_comes_back_where_one_came_from(action, url, english_of, bram, page, sent, place):
    answer = english_of(bram).post(url + page, {**POSTS[page], "next": sent})

    assert answer["Location"] == place.format(pk=action.traject_id, action=action.pk)


def test_begins_today(action, url, english_of, bram):
    english_of(bram).post(f"{url}begonnen/")

    assert stored(action).starts_on == TODAY


def test_does_not_begin_after_the_deadline(traject, english_of, bram):
    late = rich_action(traject, starts_on=None, due_on=TODAY - timedelta(days=1))

    response = english_of(bram).post(
        f"/trajecten/{traject.pk}/actieplan/{late.pk}/begonnen/", follow=True
    )

    assert "Move the deadline first" in text_of(page_of(response))
    assert stored(late).starts_on is None


def test_done_without_a_day_is_done_today(action, url, english_of, bram):
    english_of(bram).post(f"{url}klaar/", {"next": "board"})

    assert (stored(action).done_on, action.ended_by) == (TODAY, "Bram Claes")


def test_done_tomorrow_is_a_mistake(action, url, english_of, bram):
    tomorrow = TODAY + timedelta(days=1)

    response = english_of(bram).post(f"{url}klaar/", {"done_on": tomorrow.isoformat()})

    assert response.status_code == 422
    field = by_id(page_of(response), "finish_done_on")
    assert field.get("value") == tomorrow.isoformat()
    assert "This day is still to come." in main_text(response)
    assert stored(action).done_on is None


def test_stopped_with_the_reason_and_going_on_again(action, url, english_of, bram):
    client = english_of(bram)
    client.post(f"{url}stoppen/", POSTS["stoppen/"])
    assert "Het geld is op." in main_text(client.get(url))

    client.post(f"{url}heropenen/")

    assert (stored(action).stopped_on, action.stopped_because) == (None, "")


def test_stopping_without_a_reason_is_a_mistake(action, url, english_of, bram):
    client = english_of(bram)
    opened = client.get(f"{url}stoppen/?next=board")

    response = client.post(f"{url}stoppen/", {"because": "", "next": "board"})

    assert (opened.status_code, response.status_code) == (200, 422)
    for page in (page_of(opened), page_of(response)):
        assert [one.get("value") for one in select(page, "main input[name=next]")] == ["board"]
    assert stored(action).stopped_on is None


def test_stopping_what_is_done_keeps_what_was_typed(action, url, english_of, bram):
    client = english_of(bram)
    client.post(f"{url}klaar/", POSTS["klaar/"])

    response = client.post(f"{url}stoppen/", POSTS["stoppen/"])

    assert response.status_code == 409
    assert by_id(page_of(response), "id_because").get("value") == "Het geld is op."


@pytest.mark.parametrize("page", ["klaar/", "heropenen/", "begonnen/"])
def test_ended_meanwhile_is_said(action, url, english_of, bram, page):
    client = english_of(bram)
    if page != "heropenen/":
        client.post(f"{url}stoppen/", POSTS["stoppen/"])

    response = client.post(url + page, POSTS[page], follow=True)

    assert "A colleague said meanwhile" in text_of(page_of(response))


def test_told_on_a_day(action, url, english_of, bram):
    answer = english_of(bram).post(f"{url}voortgang/", POSTS["voortgang/"])

    note = ProgressNote.objects.get(text="Loopt goed")
    assert (answer["Location"], note.on, note.author) == (f"{url}#notes", TODAY, bram)


def test_nothing_told_is_a_mistake_and_the_day_stays(url, english_of, bram):
    response = english_of(bram).post(f"{url}voortgang/", {"text": " ", "on": "2026-01-05"})

    assert response.status_code == 422
    page = page_of(response)
    assert by_id(page, "note_on").get("value") == "2026-01-05"
    assert [a.get("href") for a in select(page, ".errorsum a")] == ["#note_text"]


def test_measured_as_it_is_written_in_dutch(action, url, english_of, bram):
    answer = english_of(bram).post(f"{url}metingen/", POSTS["metingen/"])

    found = Measurement.objects.get(on=TODAY)
    assert (answer["Location"], found.value) == (f"{url}#measured", Decimal("30.5"))


def test_measurement_that_is_no_number_stays_to_read(url, english_of, bram):
    typed = {"value": "veel", "on": TODAY.isoformat()}

    response = english_of(bram).post(f"{url}metingen/", typed)

    assert response.status_code == 422
    assert by_id(page_of(response), "measure_value").get("value") == "veel"
    assert Measurement.objects.count() == 1


def test_another_value_for_the_same_day_is_not_stored_over_it(action, url, english_of, bram):
    MeasurementFactory(action=action, value=29, on=TODAY)

    response = english_of(bram).post(f"{url}metingen/", POSTS["metingen/"])

    assert response.status_code == 409
    assert "there is 29 % already" in main_text(response).replace("\N{NO-BREAK SPACE}", " ")
    assert by_id(page_of(response), "measure_value").get("value") == "30,5"
    assert Measurement.objects.get(on=TODAY).value == 29


@pytest.mark.parametrize(("person", "status"), [("griet", 302), ("els", 302), ("bram", 403)])
@pytest.mark.parametrize("what", ["voortgang", "metingen"])
def test_taken_back_by_who_leads(action, url, english_of, request, person, status, what):
    told = (action.notes if what == "voortgang" else action.measurements).get()
    client = english_of(request.getfixturevalue(person))

    assert client.post(f"{url}{what}/{told.pk}/weg/").status_code == status
    assert client.post(f"{url}{what}/999999/weg/").status_code == 404
