"""The page of a meeting, its report, the notes of the moderator, and the invitation."""

from datetime import timedelta

import pytest
from django.utils.timezone import now
from icalendar import Calendar

from tests.page import main_text
from tests.trajects.factories import AgendaItemFactory, MeetingFactory, ParticipantFactory
from tests.world import domain_hash
from trajects.models import Meeting, MeetingNotice

SECRET = "Jan zwijgt altijd."


@pytest.fixture
def meeting(traject) -> Meeting:
    starts_at = now().replace(hour=8, minute=0) + timedelta(days=3)
    found = MeetingFactory(
        traject=traject,
        title="Kennismaking",
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=1),
        notes=SECRET,
    )
    AgendaItemFactory(meeting=found, text="Welkom", minutes=15)
    AgendaItemFactory(meeting=found, text="Gesprek", minutes=30)
    return found


@pytest.fixture
def url(meeting) -> str:
    return f"/trajecten/{meeting.traject_id}/bijeenkomsten/{meeting.pk}/"


@pytest.fixture
def page(client_of, els):
    """Of Els, in English."""
    client = client_of(els)
    client.cookies["language"] = "en"
    return client


def end(meeting: Meeting) -> None:
    past = now() - timedelta(days=1)
    Meeting.objects.update(starts_at=past - timedelta(hours=1), ends_at=past)


@pytest.mark.parametrize(
    ("person", "report", "notes", "sent"),
    [
        ("els", 200, 200, 302),
        ("bram", 403, 403, 403),
        ("griet", 200, 403, 302),
        ("chaima", 404, 404, 404),
    ],
)
def test_writing_and_sending_is_for_who_leads(
    request, client_of, url, meeting, person, report, notes, sent
):
    ParticipantFactory(traject=meeting.traject)
    client, before = client_of(request.getfixturevalue(person)), domain_hash()

    assert client.get(f"{url}verslag/").status_code == report
    assert client.get(f"{url}notities/").status_code == notes
    assert domain_hash() == before
    assert client.post(f"{url}uitnodigen/").status_code == sent
    assert (domain_hash() == before) is (sent != 302)


@pytest.mark.parametrize(("person", "sees"), [("els", True), ("bram", False), ("griet", False)])
def test_notes_are_on_no_page_of_who_does_not_moderate(
    request, client_of, url, meeting, person, sees
):
    client = client_of(request.getfixturevalue(person))
    places = [url, f"{url}afspraak.ics", f"{url}../", f"{url}wijzigen/", f"{url}verslag/"]

    shown = [SECRET in client.get(place).content.decode() for place in places]

    assert shown == [sees, False, False, False, False]


def test_agenda_shows_when_each_item_begins(page, url):
    text = main_text(page.get(url))

    assert "Getting started" in text
    assert "15 minutes are left over." in text
    assert text.index("Welkom") < text.index("Gesprek")


def test_agenda_that_is_too_long_is_pointed_out(page, url, meeting):
    AgendaItemFactory(meeting=meeting, minutes=16)

    assert "The agenda takes 1 minute more than the meeting." in main_text(page.get(url))


def test_without_agenda_the_page_says_so(page, url, meeting):
    meeting.agenda.all().delete()

    assert "There is no agenda yet." in main_text(page.get(url))


@pytest.mark.parametrize("place", ["verslag/", "notities/"])
def test_text_is_saved_and_shown(page, url, place):
    shown = page.get(url + place).context["form"]["shown"].value()

    response = page.post(
        url + place, {"text": "Wat we\r\nafspraken <b>", "shown": shown}, follow=True
    )

    assert "Wat we<br>afspraken &lt;b&gt;" in response.content.decode()


@pytest.mark.parametrize(("place", "field"), [("verslag/", "report"), ("notities/", "notes")])
def test_text_of_a_colleague_is_not_lost(page, url, place, field):
    Meeting.objects.update(**{field: "Van een collega"})

    response = page.post(url + place, {"text": "Van mij", "shown": "Hoe het was"})

    assert response.status_code == 409
    text = main_text(response)
    assert "A colleague changed this text meanwhile" in text
    assert "Van een collega" in text
    assert "Van mij" in response.content.decode()
    form = response.context["form"]
    again = {"text": "Van ons", "shown": form["shown"].value()}
    assert page.post(url + place, again).status_code == 302
    assert getattr(Meeting.objects.get(), field) == "Van ons"


def test_text_that_is_too_long_is_refused(page, url):
    response = page.post(f"{url}verslag/", {"text": "x" * 20_001, "shown": ""})

    assert response.status_code == 422
    assert "x" * 20_001 in response.content.decode()
    assert Meeting.objects.get().report == ""


def test_appointment_is_a_file_for_a_calendar(client_of, url, meeting, bram):
    response = client_of(bram).get(f"{url}afspraak.ics")

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="afspraak.ics"'
    assert response["Cache-Control"] == "private, no-store"
    (event,) = Calendar.from_ical(response.content).walk("VEVENT")
    assert (event["summary"], event["url"]) == ("Kennismaking", f"http://testserver{url}")


def test_invitation_goes_to_who_does_not_have_it(page, url, meeting, els, bram, mailoutbox):
    ParticipantFactory(traject=meeting.traject, name="Zonder Adres", email="")
    text = main_text(page.get(url))
    assert "2 people do not have it, or not as it is now: Bram Claes, Els Boone." in text
    assert "Tell them yourself: Zonder Adres." in text

    response = page.post(f"{url}uitnodigen/", follow=True)

    assert "2 invitations are sent." in main_text(response)
    assert "2 people have the invitation with the appointment" in main_text(response)
    assert sorted(mail.to[0] for mail in mailoutbox) == [bram.email, els.email]
    again = page.post(f"{url}uitnodigen/", follow=True)
    assert "Everybody has the invitation already." in main_text(again)
    assert len(mailoutbox) == 2


def test_failed_invitation_can_be_sent_again(page, url, bram, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    response = page.post(f"{url}uitnodigen/", follow=True)

    text = main_text(response)
    assert "2 invitations could not be sent." in text
    assert "Bram Claes (sending failed)" in text
    assert MeetingNotice.objects.filter(sent_at=None).count() == 2


def test_one_mailbox_gets_only_so_many_mails(page, url, bram, mailoutbox, settings):
    for sequence in range(6):
        Meeting.objects.update(sequence=sequence)
        response = page.post(f"{url}uitnodigen/", follow=True)

    assert "2 invitations wait" in main_text(response)
    assert len(mailoutbox) == 10


def test_nobody_is_invited_to_what_is_over(page, url, meeting, bram, mailoutbox):
    end(meeting)

    response = page.post(f"{url}uitnodigen/", follow=True)

    assert "This meeting is over." in main_text(response)
    assert "There is no report yet." in main_text(response)
    assert mailoutbox == []


def test_empty_lead_group_leads_to_the_people(client_of, url, meeting, griet):
    client = client_of(griet)
    client.cookies["language"] = "en"

    assert "There is nobody to invite yet" in main_text(client.get(url))
