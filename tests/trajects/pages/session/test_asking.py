"""The guiding questions about one candidate theme."""

import pytest

from scans.models import Sdg, Theme
from tests.factories import SdgFactory, ThemeFactory
from tests.trajects.factories import CandidateFactory
from trajects.guiding import dialogue_questions, general_dialogue_questions, sdg_dialogue_questions
from trajects.pages.session.asking import MOST_QUESTIONS, questions_of, questions_on
from trajects.queries.candidates import candidate_facts


def test_questions_of_a_group_take_turns(traject):
    codes = ("energie", "materialen")
    themes = [
        Theme.objects.filter(code=code).first() or ThemeFactory(code=code, number=place + 50)
        for place, code in enumerate(codes)
    ]
    group = CandidateFactory(traject=traject, themes=themes)

    found = questions_of(group)

    first, second = (dialogue_questions(theme.code) for theme in group.themes.all())
    assert found[:4] == (first[0], second[0], first[1], second[1])
    assert len(found) == MOST_QUESTIONS


def test_questions_of_an_sdg(traject):
    candidate = CandidateFactory(traject=traject)
    candidate.sdgs.add(Sdg.objects.filter(number=3).first() or SdgFactory(number=3))

    assert questions_of(candidate) == sdg_dialogue_questions(3)[:MOST_QUESTIONS]


def test_own_theme_gets_the_questions_for_the_whole_talk(traject):
    assert questions_of(CandidateFactory(traject=traject)) == general_dialogue_questions()


@pytest.mark.parametrize("origins", [("theme",), ("sdg",), ("theme", "sdg"), ()])
def test_questions_follow_from_the_origins_alone(traject, origins, django_assert_num_queries):
    candidate = CandidateFactory(traject=traject)
    if "theme" in origins:
        theme = Theme.objects.filter(code="energie").first()
        candidate.themes.add(theme or ThemeFactory(code="energie", number=50))
    if "sdg" in origins:
        candidate.sdgs.add(Sdg.objects.filter(number=3).first() or SdgFactory(number=3))
    (facts,) = candidate_facts(traject)

    with django_assert_num_queries(0):
        found = questions_on(facts.origins)

    assert found == questions_of(candidate)
