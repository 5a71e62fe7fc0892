"""The list of meetings, and planning, changing and deleting one."""

from datetime import timedelta

import pytest
from django.utils import translation
from django.utils.timezone import localtime, now

from tests.page import main_text
from tests.trajects.factories import (
    AgendaItemFactory,
    MeetingFactory,
    MeetingNoticeFactory,
    StepCompletionFactory,
)
from tests.world import domain_hash
from trajects.actions.meetings import change_meeting
from trajects.agenda import PROPOSALS
from trajects.entries import AgendaEntry, MeetingEntry
from trajects.models import Meeting
from trajects.queries.meetings import agenda_of
from trajects.steps import Key

FORM = {
    "title": "Samenleggen",
    "step": "photo",
    "day": "2026-11-24",
    "begins": "13:30",
    "ends": "16:30",
    "place": "Trouwzaal",
    "version": "1",
    "item0-text": "Welkom",
    "item0-minutes": "10",
    "item1-text": "Foto",
    "item1-minutes": "90",
    "item2-text": "",
    "item2-minutes": "",
}


@pytest.fixture
def url(traject) -> str:
    return f"/trajecten/{traject.pk}/bijeenkomsten/"


@pytest.fixture
def meeting(traject) -> Meeting:
    starts_at = now() + timedelta(days=3)
    found = MeetingFactory(
        traject=traject,
        title="Kennismaking",
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        notes="Jan zwijgt altijd.",
    )
    AgendaItemFactory(meeting=found, text="Welkom", minutes=10)
    return found


@pytest.fixture
def page(client_of, els):
    """Of Els, in English."""
    client = client_of(els)
    client.cookies["language"] = "en"
    return client


@pytest.mark.parametrize(
    ("person", "status"), [("els", 200), ("bram", 200), ("griet", 200), ("chaima", 404)]
)
def test_list_is_for_who_sees_the_traject(request, client_of, url, meeting, person, status):
    client = client_of(request.getfixturevalue(person))

    assert client.get(url).status_code == status
    assert client.get(f"{url}{meeting.pk}/").status_code == status


@pytest.mark.parametrize("place", ["nieuw/", "{}/wijzigen/", "{}/verwijderen/"])
@pytest.mark.parametrize(
    ("person", "got", "posted"),
    [("els", 200, 302), ("bram", 403, 403), ("griet", 200, 302), ("chaima", 404, 404)],
)
def test_only_who_leads_plans(request, client_of, url, meeting, place, person, got, posted):
    Meeting.objects.update(notes="")
    client = client_of(request.getfixturevalue(person))
    address, before = url + place.format(meeting.pk), domain_hash()

    assert client.get(address).status_code == got
    assert domain_hash() == before
    assert client.post(address, FORM).status_code == posted
    assert (domain_hash() == before) is (posted != 302)


@pytest.mark.parametrize("number", [1, 3])
def test_list_costs_the_same_for_one_and_for_three(
    page, url, traject, number, django_assert_num_queries
):
    for _meeting in range(number):
        MeetingFactory(traject=traject)

    with django_assert_num_queries(6):
        response = page.get(url)

    assert main_text(response).count("There is no report yet.") == number


def test_empty_list_teaches_and_offers_the_first_step(page, client_of, url, bram):
    assert "No meeting is planned yet" in main_text(page.get(url))
    assert f'href="{url}nieuw/"' in page.get(url).content.decode()
    assert "nieuw/" not in client_of(bram).get(url).content.decode()


def test_new_meeting_starts_from_the_proposal_of_the_first_open_step(page, url, traject):
    StepCompletionFactory(traject=traject, step=Key.START)

    form = page.get(f"{url}nieuw/").context["form"]

    proposal = PROPOSALS[Key.SCAN]
    assert form.details.initial["step"] == Key.SCAN
    assert form.details.initial["title"] == proposal.title
    shown = [(row["text"].value(), row["minutes"].value()) for row in form.agenda]
    with translation.override("en"):
        assert shown[:-3] == [(item.text, str(item.minutes)) for item in proposal.agenda]
    assert shown[-3:] == [("", "")] * 3


