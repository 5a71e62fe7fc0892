"""What the result of a round shows: the figures of the mock-up, as it stands in the house rules."""

from fractions import Fraction

import pytest

from tests.trajects.counted import TWELVE, counted_round, session_of, voted
from tests.trajects.factories import VotingRoundFactory
from trajects.consensus import Proposal, Word
from trajects.errors import NotCounted
from trajects.pages.round_result import median_text, result_of_round

TEN = {
    "A": (0, 1, 9, 0),
    "B": (0, 3, 7, 0),
    "C": (1, 4, 5, 0),
    "D": (2, 4, 4, 0),
    "E": (6, 3, 1, 0),
}


def rows_of(result):
    return [
        (row.rank, row.name, row.median, row.agreement, row.said, row.is_disputed)
        for row in result.rows
    ]


def test_rows_stand_as_on_the_mock_up(traject):
    result = result_of_round(voted(traject, TWELVE))

    assert result.ballots == 12
    assert rows_of(result) == [
        (1, "Interne-bestuurlijke werking", "3", Fraction(5, 6), Word.AGREED, False),
        (2, "Duurzaam aankopen", "3", Fraction(2, 3), Word.MOSTLY_AGREED, False),
        (3, "Toegankelijkheid", "2–3", Fraction(5, 12), Word.DIVIDED, True),
        (4, "Duurzame mobiliteit", "2", Fraction(1, 2), Word.DIVIDED, True),
        (5, "Energie, klimaat en gebouwen", "2–3", Fraction(1, 12), Word.POLARISED, False),
        (6, "Gezondheid, leefomgeving en biodiversiteit", "2", Fraction(1, 3), Word.DIVIDED, False),
        (6, "Informatie, privacy en sensibilisering", "2", Fraction(9, 11), Word.AGREED, False),
        (8, "Participatie en dialoog", "2", Fraction(2, 3), Word.MOSTLY_AGREED, False),
        (9, "Water, materialen en afval", "1", Fraction(2, 3), Word.MOSTLY_AGREED, False),
    ]


def test_bars_show_most_points_first(traject):
    first = result_of_round(voted(traject, TWELVE)).rows[0]

    assert [(bar.points, bar.count) for bar in first.bars] == [(3, 10), (2, 2), (1, 0)]


def test_border_runs_under_the_third(traject):
    rows = result_of_round(voted(traject, TEN)).rows

    assert [row.is_in_top for row in rows] == [True, True, True, False, False]
    assert [row.is_last_of_top for row in rows] == [False, False, True, False, False]


def test_shared_place_lies_across_the_border(traject):
    rows = result_of_round(voted(traject, {**TEN, "D": (1, 4, 5, 0)})).rows

    assert [(row.rank, row.is_tied, row.is_last_of_top) for row in rows] == [
        (1, False, False),
        (2, False, False),
        (3, True, False),
        (3, True, True),
        (5, False, False),
    ]


def test_without_more_themes_than_places_there_is_no_border(traject):
    result = result_of_round(voted(traject, dict(list(TEN.items())[:3])))

    assert [row.is_last_of_top for row in result.rows] == [False] * 3
    assert not result.has_disputed


def test_theme_with_few_opinions_has_no_rank(traject):
    result = result_of_round(voted(traject, {**TEN, "F": (0, 0, 4, 6)}))

    (last,) = result.unranked
    assert (last.name, last.rank, last.standing, last.firmness) == ("F", None, None, None)
    assert (last.agreement, last.said, last.is_in_top) == (None, Word.TOO_FEW, False)
    assert result.rows[-1] is last
    assert (result.has_no_opinions, len(result.ranked)) == (True, 5)


def test_one_round_shows_no_change(traject):
    result = result_of_round(voted(traject, TEN))

    assert (result.earlier, result.has_changes) == (None, False)
    assert [row.change for row in result.rows] == [None] * 5


def test_second_round_shows_the_change_since_the_first(traject):
    session = session_of(traject)
    first = counted_round(session, TEN)
    second = counted_round(session, {**TEN, "E": (5, 3, 2, 0)}, number=2)

    result = result_of_round(second)

    assert (result.earlier, result.has_changes) == (first, True)
    assert result.by_key[second.keys[4]].change == Fraction(1, 10)
    assert result.proposed is Proposal.STANDS_STILL
    assert result_of_round(first).earlier is None


def test_rounds_of_practice_open_rounds_and_other_trajects_are_left_out(traject):
    voted(traject, TEN, is_practice=True)
    VotingRoundFactory(session=session_of(traject))
    voted(VotingRoundFactory().session.traject, TEN)

    assert result_of_round(voted(traject, TEN)).earlier is None


def test_practice_has_a_result_of_its_own(traject):
    voted(traject, TEN)
    practice = session_of(traject, is_practice=True)
    counted_round(practice, TEN)

    result = result_of_round(counted_round(practice, TEN, number=2))

    assert result.earlier.session == practice


def test_questions_are_there_for_who_moderates(traject):
    result = result_of_round(voted(traject, TWELVE))

    asked = {row.name: len(row.questions) for row in result.asking}
    assert asked["Energie, klimaat en gebouwen"] == 1
    assert asked["Toegankelijkheid"] == 2
    assert str(result.proposal)


def test_screen_holds_nine_rows(traject):
    votes = {f"Thema {number}": (0, 1, 9, 0) for number in range(10)}
    result = result_of_round(voted(traject, votes))

    assert [(len(page.rows), page.number, page.of) for page in result.pages] == [
        (9, 1, 2),
        (1, 2, 2),
    ]
    assert [result.page(number).number for number in (1, 2, 7)] == [1, 2, 2]


def test_open_round_has_no_result(db):
    with pytest.raises(NotCounted):
        result_of_round(VotingRoundFactory())


def test_void_round_has_no_result(traject):
    made = voted(traject, TEN)
    made.closed_at = made.closed_by = None
    made.voided_at, made.void_reason = made.opened_at, "too_few"
    made.save()

    with pytest.raises(NotCounted):
        result_of_round(made)


@pytest.mark.parametrize("rounds", [1, 3])
def test_result_costs_the_same_for_one_round_and_three(traject, django_assert_num_queries, rounds):
    session = session_of(traject)
    made = [counted_round(session, TEN, number=number + 1) for number in range(rounds)]
    made[-1].session  # noqa: B018  # fetched along by access

    with django_assert_num_queries(2):
        result_of_round(made[-1])


@pytest.mark.parametrize(
    ("median", "text"), [(None, ""), ((2, 2), "2"), ((2, 3), "2–3"), ((1, 3), "1–3")]
)
def test_median_is_one_value_or_two(median, text):
    assert median_text(median) == text
