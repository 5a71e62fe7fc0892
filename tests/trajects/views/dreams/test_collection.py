from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from tests.page import main_text
from tests.trajects.dreaming import over
from trajects.models import DreamCollection


def day(days: int) -> str:
    return (localdate() + timedelta(days=days)).isoformat()


@pytest.mark.parametrize(
    ("who", "status"), [("els", 302), ("griet", 302), ("bram", 403), ("chaima", 404)]
)
def test_who_leads_opens_the_collection(who, status, request, client_of, base, traject, theme):
    client = client_of(request.getfixturevalue(who))
    sent = {"last_day": day(9), "invitation": "Droom maar.", "version": "0"}

    response = client.post(f"{base}inzameling/", sent)

    assert response.status_code == status
    opened = [(one.invitation, one.version) for one in DreamCollection.objects.all()]
    assert opened == ([("Droom maar.", 1)] if status == 302 else [])


@pytest.mark.parametrize(
    ("last_day", "said"),
    [
        ("", "Choose the last day."),
        (day(-1), "Choose today or a later day."),
        ("morgen", "Write a date, such as 2027-03-31."),
        ("2100-01-01", "Ensure this value is less than or equal to 2099-12-31."),
    ],
)
def test_a_wrong_day_is_said_and_what_was_typed_stays(last_day, said, english_of, els, base, theme):
    sent = {"last_day": last_day, "invitation": "Droom maar."}

    response = english_of(els).post(f"{base}inzameling/", sent)

    assert response.status_code == 422
    assert said in main_text(response)
    assert "Droom maar." in response.content.decode()


@pytest.mark.parametrize("days", [-1, 0])
def test_a_day_that_is_over_is_not_offered_again(days, english_of, els, base, collection):
    DreamCollection.objects.update(last_day=day(days))

    page = english_of(els).get(f"{base}inzameling/").content.decode()

    assert (day(days) in page) is (days == 0)


def test_without_a_chosen_theme_nothing_opens(english_of, els, base, traject):
    response = english_of(els).post(f"{base}inzameling/", {"last_day": day(9)})

    assert response.status_code == 409
    assert "No theme is chosen yet." in main_text(response)


def test_a_stale_page_shows_both(english_of, els, base, collection):
    DreamCollection.objects.update(invitation="Van Griet", version=4)
    sent = {"last_day": day(9), "invitation": "Van Els", "version": "1"}

    response = english_of(els).post(f"{base}inzameling/", sent)

    html = response.content.decode()
    assert response.status_code == 409
    assert ("Van Griet" in html, "Van Els" in html) == (True, True)
    again = {**sent, "version": "4"}
    assert english_of(els).post(f"{base}inzameling/", again).status_code == 302
    assert DreamCollection.objects.get().invitation == "Van Els"


def test_the_collection_closes_once_and_opens_again(english_of, els, base, collection):
    client = english_of(els)

    first = client.post(f"{base}inzameling/", {"close": "1"}, follow=True)
    second = client.post(f"{base}inzameling/", {"close": "1"}, follow=True)

    assert "The collection is closed. What came in stays." in main_text(first)
    assert "The collection was closed already." in main_text(second)
    reopened = client.post(f"{base}inzameling/", {"last_day": day(2), "version": "2"}, follow=True)
    assert "The collection is open." in main_text(reopened)
    assert DreamCollection.objects.get().closed_at is None


def test_a_past_collection_can_be_opened_again(english_of, els, base, traject, theme):
    over(traject)

    text = main_text(english_of(els).get(f"{base}inzameling/"))

    assert "Close it before that day" not in text


def test_an_open_collection_can_be_closed_from_its_page(english_of, els, base, collection):
    assert "Close it before that day" in main_text(english_of(els).get(f"{base}inzameling/"))
