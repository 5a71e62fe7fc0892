"""Per chosen theme the step reached and the step wanted."""

import pytest

from tests.trajects.dream_factories import ThemeAmbitionFactory
from tests.trajects.factories import CandidateFactory, ThemeChoiceFactory
from tests.trajects.photos import photo_of
from tests.trajects.scanned import link_scan
from trajects.models import Candidate, ThemeAmbition
from trajects.queries.ambitions import OriginStep, ThemeSteps, ambition_fingerprint, theme_steps


@pytest.fixture
def photo(traject):
    return photo_of(traject)


@pytest.fixture
def scanned(traject, photo):
    """Energy stands on step 2; water is not asked about."""
    link_scan(traject, "jjj jjn jnn nnn nnn")
    scan = traject.scan
    scan.finished_at, scan.finished_by = scan.started_at, scan.started_by
    scan.save()
    return traject


def chosen(traject, **own) -> Candidate:
    candidate = CandidateFactory(traject=traject, **own)
    ThemeChoiceFactory(candidate=candidate, chosen=True)
    return candidate


def test_chosen_themes_come_in_their_order_with_what_is_wanted(traject):
    second = chosen(traject, position=2)
    first = chosen(traject, position=1)
    ambition = ThemeAmbitionFactory(candidate=second, step=4)
    ThemeChoiceFactory(candidate=CandidateFactory(traject=traject), chosen=False)
    CandidateFactory(traject=traject)

    assert theme_steps(traject) == (ThemeSteps(first, (), None), ThemeSteps(second, (), ambition))
    assert [one.wanted for one in theme_steps(traject)] == [None, 4]
    assert [one.reached for one in theme_steps(traject)] == [None, None]


def test_theme_has_the_step_of_the_finished_scan(scanned, photo):
    energy, water, _people = photo.themes
    chosen(scanned, themes=[energy, water])

    (found,) = theme_steps(scanned)

    assert found.origins == (
        OriginStep(energy.number, energy.code, energy.name, energy.short_name, 2),
        OriginStep(water.number, water.code, water.name, water.short_name, None),
    )
    assert found.reached == 2


def test_sdg_counts_as_the_themes_that_it_touches(scanned, photo):
    energy = photo.themes[0]
    climate = photo.sdgs[0]
    energy.sdgs.add(climate)
    chosen(scanned, position=1, themes=[energy]).sdgs.add(climate)
    chosen(scanned, position=2).sdgs.add(climate)

    assert [[one.number for one in found.origins] for found in theme_steps(scanned)] == [[7], [7]]


def test_fingerprint_changes_with_what_the_page_shows(traject):
    candidate = chosen(traject)
    seen = [ambition_fingerprint(theme_steps(traject))]
    ambition = ThemeAmbitionFactory(candidate=candidate, step=3)
    seen.append(ambition_fingerprint(theme_steps(traject)))
    ThemeAmbition.objects.update(because="Omdat het kan.")
    seen.append(ambition_fingerprint(theme_steps(traject)))
    ThemeAmbition.objects.update(step=4)
    seen.append(ambition_fingerprint(theme_steps(traject)))
    chosen(traject)
    seen.append(ambition_fingerprint(theme_steps(traject)))

    assert len(set(seen)) == 5
    ambition.refresh_from_db()
    assert ambition_fingerprint(theme_steps(traject)) == seen[-1]


@pytest.mark.parametrize("number", [1, 3])
def test_steps_cost_the_same_for_one_and_for_three(
    scanned, photo, number, django_assert_num_queries
):
    energy = photo.themes[0]
    for _place in range(number):
        ThemeAmbitionFactory(candidate=chosen(scanned, themes=[energy]))

    with django_assert_num_queries(5):
        theme_steps(scanned)
