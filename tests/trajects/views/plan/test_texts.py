"""What the group writes in its plan besides actions."""

import pytest

from tests.page import main_text
from tests.trajects.plan_factories import PlanTextFactory
from trajects.models import PlanText

pytestmark = pytest.mark.usefixtures("clock")
TYPED = {"summary": "We beginnen.", "follow_up": "", "communication": "", "version": "0"}


@pytest.fixture
def url(traject) -> str:
    return f"/trajecten/{traject.pk}/actieplan/teksten/"


@pytest.mark.parametrize(
    ("person", "read", "written"),
    [("els", 200, 302), ("griet", 200, 302), ("bram", 403, 403), ("chaima", 404, 404)],
)
def test_who_leads_writes(english_of, request, url, person, read, written):
    client = english_of(request.getfixturevalue(person))

    assert client.get(url).status_code == read
    assert client.post(url, TYPED).status_code == written
    assert PlanText.objects.count() == (written == 302)


def test_texts_come_back_in_the_form_and_stand_in_the_plan(griet, english_of, url):
    client = english_of(griet)

    response = client.post(url, TYPED, follow=True)

    assert "The texts are saved." in main_text(response)
    assert "We beginnen." in main_text(response)
    assert "We beginnen." in client.get(url).content.decode()


def test_older_page_is_refused_with_both_texts(griet, english_of, url, traject):
    PlanTextFactory(traject=traject, summary="Van een collega.")
    client = english_of(griet)

    response = client.post(url, TYPED)

    assert response.status_code == 409
    text = main_text(response)
    assert "A colleague changed these texts meanwhile" in text
    assert "Van een collega." in text
    assert "We beginnen." in text
    assert PlanText.objects.get().summary == "Van een collega."
    assert client.post(url, {**TYPED, "version": "1"}).status_code == 302
    assert PlanText.objects.get().summary == "We beginnen."


def test_text_that_is_too_long_stays_in_the_form(griet, english_of, url):
    response = english_of(griet).post(url, {**TYPED, "summary": "w" * 1001, "follow_up": "Blijft."})

    assert response.status_code == 422
    assert "There is room for 1000." in main_text(response)
    assert "Blijft." in main_text(response)
    assert not PlanText.objects.exists()
