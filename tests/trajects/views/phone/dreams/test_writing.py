"""Dream images written on a phone in a session, with a name or without."""

import pytest
from django.utils.timezone import now

from tests.page import main_text
from tests.trajects.dream_factories import (
    DreamImageFactory,
)
from tests.trajects.factories import (
    SeatWithAccountFactory,
)
from tests.trajects.views.phone.dreams.sending import DREAMS, SENT, box, chosen, picture, sent, to
from tests.trajects.views.phone.phones import URL, phone, seat_of, told
from trajects.actions.dreams.starring import star
from trajects.models import DreamImage, Part
from trajects.models.writer import Writer
from trajects.stages import Stage, Subject
from trajects.views.dreams import phone as phone_view


def test_first_visit_asks_to_dream_along(session, browser):
    text = told(browser)

    assert "Dream along with us" in text
    assert "I look on, and write nothing" in text


def test_phone_asks_for_a_dream_image_about_the_theme_on_the_screen(session, seats, theme):
    other = chosen(session.traject, "Water")
    to(session, Stage.DREAMING, candidate=other)

    response = phone("Aya").get(URL)

    assert main_text(response).startswith("Water")
    body = response.content.decode()
    assert f'action="{DREAMS}"' in body
    assert body.count("checked") == 1
    assert [
        box.data["value"].value
        for box in response.context["form"]["themes"]
        if box.data["selected"]
    ] == [other.pk]


def test_dream_image_with_a_name(session, seats, theme):
    response = phone("Aya").post(DREAMS, sent(theme))

    assert (response.status_code, response.headers["Location"]) == (303, SENT)
    made = DreamImage.objects.get()
    assert (made.text, made.seat, list(made.themes.all())) == ("Zon op elk dak", seats[0], [theme])


def test_dream_image_of_who_has_an_account_is_theirs(session, theme, bram, client_of):
    SeatWithAccountFactory(session=session, user=bram)

    client_of(bram).post(DREAMS, sent(theme))

    made = DreamImage.objects.get()
    assert (made.author, made.seat) == (bram, None)


def test_dream_image_without_a_name_goes_into_the_box(session, seats, theme):
    client = phone("Aya")

    response = client.post(
        DREAMS, sent(theme, name="nameless", picture=picture(), picture_alt="Dak")
    )

    assert (response.status_code, response.headers["Location"]) == (303, SENT)
    assert DreamImage.objects.count() == 0
    ((text, themes, _code, drawn, alt),) = box(session.traject)
    assert (text, themes, alt, bool(drawn)) == ("Zon op elk dak", [theme.pk], "Dak", True)
    assert "sessionid" not in client.cookies
    assert "messages" not in client.cookies


def test_page_after_sending_leads_on(session, seats, theme):
    writing = told(phone("Aya"), SENT)
    to(session, Stage.GALLERY)
    looking = told(phone("Aya"), SENT)

    assert "Your dream image is sent" in writing
    assert ("Write another one" in writing, "Look at the dream images" in writing) == (True, False)
    assert ("Write another one" in looking, "Look at the dream images" in looking) == (True, True)


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("text", "", "Write what you would like to see."),
        ("themes", [], "Tick at least one theme."),
        ("name", "", "Choose: with your name, or without."),
    ],
)
def test_mistake_is_told_and_nothing_is_lost(field, value, says, session, seats, theme):
    typed = sent(theme, text="Een lang verhaal", picture=picture(), picture_alt="Een dak")

    response = phone("Aya").post(DREAMS, {**typed, field: value})

    assert response.status_code == 422
    text = main_text(response)
    assert says in text
    assert "Choose the picture again" in text
    assert ("Een lang verhaal" in response.content.decode()) is (field != "text")
    assert DreamImage.objects.count() == 0


def test_who_still_writes_when_the_gallery_begins_loses_nothing(session, seats, theme):
    to(session, Stage.GALLERY)

    assert "If everything were allowed and possible" in told(phone("Aya"), DREAMS)
    assert phone("Aya").post(DREAMS, sent(theme)).status_code == 303
    assert DreamImage.objects.count() == 1


