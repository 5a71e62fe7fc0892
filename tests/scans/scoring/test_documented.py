"""The example in docs/scoring.md, recomputed from the answers it prints."""

import re
from fractions import Fraction
from pathlib import Path

import pytest

from reporting.formatting import percent
from scans.scoring import (
    Outcome,
    ScoredStatement,
    ScoredTheme,
    global_score,
    lift_of_theme,
    score_theme,
)

DOCUMENT = (Path(__file__).parents[3] / "docs" / "scoring.md").read_text()
WORDS = {
    "yes": Outcome.YES,
    "no": Outcome.NO,
    "don't know": Outcome.UNKNOWN,
    "not applicable": Outcome.NOT_APPLICABLE,
}


def table(first_heading: str) -> list[list[str]]:
    """The cells under the table that has this heading in its first column."""
    _before, after = DOCUMENT.split(f"\n| {first_heading} |", 1)
    rows = after.split("\n\n", 1)[0].splitlines()[2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


@pytest.fixture
def statements() -> list[ScoredStatement]:
    return [
        ScoredStatement(f"{step}{track}", int(step), 1, WORDS[answer])
        for step, *answers in table("Step")
        for track, answer in zip("abc", answers[:3], strict=True)
    ]


def test_documented_steps(statements):
    result = score_theme(statements)

    assert [row[4:] for row in table("Step")] == [
        [str(rung.met), str(rung.applicable), "yes" if rung.holds else "no"]
        for rung in result.rungs
    ]


def test_documented_figures(statements):
    result = score_theme(statements)
    score = result.score
    low, high = score.band

    exact = {
        "M": score.met,
        "W": score.applicable,
        "K": score.known,
        "Score": score.score,
        "Range from": low,
        "Range to": high,
        "Completeness": score.completeness,
        "Step": result.reached,
        "Possible step": result.possible,
    }
    printed = {
        name: percent(value).replace("\xa0", " ") if isinstance(value, Fraction) else str(value)
        for name, value in exact.items()
    }
    printed |= {"Step": f"step {result.reached}", "Possible step": f"possibly {result.possible}"}
    assert {name: (found, shown) for name, _sum, found, shown in table("Figure")} == {
        name: (str(exact[name]), printed[name]) for name in exact
    }


@pytest.mark.parametrize(("figure", "column"), [("M", 4), ("W", 5)])
def test_documented_sums_add_the_steps(figure, column):
    added = next(row[1] for row in table("Figure") if row[0] == figure)

    assert added.split(" + ") == [row[column] for row in table("Step")]


def test_documented_lift(statements):
    lift = lift_of_theme(ScoredTheme(1, tuple(statements)))

    said = re.search(r"a \*yes\* on (\w+): that takes\s+it from step (\d) to step (\d)", DOCUMENT)
    assert (lift.codes, lift.before, lift.after) == ((said[1],), int(said[2]), int(said[3]))


def test_documented_global_score(statements):
    own = ScoredTheme(1, tuple(statements))
    other = tuple(
        ScoredStatement(str(place), 1, 1, Outcome.YES if place < 13 else Outcome.NO)
        for place in range(15)
    )

    overall = global_score([own, ScoredTheme(2, other, weight=2)])

    said = re.search(r"/ 3 = (\d+/\d+) = (\d+ %)", DOCUMENT)
    assert said.groups() == (str(overall.score), percent(overall.score).replace("\xa0", " "))
