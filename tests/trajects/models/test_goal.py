"""What must never be false of a goal, tried against the database (promise 25)."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F

from tests.constraints import names_constraint
from tests.factories import LONG_AGO, UserFactory
from tests.trajects.dream_factories import (
    DreamImageFactory,
    GoalAdoptionFactory,
    GoalChangeFactory,
    GoalDreamFactory,
    GoalFactory,
    GoalRemarkFactory,
    ThemeAmbitionFactory,
)
from tests.trajects.factories import CandidateFactory, ParticipantFactory
from trajects.models import (
    Goal,
    GoalAdoption,
    GoalChange,
    GoalDream,
    GoalRemark,
    ThemeAmbition,
)

pytestmark = pytest.mark.django_db

BROKEN = [
    (ThemeAmbitionFactory, {"step": 0}, "theme_ambition_is_a_step"),
    (ThemeAmbitionFactory, {"step": 6}, "theme_ambition_is_a_step"),
    (GoalFactory, {"sentence": ""}, "goal_has_a_sentence"),
    (GoalFactory, {"mvoi_goal": "geluk"}, "goal_mvoi_known"),
    (GoalFactory, {"mvoi_goal": "climate", "mvoi_now": 6}, "goal_mvoi_steps_are_steps"),
    (GoalFactory, {"mvoi_goal": "climate", "mvoi_wanted": 0}, "goal_mvoi_steps_are_steps"),
    (GoalFactory, {"mvoi_goal": "climate", "mvoi_wanted": 6}, "goal_mvoi_steps_are_steps"),
    (GoalFactory, {"mvoi_now": 1}, "goal_mvoi_steps_of_a_goal"),
    (GoalFactory, {"mvoi_wanted": 1}, "goal_mvoi_steps_of_a_goal"),
    (GoalFactory, {"set_aside_at": LONG_AGO}, "goal_set_aside_for_a_reason"),
    (GoalFactory, {"set_aside_because": "Later."}, "goal_set_aside_for_a_reason"),
    (GoalRemarkFactory, {"text": ""}, "goal_remark_has_words"),
    (GoalRemarkFactory, {"settled_at": LONG_AGO}, "goal_remark_settled_by_somebody"),
    (GoalChangeFactory, {"because": ""}, "goal_change_has_a_reason"),
    (GoalChangeFactory, {"after": F("before")}, "goal_change_changes_something"),
]
KINDS = (Goal, GoalAdoption, GoalChange, GoalDream, GoalRemark, ThemeAmbition)
# Tried one by one below.
TRIED_APART = {"goal_dream_once", "goal_remark_of_one_author"}


@pytest.mark.parametrize(("factory", "values", "constraint"), BROKEN)
def test_database_refuses(factory, values, constraint):
    one = factory()

    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        type(one).objects.filter(pk=one.pk).update(**values)

    assert names_constraint(str(refused.value), constraint, "")


def test_every_constraint_is_tried():
    known = {one.name for kind in KINDS for one in kind._meta.constraints}

    assert {constraint for *_rest, constraint in BROKEN} | TRIED_APART == known


def test_step_of_purchasing_may_be_zero_now():
    goal = GoalFactory(mvoi_goal="climate", mvoi_now=0, mvoi_wanted=5)

    assert Goal.objects.get(pk=goal.pk).mvoi_now == 0


def test_remark_has_one_author_at_most():
    remark = GoalRemarkFactory()

    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        GoalRemark.objects.filter(pk=remark.pk).update(guest=ParticipantFactory())

    assert names_constraint(str(refused.value), "goal_remark_of_one_author", "")


def test_goal_grows_once_from_a_dream():
    root = GoalDreamFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        GoalDreamFactory(goal=root.goal, dream=root.dream)


def test_adopted_once_and_one_ambition_a_theme():
    adoption, ambition = GoalAdoptionFactory(), ThemeAmbitionFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        GoalAdoptionFactory(goal=adoption.goal)
    with pytest.raises(IntegrityError), transaction.atomic():
        ThemeAmbitionFactory(candidate=ambition.candidate)


def test_standing_and_adopted():
    aside = {"set_aside_at": LONG_AGO, "set_aside_by": UserFactory(), "set_aside_because": "Later."}
    proposed, adopted, dropped = GoalFactory(), GoalFactory(), GoalFactory(**aside)
    for goal in (adopted, dropped):
        GoalAdoptionFactory(goal=goal)

    assert set(Goal.objects.standing()) == {proposed, adopted}
    assert list(Goal.objects.adopted()) == [adopted]


def test_theme_and_adoption_come_along(django_assert_num_queries):
    GoalAdoptionFactory(goal__candidate__name="Groen")
    GoalFactory(candidate__name="Water")

    with django_assert_num_queries(1):
        found = {
            (goal.candidate.name, hasattr(goal, "adoption")) for goal in Goal.objects.with_theme()
        }

    assert found == {("Groen", True), ("Water", False)}


def test_goes_by_its_sentence():
    goal = GoalFactory(sentence="Tegen 2028 telt elke straat drie bomen.")
    dream = DreamImageFactory()

    assert str(goal) == "Tegen 2028 telt elke straat drie bomen."
    assert str(GoalAdoptionFactory(goal=goal)) == f"{goal}: 2025-03-03"
    assert str(GoalChangeFactory(goal=goal)) == f"{goal}: 2025-03-03"
    assert str(GoalDreamFactory(goal=goal, dream=dream)) == f"{goal.pk} ← {dream.pk}"
    assert str(ThemeAmbitionFactory(candidate=CandidateFactory(name="Groen"))) == "Groen: 3"


def test_remark_is_called_as_its_author():
    by_account = GoalRemarkFactory(author=UserFactory(name="Aya"), text="Wie meet dit?")
    by_link = GoalRemarkFactory(author=None, guest=ParticipantFactory(name="Ben"))
    by_nobody = GoalRemarkFactory(author=None)

    assert [one.called for one in (by_account, by_link, by_nobody)] == ["Aya", "Ben", ""]
    assert str(by_account) == "Wie meet dit?"