@pytest.mark.parametrize(("asked", "step"), [("doelen", Key.GOALS), ("geen-stap", Key.START)])
def test_address_chooses_the_step(page, url, asked, step):
    form = page.get(f"{url}nieuw/?stap={asked}").context["form"]

    assert form.details.initial["step"] == step
    assert f"{form.details.initial['ends']:%H:%M}" > "11:00"


def test_when_all_is_done_the_last_step_is_proposed(page, url, traject):
    for step in Key:
        StepCompletionFactory(traject=traject, step=step)

    form = page.get(f"{url}nieuw/").context["form"]

    assert form.details.initial["step"] == Key.FOLLOW_UP


def test_planned_meeting_is_stored_in_local_time(page, url):
    response = page.post(f"{url}nieuw/", FORM)

    stored = Meeting.objects.get()
    assert response["Location"] == f"{url}{stored.pk}/"
    assert f"{localtime(stored.starts_at):%Y-%m-%d %H:%M}" == "2026-11-24 13:30"
    assert f"{localtime(stored.ends_at):%H:%M}" == "16:30"
    assert (stored.step, stored.title, stored.place) == ("photo", "Samenleggen", "Trouwzaal")
    assert agenda_of(stored) == [AgendaEntry("Welkom", 10), AgendaEntry("Foto", 90)]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"title": ""}, "Give the meeting a title."),
        ({"title": "x\ny"}, "Write this on one line."),
        ({"title": "x" * 121}, "at most 120 characters"),
        ({"day": ""}, "Choose the date."),
        ({"day": "0001-01-01"}, "greater than or equal to"),
        ({"day": "9999-12-31"}, "less than or equal to"),
        ({"begins": "24:00"}, "Enter a valid time."),
        ({"ends": ""}, "Choose when it ends."),
        ({"ends": "13:30"}, "The end comes after the beginning."),
        ({"day": "2027-03-28", "begins": "02:30"}, "The clock changes in this hour."),
        ({"step": "lunch"}, "Select a valid choice."),
        ({"version": "x"}, "Enter a whole number."),
        ({"version": ""}, "This page is incomplete."),
        ({"item1-minutes": ""}, "How many minutes does this take?"),
        ({"item1-minutes": "0"}, "greater than or equal to 1"),
        ({"item1-minutes": "481"}, "less than or equal to 480"),
        ({"item1-minutes": "lang"}, "Enter a whole number."),
        ({"item2-minutes": "5"}, "What is this time for?"),
        ({"item2-minutes": "5", "item2-text": "?"}, "Write at least one letter or digit."),
        ({"item1-text": "x" * 201}, "at most 200 characters"),
    ],
)
def test_mistake_is_pointed_out_and_nothing_typed_is_lost(page, url, typed, sentence):
    response = page.post(f"{url}nieuw/", FORM | typed)

    assert response.status_code == 422
    assert sentence in main_text(response)
    assert 'value="Trouwzaal"' in response.content.decode()
    assert not Meeting.objects.exists()


@pytest.mark.parametrize(
    ("button", "texts", "moved"),
    [
        ({"up": "1"}, ["Foto", "Welkom"], 0),
        ({"down": "0"}, ["Foto", "Welkom"], 1),
        ({"up": "0"}, ["Welkom", "Foto"], None),
        ({"down": "2"}, ["Welkom", "Foto"], None),
        ({"down": "99"}, ["Welkom", "Foto"], None),
        ({"up": "²"}, ["Welkom", "Foto"], None),
    ],
)
def test_items_move_without_script_and_nothing_is_kept_yet(page, url, button, texts, moved):
    typed = FORM | button | {"title": "Getypt", "day": "morgen", "item0-minutes": "veel"}

    response = page.post(f"{url}nieuw/?stap=doelen", typed)

    form = response.context["form"]
    rows = [(row["text"].value(), row["minutes"].value()) for row in form.agenda]
    minutes = {"Welkom": "veel", "Foto": "90"}
    assert response.status_code == 200
    assert rows == [*((text, minutes[text]) for text in texts), ("", "")]
    assert form.agenda.moved == moved
    assert 'value="Getypt"' in response.content.decode()
    assert 'value="morgen"' in response.content.decode()
    assert not Meeting.objects.exists()


