"""One group walks the whole road, from the mirror to a plan that is carried out, by the actions of
the product alone: what each of them reads on the way is what happened."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from tests.factories import UserFactory
from tests.trajects.walked import (
    ENERGY,
    MOBILITY,
    choose_themes,
    dream,
    gather,
    photograph,
    set_out,
)
from tests.trajects.walking import Walk
from trajects.action_checks import Gap
from trajects.action_states import ActionState
from trajects.actions.ambitions import Wanted, set_ambitions
from trajects.actions.goals.adopting import adopt_goal
from trajects.actions.goals.writing import propose_goal
from trajects.actions.plan.deciding import record_plan_decision
from trajects.actions.plan.ending import begin_action, finish_action
from trajects.actions.plan.progress import measure, tell_progress, tick_step
from trajects.actions.plan.stored import entry_of
from trajects.actions.plan.texts import write_plan_texts
from trajects.entries import (
    AdoptionEntry,
    GoalEntry,
    PlanDecisionEntry,
    PlanTextEntry,
)
from trajects.errors import CircleInPlan, NoLongerAllowed
from trajects.models import Goal, Part
from trajects.models.writer import Writer
from trajects.queries.ambitions import ambition_fingerprint, theme_steps
from trajects.queries.effects import effects_of
from trajects.queries.facts import facts_of
from trajects.queries.plan import plan_of
from trajects.steps import Key, current


def aim(walk: Walk) -> None:
    """The group wants two steps further, and adopts a goal."""
    assert walk.next_for(walk.moderator) == "Choose which step you want to reach"
    set_ambitions(
        traject=walk.traject,
        steps=[Wanted(walk.candidates[ENERGY].pk, 3), Wanted(walk.candidates[MOBILITY].pk, 2)],
        shown=ambition_fingerprint(theme_steps(walk.traject)),
        by=walk.coordinator,
        at=walk.at,
    )
    assert walk.next_for(walk.group[0]) == "Make a goal of a dream image"
    for code in (MOBILITY, ENERGY):
        dreams = walk.traject.dreams.filter(places__candidate=walk.candidates[code])
        entry = GoalEntry(
            candidate=walk.candidates[code].pk,
            sentence="Tegen eind 2029 komt de helft van de leerlingen met de fiets naar school.",
            dreams=frozenset(dreams.values_list("pk", flat=True)),
        )
        propose_goal(traject=walk.traject, entry=entry, by=walk.group[0], at=walk.at)
    assert walk.next_for(walk.coordinator) == "Write down which goals the group adopts"
    there = walk.traject.participants.filter(part=Part.LEAD_GROUP)
    for goal in walk.traject.goals.all():
        entry = AdoptionEntry(walk.today, frozenset(there.values_list("pk", flat=True)))
        adopt_goal(goal=goal, entry=entry, version=goal.version, by=walk.coordinator, at=walk.at)
    walk.close(Key.GOALS)


def draw_up_the_plan(walk: Walk) -> None:
    """Two actions wait for one another in order, never in a circle; the council approves."""
    asker, cyclist = walk.group[:2]
    bike, light = walk.traject.goals.order_by("pk")
    assert walk.next_for(asker) == "Begin the action plan with an example"
    whole = {
        "because": "Niemand weet wat mensen tegenhoudt.",
        "due_on": walk.today + timedelta(days=30),
    }
    ask = walk.do(
        "Vraag alle collega’s wat hen helpt",
        goal=bike,
        by=asker,
        users=frozenset({asker.pk}),
        statements=frozenset({"thema-8-1a"}),
        steps=("Vragen opstellen", "Vragen uitdelen"),
        **whole,
    )
    assert walk.next_for(asker) == "Give every goal an action"
    lease = walk.do("Eventueel fietsen", goal=light, by=asker, needs=frozenset({ask.pk}))
    assert walk.next_for(walk.moderator) == "Look what the actions still need"
    line = plan_of(walk.traject, on=walk.today).line(lease.pk)
    assert line is not None
    assert line.gaps == (Gap.VAGUE, Gap.NO_OWNER, Gap.NO_DEADLINE, Gap.NO_REASON)
    assert [one.title for one in line.waits_for] == [ask.title]
    ready = replace(
        entry_of(lease),
        title="Bied twaalf collega’s een fiets aan",
        users=frozenset({cyclist.pk}),
        statements=frozenset({"thema-8-2a", "thema-7-3a"}),
        **whole,
    )
    walk.rewrite(lease, ready, by=cyclist)
    with pytest.raises(CircleInPlan):
        walk.rewrite(ask, replace(entry_of(ask), needs=frozenset({lease.pk})), by=asker)
    assert walk.next_for(walk.coordinator) == "Write what the plan says besides its actions"
    approve(walk)


def approve(walk: Walk) -> None:
    write_plan_texts(
        traject=walk.traject,
        entry=PlanTextEntry(summary="We beginnen met de fiets."),
        version=0,
        by=walk.coordinator,
        at=walk.at,
    )
    assert walk.next_for(walk.coordinator) == "Make the plan as a document"
    record_plan_decision(
        traject=walk.traject,
        entry=PlanDecisionEntry(True, "de gemeenteraad", walk.today),
        shown="",
        by=walk.coordinator,
        at=walk.at,
    )
    assert walk.next_for(walk.coordinator) == "Close the action plan"
    walk.close(Key.PLAN)


def test_a_group_walks_from_the_mirror_to_its_plan(organisation, griet):
    walk = set_out(organisation, griet)
    for step in (gather, photograph, choose_themes, dream, aim, draw_up_the_plan):
        step(walk)

    carry_out(walk)
    look_ahead(walk)


def carry_out(walk: Walk) -> None:
    """Who carries an action tells how it goes, and nobody else."""
    asker = walk.group[0]
    ask = walk.traject.actions.order_by("pk")[0]
    writer = Writer(user=asker)
    assert current(facts_of(walk.traject)).key == Key.FOLLOW_UP
    assert walk.next_for(asker) == "See how the action plan goes"

    begin_action(action=ask, on=walk.today, writer=writer, at=walk.at)
    assert walk.next_for(asker) == "Tell how your actions go"
    tick_step(step=ask.steps.first(), done=True, on=walk.today, writer=writer, at=walk.at)
    tell_progress(action=ask, text="De helft kwam terug.", on=walk.today, writer=writer, at=walk.at)
    measure(action=ask, value=Decimal(60), on=walk.today, writer=writer, at=walk.at)
    with pytest.raises(NoLongerAllowed):
        finish_action(action=ask, on=walk.today, writer=Writer(user=UserFactory()), at=walk.at)
    finish_action(action=ask, on=walk.today, writer=writer, at=walk.at)
    assert walk.next_for(asker) == "See how the action plan goes"


def look_ahead(walk: Walk) -> None:
    """A month later: what is late is said, and what the plan brings if it works out."""
    cyclist, lease = walk.group[1], walk.traject.actions.order_by("pk")[1]
    walk.later(31)
    plan = plan_of(walk.traject, on=walk.today)
    assert [(line.number, line.state, line.gaps) for line in plan.lines] == [
        ("1.1", ActionState.LATE, ()),
        ("2.1", ActionState.DONE, ()),
    ]
    assert plan.line(lease.pk).waits_for == ()
    assert walk.next_for(cyclist) == "Tell how your actions go"

    effects = {effect.number: effect for effect in effects_of(walk.traject, plan)}
    told = {number: (one.reached, one.would_reach, one.wanted) for number, one in effects.items()}
    assert told == {7: (2, 3, 3), 8: (0, 2, 2)}
    assert Goal.objects.adopted().count() == 2
