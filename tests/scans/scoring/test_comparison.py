from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import given

from scans.scoring import NotComparable, ScoredTheme, compare, score_theme
from tests.scans.scoring.examples import scans, scored


def test_compare_counts_only_statements_asked_in_both():
    light = scored(1, "j|j|n|n|n")
    full = scored(1, "jnn|jnn|jjj|nnn|nnn")

    (theme,) = compare([light], [full])

    assert (theme.common, theme.before.reached, theme.after.reached) == (5, 2, 3)
    assert (theme.steps_gained, theme.score_gained) == (1, Fraction(1, 5))
    assert theme.moved == ("3a",)


def test_compare_shows_loss_as_a_negative_difference():
    (theme,) = compare([scored(1, "j|j|j|n|n")], [scored(1, "n|j|j|n|n")])

    assert (theme.steps_gained, theme.score_gained) == (-3, Fraction(-1, 5))


def test_compare_without_common_statements_gives_the_reason():
    (theme,) = compare([scored(1, "j|j|n|n|n")], [])

    assert theme.reason is NotComparable.NOTHING_IN_COMMON
    assert (theme.common, theme.steps_gained, theme.score_gained) == (0, None, None)


def test_compare_with_too_few_answers_on_one_side_gives_the_reason():
    (theme,) = compare([scored(1, "j|j|n|n|n")], [scored(1, "j|o|o|o|n")])

    assert theme.reason is NotComparable.TOO_FEW_ANSWERS
    assert (theme.steps_gained, theme.score_gained) == (None, None)


def test_compare_lists_the_themes_of_either_scan_by_number():
    result = compare([scored(9, "j|j|j|j|j"), scored(2, "j|j|j|j|j")], [scored(4, "j|j|j|j|j")])

    assert [theme.number for theme in result] == [2, 4, 9]


@given(scans())
def test_compare_with_itself_shows_no_change(scan: list[ScoredTheme]):
    result = compare(scan, scan)

    assert [theme.moved for theme in result] == [()] * len(scan)
    assert {theme.steps_gained for theme in result} <= {0, None}
    assert {theme.score_gained for theme in result} <= {0, None}


@given(scans())
def test_compare_ignores_what_only_one_scan_asks(scan: list[ScoredTheme]):
    halves = [replace(theme, statements=theme.statements[::2]) for theme in scan]

    result = compare(halves, scan)

    assert [theme.after for theme in result] == [
        score_theme(half.statements) for half in sorted(halves, key=lambda theme: theme.number)
    ]
