"""Themes in shorthand, and strategies that make any theme."""

from __future__ import annotations

from hypothesis import strategies as st

from scans.scoring import Outcome, ScoredStatement, ScoredTheme

LETTERS = {
    "j": Outcome.YES,
    "n": Outcome.NO,
    "w": Outcome.UNKNOWN,
    "o": Outcome.OPEN,
    "v": Outcome.DISPUTED,
    "x": Outcome.NOT_APPLICABLE,
}


def scored(number: int, answers: str, *, weight: int = 1, ticked: str = "") -> ScoredTheme:
    """A step per part, a letter per statement ("jjn|jxn"): codes are 1a, 1b, 1c, 2a …

    `ticked` lists codes: "1c 2b".
    """
    statements = [
        ScoredStatement(f"{step}{'abcdefghi'[place]}", step, 1, LETTERS[letter])
        for step, part in enumerate(answers.split("|"), start=1)
        for place, letter in enumerate(part.strip())
    ]
    return ScoredTheme(number, tuple(statements), weight, frozenset(ticked.split()))


@st.composite
def scans(draw: st.DrawFn) -> list[ScoredTheme]:
    numbers = draw(st.lists(st.integers(1, 15), unique=True, max_size=5))
    return [draw(themes(number)) for number in numbers]


@st.composite
def themes(draw: st.DrawFn, number: int = 1) -> ScoredTheme:
    rows = draw(
        st.lists(
            st.tuples(st.integers(1, 5), st.integers(1, 9), st.sampled_from(list(Outcome))),
            max_size=12,
        )
    )
    statements = tuple(
        ScoredStatement(f"{step}-{place}", step, weight, outcome)
        for place, (step, weight, outcome) in enumerate(rows)
    )
    ticked = draw(st.sets(st.sampled_from([s.code for s in statements]))) if rows else set()
    return ScoredTheme(number, statements, draw(st.integers(1, 9)), frozenset(ticked))
