"""The group adopts a goal, once and as it read it, or comes back on that."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.at_once import at_once, names
from tests.trajects.dream_factories import GoalAdoptionFactory, GoalFactory
from tests.trajects.factories import LONG_AGO, CandidateFactory, ParticipantFactory
from trajects.actions.goals.adopting import adopt_goal, withdraw_adoption
from trajects.entries import AdoptionEntry
from trajects.errors import (
    ChangedMeanwhile,
    GoalAdopted,
    GoalChanged,
    GoalSetAside,
    NoLongerAllowed,
    TrajectGone,
)
from trajects.models import Goal, GoalAdoption, GoalChange, Part

LATER = LONG_AGO + timedelta(days=3)
ON = date(2027, 3, 2)


@pytest.fixture
def goal(traject):
    return GoalFactory(candidate=CandidateFactory(traject=traject), version=4)


@pytest.fixture
def group(traject):
    own = {"traject": traject, "part": Part.LEAD_GROUP}
    return [ParticipantFactory(name=name, **own) for name in ("Aya", "Ben")]


@pytest.fixture
def entry(group):
    return AdoptionEntry(ON, frozenset(one.pk for one in group), "het managementteam")


def adopt(goal, entry, by, **own):
    return adopt_goal(goal=goal, entry=entry, by=by, **{"version": 4, "at": LONG_AGO, **own})


def set_aside(goal, by):
    goal.set_aside_at, goal.set_aside_by, goal.set_aside_because = LONG_AGO, by, "Dubbel"
    goal.save()


@pytest.mark.parametrize("person", ["els", "griet"])
def test_adopted_with_day_and_people(goal, group, entry, request, person):
    by = request.getfixturevalue(person)

    adopt(goal, entry, by)

    stored = GoalAdoption.objects.get(goal=goal)
    assert (stored.adopted_on, stored.others) == (ON, "het managementteam")
    assert (stored.recorded_at, stored.recorded_by) == (LONG_AGO, by)
    assert list(stored.people.order_by("name")) == group


def test_only_the_lead_group_of_this_traject_counts(goal, traject, group, griet):
    moderator = ParticipantFactory(traject=traject, part=Part.MODERATOR)
    elsewhere = ParticipantFactory(part=Part.LEAD_GROUP)
    everybody = frozenset(one.pk for one in (*group, moderator, elsewhere))

    adoption = adopt(goal, AdoptionEntry(ON, everybody), griet)

    assert list(adoption.people.order_by("name")) == group


def test_lead_group_itself_writes_no_adoption_down(goal, entry, bram):
    with pytest.raises(NoLongerAllowed):
        adopt(goal, entry, bram)

    assert not GoalAdoption.objects.exists()


def test_same_adoption_again_changes_nothing_and_another_is_refused(goal, entry, els, griet):
    first = adopt(goal, entry, els)

    again = adopt(goal, entry, griet, at=LATER)
    with pytest.raises(GoalAdopted):
        adopt(goal, replace(entry, others=""), griet)

    assert (again, again.recorded_by, again.recorded_at) == (first, els, LONG_AGO)
    assert GoalAdoption.objects.get().others == "het managementteam"


def test_sentence_that_changed_meanwhile_is_not_adopted(goal, entry, els):
    with pytest.raises(GoalChanged) as changed:
        adopt(goal, entry, els, version=3)

    assert changed.value.stored == goal
    assert not GoalAdoption.objects.exists()


def test_goal_that_is_set_aside_or_gone_is_not_adopted(goal, entry, els, griet):
    set_aside(goal, griet)

    with pytest.raises(GoalSetAside):
        adopt(goal, entry, els)
    Goal.objects.all().delete()
    with pytest.raises(TrajectGone):
        adopt(goal, entry, els)


@pytest.mark.django_db(transaction=True)
def test_adopted_by_two_at_once_is_adopted_once(goal, entry, els, griet):
    other = replace(entry, others="de raad")

    found = at_once(lambda: adopt(goal, entry, els), lambda: adopt(goal, other, griet))

    assert names(found) == ["GoalAdopted", "GoalAdoption"]
    assert GoalAdoption.objects.count() == 1


def test_adoption_that_is_withdrawn_stays_readable(goal, entry, els):
    adopt(goal, entry, els)

    change = withdraw_adoption(goal=goal, because="De cijfers kloppen niet", by=els, at=LATER)

    stored = GoalChange.objects.get()
    assert (stored, stored.goal) == (change, goal)
    assert stored.before == {**stored.after, "adopted_on": "2027-03-02"}
    assert stored.after["adopted_on"] is None
    assert (stored.because, stored.at, stored.by) == ("De cijfers kloppen niet", LATER, els)
    assert not GoalAdoption.objects.exists()


def test_proposal_has_no_adoption_to_withdraw(goal, els):
    with pytest.raises(ChangedMeanwhile):
        withdraw_adoption(goal=goal, because="Toch niet", by=els, at=LATER)

    assert not GoalChange.objects.exists()


def test_adoption_of_what_is_set_aside_stays(goal, els, griet):
    GoalAdoptionFactory(goal=goal)
    set_aside(goal, griet)

    with pytest.raises(GoalSetAside):
        withdraw_adoption(goal=goal, because="Toch niet", by=els, at=LATER)

    assert GoalAdoption.objects.count() == 1


def test_lead_group_itself_withdraws_no_adoption(goal, bram):
    GoalAdoptionFactory(goal=goal)

    with pytest.raises(NoLongerAllowed):
        withdraw_adoption(goal=goal, because="Toch niet", by=bram, at=LATER)

    assert GoalAdoption.objects.count() == 1
