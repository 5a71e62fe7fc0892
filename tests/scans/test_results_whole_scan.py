"""The parts of the result that look over all themes."""

from fractions import Fraction

import pytest
from django.utils import translation

from reporting.geometry import Spoke
from scans.models import Answer, Scan
from scans.results import ScanResult, scan_result
from scans.scoring import GlobalScore
from tests.factories import ScanFactory, UserFactory, answer_all, published_questionnaire

# Of themes 1 to 4: step 5, step 2, step 0 with a high score, and too few answers.
LETTERS = "jjj jjj jjj jjj jjj  jjj jjn nnn nnn nnn  nnn jjj jjj jjj jjj  jww --- --- --- ---"


@pytest.fixture
def scan(db) -> Scan:
    made = ScanFactory(questionnaire=published_questionnaire(themes=(1, 2, 3, 4)))
    answer_all(made, LETTERS, by=UserFactory())
    return Scan.objects.get(pk=made.pk)


@pytest.fixture
def result(scan) -> ScanResult:
    return scan_result(scan)


def tick(scan: Scan, *codes: str) -> None:
    Answer.objects.filter(respondent__scan=scan, statement__code__in=codes).update(interesting=True)


def numbers(lines) -> list[int]:
    return [line.number for line in lines]


def test_overall_score_says_what_is_left_out_and_what_is_weakest(result):
    mean = (1 + Fraction(5, 15) + Fraction(12, 15)) / 3

    assert result.overall == GlobalScore(mean, counted=(1, 2, 3), left_out=(4,), weakest=2)
    assert numbers(result.unclaimed) == [4]
    assert (result.known_statements, result.applicable_statements) == (46, 60)


def test_columns_put_every_claimed_theme_on_its_step(result):
    assert [numbers(column.lines) for column in result.columns] == [[3], [], [2], [], [], [1]]
    assert result.columns[0].name == ""
    with translation.override("en"):
        assert str(result.columns[2].name) == "Pilots"


def test_fullest_column_is_not_told_on_a_tie(result):
    assert result.fullest is None


def test_fullest_column_has_more_themes_than_any_other(db):
    scan = ScanFactory(questionnaire=published_questionnaire(themes=(1, 2, 3)))
    answer_all(scan, "n" * 30 + "j" * 15, by=UserFactory())

    assert scan_result(scan).fullest.step == 0


def test_fullest_column_is_none_without_a_claimed_theme(db):
    scan = ScanFactory(questionnaire=published_questionnaire(themes=(1,)))

    result = scan_result(scan)

    assert (result.fullest, result.furthest, result.least_far) == (None, None, None)
    assert result.overall == GlobalScore(None, counted=(), left_out=(1,), weakest=None)


def test_furthest_and_least_far_go_by_step(result):
    assert (result.furthest.number, result.least_far.number) == (1, 3)


def test_furthest_is_not_told_when_all_stand_on_one_step(db):
    scan = ScanFactory(questionnaire=published_questionnaire(themes=(1, 2)))
    answer_all(scan, "j" * 30, by=UserFactory())

    result = scan_result(scan)

    assert (result.furthest, result.least_far) == (None, None)


def test_strong_and_weak_hold_lines(result):
    assert (numbers(result.strong), numbers(result.weak)) == ([1, 3], [2])


def test_high_score_without_basics_is_named(result):
    assert [line.is_high_without_basics for line in result.lines] == [False, False, True, False]


def test_spokes_carry_a_star_where_no_step_is_claimed(result):
    assert result.spokes == [
        Spoke("1 Thema 1", 5),
        Spoke("2 Thema 2", 2),
        Spoke("3 Thema 3", 0),
        Spoke("4 Thema 4*", None),
    ]
    assert [spoke.label for spoke in result.numbered_spokes] == ["1", "2", "3", "4*"]


def test_radar_needs_three_themes(result, db):
    two = ScanFactory(questionnaire=published_questionnaire(themes=(1, 2)))

    assert (result.has_radar, scan_result(two).has_radar) == (True, False)


def test_candidates_without_ticks_are_the_weak_themes(result):
    assert [candidate.line.number for candidate in result.candidates] == [2]
    assert result.candidates_by_ticks is False


def test_candidates_with_ticks_count_what_is_not_met(scan):
    tick(scan, "thema-2-1a", "thema-2-2c", "thema-2-3a", "thema-3-1a")

    result = scan_result(scan)

    assert [(c.line.number, c.ticked, c.share) for c in result.candidates] == [
        (2, 2, Fraction(2, 15)),
        (3, 1, Fraction(1, 15)),
    ]
    assert result.candidates_by_ticks is True


def test_ticked_lists_met_and_unmet_in_order(scan):
    tick(scan, "thema-2-2c", "thema-1-1a")

    ticked = scan_result(scan).ticked

    with translation.override("en"):
        assert [(n.line.number, n.statement.code, str(n.outcome_name)) for n in ticked] == [
            (1, "thema-1-1a", "yes"),
            (2, "thema-2-2c", "no"),
        ]


def test_unknown_is_grouped_by_the_department_that_may_know(result):
    (group,) = result.unknown

    assert group.department == "Algemene directie"
    assert [noted.statement.code for noted in group.statements] == ["thema-4-1b", "thema-4-1c"]


def test_whole_result_costs_five_queries(scan, django_assert_num_queries):
    with django_assert_num_queries(5):
        scan_result(scan)
