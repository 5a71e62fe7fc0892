"""What a goal grew from, through whatever became of its dream images."""

import pytest

from scans.models import Statement
from tests.trajects.dream_factories import (
    DreamImageFactory,
    DreamSourceFactory,
    DreamStarFactory,
    GoalDreamFactory,
    GoalFactory,
    GoalRemarkFactory,
)
from tests.trajects.factories import LONG_AGO, CandidateFactory, LiveSessionFactory
from tests.trajects.scanned import link_scan
from tests.trajects.views.goals.room import counted_round, set_aside
from trajects.queries.dreams import Family, card_in
from trajects.queries.goals import goals_of, grown_from, trail_of, without_goal


@pytest.fixture
def theme(traject):
    return CandidateFactory(traject=traject)


@pytest.fixture
def goal(theme):
    return GoalFactory(candidate=theme)


def dreamt(traject, goal=None, **own):
    dream = DreamImageFactory(traject=traject, **own)
    if goal:
        GoalDreamFactory(goal=goal, dream=dream)
    return dream


def test_goals_stand_by_theme_with_what_is_still_to_discuss(traject, goal, griet):
    GoalRemarkFactory.create_batch(2, goal=goal)
    GoalRemarkFactory(goal=goal, settled_at=LONG_AGO, settled_by=griet)
    other = GoalFactory(candidate=CandidateFactory(traject=traject, position=30_000))
    GoalFactory()

    found = [(line.goal, line.open_remarks) for line in goals_of(traject)]

    assert found == [(goal, 2), (other, 0)]


def test_goals_stand_in_their_order_and_not_as_they_were_stored(traject):
    late, early = (CandidateFactory(traject=traject, position=place) for place in (20, 10))
    goals = [
        GoalFactory(candidate=theme, position=place)
        for theme, place in ((late, 1), (early, 2), (early, 1))
    ]

    assert [line.goal for line in goals_of(traject)] == list(reversed(goals))


def test_goal_comes_from_nothing_that_is_known(traject, goal):
    trail = trail_of(goal, traject)

    assert trail.is_empty
    assert (trail.strongest, trail.others) == (None, 0)


def test_strongest_dream_image_stands_first(traject, goal):
    weak, strong = dreamt(traject, goal), dreamt(traject, goal)
    DreamStarFactory(dream=strong)

    trail = trail_of(goal, traject)

    assert [card.dream for card in trail.dreams] == [strong, weak]
    assert (trail.strongest.stars, trail.others) == (1, 1)


def test_statements_are_those_of_what_it_was_made_from(traject, goal):
    link_scan(traject)
    first, second, third = Statement.objects.order_by("code")[:3]
    merged = dreamt(traject, goal, statement_code=first.code)
    source = dreamt(traject, statement_code=second.code)
    DreamSourceFactory(dream=merged, source=source)
    dreamt(traject, statement_code=third.code)

    assert trail_of(goal, traject).statements == (first, second)


def test_without_a_scan_no_statement_is_told(traject, goal):
    dreamt(traject, goal, statement_code="energie-1a")

    assert trail_of(goal, traject).statements == ()


def test_vote_is_the_last_one_with_this_theme_in_it(traject, theme, goal):
    counted_round(traject, theme)
    counted_round(traject, CandidateFactory(traject=traject))
    LiveSessionFactory(traject=traject)

    voted = trail_of(goal, traject).voted

    assert voted == traject.live_sessions.order_by("pk")[0].rounds.get()


def waiting(traject, *dreams):
    family = Family.of(traject)
    cards = [card_in(family, dream) for dream in dreams]
    return [card.dream for card in without_goal(cards, family, grown_from(traject))]


def test_what_is_made_from_a_dream_image_with_a_goal_does_not_wait(traject, goal):
    root, free = dreamt(traject, goal), dreamt(traject)
    merged = dreamt(traject)
    DreamSourceFactory(dream=merged, source=root)

    assert waiting(traject, root, free, merged) == [free]


def test_goal_that_is_set_aside_grows_from_nothing(traject, goal):
    root = dreamt(traject, goal)
    set_aside(goal)

    assert waiting(traject, root) == [root]
