"""Two scans beside each other, as the page shows them."""

from fractions import Fraction

import pytest
from django.utils import translation

from scans.compared import ComparedScans, compared_scans
from scans.models import Questionnaire, Scan
from tests.factories import ScanFactory, UserFactory, answer_all, published_questionnaire

BASICS = "jjj jjn nnn nnn nnn"


@pytest.fixture
def questionnaire(db) -> Questionnaire:
    return published_questionnaire(themes=(1, 2, 3))


@pytest.fixture
def compare(questionnaire):
    """Of two scans with these letters; the earlier one is of 2025."""

    def compare(before: str, after: str, **later) -> ComparedScans:
        scans = []
        for year, letters, own in ((2025, before, {}), (2026, after, later)):
            made = ScanFactory(year=year, **{"questionnaire": questionnaire, **own})
            answer_all(made, letters, by=UserFactory())
            scans.append(Scan.objects.get(pk=made.pk))
        return compared_scans(*scans)

    return compare


def numbers(themes) -> list[int]:
    return [theme.line.number for theme in themes]


def test_themes_are_higher_lower_or_unchanged(compare):
    compared = compare(BASICS * 3, "jjj jjn jjn nnn nnn" + BASICS + "jnn jjn nnn nnn nnn")

    assert numbers(compared.higher) == [1]
    assert numbers(compared.lower) == [3]
    assert compared.unchanged == 1
    assert [theme.steps for theme in compared.themes] == [1, 0, 2]
    assert compared.themes[0].comparison.score_gained == Fraction(2, 15)
    assert (compared.common, compared.not_compared) == (45, ())


def test_moved_answers_say_before_and_after(compare):
    compared = compare(BASICS, "jjn jjj nnn nnn nnx")

    (theme,) = compared.with_moves
    with translation.override("en"):
        moved = [(one.code, str(one.before_name), str(one.after_name)) for one in theme.moved]
    assert moved == [
        ("thema-1-1c", "yes", "no"),
        ("thema-1-2c", "no", "yes"),
        ("thema-1-5c", "no", "not applicable"),
    ]
    assert theme.moved[0].text == "Wij doen thema-1-1c helemaal."
    assert (compared.moved, compared.answered_once) == (3, 0)


def test_answer_that_one_scan_lacks_has_not_moved(compare):
    compared = compare("jjj nnn nnn nnn nnn", "jjj jn- nnn nnn n--")

    assert [one.code for one in compared.themes[0].moved] == ["thema-1-2a"]
    assert (compared.moved, compared.answered_once) == (1, 3)


def test_theme_with_too_few_answers_in_one_scan_has_no_difference(compare):
    compared = compare(BASICS, "jjj")

    assert numbers(compared.compared) == []
    assert numbers(compared.not_compared) == [1, 2, 3]
    first = compared.themes[0]
    assert (first.steps, first.is_higher, first.is_lower) == (None, False, False)
    assert first.nothing_in_common is False


def test_theme_that_only_one_version_has_is_named_with_its_reason(compare):
    newer = published_questionnaire(themes=(1, 7))

    compared = compare(BASICS * 3, BASICS * 2, questionnaire=newer)

    assert numbers(compared.themes) == [1, 2, 3, 7]
    assert numbers(compared.compared) == [1]
    assert [theme.nothing_in_common for theme in compared.not_compared] == [True, True, True]
    assert (compared.common, compared.themes[3].line.name) == (15, "Thema nummer 7")


def test_light_scan_beside_a_full_one_counts_what_both_asked(compare):
    compared = compare("jjj jjn nnn nnn nnn", "j j j n n", depth="light")

    first = compared.themes[0].comparison
    assert (first.common, first.before.reached, first.after.reached) == (5, 2, 3)
    assert [one.code for one in compared.themes[0].moved] == ["thema-1-3a"]


def test_comparison_costs_six_queries(compare, django_assert_num_queries):
    made = compare(BASICS * 3, BASICS * 3)
    before, after = (Scan.objects.get(pk=scan.pk) for scan in (made.before, made.after))

    with django_assert_num_queries(6):
        compared_scans(before, after)