def test_more_rows_come_at_the_end_with_the_cursor_in_the_first(page, url):
    response = page.post(f"{url}nieuw/", FORM | {"more": "yes"})

    rows = list(response.context["form"].agenda)
    assert [row["text"].value() for row in rows] == ["Welkom", "Foto", "", "", "", ""]
    assert [row.number for row in rows if "autofocus" in row.fields["text"].widget.attrs] == [3]
    many = {f"item{number}-text": "x" for number in range(60)}
    full = page.post(f"{url}nieuw/", FORM | many | {"more": "yes"})
    assert len(full.context["form"].agenda.rows) == 40


def test_agenda_has_a_limit(page, url):
    many = {f"item{n}-{part}": "5" for n in range(60) for part in ("text", "minutes")}

    page.post(f"{url}nieuw/", FORM | many)

    assert Meeting.objects.get().agenda.count() == 40


def test_meeting_is_changed_from_what_is_stored(page, url, meeting):
    form = page.get(f"{url}{meeting.pk}/wijzigen/").context["form"]
    assert form.details.initial["begins"] == localtime(meeting.starts_at).time()

    response = page.post(f"{url}{meeting.pk}/wijzigen/", FORM, follow=True)

    meeting.refresh_from_db()
    assert (meeting.title, meeting.version, meeting.sequence) == ("Samenleggen", 2, 1)
    assert "The meeting is saved." in response.content.decode()
    assert "does not know of this change" not in response.content.decode()


def test_who_was_invited_must_hear_of_a_change(page, url, meeting, bram):
    MeetingNoticeFactory(meeting=meeting, participant=bram.participations.get())

    response = page.post(f"{url}{meeting.pk}/wijzigen/", FORM, follow=True)

    assert "does not know of this change yet" in main_text(response)


def test_stale_page_shows_both_and_a_second_save_wins(page, url, meeting, griet):
    address = f"{url}{meeting.pk}/wijzigen/"
    entry = MeetingEntry("start", "Van Griet", meeting.starts_at, meeting.ends_at)
    change_meeting(
        meeting=meeting, version=1, entry=entry, agenda=[AgendaEntry("Lunch", 60)], by=griet
    )

    response = page.post(address, FORM)

    assert response.status_code == 409
    text = main_text(response)
    assert "A colleague changed this meeting meanwhile" in text
    assert "Van Griet" in text
    assert "Lunch (60 minutes)" in text
    assert 'value="Samenleggen"' in response.content.decode()
    assert Meeting.objects.get().title == "Van Griet"

    again = FORM | {"version": response.context["form"].details["version"].value()}
    assert page.post(address, again).status_code == 302
    assert Meeting.objects.get().title == "Samenleggen"


def test_deleting_says_what_goes_and_who_was_invited(page, url, meeting, bram):
    MeetingNoticeFactory(meeting=meeting, participant=bram.participations.get())
    address = f"{url}{meeting.pk}/verwijderen/"

    assert "1 person has the invitation." in main_text(page.get(address))
    assert page.post(address)["Location"] == url
    assert not Meeting.objects.exists()


def test_meeting_with_notes_is_deleted_by_a_moderator_only(page, client_of, url, meeting, griet):
    Meeting.objects.update(notes="Wat opviel.")
    address = f"{url}{meeting.pk}/verwijderen/"
    coordinator = client_of(griet)
    coordinator.cookies["language"] = "en"

    for response, status in ((coordinator.get(address), 200), (coordinator.post(address), 409)):
        assert response.status_code == status
        assert "only a moderator of this traject can delete it" in main_text(response)
        assert "btn-danger" not in response.content.decode()
        assert "Wat opviel." not in response.content.decode()
    assert Meeting.objects.exists()

    assert "btn-danger" in page.get(address).content.decode()
    assert page.post(address).status_code == 302
    assert not Meeting.objects.exists()


def test_meeting_of_another_traject_does_not_exist_here(page, client_of, url, chaima):
    elsewhere = MeetingFactory(traject__organisation=chaima.memberships.get().organisation)

    for place in ("", "wijzigen/", "verslag/", "notities/", "verwijderen/", "afspraak.ics"):
        assert page.get(f"{url}{elsewhere.pk}/{place}").status_code == 404
    assert page.post(f"{url}{elsewhere.pk}/uitnodigen/").status_code == 404
