from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scans.scoring import (
    Lift,
    Outcome,
    ScoredStatement,
    ScoredTheme,
    lift_of_theme,
    lifts_of_scan,
    missing_for,
    with_yes,
)
from tests.scans.scoring.examples import scans, scored, themes

F = Fraction


@pytest.mark.parametrize(
    ("answers", "step", "codes", "before", "after"),
    [
        ("jnn|jjj|jjj|nnn|nnn", 1, ("1b",), 0, 3),
        ("jjj|jjn|jnn|nnn|nnn", 3, ("3b",), 2, 3),
        ("jjj|xxx|nnn|jjj|nnn", 3, ("3a", "3b"), 1, 4),
        ("jjj|jjx|jnx|nnn|nnn", 3, ("3b",), 2, 3),
        ("jjj|jjj|jjj|jjj|jwo", 5, ("5b",), 4, 5),
    ],
)
def test_lift_takes_the_fewest_of_the_lowest_step_that_fails(answers, step, codes, before, after):
    lift = lift_of_theme(scored(7, answers))

    assert lift == Lift(7, step, codes, before, after, F(0))


def test_lift_takes_the_heaviest_first():
    theme = ScoredTheme(
        1,
        (
            ScoredStatement("1a", 1, 1, Outcome.NO),
            ScoredStatement("1b", 1, 4, Outcome.NO),
            ScoredStatement("1c", 1, 1, Outcome.NO),
        ),
    )

    lift = lift_of_theme(theme)

    assert lift == Lift(1, 1, ("1b",), 0, 1, F(0))


@pytest.mark.parametrize(
    "answers", ["jjj|jjj|jjj|jjj|jjj", "xxx|xxx|xxx|xxx|xxx", "joo|ooo|ooo|ooo|ooo"]
)
def test_lift_is_none_at_the_top_and_where_no_step_is_claimed(answers):
    assert lift_of_theme(scored(1, answers)) is None


def test_lifts_of_a_scan_go_by_steps_per_statement_then_points():
    scan = [
        scored(1, "jnn|jjj|jjj|nnn|nnn"),
        scored(2, "jjj|jjn|nnn|nnn|nnn"),
        scored(3, "jjj|jnn|nnn|nnn|nnn"),
        scored(4, "j|n|n|n|n"),
    ]

    lifts = lifts_of_scan(scan)

    assert [(lift.number, lift.steps_per_statement, lift.points) for lift in lifts] == [
        (1, F(3), F(1, 60)),
        (4, F(1), F(1, 20)),
        (3, F(1), F(1, 60)),
        (2, F(1, 2), F(1, 30)),
    ]


def test_lifts_of_a_scan_are_at_most_ten():
    scan = [scored(number, "n|n|n|n|n") for number in range(1, 13)]

    assert [lift.number for lift in lifts_of_scan(scan)] == list(range(1, 11))


@given(themes())
def test_lift_reaches_what_it_says_with_no_statement_to_spare(theme: ScoredTheme):
    lift = lift_of_theme(theme)

    if lift is None:
        rungs = theme.result.rungs
        assert theme.result.reached is None or all(rung.holds is not False for rung in rungs)
    else:
        assert with_yes(theme, lift.codes).result.reached == lift.after > lift.before
        # Not what does not apply: a yes there would change what the step needs.
        settled = (Outcome.YES, Outcome.NOT_APPLICABLE)
        own = [s for s in theme.statements if s.step == lift.step]
        unmet = [s.code for s in own if s.outcome not in settled]
        for fewer in combinations(unmet, len(lift.codes) - 1):
            assert with_yes(theme, fewer).result.rungs[lift.step - 1].holds is False


@given(scans())
def test_lift_never_lowers_the_global_score(scan: list[ScoredTheme]):
    assert [lift for lift in lifts_of_scan(scan) if lift.points < 0] == []


@pytest.mark.parametrize(
    ("answers", "step", "codes"),
    [
        ("jjj|jnn|jjj|nnn|nnn", 2, ("2b",)),
        ("jjj|jnn|jjj|nnn|nnn", 3, ("2b",)),
        ("jnn|jnn|xxx|oow|nnn", 4, ("1b", "2b", "4a", "4b")),
        ("jjj|jjj|jjj|nnn|nnn", 3, ()),
    ],
)
def test_missing_is_the_fewest_up_to_the_step(answers, step, codes):
    assert missing_for(scored(7, answers), step) == codes


def test_yes_to_what_does_not_apply_changes_nothing():
    theme = scored(7, "jjj|xxx|nnn|nnn|nnn")

    assert with_yes(theme, ("2a", "2b")) == theme


@given(themes(), st.integers(1, 5))
def test_with_what_is_missing_every_step_up_to_it_holds(theme: ScoredTheme, step: int):
    rungs = with_yes(theme, missing_for(theme, step)).result.rungs

    assert all(rung.holds is not False for rung in rungs if rung.step <= step)


@given(themes(), st.data())
def test_more_yes_never_lowers_a_step(theme: ScoredTheme, data: st.DataObject):
    codes = [statement.code for statement in theme.statements]
    some = data.draw(st.sets(st.sampled_from(codes))) if codes else set()
    more = some | (data.draw(st.sets(st.sampled_from(codes))) if codes else set())
    first, second = (with_yes(theme, chosen).result for chosen in (some, more))

    assert (first.reached or 0) <= (second.reached or 0)
    assert (theme.result.reached or 0) <= (first.reached or 0)
