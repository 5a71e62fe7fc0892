"""What was decided about the plan."""

import pytest

from tests.page import main_text
from tests.trajects.dream_factories import GoalFactory
from tests.trajects.plan_factories import ActionFactory, PlanDecisionFactory
from trajects.models import PlanDecision

pytestmark = pytest.mark.usefixtures("clock")
APPROVED = {
    "decision": "approved",
    "decided_by": "de gemeenteraad",
    "decided_on": "2026-01-05",
    "remarks": "",
    "shown": "",
}


@pytest.fixture
def empty(traject) -> str:
    return f"/trajecten/{traject.pk}/actieplan/beslissing/"


@pytest.fixture
def url(traject, empty) -> str:
    ActionFactory(goal=GoalFactory(traject=traject))
    return empty


@pytest.mark.parametrize(
    ("person", "read", "decided"),
    [("els", 200, 302), ("griet", 200, 302), ("bram", 200, 403), ("chaima", 404, 404)],
)
def test_everybody_reads_and_who_leads_decides(english_of, request, url, person, read, decided):
    client = english_of(request.getfixturevalue(person))

    assert client.get(url).status_code == read
    assert client.post(url, APPROVED).status_code == decided
    assert PlanDecision.objects.count() == (decided == 302)


def test_decisions_stand_on_the_page_the_newest_first(griet, bram, english_of, url):
    client = english_of(griet)
    client.post(url, {**APPROVED, "decision": "refused", "remarks": "Te duur."})
    shown = str(PlanDecision.objects.get().pk)
    client.post(url, {**APPROVED, "shown": shown, "remarks": "Met een jaarverslag."})

    text = main_text(english_of(bram).get(url))

    assert "The plan is approved de gemeenteraad, 5 January 2026 Met een jaarverslag." in text
    assert "Decided before Not approved de gemeenteraad, 5 January 2026 Te duur." in text
    assert "Written down by Griet Maes" in text


def test_older_page_is_refused_and_what_was_typed_stays(griet, english_of, url, traject):
    newest = PlanDecisionFactory(traject=traject, decided_by="het college")
    client = english_of(griet)

    response = client.post(url, {**APPROVED, "remarks": "Met een verslag."})

    assert response.status_code == 409
    assert "A colleague wrote down a decision meanwhile" in main_text(response)
    assert "Met een verslag." in main_text(response)
    assert f'value="{newest.pk}"' in response.content.decode()
    assert PlanDecision.objects.count() == 1


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"decided_by": ""}, "Write down who decided."),
        ({"decided_on": ""}, "Fill in a date."),
        ({"decided_on": "2099-01-01"}, "This day is still to come."),
        ({"decision": ""}, "Choose what they decided."),
        ({"decision": "refused"}, "Write down why not."),
    ],
)
def test_mistake_is_named_and_nothing_is_kept(griet, english_of, url, changed, words):
    response = english_of(griet).post(url, {**APPROVED, **changed})

    assert response.status_code == 422
    assert words in main_text(response)
    assert not PlanDecision.objects.exists()


def test_without_an_action_there_is_nothing_to_decide(griet, english_of, empty):
    client = english_of(griet)

    assert "Then there is nothing to decide." in main_text(client.get(empty))
    response = client.post(empty, APPROVED)
    assert (response.status_code, response["Location"].endswith("/actieplan/")) == (302, True)
    assert not PlanDecision.objects.exists()
