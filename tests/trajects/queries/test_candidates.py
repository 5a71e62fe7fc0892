"""Scan and photo beside each origin of a candidate theme."""

from fractions import Fraction

import pytest

from scans.models import Sdg
from tests.factories import ThemeFactory
from tests.trajects.factories import CandidateFactory, InitiativeFactory
from tests.trajects.photos import photo_of
from tests.trajects.scanned import link_scan
from trajects.models import Traject
from trajects.queries.candidates import OriginKind, candidate_facts


def finish(traject: Traject) -> None:
    scan = traject.scan
    scan.finished_at, scan.finished_by = scan.started_at, scan.started_by
    scan.save()


@pytest.fixture
def photo(traject):
    """Energy (7) has two that run and one that is planned, water (10) one that stopped too."""
    return photo_of(traject)


@pytest.fixture
def scanned(traject, photo):
    """Over energy only, case A of the scores."""
    link_scan(traject, "jjj jjn jnn nnn nnn")
    finish(traject)
    return traject


def test_theme_has_its_step_its_score_and_its_initiatives(scanned, photo):
    energy, water, people = photo.themes
    CandidateFactory(traject=scanned, position=1, name="Warmte", themes=[energy])
    CandidateFactory(traject=scanned, position=2, themes=[water, people])

    first, second = candidate_facts(scanned)

    (origin,) = first.origins
    assert first.candidate.name == "Warmte"
    assert (origin.kind, origin.number, origin.code) == (OriginKind.THEME, 7, "energie")
    assert (origin.name, origin.short_name) == ("Energie en klimaat", "Energie")
    assert (origin.result.reached, origin.result.score.score) == (2, Fraction(2, 5))
    assert origin.initiatives == 3
    assert [(one.number, one.result, one.initiatives) for one in second.origins] == [
        (4, None, 0),
        (10, None, 1),
    ]


def test_sdg_has_its_initiatives_and_the_themes_it_touches(scanned, photo):
    energy, water, _people = photo.themes
    climate, clean = photo.sdgs
    energy.sdgs.add(climate)
    water.sdgs.add(climate)  # the scan does not ask about it
    candidate = CandidateFactory(traject=scanned, themes=[energy])
    candidate.sdgs.add(climate, clean)

    (facts,) = candidate_facts(scanned)

    theme, first, second = facts.origins
    assert theme.kind == OriginKind.THEME
    assert (first.number, first.name, first.short_name) == (6, "Schoon water", "SDG 6")
    assert (first.initiatives, first.result, first.touching) == (1, None, ())
    assert (second.number, second.initiatives) == (13, 2)
    assert [(one.number, one.result.reached) for one in second.touching] == [(7, 2)]


def test_candidate_of_the_group_itself_has_no_origin(traject):
    candidate = CandidateFactory(traject=traject)

    (facts,) = candidate_facts(traject)

    assert (facts.candidate, facts.origins) == (candidate, ())


def test_running_scan_says_nothing(traject, photo):
    link_scan(traject)
    CandidateFactory(traject=traject, themes=[photo.themes[0]])

    (facts,) = candidate_facts(traject)

    assert [one.result for one in facts.origins] == [None]


def test_only_what_is_in_the_running_in_its_order(traject):
    group = CandidateFactory(traject=traject, position=3, name="Groep")
    CandidateFactory(traject=traject, position=1, name="Erin", grouped_into=group)
    CandidateFactory(traject=traject, position=2, name="Eerst")
    CandidateFactory(name="Van een ander")

    assert [one.candidate.name for one in candidate_facts(traject)] == ["Eerst", "Groep"]


def test_initiatives_of_another_traject_do_not_count(traject):
    theme = ThemeFactory()
    InitiativeFactory(themes=[theme])
    merged = InitiativeFactory(themes=[theme], traject=traject)
    InitiativeFactory(themes=[theme], traject=traject, merged_into=merged)
    CandidateFactory(traject=traject, themes=[theme])

    (facts,) = candidate_facts(traject)

    assert [one.initiatives for one in facts.origins] == [1]


@pytest.mark.parametrize("number", [1, 3])
def test_facts_cost_seven_queries_with_scan_and_sdgs(
    scanned, photo, django_assert_num_queries, number
):
    for _each in range(number):
        CandidateFactory(traject=scanned, themes=photo.themes).sdgs.set(Sdg.objects.all())
    stored = Traject.objects.get(pk=scanned.pk)

    with django_assert_num_queries(7):
        candidate_facts(stored)


@pytest.mark.parametrize("number", [1, 3])
def test_facts_cost_three_queries_without_scan(traject, django_assert_num_queries, number):
    CandidateFactory.create_batch(number, traject=traject)

    with django_assert_num_queries(3):
        candidate_facts(traject)
