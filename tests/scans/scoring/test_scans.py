from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scans.scoring import (
    Candidate,
    Candidates,
    GlobalScore,
    Outcome,
    ScoredTheme,
    candidate_themes,
    global_score,
    strong_themes,
    themes_per_step,
    weak_themes,
)
from tests.scans.scoring.examples import scans, scored

F = Fraction

# 1: 4/5, step 4 · 4: 2/5, step 2 · 11: 0, step 0 · 12: nothing applies · 15: one of five known
SCAN = [
    scored(15, "j|o|o|o|o"),
    scored(11, "n|n|n|n|n"),
    scored(1, "j|j|j|j|n"),
    scored(12, "x|x|x|x|x"),
    scored(4, "j|j|n|n|n"),
]


# --- global score


def test_global_score_is_the_mean_of_the_themes_that_count():
    assert global_score(SCAN) == GlobalScore(
        score=F(2, 5), counted=(1, 4, 11), left_out=(12, 15), weakest=11
    )


def test_global_score_weighs_the_themes_not_their_statements():
    heavy = scored(1, "j|j|j|j|j", weight=3)
    long = scored(2, "nnnnnn|n|n|n|n")

    assert global_score([heavy, long]).score == F(3, 4)


def test_global_score_without_a_theme_that_counts_is_none():
    themes = [scored(15, "j|o|o|o|o"), scored(12, "x|x|x|x|x")]

    assert global_score(themes) == GlobalScore(None, counted=(), left_out=(12, 15), weakest=None)


def test_global_score_weakest_tie_goes_to_the_lower_number():
    themes = [scored(9, "j|n|n|n|n"), scored(3, "n|j|n|n|n"), scored(5, "j|j|j|j|j")]

    assert global_score(themes).weakest == 3


@given(scans())
def test_global_score_lies_between_the_lowest_and_the_highest_theme(scan: list[ScoredTheme]):
    result = global_score(scan)

    shares = [theme.share for theme in scan if theme.counts]

    assert (result.score is None) == (shares == [])
    assert result.score is None or min(shares) <= result.score <= max(shares)


@given(scans(), st.integers(2, 9))
def test_global_score_is_the_same_when_all_weights_are(scan: list[ScoredTheme], weight: int):
    light = [replace(theme, weight=1) for theme in scan]
    heavy = [replace(theme, weight=weight) for theme in scan]

    assert global_score(light).score == global_score(heavy).score


@given(st.data(), scans())
def test_scan_results_do_not_depend_on_the_order_of_themes(data, scan: list[ScoredTheme]):
    mixed = data.draw(st.permutations(scan))

    assert global_score(mixed) == global_score(scan)
    assert strong_themes(mixed) == strong_themes(scan)
    assert weak_themes(mixed) == weak_themes(scan)
    assert candidate_themes(mixed) == candidate_themes(scan)


def test_theme_weight_outside_one_to_nine_is_refused():
    with pytest.raises(ValueError, match="theme 1: weight 10 is not 1–9"):
        ScoredTheme(1, (), weight=10)


def test_share_of_a_theme_without_score_is_refused():
    with pytest.raises(ValueError, match="theme 12 has no score"):
        _ = scored(12, "x|x|x|x|x").share


# --- steps, strong, weak


def test_themes_per_step_lists_every_step_and_those_without():
    assert themes_per_step(SCAN) == {
        0: (11,), 1: (), 2: (4,), 3: (), 4: (1,), 5: (), None: (12, 15)
    }  # fmt: skip


def test_strong_starts_at_three_quarters_and_weak_ends_before_a_half():
    themes = [
        scored(1, "j|j|j|n"),
        scored(2, "jj|jjn|j|n"),
        scored(3, "j|n|j|n"),
        scored(4, "j|n|n"),
        scored(5, "j|j|j|j"),
    ]

    assert strong_themes(themes) == (5, 1)
    assert weak_themes(themes) == (4,)


def test_strong_and_weak_hold_at_most_five_in_order_of_score_then_number():
    strong = [scored(number, "j|j|j|j|j") for number in (7, 3, 5, 9, 1, 2)]
    weak = [scored(number, "j|n|n|n|n") for number in (17, 13, 15, 19, 11)]
    weakest = scored(20, "n|n|n|n|n")

    assert strong_themes([*strong, *weak, weakest]) == (1, 2, 3, 5, 7)
    assert weak_themes([*strong, *weak, weakest]) == (20, 11, 13, 15, 17)


def test_too_few_answers_make_a_theme_neither_strong_nor_weak():
    themes = [scored(1, "j|o|o|o|o"), scored(2, "n|o|o|o|o")]

    assert (strong_themes(themes), weak_themes(themes)) == ((), ())


# --- candidates


def test_candidates_go_by_ticked_and_unmet_weight():
    themes = [
        scored(1, "j|n|n|n|n", ticked="2a 3a"),
        scored(2, "j|j|n|n|w", ticked="1a 3a 4a 5a"),
        scored(3, "j|j|j|j|j", ticked="1a 2a"),
    ]

    assert candidate_themes(themes) == Candidates(
        (Candidate(2, 3, F(3, 5)), Candidate(1, 2, F(2, 5))), by_ticks=True
    )


def test_candidates_with_equal_ticks_go_by_lower_score_then_number():
    themes = [
        scored(5, "j|j|n|n|n", ticked="5a"),
        scored(4, "j|n|n|n|n", ticked="5a"),
        scored(2, "j|n|n|n|n", ticked="5a"),
    ]

    assert [candidate.number for candidate in candidate_themes(themes).themes] == [2, 4, 5]


def test_candidates_need_enough_answers():
    themes = [scored(1, "n|n|o|o|o", ticked="1a"), scored(2, "j|j|j|n|n", ticked="5a")]

    assert candidate_themes(themes) == Candidates((Candidate(2, 1, F(1, 5)),), by_ticks=True)


def test_candidates_without_ticks_are_the_weak_themes():
    themes = [scored(1, "j|n|n|n|n"), scored(2, "j|j|j|j|j", ticked="1a"), scored(3, "n|n|n|n|n")]

    assert candidate_themes(themes) == Candidates(
        (Candidate(3, 0, F(0)), Candidate(1, 0, F(0))), by_ticks=False
    )


def test_candidates_are_at_most_five():
    themes = [scored(number, "n|n|n|n|n", ticked="1a") for number in range(1, 8)]

    assert [candidate.number for candidate in candidate_themes(themes).themes] == [1, 2, 3, 4, 5]


@given(scans())
def test_candidate_never_rests_on_a_tick_beside_a_met_statement(scan: list[ScoredTheme]):
    met = {
        theme.number: replace(
            theme,
            ticked=frozenset(s.code for s in theme.statements if s.outcome is Outcome.YES),
        )
        for theme in scan
    }

    assert candidate_themes(met.values()).by_ticks is False
