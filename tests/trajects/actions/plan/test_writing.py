"""An action is added and changed; circles, strangers and stale pages are refused."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.at_once import at_once, names
from tests.factories import DepartmentFactory, MembershipFactory
from tests.trajects.dream_factories import GoalFactory
from tests.trajects.factories import LONG_AGO, CandidateFactory, ParticipantFactory
from tests.trajects.plan_factories import (
    ActionFactory,
    ActionNeedFactory,
    ActionOwnerFactory,
    ActionStatementFactory,
    ActionStepFactory,
)
from tests.trajects.scanned import link_scan
from trajects.actions.plan.stored import entry_of
from trajects.actions.plan.writing import add_action, change_action
from trajects.entries import ActionEntry
from trajects.errors import (
    ActionChanged,
    ChangedMeanwhile,
    CircleInPlan,
    GoalNotInPlan,
    LabelGone,
    NobodyOfThisTraject,
    NoLongerAllowed,
    TrajectGone,
)
from trajects.models import Action

LATER = LONG_AGO + timedelta(days=3)


@pytest.fixture
def goal(traject):
    return GoalFactory(candidate=CandidateFactory(traject=traject))


@pytest.fixture
def guest(traject):
    return ParticipantFactory(traject=traject, name="Koen")


@pytest.fixture
def other(goal):
    return ActionFactory(goal=goal, title="Eerst het budget")


@pytest.fixture
def full(traject, goal, bram, guest, other):
    link_scan(traject)
    return ActionEntry(
        goal=goal.pk,
        title="De checklist per productgroep maken",
        what="Aankoop maakt een lijst.",
        because="Dan vergeet niemand het.",
        users=frozenset({bram.pk}),
        guests=frozenset({guest.pk}),
        department=DepartmentFactory(organisation=traject.organisation).pk,
        partners="VVSG",
        starts_on=date(2026, 2, 1),
        due_on=date(2026, 8, 31),
        cost_once=1500,
        cost_yearly=200,
        staff_days=8,
        budget_note="werkingsbudget",
        bbc_code="AP-4.2",
        indicator="aantal lijsten",
        unit="lijsten",
        baseline=Decimal(0),
        target=Decimal("12.5"),
        statements=frozenset({a_code(traject)}),
        needs=frozenset({other.pk}),
        steps=("Voorbeelden zoeken", "Proef draaien", "Voorbeelden zoeken"),
    )


def a_code(traject):
    return traject.scan.statements().order_by("code").first().code


def brief(goal, **own):
    return ActionEntry(goal=goal.pk, title="We maken een lijst", **own)


def add(traject, entry, by):
    return add_action(traject=traject, entry=entry, by=by, at=LONG_AGO)


def change(action, entry, by, **own):
    given = {"version": action.version, "at": LATER, **own}
    return change_action(action=action, entry=entry, by=by, **given)


@pytest.mark.parametrize("person", ["bram", "els", "griet"])
def test_all_that_was_filled_in_is_kept(traject, full, request, person):
    by = request.getfixturevalue(person)

    made = add(traject, full, by)

    assert entry_of(Action.objects.get(pk=made.pk)) == full
    assert (made.created_by, made.created_at, made.settled_at) == (by, LONG_AGO, LONG_AGO)
    assert made.version == 1


def test_a_title_is_enough(traject, goal, bram):
    made = add(traject, brief(goal), bram)

    assert entry_of(made) == brief(goal)


def test_it_comes_last_under_its_goal(traject, goal, bram):
    ActionFactory(goal=goal, position=4)

    assert add(traject, brief(goal), bram).position == 5


@pytest.mark.parametrize("person", ["chaima", "reader"])
def test_who_only_reads_or_is_a_stranger_adds_nothing(traject, goal, chaima, person):
    reader = MembershipFactory(organisation=traject.organisation, role="reader").user
    by = {"chaima": chaima, "reader": reader}[person]

    with pytest.raises(NoLongerAllowed):
        add(traject, brief(goal), by)

    assert not Action.objects.exists()


def test_a_goal_that_was_set_aside_takes_no_action(traject, goal, bram):
    goal.set_aside_at, goal.set_aside_by, goal.set_aside_because = LONG_AGO, bram, "Later"
    goal.save()

    with pytest.raises(GoalNotInPlan):
        add(traject, brief(goal), bram)


def test_a_goal_of_another_traject_does_not_exist(traject, bram):
    with pytest.raises(GoalNotInPlan):
        add(traject, brief(GoalFactory()), bram)


def test_who_is_no_member_carries_nothing(traject, goal, bram, chaima):
    with pytest.raises(NobodyOfThisTraject):
        add(traject, brief(goal, users=frozenset({chaima.pk})), bram)


def test_a_guest_of_another_traject_carries_nothing(traject, goal, bram):
    stranger = ParticipantFactory()

    with pytest.raises(NobodyOfThisTraject):
        add(traject, brief(goal, guests=frozenset({stranger.pk})), bram)


def test_a_department_of_another_organisation_does_not_exist(traject, goal, bram):
    with pytest.raises(LabelGone):
        add(traject, brief(goal, department=DepartmentFactory().pk), bram)


@pytest.mark.parametrize("has_scan", [True, False])
def test_a_statement_that_the_scan_does_not_ask_is_refused(traject, goal, bram, has_scan):
    if has_scan:
        link_scan(traject)

    with pytest.raises(LabelGone):
        add(traject, brief(goal, statements=frozenset({"aankopen-9z"})), bram)


def test_an_action_of_another_traject_is_nothing_to_wait_for(traject, goal, bram):
    with pytest.raises(ChangedMeanwhile):
        add(traject, brief(goal, needs=frozenset({ActionFactory().pk})), bram)


def test_every_change_counts(traject, goal, full, bram):
    action = add(traject, brief(goal), bram)

    changed = change(action, full, bram)

    assert entry_of(changed) == full
    assert (changed.version, changed.settled_at) == (2, LONG_AGO)


def test_everything_can_be_taken_away_again(traject, goal, full, bram):
    action = add(traject, full, bram)

    assert entry_of(change(action, brief(goal), bram)) == brief(goal)


def test_the_same_again_is_no_change(traject, full, bram):
    action = add(traject, full, bram)

    assert change(action, full, bram, version=0).version == 1


def test_a_draft_becomes_their_own_even_unchanged(goal, bram):
    draft = ActionFactory(goal=goal, settled_at=None, example_code="aankopen-01")

    changed = change(draft, entry_of(draft), bram)

    assert (changed.settled_at, changed.is_draft, changed.version) == (LATER, False, 2)


def test_a_stale_page_is_refused_with_what_is_stored(traject, goal, full, bram):
    action = add(traject, brief(goal), bram)
    change(action, replace(brief(goal), title="Intussen anders"), bram)

    with pytest.raises(ActionChanged) as refused:
        change(action, full, bram, version=1)

    assert refused.value.stored.title == "Intussen anders"


def test_a_step_whose_words_stay_keeps_its_day(goal, bram):
    action = ActionFactory(goal=goal)
    day = date(2026, 3, 1)
    done = ActionStepFactory(action=action, position=1, text="Bellen", done_on=day)
    ActionStepFactory(action=action, position=2, text="Mailen", done_on=day)

    change(action, replace(entry_of(action), steps=("Schrijven", "Bellen")), bram)

    found = list(action.steps.order_by("position").values_list("text", "done_on"))
    assert found == [("Schrijven", None), ("Bellen", day)]
    assert action.steps.get(text="Bellen").pk == done.pk


def test_under_another_goal_it_comes_last(traject, goal, bram):
    action = ActionFactory(goal=goal, position=7)
    second = GoalFactory(candidate=goal.candidate)
    ActionFactory(goal=second, position=2)

    assert change(action, brief(second), bram).position == 3


def test_what_stood_there_already_may_stay(traject, goal, bram, chaima):
    goal.set_aside_at, goal.set_aside_by, goal.set_aside_because = LONG_AGO, bram, "Later"
    goal.save()
    gone = DepartmentFactory()
    action = ActionFactory(goal=goal, department=gone)
    ActionOwnerFactory(action=action, user=chaima)
    ActionStatementFactory(action=action, code="oud-1a")

    changed = change(action, replace(entry_of(action), title="Anders"), bram)

    kept = entry_of(changed)
    assert (kept.users, kept.statements, kept.department) == (
        frozenset({chaima.pk}),
        frozenset({"oud-1a"}),
        gone.pk,
    )


def test_no_action_waits_for_itself_along_others(goal, bram):
    first, second, third = (ActionFactory(goal=goal, title=t) for t in ("Een", "Twee", "Drie"))
    ActionNeedFactory(action=second, needed=first)
    ActionNeedFactory(action=third, needed=second)

    with pytest.raises(CircleInPlan) as refused:
        change(first, replace(entry_of(first), needs=frozenset({third.pk})), bram)

    assert [str(one) for one in refused.value.way] == ["Een", "Drie", "Twee", "Een"]
    assert not first.needs.exists()


def test_an_action_that_is_gone_is_not_changed(goal, bram):
    action = ActionFactory(goal=goal)
    Action.objects.all().delete()

    with pytest.raises(TrajectGone):
        change(action, brief(goal), bram)


@pytest.mark.django_db(transaction=True)
def test_two_people_never_close_a_circle_together(traject, goal, bram, griet):
    first, second = ActionFactory(goal=goal), ActionFactory(goal=goal)

    outcomes = at_once(
        lambda: change(first, replace(brief(goal), needs=frozenset({second.pk})), bram),
        lambda: change(second, replace(brief(goal), needs=frozenset({first.pk})), griet),
    )

    assert names(outcomes) == ["Action", "CircleInPlan"]


@pytest.mark.django_db(transaction=True)
def test_of_two_who_save_at_once_one_hears_that_it_changed(traject, goal, bram, griet):
    action = ActionFactory(goal=goal)

    outcomes = at_once(
        lambda: change(action, replace(brief(goal), title="Van Bram"), bram),
        lambda: change(action, replace(brief(goal), title="Van Griet"), griet),
    )

    assert names(outcomes) == ["Action", "ActionChanged"]
