"""Several actions change in one go: all of them, or none."""

from datetime import date

import pytest
from django.utils.timezone import now

from tests.at_once import at_once, names
from tests.factories import DepartmentFactory, MembershipFactory
from tests.trajects.dream_factories import GoalFactory
from tests.trajects.factories import CandidateFactory, ParticipantFactory
from tests.trajects.plan_factories import ActionFactory, ActionOwnerFactory
from trajects.actions.plan.bulk import change_together
from trajects.errors import (
    ChangedMeanwhile,
    DatesCrossed,
    GoalNotInPlan,
    LabelGone,
    NobodyOfThisTraject,
    NoLongerAllowed,
)
from trajects.models import Action, Participant
from trajects.together import Together


@pytest.fixture
def goal(traject):
    return GoalFactory(candidate=CandidateFactory(traject=traject))


@pytest.fixture
def two(goal):
    first = ActionFactory(goal=goal, starts_on=date(2027, 1, 1), due_on=date(2027, 6, 30))
    return first, ActionFactory(goal=goal, settled_at=None, example_code="x-1")


def change(two, by, versions=None, **what):
    return change_together(
        traject=two[0].traject,
        versions=versions or {one.pk: one.version for one in two},
        change=Together(**what),
        by=by,
        at=now(),
    )


def stored(action):
    found = Action.objects.get(pk=action.pk)
    return found, sorted(one.called for one in found.owners.all())


def test_all_of_it_at_once(traject, two, bram, griet):
    department = DepartmentFactory(organisation=traject.organisation)
    koen = ParticipantFactory(traject=traject, name="Koen")
    other = GoalFactory(candidate=two[0].goal.candidate)
    ActionFactory(goal=other, position=7)
    ActionOwnerFactory(action=two[0], user=griet)
    what = {"department": department.pk, "goal": other.pk, "months": 3}
    people = {"new_owner": f"g{koen.pk}", "old_owner": f"u{griet.pk}"}

    assert change(two, bram, **what, **people) == 2

    (first, owners), (second, others) = stored(two[0]), stored(two[1])
    assert (first.department, first.goal, first.position) == (department, other, 8)
    assert (first.starts_on, first.due_on) == (date(2027, 4, 1), date(2027, 9, 30))
    assert (second.department, second.goal, second.position) == (department, other, 9)
    assert owners == others == ["Koen"]
    assert (first.version, second.version) == (2, 2)
    # Nobody read it: it is still an example.
    assert second.is_draft


def test_what_stays_the_same_is_not_written(two, bram):
    assert change(two, bram, months=1) == 1

    assert [stored(one)[0].version for one in two] == [2, 1]


def test_who_carries_it_already_carries_it_once(two, bram, griet):
    ActionOwnerFactory(action=two[0], user=griet)

    assert change(two, bram, new_owner=f"u{griet.pk}") == 1

    assert [stored(one)[1] for one in two] == [["Griet Maes"], ["Griet Maes"]]


def test_who_carries_it_stays_beside_who_comes(traject, two, bram, griet):
    koen = ParticipantFactory(traject=traject, name="Koen")
    ActionOwnerFactory(action=two[0], user=griet)

    assert change(two, bram, new_owner=f"g{koen.pk}") == 2

    assert [stored(one)[1] for one in two] == [["Griet Maes", "Koen"], ["Koen"]]


def test_changed_or_gone_meanwhile_nothing_happens(two, bram):
    seen = {one.pk: one.version for one in two}
    Action.objects.filter(pk=two[1].pk).update(version=2)

    with pytest.raises(ChangedMeanwhile):
        change(two, bram, seen, months=1)
    two[1].delete()
    with pytest.raises(ChangedMeanwhile):
        change(two, bram, seen, months=1)

    assert stored(two[0])[0].starts_on == date(2027, 1, 1)


def test_action_of_another_traject_is_not_there(two, bram):
    other = ActionFactory()

    with pytest.raises(ChangedMeanwhile):
        change(two, bram, {other.pk: other.version}, months=1)


def test_one_that_would_end_before_its_start_stops_all(two, bram):
    with pytest.raises(DatesCrossed) as refused:
        change(two, bram, due_on=date(2026, 12, 31))

    assert refused.value.action == two[0]
    assert [stored(one)[0].due_on for one in two] == [date(2027, 6, 30), None]


def test_goal_department_and_owner_are_of_this_traject(traject, two, bram, els, griet):
    aside = GoalFactory(
        candidate=two[0].goal.candidate,
        set_aside_at=now(),
        set_aside_by=griet,
        set_aside_because="Dubbel",
    )
    stranger = ParticipantFactory()

    for goal in (aside, GoalFactory()):
        with pytest.raises(GoalNotInPlan):
            change(two, bram, goal=goal.pk)
    with pytest.raises(LabelGone):
        change(two, bram, department=DepartmentFactory().pk)
    # Els moderates from outside: she is no member.
    for key in (f"u{els.pk}", f"g{stranger.pk}", f"u{MembershipFactory().user_id}"):
        with pytest.raises(NobodyOfThisTraject):
            change(two, bram, new_owner=key)

    assert [stored(one)[0].version for one in two] == [1, 1]


def test_who_left_may_be_taken_off(two, bram):
    gone = ActionOwnerFactory(action=two[0])

    assert change(two, bram, old_owner=f"u{gone.user_id}") == 1

    assert stored(two[0])[1] == []


def test_lead_group_only(two, bram):
    Participant.objects.filter(user=bram).delete()

    with pytest.raises(NoLongerAllowed):
        change(two, bram, months=1)


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_is_told(two, bram, griet):
    found = at_once(lambda: change(two, bram, months=1), lambda: change(two, griet, months=1))

    assert names(found) == ["ChangedMeanwhile", "int"]
    assert stored(two[0])[0].starts_on == date(2027, 2, 1)
