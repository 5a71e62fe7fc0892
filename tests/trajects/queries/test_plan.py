"""The action plan as it is read: numbered, with states, owners and gaps."""

from datetime import date

import pytest

from accounts.models import Role
from tests.factories import DepartmentFactory, MembershipFactory, UserFactory
from tests.trajects.dream_factories import GoalFactory
from tests.trajects.factories import (
    LONG_AGO,
    CandidateFactory,
    ParticipantFactory,
    ParticipantWithAccountFactory,
    TrajectFactory,
)
from tests.trajects.plan_factories import (
    ActionFactory,
    ActionNeedFactory,
    ActionOwnerFactory,
    ActionStepFactory,
)
from trajects.action_checks import Gap
from trajects.action_states import ActionState
from trajects.queries.plan import Owner, plan_of

pytestmark = pytest.mark.django_db
TODAY = date(2027, 5, 10)


@pytest.fixture
def traject():
    return TrajectFactory(plan_from=2026, plan_to=2031)


def test_goals_and_actions_are_numbered_in_the_order_of_the_themes(traject):
    last = CandidateFactory(traject=traject, position=2, name="Water")
    first = CandidateFactory(traject=traject, position=1, name="Groen")
    later = GoalFactory(candidate=last, position=1)
    second = GoalFactory(candidate=first, position=2)
    empty = GoalFactory(candidate=first, position=1)
    ActionFactory(goal=later, position=1, title="Wadi graven")
    ActionFactory(goal=second, position=2, title="Bomen planten")
    ActionFactory(goal=second, position=1, title="Bomen kiezen")

    plan = plan_of(traject, on=TODAY)

    assert [theme.candidate.name for theme in plan.themes] == ["Groen", "Water"]
    assert [(one.number, one.goal) for one in plan.goals] == [(1, empty), (2, second), (3, later)]
    assert [(line.number, line.action.title) for line in plan.lines] == [
        ("2.1", "Bomen kiezen"),
        ("2.2", "Bomen planten"),
        ("3.1", "Wadi graven"),
    ]
    assert [line.number for line in plan.themes[0].lines] == ["2.1", "2.2"]
    assert plan.line(plan.lines[2].action.pk) == plan.lines[2]
    assert plan.line(0) is None


def test_goal_set_aside_stands_there_while_it_has_actions(traject):
    theme = CandidateFactory(traject=traject)
    aside = {"set_aside_at": LONG_AGO, "set_aside_by": UserFactory(), "set_aside_because": "Later."}
    kept, _dropped = (GoalFactory(candidate=theme, **aside) for _number in range(2))
    ActionFactory(goal=kept)

    assert [one.goal for one in plan_of(traject, on=TODAY).goals] == [kept]


def test_owners_are_named_with_department_and_function(traject):
    own = DepartmentFactory(organisation=traject.organisation, name="Dienst Groen")
    member, left = UserFactory(name="Aya"), UserFactory(name="Dirk")
    MembershipFactory(
        user=member, organisation=traject.organisation, role=Role.READER, department=own
    )
    ParticipantWithAccountFactory(traject=traject, user=member, function="groenambtenaar")
    guest = ParticipantFactory(traject=traject, name="Ben", function="werkleider", department=own)
    action = ActionFactory(goal__candidate__traject=traject)
    for owner in ({"user": member}, {"user": None, "guest": guest}, {"user": left}):
        ActionOwnerFactory(action=action, **owner)

    (line,) = plan_of(traject, on=TODAY).lines

    assert line.owners == (
        Owner("Aya", "Dienst Groen", "groenambtenaar", is_here=True),
        Owner("Ben", "Dienst Groen", "werkleider", is_here=True),
        Owner("Dirk", "", "", is_here=False),
    )
    assert line.names == ("Aya", "Ben")
    assert line.owners[0].office == "groenambtenaar, Dienst Groen"
    assert line.department == "Dienst Groen"


def test_department_of_the_action_comes_first(traject):
    own = DepartmentFactory(organisation=traject.organisation, name="Dienst Water")
    ActionFactory(goal__candidate__traject=traject, department=own)
    ActionFactory(goal__candidate__traject=traject)

    assert [line.department for line in plan_of(traject, on=TODAY).lines] == ["Dienst Water", ""]


@pytest.mark.parametrize("is_member", [False, True])
def test_owner_who_left_leaves_an_action_without_owner(traject, is_member):
    action = ActionFactory(
        goal__candidate__traject=traject, because="Dat vroegen scholen.", due_on=date(2028, 1, 1)
    )
    owner = ActionOwnerFactory(action=action, user__is_active=not is_member)
    if is_member:  # but cannot sign in any more
        MembershipFactory(user=owner.user, organisation=traject.organisation)

    assert [line.gaps for line in plan_of(traject, on=TODAY).lines] == [(Gap.NO_OWNER,)]


def test_years_of_the_plan_bound_a_deadline(traject):
    own = {"goal__candidate__traject": traject, "because": "Dat vroegen scholen."}
    for year in (2025, 2026, 2031, 2032):
        ActionFactory(due_on=date(year, 6, 1), **own)

    gaps = [line.gaps for line in plan_of(traject, on=TODAY).lines]

    assert [Gap.OUTSIDE in found for found in gaps] == [True, False, False, True]


def test_states_are_counted(traject):
    own = {"goal__candidate__traject": traject}
    ActionFactory(**own)
    ActionFactory(due_on=date(2027, 1, 1), **own)
    ActionFactory(done_on=date(2027, 1, 1), **own)

    plan = plan_of(traject, on=TODAY)

    assert dict(plan.counts) == {
        ActionState.PLANNED: 1,
        ActionState.RUNNING: 0,
        ActionState.LATE: 1,
        ActionState.DONE: 1,
        ActionState.STOPPED: 0,
    }
    assert [line.is_open for line in plan.lines] == [True, True, False]


def test_steps_and_what_is_waited_for(traject):
    action = ActionFactory(goal__candidate__traject=traject)
    ended = {"done_on": date(2027, 1, 1)}, {"stopped_on": TODAY, "stopped_because": "Te duur."}
    for values in ({}, *ended):
        ActionNeedFactory(action=action, needed=ActionFactory(goal=action.goal, **values))
    ActionStepFactory(action=action, done_on=TODAY)
    ActionStepFactory(action=action)

    line = plan_of(traject, on=TODAY).line(action.pk)

    assert (line.steps_done, len(line.steps)) == (1, 2)
    assert line.waits_for == (action.needs.order_by("pk").first().needed,)
    assert line.needs == set(action.needs.values_list("needed", flat=True))


def test_action_that_ended_lacks_nothing(traject):
    ActionFactory(goal__candidate__traject=traject, done_on=TODAY)
    ActionFactory(goal__candidate__traject=traject, stopped_on=TODAY, stopped_because="Te duur.")

    assert [line.gaps for line in plan_of(traject, on=TODAY).lines] == [(), ()]


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow(traject, number, django_assert_num_queries):
    for _place in range(number):
        action = ActionFactory(goal__candidate__traject=traject)
        ActionOwnerFactory(action=action)
        ActionStepFactory(action=action)
        ActionNeedFactory(action=action, needed__goal=action.goal)

    with django_assert_num_queries(7):
        assert len(plan_of(traject, on=TODAY).lines) == 2 * number
