import pytest
from django.urls import reverse

from tests.trajects.dream_factories import GoalFactory
from tests.trajects.factories import CandidateFactory
from tests.trajects.plan_factories import ActionFactory, ProgressNoteFactory
from trajects.models import Action


@pytest.fixture
def action(traject):
    return ActionFactory(goal=GoalFactory(candidate=CandidateFactory(traject=traject)))


@pytest.fixture
def url(action):
    return reverse("trajects:delete_action", args=[action.traject_id, action.pk])


@pytest.mark.parametrize(
    ("person", "status"), [("els", 302), ("griet", 302), ("bram", 403), ("chaima", 404)]
)
def test_only_who_leads_deletes_it(client_of, url, request, person, status):
    answer = client_of(request.getfixturevalue(person)).post(url)

    assert answer.status_code == status
    assert Action.objects.exists() == (status != 302)


def test_one_is_asked_first(english_of, griet, action, url):
    page = english_of(griet).get(url).text

    assert action.title in page
    assert "This cannot be taken back." in page
    assert Action.objects.exists()


def test_what_was_told_about_keeps_it(english_of, griet, action, url):
    ProgressNoteFactory(action=action)

    answer = english_of(griet).post(url)

    assert answer.status_code == 409
    assert "stop it with a reason" in answer.text
    assert Action.objects.exists()


def test_after_deleting_one_comes_back_to_the_plan(english_of, griet, action, url):
    answer = english_of(griet).post(url, follow=True)

    assert answer.redirect_chain == [(f"/trajecten/{action.traject_id}/actieplan/", 302)]
    assert "The action is deleted." in answer.text
