from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trajects.consensus import ScaleSummary, median_change, scale_summary


@pytest.mark.parametrize(
    ("counts", "n", "median"),
    [
        ({}, 0, None),
        ({1: 0, 5: 0}, 0, None),
        ({4: 1}, 1, (4, 4)),
        ({1: 2, 2: 1, 5: 2}, 5, (2, 2)),
        ({2: 3, 4: 3}, 6, (2, 4)),
        ({1: 1, 2: 2, 3: 2, 4: 1}, 6, (2, 3)),
        ({5: 4, 1: 1}, 5, (5, 5)),
    ],
)
def test_summary_of_a_scale(counts, n, median):
    whole = {1: 0, 2: 0, 3: 0, 4: 0, 5: 0} | counts

    assert scale_summary(counts) == ScaleSummary(whole, n, median)


@pytest.mark.parametrize("counts", [{0: 1}, {6: 1}, {3: -1}])
def test_summary_of_what_is_not_on_the_scale(counts):
    with pytest.raises(ValueError, match="answers of"):
        scale_summary(counts)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({2: 5}, {4: 5}, Fraction(2)),
        ({4: 5}, {3: 2, 4: 2}, Fraction(-1, 2)),
        ({1: 2, 5: 2}, {3: 1}, Fraction(0)),
        ({}, {3: 1}, None),
        ({3: 1}, {}, None),
    ],
)
def test_change_of_the_median(before, after, expected):
    assert median_change(scale_summary(before), scale_summary(after)) == expected


@given(st.lists(st.integers(1, 5), min_size=1, max_size=30))
def test_median_is_the_middle_of_the_answers_in_order(answers):
    summary = scale_summary({value: answers.count(value) for value in set(answers)})
    ordered = sorted(answers)

    assert summary.median == (ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2])