@pytest.mark.parametrize("why", ["over", "refused", "waiting", "observes", "stranger"])
def test_who_may_not_write_gets_the_text_back(why, session, theme, els):
    if why != "stranger":
        at = now()
        how = {
            "over": {},
            "refused": {"refused_at": at},
            "waiting": {"admitted_at": None},
            "observes": {"observes": True},
        }
        seat_of(session, "Aya", **how[why])
    if why == "over":
        to(session, Stage.DREAMING, ended_at=now(), ended_by=els)
    client = phone("Aya")

    response = client.post(DREAMS, sent(theme, text="Bewaar mij"))

    assert response.status_code == 409
    assert "It was not sent" in main_text(response)
    assert "Bewaar mij" in response.content.decode()
    assert DreamImage.objects.count() == 0
    assert client.get(DREAMS).headers["Location"] == URL
    assert client.get(SENT).headers["Location"] == URL


def test_who_leaves_the_lead_group_meanwhile_gets_the_text_back(
    session, theme, bram, client_of, monkeypatch
):
    SeatWithAccountFactory(session=session, user=bram)
    client = client_of(bram)
    client.get(URL)
    keep = phone_view.keep

    def after_leaving(*given, **named):
        session.traject.participants.filter(user=bram, part=Part.LEAD_GROUP).delete()
        return keep(*given, **named)

    monkeypatch.setattr(phone_view, "keep", after_leaving)

    response = client.post(DREAMS, sent(theme, text="Bewaar mij"))

    assert response.status_code == 409
    assert "Bewaar mij" in response.content.decode()


def test_theme_that_is_no_longer_chosen_is_told(session, seats, theme, monkeypatch):
    keep = phone_view.keep

    def after_the_choice(*given, **named):
        theme.choice.delete()
        return keep(*given, **named)

    monkeypatch.setattr(phone_view, "keep", after_the_choice)

    response = phone("Aya").post(DREAMS, sent(theme, text="Bewaar mij"))

    assert response.status_code == 409
    assert "no longer works on one of these themes" in main_text(response)
    assert "Bewaar mij" in response.content.decode()


@pytest.mark.parametrize("url", [DREAMS, SENT, f"{DREAMS}1/ster/", f"{DREAMS}1/beeld/"])
def test_other_sessions_have_no_such_pages(url, session, seats):
    session.subject, session.stage = Subject.THEMES, Stage.WELCOME
    session.save()
    client = phone("Aya")

    answer = client.post(url) if url.endswith("ster/") else client.get(url)

    assert answer.status_code == 404


def test_privacy_page_tells_what_stands_under_ones_name(session, seats, theme):
    client = phone("Aya")
    client.post(DREAMS, sent(theme, text="Onder mijn naam"))
    client.post(DREAMS, sent(theme, text="Zonder mijn naam", name="nameless"))
    other = DreamImageFactory(traject=session.traject, themes=[theme])
    star(dream=other, writer=Writer.of_seat(seats[0]), at=now())

    text = told(client, f"{URL}privacy/")

    assert "Onder mijn naam" in text
    assert "Zonder mijn naam" not in text
    assert other.text not in text
    assert "You gave 1 star." in text
    assert "Whether you voted" not in text
    assert "No dream image stands under your name." in told(phone("Ben"), f"{URL}privacy/")


@pytest.mark.parametrize("person", ["els", "bram", "griet", "chaima"])
def test_who_has_no_seat_has_no_form(person, session, theme, client_of, request):
    client = client_of(request.getfixturevalue(person))

    assert client.get(DREAMS).headers["Location"] == URL
    assert client.post(DREAMS, sent(theme)).status_code == 409
    assert client.get(f"{DREAMS}1/beeld/").status_code == 404
    assert DreamImage.objects.count() == 0
