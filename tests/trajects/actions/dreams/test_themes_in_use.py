"""What dream images or goals stand under does not disappear, also when the choice is taken back."""

import pytest

from tests.factories import LONG_AGO
from tests.trajects.dream_factories import DreamImageFactory, GoalFactory
from tests.trajects.factories import CandidateFactory
from trajects.actions.candidates import bring_back_candidate, leave_out_candidate
from trajects.actions.grouping import (
    group_candidates,
    rejoin_candidate,
    split_candidate,
    ungroup_candidate,
)
from trajects.entries import CandidateEntry
from trajects.errors import ThemeInUse

WARMTH = CandidateEntry("Warmte", "Warmte")
PIECES = [CandidateEntry("Isoleren", "Isoleren"), CandidateEntry("Stoken", "Stoken")]


def dream_under(candidate):
    DreamImageFactory(traject=candidate.traject, themes=[candidate])


def goal_under(candidate):
    GoalFactory(candidate=candidate)


@pytest.fixture(params=[dream_under, goal_under])
def use(request):
    return request.param


@pytest.fixture
def three(traject):
    return [CandidateFactory(traject=traject) for _ in range(3)]


def test_group_in_use_is_not_taken_apart(traject, els, three, use):
    group = group_candidates(traject=traject, candidates=three[:2], entry=WARMTH, by=els)
    use(group)

    with pytest.raises(ThemeInUse):
        ungroup_candidate(candidate=group, by=els)

    assert list(traject.candidates.running()) == [group, three[2]]


def test_whole_waits_while_one_of_its_pieces_is_in_use(traject, els, three, use):
    pieces = split_candidate(candidate=three[0], entries=PIECES, by=els, at=LONG_AGO)
    use(pieces[1])

    with pytest.raises(ThemeInUse):
        rejoin_candidate(candidate=three[0], by=els)

    assert set(traject.candidates.running()) == {*pieces, *three[1:]}


def test_theme_in_use_is_not_left_out_grouped_or_split(traject, els, three, use):
    use(three[0])

    for action in (
        lambda: leave_out_candidate(candidate=three[0], because="Nee", by=els, at=LONG_AGO),
        lambda: group_candidates(traject=traject, candidates=three, entry=WARMTH, by=els),
        lambda: split_candidate(candidate=three[0], entries=PIECES, by=els, at=LONG_AGO),
    ):
        with pytest.raises(ThemeInUse):
            action()

    assert list(traject.candidates.running()) == three


def test_theme_beside_it_moves_as_before(traject, els, three, use):
    use(three[0])

    leave_out_candidate(candidate=three[1], because="Nee", by=els, at=LONG_AGO)
    bring_back_candidate(candidate=three[1], by=els)
    group = group_candidates(traject=traject, candidates=three[1:], entry=WARMTH, by=els)
    ungroup_candidate(candidate=group, by=els)

    assert list(traject.candidates.running()) == three
