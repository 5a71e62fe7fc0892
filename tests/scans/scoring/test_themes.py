from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scans.scoring import (
    AnswerValue,
    Outcome,
    Rung,
    ScoredStatement,
    ThemeScore,
    organisation_outcome,
    score_theme,
)
from tests.scans.scoring.examples import LETTERS

YES, NO, UNKNOWN, NA = AnswerValue
F = Fraction


def theme(answers: str) -> list[ScoredStatement]:
    """A step per part ("jjn|j2n"); a figure is the weight of the letter before it."""
    statements = []
    for step, part in enumerate(answers.split("|"), start=1):
        for letter, weight in weighted(part.strip()):
            code = f"{step}{len(statements)}"
            statements.append(ScoredStatement(code, step, weight, LETTERS[letter]))
    return statements


def weighted(part: str) -> list[tuple[str, int]]:
    pairs: list[tuple[str, int]] = []
    for sign in part:
        if sign.isdigit():
            pairs[-1] = (pairs[-1][0], int(sign))
        else:
            pairs.append((sign, 1))
    return pairs


# --- the organisation's answer


@pytest.mark.parametrize(
    ("values", "outcome"),
    [
        ([], Outcome.OPEN),
        ([YES], Outcome.YES),
        ([NO], Outcome.NO),
        ([NA], Outcome.NOT_APPLICABLE),
        ([UNKNOWN], Outcome.UNKNOWN),
        ([UNKNOWN, UNKNOWN], Outcome.UNKNOWN),
        ([YES, YES], Outcome.YES),
        ([YES, UNKNOWN], Outcome.YES),
        ([UNKNOWN, NA], Outcome.NOT_APPLICABLE),
        ([YES, NO], Outcome.DISPUTED),
        ([NO, NA], Outcome.DISPUTED),
        ([YES, NA, UNKNOWN], Outcome.DISPUTED),
    ],
)
def test_organisation_outcome_without_agreement(values, outcome):
    assert organisation_outcome(values) == outcome
    assert organisation_outcome(reversed(values)) == outcome


@pytest.mark.parametrize("agreed", AnswerValue)
@pytest.mark.parametrize("values", [[], [YES, NO], [UNKNOWN], [NA, NA]])
def test_organisation_outcome_follows_the_agreed_answer(agreed, values):
    assert organisation_outcome(values, agreed=agreed) == Outcome(agreed.value)


# --- the oracle: cases A to H


@dataclass(frozen=True)
class Case:
    answers: str
    score: F | None
    band: tuple[F, F] | None
    completeness: F | None
    reached: int | None
    possible: int | None


ORACLE = {
    "A": Case("jjj|jjn|jnn|nnn|nnn", F(2, 5), (F(2, 5), F(2, 5)), F(1), 2, 2),
    "B": Case("jjn|jjx|jwx|nnn|nnw", F(5, 11), (F(5, 13), F(7, 13)), F(11, 13), 2, 3),
    "C": Case("jnn|jjj|jjj|jjj|jjj", F(13, 15), (F(13, 15), F(13, 15)), F(1), 0, 0),
    "D": Case("jjj|xxx|jjw|jwo|xxx", F(1), (F(2, 3), F(1)), F(2, 3), 3, 4),
    "E": Case("joo|joo|ooo|ooo|ooo", F(1), (F(2, 15), F(1)), F(2, 15), None, 5),
    "F": Case("xxx|xxx|xxx|xxx|xxx", None, None, None, None, None),
    "G light": Case("j|j|j|n|n", F(3, 5), (F(3, 5), F(3, 5)), F(1), 3, 3),
    "H weights": Case("j2n1|j1n1|j1", F(2, 3), (F(2, 3), F(2, 3)), F(1), 1, 1),
    "disputed counts as not met": Case("jjv|jvn|nnn", F(3, 7), (F(1, 3), F(5, 9)), F(7, 9), 1, 2),
    "nothing asked": Case("", None, None, None, None, None),
    "nothing known": Case("o|w|v", None, (F(0), F(1)), F(0), None, 3),
}


@pytest.mark.parametrize("name", ORACLE)
def test_score_theme_oracle(name):
    case = ORACLE[name]

    result = score_theme(theme(case.answers))

    assert case == Case(
        answers=case.answers,
        score=result.score.score,
        band=result.score.band,
        completeness=result.score.completeness,
        reached=result.reached,
        possible=result.possible,
    )


@pytest.mark.parametrize(
    ("name", "enough", "not_applicable"),
    [("A", True, False), ("D", True, False), ("E", False, False), ("F", False, True)],
)
def test_score_theme_says_whether_it_may_claim(name, enough, not_applicable):
    score = score_theme(theme(ORACLE[name].answers)).score

    assert (score.has_enough, score.not_applicable) == (enough, not_applicable)


