"""A measurement: counts and median per question, and how far the median went."""

from fractions import Fraction

import pytest

from tests.trajects.counted import measured
from trajects.pages.measurement import measurement_of
from trajects.pages.round_result import result_of_round
from trajects.stages import Subject

NOBODY = (0, 0, 0, 0, 0, 5)


def answers(knowledge, importance=(0, 0, 5, 0, 0, 0), maturity=(0, 0, 5, 0, 0, 0)):
    return {"knowledge": knowledge, "importance": importance, "maturity": maturity}


def test_question_has_counts_and_a_median_and_no_mean(traject):
    result = result_of_round(measured(traject, Subject.START, answers((1, 4, 3, 2, 0, 2))))

    first = result.rows[0]
    assert (result.is_measurement, result.ballots) == (True, 12)
    assert [(line.level, line.count) for line in first.levels] == [
        (1, 1),
        (2, 4),
        (3, 3),
        (4, 2),
        (5, 0),
    ]
    assert first.levels[1].share == Fraction(4, 10)
    assert (first.median, first.median_text, first.none) == ((2, 3), "2–3", 2)


def test_question_without_answers_has_no_median(traject):
    first = result_of_round(measured(traject, Subject.START, answers(NOBODY))).rows[0]

    assert (first.median, first.median_text) == (None, "")
    assert [line.share for line in first.levels] == [0] * 5


def test_median_that_is_one_value_is_one_figure(traject):
    result = result_of_round(measured(traject, Subject.START, answers((0, 0, 5, 0, 0, 0))))

    assert result.rows[0].median_text == "3"


@pytest.mark.parametrize(
    ("start", "end", "moved", "distance"),
    [
        ((0, 5, 0, 0, 0, 0), (0, 0, 0, 5, 0, 0), Fraction(2), Fraction(2)),
        ((0, 0, 3, 3, 0, 0), (0, 6, 0, 0, 0, 0), Fraction(-3, 2), Fraction(3, 2)),
        (NOBODY, (0, 6, 0, 0, 0, 0), None, Fraction(0)),
    ],
)
def test_change_is_that_of_the_median(traject, start, end, moved, distance):
    measured(traject, Subject.START, answers(start))
    measured(traject, Subject.END, answers(end))

    row = measurement_of(traject).rows[0]

    assert (row.moved, row.distance) == (moved, distance)


def test_without_an_end_there_is_no_change(traject):
    measured(traject, Subject.START, answers((0, 5, 0, 0, 0, 0)))

    measurement = measurement_of(traject)

    assert measurement.end is None
    assert [(row.end, row.moved) for row in measurement.rows] == [(None, None)] * 3


def test_last_measurement_of_a_kind_counts(traject, django_assert_num_queries):
    measured(traject, Subject.START, answers((5, 0, 0, 0, 0, 0)))
    last = measured(traject, Subject.START, answers((0, 0, 0, 0, 5, 0)))

    with django_assert_num_queries(2):
        assert measurement_of(traject).start.voting_round == last
