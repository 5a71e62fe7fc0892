"""How far dream images and goals are: each of these counts, and what looks like it does not."""

from datetime import date

import pytest

from tests.factories import LONG_AGO, UserFactory
from tests.trajects.dream_factories import (
    DreamBoxFactory,
    DreamClusterFactory,
    DreamCollectionFactory,
    DreamImageFactory,
    DreamSourceFactory,
    GoalAdoptionFactory,
    GoalFactory,
    GoalRemarkFactory,
    ThemeAmbitionFactory,
)
from tests.trajects.factories import CandidateFactory, MeetingFactory, ThemeChoiceFactory
from trajects.queries.facts import facts_of, facts_of_all
from trajects.steps import Collection, Facts, Key


@pytest.fixture
def themes(traject):
    """Two that were chosen."""
    found = CandidateFactory.create_batch(2, traject=traject)
    for candidate in found:
        ThemeChoiceFactory(candidate=candidate, chosen=True)
    return found


CHOSEN = {"candidates": 2, "chosen": 2}


def gone():
    return {"left_out_at": LONG_AGO, "left_out_by": UserFactory(), "left_out_because": "Dubbel"}


def aside():
    return {"set_aside_at": LONG_AGO, "set_aside_by": UserFactory(), "set_aside_because": "Later"}


def test_dream_images_that_stand_are_counted_once(traject, themes):
    shared = DreamImageFactory(traject=traject, themes=themes)
    DreamImageFactory(traject=traject, themes=themes[:1])
    DreamImageFactory(traject=traject, themes=themes, **gone())
    DreamImageFactory(themes=[CandidateFactory()])

    assert facts_of(traject) == Facts(**CHOSEN, dreams=2, themes_dreamt=2)

    shared.places.filter(candidate=themes[1]).delete()

    assert facts_of(traject).themes_dreamt == 1


def test_merged_dream_images_count_as_the_one_they_became(traject, themes):
    merged = DreamImageFactory(traject=traject, themes=themes[:1])
    for source in DreamImageFactory.create_batch(2, traject=traject):
        DreamSourceFactory(dream=merged, source=source)

    assert facts_of(traject) == Facts(**CHOSEN, dreams=1, themes_dreamt=1, is_arranged=True)


def test_group_is_arranging_as_well(traject, themes):
    DreamClusterFactory(candidate=themes[0])
    DreamClusterFactory()

    assert facts_of(traject) == Facts(**CHOSEN, is_arranged=True)


def test_what_waits_in_the_box_is_counted(traject):
    DreamBoxFactory(traject=traject, bag=[["a", [1], "", "", ""], ["b", [1], "", "", ""]])
    DreamBoxFactory(bag=[["c", [1], "", "", ""]])

    assert facts_of(traject) == Facts(in_box=2)


@pytest.mark.parametrize("closed", [True, False])
def test_collection_has_its_last_day_and_whether_it_was_closed(traject, closed):
    ended = {"closed_at": LONG_AGO, "closed_by": UserFactory()} if closed else {}
    DreamCollectionFactory(traject=traject, last_day=date(2026, 11, 2), **ended)
    DreamCollectionFactory()

    assert facts_of(traject) == Facts(collection=Collection(date(2026, 11, 2), is_closed=closed))


def test_meetings_to_dream_are_counted_apart(traject):
    MeetingFactory(traject=traject, step=Key.DREAMS)
    MeetingFactory(traject=traject, step=Key.GOALS)

    assert facts_of(traject) == Facts(meetings=2, dream_meetings=1)


def test_goals_on_their_feet_are_counted_with_their_remarks(traject, themes):
    first = GoalFactory(candidate=themes[0])
    adopted = GoalAdoptionFactory(goal=GoalFactory(candidate=themes[0])).goal
    left = GoalFactory(candidate=themes[1], **aside())
    GoalAdoptionFactory(goal=left)
    GoalRemarkFactory(goal=first)
    GoalRemarkFactory(goal=adopted, settled_at=LONG_AGO, settled_by=UserFactory())
    GoalRemarkFactory(goal=left)
    GoalRemarkFactory()

    assert facts_of(traject) == Facts(**CHOSEN, goals=2, themes_with_goal=1, adopted=1, remarks=1)


def test_ambitions_of_chosen_themes_are_counted(traject, themes):
    ThemeAmbitionFactory(candidate=themes[0])
    parked = CandidateFactory(traject=traject)
    ThemeAmbitionFactory(candidate=parked)
    ThemeAmbitionFactory()

    assert facts_of(traject) == Facts(candidates=3, chosen=2, ambitions=1)


def test_each_traject_has_its_own(traject, themes):
    other = GoalFactory().traject

    found = facts_of_all([traject, other])

    assert (found[traject.pk].goals, found[other.pk].goals) == (0, 1)