def test_score_theme_rungs_and_counts():
    result = score_theme(theme("jjn|jwx|xxx|ov"))

    assert [(rung, rung.holds, rung.could_hold) for rung in result.rungs] == [
        (Rung(step=1, met=2, possible=2, applicable=3), True, True),
        (Rung(step=2, met=1, possible=2, applicable=2), False, True),
        (Rung(step=3, met=0, possible=0, applicable=0), None, None),
        (Rung(step=4, met=0, possible=2, applicable=2), False, True),
        (Rung(step=5, met=0, possible=0, applicable=0), None, None),
    ]
    assert result.counts == {
        Outcome.YES: 3,
        Outcome.NO: 1,
        Outcome.UNKNOWN: 1,
        Outcome.DISPUTED: 1,
        Outcome.OPEN: 1,
        Outcome.NOT_APPLICABLE: 4,
    }
    assert result.score == ThemeScore(met=3, known=4, applicable=7)


@pytest.mark.parametrize(("step", "weight"), [(0, 1), (6, 1), (1, 0), (1, 10)])
def test_scored_statement_outside_the_scale(step, weight):
    with pytest.raises(ValueError, match=r"^bestuur-1: (step|weight) \d+ is not 1–\d$"):
        ScoredStatement("bestuur-1", step, weight, Outcome.YES)


# --- the properties


ANY_WEIGHT = st.integers(1, 9)
ANY_OUTCOME = st.sampled_from(Outcome)


def statements_of(weights=ANY_WEIGHT, outcomes=ANY_OUTCOME):
    statement = st.builds(
        ScoredStatement,
        code=st.just("code"),
        step=st.integers(1, 5),
        weight=weights,
        outcome=outcomes,
    )
    return st.lists(statement, max_size=15)


def numbers(result):
    """All that may be shown, in proportions: sums of weights scale with the weights."""
    score = result.score
    ladder = [(rung.step, rung.holds, rung.could_hold) for rung in result.rungs]
    shown = (score.score, score.band, score.completeness, score.has_enough)
    return shown, ladder, result.reached, result.possible


@given(statements_of(), st.integers(1, 5), st.integers(1, 9))
def test_score_theme_unchanged_by_a_statement_that_does_not_apply(statements, step, weight):
    extra = ScoredStatement("extra", step, weight, Outcome.NOT_APPLICABLE)

    assert numbers(score_theme([*statements, extra])) == numbers(score_theme(statements))


@given(statements_of(weights=st.integers(1, 4)))
def test_score_theme_unchanged_by_scaling_the_weights(statements):
    doubled = [replace(statement, weight=2 * statement.weight) for statement in statements]

    assert numbers(score_theme(doubled)) == numbers(score_theme(statements))


@given(st.data(), statements_of())
def test_score_theme_never_lower_when_no_becomes_yes(data, statements):
    no = ScoredStatement("no", data.draw(st.integers(1, 5)), 3, Outcome.NO)

    before = score_theme([*statements, no])
    after = score_theme([*statements, replace(no, outcome=Outcome.YES)])

    assert after.score.score > before.score.score
    assert after.possible >= before.possible
    assert after.score.has_enough == before.score.has_enough
    if before.score.has_enough:
        assert after.reached >= before.reached


@given(statements_of())
def test_score_theme_lies_within_its_band(statements):
    score = score_theme(statements).score

    if score.score is not None:
        low, high = score.band
        assert 0 <= low <= score.score <= high <= 1


@given(statements_of(outcomes=st.sampled_from([Outcome.YES, Outcome.NO, Outcome.NOT_APPLICABLE])))
def test_score_theme_band_is_a_point_when_all_is_known(statements):
    result = score_theme(statements)

    point = None if result.score.not_applicable else (result.score.score, result.score.score)
    assert result.score.band == point
    assert result.reached == result.possible


@given(st.data(), statements_of())
def test_score_theme_ignores_the_order(data, statements):
    shuffled = data.draw(st.permutations(statements))

    assert score_theme(shuffled) == score_theme(statements)


@given(statements_of())
def test_score_theme_reaches_no_more_than_is_possible(statements):
    result = score_theme(statements)

    assert (result.possible is None) == result.score.not_applicable
    assert (result.reached is None) == (not result.score.has_enough)
    if result.reached is not None:
        assert 0 <= result.reached <= result.possible <= 5


@given(statements_of(outcomes=st.sampled_from([Outcome.YES, Outcome.NO])))
def test_score_theme_step_has_all_lower_steps_behind_it(statements):
    result = score_theme(statements)

    climbed = result.rungs[: result.reached or 0]
    assert [rung for rung in climbed if rung.holds is False] == []
    above = [rung.holds for rung in result.rungs[len(climbed) :] if rung.holds is not None]
    assert above[:1] in ([], [False])
