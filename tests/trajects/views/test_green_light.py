"""The page of the green light: what was decided, and going on without."""

import pytest

from tests.page import by_id, main_text, page_of
from tests.scans.views.conftest import NOW
from tests.trajects.factories import CandidateFactory, GreenLightFactory, ThemeChoiceFactory
from trajects.models import Decision, GreenLight

pytestmark = pytest.mark.usefixtures("clock")
GRANTED = {
    "decision": "granted",
    "decided_by": "College",
    "decided_on": "2026-01-05",
    "remarks": "",
    "shown": "",
}


@pytest.fixture
def url(traject) -> str:
    ThemeChoiceFactory(candidate=CandidateFactory(traject=traject))
    return f"/trajecten/{traject.pk}/themas/groen-licht/"


@pytest.mark.parametrize(
    ("person", "read", "decides", "goes_on"),
    [
        ("els", 200, 302, 302),
        ("griet", 200, 302, 403),
        ("bram", 200, 403, 403),
        ("chaima", 404, 404, 404),
    ],
)
def test_everybody_reads_who_leads_decides_and_only_who_moderates_goes_on(
    english_of, request, url, person, read, decides, goes_on
):
    client = english_of(request.getfixturevalue(person))

    assert client.get(url).status_code == read
    assert client.post(url, GRANTED).status_code == decides
    newest = GreenLight.objects.first()
    shown = {"shown": str(newest.pk) if newest else ""}
    assert client.post(url, {"reason": "Te laat.", **shown}).status_code == goes_on
    assert GreenLight.objects.count() == [decides, goes_on].count(302)


def test_decision_stands_on_the_page(griet, bram, english_of, url):
    english_of(griet).post(
        url, {**GRANTED, "decision": "conditions", "remarks": "Binnen het budget."}
    )

    text = main_text(english_of(bram).get(url))

    assert "Green light, with conditions College, 5 January 2026 Binnen het budget." in text
    assert "Written down by Griet Maes" in text


def test_going_on_without_is_kept_with_name_day_and_reason(els, bram, english_of, url):
    english_of(els).post(url, {"reason": "Het college vergadert pas in juni.", "shown": ""})

    kept = GreenLight.objects.get()
    assert (kept.decision, kept.decided_on, kept.recorded_by) == (
        Decision.NOT_AWAITED,
        NOW.date(),
        els,
    )
    text = main_text(english_of(bram).get(url))
    assert "Went on without waiting" in text
    assert "Het college vergadert pas in juni." in text
    assert "Written down by Els Boone" in text


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"decided_by": ""}, "Write down who decided."),
        ({"decided_on": ""}, "Fill in a date."),
        ({"decided_on": "2099-01-01"}, "This day is still to come."),
        ({"decision": ""}, "Choose what they decided."),
        ({"decision": "not_awaited"}, "Select a valid choice."),
        ({"decision": "conditions"}, "Write down the conditions."),
        ({"decision": "refused"}, "Write down why not."),
    ],
)
def test_mistake_is_said_and_changes_nothing(griet, english_of, url, changed, words):
    response = english_of(griet).post(url, {**GRANTED, **changed})

    assert response.status_code == 422
    assert words in main_text(response)
    assert not GreenLight.objects.exists()


def test_nobody_goes_on_without_a_reason(els, english_of, url):
    response = english_of(els).post(url, {"reason": "  ", "shown": ""})

    assert response.status_code == 422
    assert "Write down why nobody waits for the decision." in main_text(response)


@pytest.mark.parametrize("sent", [GRANTED, {"reason": "Te laat.", "shown": ""}])
def test_older_page_is_refused_and_a_second_save_is_kept(
    traject, griet, els, english_of, url, sent
):
    GreenLightFactory(traject=traject, recorded_by=griet, decided_by="Managementteam")
    client = english_of(els)

    response = client.post(url, sent)

    assert response.status_code == 409
    assert "Managementteam" in main_text(response)
    field = "id_shown" if "decision" in sent else "id_go_on_shown"
    shown = by_id(page_of(response), field).get("value")
    assert client.post(url, {**sent, "shown": shown}).status_code == 302
    assert GreenLight.objects.count() == 2


def test_earlier_decisions_stay_to_be_read(traject, griet, bram, english_of, url):
    GreenLightFactory(traject=traject, decision=Decision.REFUSED, remarks="Te veel.")
    GreenLightFactory(traject=traject)

    text = main_text(english_of(bram).get(url))

    assert text.index("Green light college") < text.index("No green light college")


@pytest.mark.parametrize("sent", [GRANTED, {"reason": "Te laat.", "shown": ""}])
def test_before_a_choice_one_is_led_to_it(traject, els, english_of, url, sent):
    traject.candidates.all().delete()

    response = english_of(els).post(url, sent, follow=True)

    assert response.redirect_chain == [(f"/trajecten/{traject.pk}/themas/keuze/", 302)]
    assert "Choose the themes first." in main_text(response)


@pytest.mark.parametrize("number", [1, 3])
def test_page_costs_the_same_for_one_decision_and_three(
    traject, bram, english_of, url, django_assert_num_queries, number
):
    GreenLightFactory.create_batch(number, traject=traject)
    client = english_of(bram)
    client.get(url)

    with django_assert_num_queries(8):
        client.get(url)
