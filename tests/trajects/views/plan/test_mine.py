"""What I carry in this plan."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from tests.page import links, main_text, page_of
from tests.trajects.actions.plan.telling import action_of
from tests.trajects.plan_factories import ActionNeedFactory, ActionOwnerFactory, ActionStepFactory
from tests.trajects.selecting import select

pytestmark = pytest.mark.django_db
TODAY = localdate()


@pytest.fixture
def url(traject):
    return f"/trajecten/{traject.pk}/actieplan/mijn/"


@pytest.fixture
def action(traject, bram):
    """Late, with a step to do and another action to wait for."""
    made = action_of(traject, title="Checklist maken", due_on=TODAY - timedelta(days=3))
    ActionOwnerFactory(action=made, user=bram)
    ActionStepFactory(action=made, text="Lijst bespreken")
    ActionNeedFactory(action=made, needed=action_of(traject, title="Raad beslist"))
    return made


@pytest.mark.parametrize(
    ("person", "status"), [("els", 200), ("bram", 200), ("griet", 200), ("chaima", 404)]
)
def test_everybody_of_the_traject_has_this_page(url, english_of, request, person, status):
    assert english_of(request.getfixturevalue(person)).get(url).status_code == status


def test_what_is_late_stands_first_with_its_next_step(url, action, english_of, bram):
    response = english_of(bram).get(url)

    text = main_text(response)
    assert "First for you: this deadline has passed" in text
    assert "Next step: Lijst bespreken" in text
    assert "Waits for: Raad beslist" in text
    assert f"/trajecten/{action.traject_id}/actieplan/{action.pk}/#progress" in links(
        page_of(response)
    )


def test_step_is_ticked_off_on_the_page_itself(url, action, english_of, bram):
    client = english_of(bram)
    (form,) = select(page_of(client.get(url)), "ul.ownactions form")
    sent = {one.get("name"): one.get("value") for one in form.iter("input")}

    answer = client.post(form.get("action"), sent)

    assert answer["Location"] == f"{url}#a{action.pk}"
    assert action.steps.get().done_on == TODAY
    assert "All steps are done. Is the action done as well?" in main_text(client.get(url))


def test_action_without_steps_asks_for_a_line(url, action, english_of, bram):
    action.steps.all().delete()

    assert "Tell in one line how it goes." in main_text(english_of(bram).get(url))


def test_what_ended_is_there_to_open(url, action, english_of, bram):
    action.done_on = TODAY
    action.save()

    text = main_text(english_of(bram).get(url))

    assert "Nothing is open in your name." in text
    assert "1 that is done or stopped" in text
    assert "First for you" not in text


def test_who_carries_nothing_reads_how_that_comes(url, action, english_of, griet):
    text = main_text(english_of(griet).get(url))

    assert "You carry no action of this plan." in text
