import pytest
from django.urls import reverse

from tests.trajects.dream_factories import DreamImageFactory, GoalFactory
from tests.trajects.views.goals.room import chosen_theme
from trajects.models import Candidate, DreamImage, Goal, Traject


@pytest.fixture
def theme(traject: Traject) -> Candidate:
    return chosen_theme(traject)


@pytest.fixture
def dream(traject: Traject, theme: Candidate) -> DreamImage:
    return DreamImageFactory(traject=traject, themes=[theme], text="Elk bestek\n- voor iedereen")


@pytest.fixture
def new(traject: Traject) -> str:
    return reverse("trajects:new_goal", args=[traject.pk])


@pytest.fixture
def stored(theme: Candidate) -> Goal:
    return GoalFactory(candidate=theme, sentence="We kopen duurzamer.", version=4)


@pytest.fixture
def edit(stored: Goal) -> str:
    return reverse("trajects:edit_goal", args=[stored.traject_id, stored.pk])
