"""What a dossier tells about goals and about what they come to."""

import pytest

from reporting.geometry import Spoke
from scans.models import Sdg
from tests.trajects.dossiers import AT, ON, filled
from tests.trajects.dream_factories import GoalAdoptionFactory, GoalFactory
from trajects.dossier import Choice, dossier_of
from trajects.dossier.outlook import Effect, Effects


@pytest.fixture
def told(traject):
    return filled(traject)


def goals_of(told):
    return dossier_of(told.traject, on=ON, at=AT, choice=Choice()).goals.goals


def test_goal_carries_figures_letters_and_who_adopted_it(told):
    (goal,) = goals_of(told)

    assert (goal.number, goal.baseline, goal.target) == (1, "100 kWh", "80 kWh")
    assert goal.carrier == "Milieuambtenaar, Dienst Milieu"
    assert goal.adopted_by == "1 member of the lead group and ook a colleague"
    assert [one.letter for one in goal.smart] == list("SMART")
    assert goal.is_smart == all(letter != "-" for letter in goal.code)


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ({}, "climate"),
        ({"mvoi_now": 1, "mvoi_wanted": 3}, "climate, from step 1 to step 3"),
    ],
)
def test_goal_of_purchasing_is_told_with_its_steps(told, steps, said):
    GoalFactory(traject=told.traject, candidate=told.goal.candidate, mvoi_goal="climate", **steps)

    assert [str(one.mvoi) for one in goals_of(told)] == ["", said]


def test_goal_with_sdgs_that_others_adopted(told):
    goal = GoalFactory(traject=told.traject, candidate=told.goal.candidate)
    goal.sdgs.add(*(Sdg.objects.get_or_create(number=number)[0] for number in (13, 7)))
    Sdg.objects.filter(number=7).update(name="Energie")
    Sdg.objects.filter(number=13).update(name="Klimaat")
    GoalAdoptionFactory(goal=goal, others="het managementteam")

    _first, found = goals_of(told)

    assert found.sdgs == ("7 Energie", "13 Klimaat")
    assert found.adopted_by == "het managementteam"


def test_theme_that_the_group_no_longer_chose_has_no_steps(told):
    told.goal.candidate.choice.delete()

    (theme,) = dossier_of(told.traject, on=ON, at=AT, choice=Choice()).goals.themes

    assert (theme.name, theme.because, theme.reached, theme.wanted) == ("Klimaat", "", None, None)


def test_effects_of_three_themes_are_a_shape():
    one = Effect(7, "Energie en klimaat", "Energie", 1, 2, 3, (), 0, ())

    assert not Effects((one,)).has_shape
    assert Effects((one,) * 3).has_shape
    assert Effects((one,)).spokes == (Spoke("7 Energie", 1, 3, 2),)
