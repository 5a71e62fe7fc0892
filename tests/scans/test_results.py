from fractions import Fraction

import pytest
from django.utils import translation

from scans.models import Scan
from scans.queries import scanned_statements
from scans.results import ScanResult, scan_result, theme_results
from scans.scoring import score_theme
from tests.factories import ScanFactory, UserFactory, answer_all, published_questionnaire


def result_of(letters: str, *, themes: tuple[int, ...] = (1, 2, 3)) -> ScanResult:
    scan = ScanFactory(questionnaire=published_questionnaire(themes=themes))
    answer_all(scan, letters, by=UserFactory())
    return scan_result(Scan.objects.get(pk=scan.pk))


ALL_YES = "jjjjjjjjjjjjjjj"
BASICS = "jjjjjjnnnnnnnnn"
NOTHING = "nnnnnnnnnnnnnnn"
FEW = "jjj------------"
NOT_APPLICABLE = "x" * 15


@pytest.mark.django_db
def test_line_says_what_scoring_says():
    result = result_of(BASICS + "jjjjjwwxx" + "------" + FEW)

    first = result.lines[0]
    assert (first.number, first.code, first.name) == (1, "thema-1", "Thema nummer 1")
    assert first.result.score.score == Fraction(6, 15)
    assert (first.result.reached, first.result.possible) == (2, 2)
    assert (first.has_claim, first.may_be_higher, first.shown_possible) == (True, False, 2)
    assert first.not_counted == ()


@pytest.mark.django_db
def test_line_keeps_what_is_not_counted_apart():
    result = result_of("jjjjj nww xx -----", themes=(1,))

    (line,) = result.lines
    with translation.override("en"):
        assert [(str(name), number) for name, number in line.not_counted] == [
            ("open", 5),
            ("don’t know", 2),
            ("not applicable", 2),
        ]


@pytest.mark.django_db
def test_line_with_too_few_answers_claims_nothing():
    (line,) = result_of(FEW, themes=(1,)).lines

    assert (line.has_claim, line.shown_possible, line.may_be_higher) == (False, None, False)
    assert (line.result.reached, line.result.possible) == (None, 5)


@pytest.mark.django_db
def test_line_that_could_be_higher_says_so():
    (line,) = result_of("jjj jwn nnw nnn nnn", themes=(1,)).lines

    assert (line.result.reached, line.may_be_higher, line.shown_possible) == (1, True, 2)


@pytest.mark.django_db
def test_line_without_anything_that_applies_has_no_share():
    (line,) = result_of(NOT_APPLICABLE, themes=(1,)).lines

    assert (line.has_claim, line.share, line.result.score.band) == (False, Fraction(0), None)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("letters", "claimed", "strongest", "weakest"),
    [
        (BASICS + ALL_YES + NOTHING, [1, 2, 3], 2, 3),
        (ALL_YES + ALL_YES + BASICS, [1, 2, 3], 1, 3),  # ties go to the lower number
        (ALL_YES + NOTHING + NOTHING, [1, 2, 3], 1, 2),
        (FEW + ALL_YES + BASICS, [2, 3], 2, 3),
        (FEW + ALL_YES + NOT_APPLICABLE, [2], 2, None),  # never strongest and weakest at once
        (FEW + FEW + FEW, [], None, None),
        (NOT_APPLICABLE * 3, [], None, None),
        ("", [], None, None),
        (ALL_YES * 3, [1, 2, 3], 1, None),
    ],
)
def test_headline_facts(letters, claimed, strongest, weakest):
    result = result_of(letters)

    assert [line.number for line in result.claimed] == claimed
    assert (result.strongest and result.strongest.number) == strongest
    assert (result.weakest and result.weakest.number) == weakest


def test_result_recomputes_to_the_same_after_a_new_version(world):
    before = scan_result(world.a.finished)

    published_questionnaire(themes=(1, 2), version=99)

    assert scan_result(Scan.objects.get(pk=world.a.finished.pk)) == before


def test_result_of_a_finished_scan_costs_three_queries(world, django_assert_num_queries):
    with django_assert_num_queries(3):
        scan_result(world.a.finished)


@pytest.mark.django_db
def test_results_alone_are_those_of_the_lines_in_two_queries(django_assert_num_queries):
    scan = ScanFactory(questionnaire=published_questionnaire(themes=(1, 2, 3)))
    answer_all(scan, BASICS + "jjjjjwwxx" + "------" + FEW, by=UserFactory())
    whole = scan_result(Scan.objects.get(pk=scan.pk))

    with django_assert_num_queries(2):
        found = theme_results(scan)

    assert found == {line.number: line.result for line in whole.lines}


@pytest.mark.django_db
def test_theme_without_asked_statements_has_no_line():
    scan = ScanFactory(questionnaire=published_questionnaire(themes=(1,)), depth="light")
    other = ScanFactory(questionnaire=published_questionnaire(themes=(2,)))

    assert [line.number for line in scan_result(scan).lines] == [1]
    assert [line.number for line in scan_result(other).lines] == [2]
    assert scan_result(scan).lines[0].result == score_theme(statements_of(scan))


def statements_of(scan: Scan) -> list:
    return [statement.scored for statement in scanned_statements(scan)]
