"""How far the seventh step is, for who looks at its plan."""

from datetime import date

import pytest

from accounts.models import Role
from tests.factories import MembershipFactory, UserFactory
from tests.trajects.dream_factories import GoalAdoptionFactory, GoalFactory
from tests.trajects.factories import (
    LONG_AGO,
    CandidateFactory,
    ParticipantFactory,
    StepCompletionFactory,
)
from tests.trajects.plan_factories import (
    ActionFactory,
    ActionOwnerFactory,
    PlanDecisionFactory,
    PlanDocumentFactory,
    PlanTextFactory,
)
from trajects.queries.facts import facts_of
from trajects.queries.plan import plan_of
from trajects.queries.plan_step import plan_facts
from trajects.steps import Key

TODAY = date(2027, 5, 10)
COUNTED = (
    *("goals", "adopted", "actions", "goals_with_action", "unready", "drafts"),
    *("has_plan_text", "documents", "is_decided"),
)


def test_plan_facts_are_those_of_this_traject_in_two_queries(traject, django_assert_num_queries):
    goal = GoalFactory(candidate=CandidateFactory(traject=traject))
    ActionFactory(goal=goal)
    ActionFactory()
    StepCompletionFactory(traject=traject, step=Key.DREAMS)
    plan = plan_of(traject, on=TODAY)

    with django_assert_num_queries(2):
        facts, done = plan_facts(traject, plan)

    assert (facts.actions, facts.goals, facts.goals_with_action) == (1, 1, 1)
    assert facts.done == {Key.DREAMS}
    assert done == {Key.DREAMS: LONG_AGO}


@pytest.fixture
def everything(traject):
    """Two of each thing that one of the counts leaves out, and one that it takes."""
    theme = CandidateFactory(traject=traject)
    goal, idle, adopted = (GoalFactory(candidate=theme) for _place in range(3))
    GoalAdoptionFactory(goal=adopted)
    aside = {"set_aside_at": LONG_AGO, "set_aside_by": UserFactory(), "set_aside_because": "Nee."}
    dropped = GoalFactory(candidate=theme, **aside)
    member = UserFactory()
    MembershipFactory(user=member, organisation=traject.organisation, role=Role.READER)
    whole = {"because": "Omdat het telt.", "due_on": date(2028, 1, 1)}
    asleep = UserFactory(is_active=False)
    MembershipFactory(user=asleep, organisation=traject.organisation, role=Role.READER)
    guest = {"user": None, "guest": ParticipantFactory(traject=traject)}
    owners = ({"user": member}, guest, {"user": UserFactory()}, {"user": asleep}, None)
    for owner in owners:
        action = ActionFactory(goal=goal, **whole)
        if owner:
            ActionOwnerFactory(action=action, **owner)
    ActionFactory(goal=idle, stopped_on=TODAY, stopped_because="Te duur.")
    ActionFactory(goal=adopted, done_on=TODAY)
    ActionFactory(goal=dropped, example_code="actie-werking-01", settled_at=None)
    ActionOwnerFactory(action__goal=goal, action__due_on=date(2028, 1, 1), user=member)
    PlanTextFactory(traject=traject)
    PlanDocumentFactory(traject=traject)
    return traject


@pytest.mark.parametrize("approved", [True, False, None])
def test_the_same_is_said_as_where_no_plan_is_read(everything, approved):
    if approved is not None:
        PlanDecisionFactory(traject=everything, approved=approved, remarks="Zie het verslag.")

    told, _done = plan_facts(everything, plan_of(everything, on=TODAY))
    counted = facts_of(everything)

    assert {key: getattr(told, key) for key in COUNTED} == {
        key: getattr(counted, key) for key in COUNTED
    }
    assert (told.goals, told.adopted, told.actions) == (3, 1, 9)
    assert (told.goals_with_action, told.unready, told.drafts) == (2, 5, 1)
    assert told.is_decided == (approved is True)
