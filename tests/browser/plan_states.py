"""The states of the action plan: per goal, on the board, several at once, one action, the own ones,
along time, in money, what it brings, as a whole, as a document; see `states`."""

from datetime import timedelta
from decimal import Decimal

from django.utils.timezone import localdate, now
from playwright.sync_api import Page

from tests.browser.choice_states import chosen_traject
from tests.browser.goal_states import STRONG, WEAK, traject_with_goals
from tests.browser.session_world import bare_traject
from tests.browser.states import state, submit
from tests.browser.traject_world import LONG, PROSE, guest_of, open_page, token_of
from tests.browser.world import FIRST, World
from tests.trajects.dream_factories import GoalFactory
from tests.trajects.plan_factories import (
    ActionFactory,
    ActionNeedFactory,
    ActionOwnerFactory,
    ActionStatementFactory,
    ActionStepFactory,
    MeasurementFactory,
    PlanDecisionFactory,
    PlanTextFactory,
    ProgressNoteFactory,
)
from trajects.models import Action, Goal, Part, Traject
from trajects.queries.dreams import chosen_themes

RICH = "Herschrijf het model van bestek met drie groene eisen"


def day(shift: int):
    return localdate() + timedelta(days=shift)


def traject_with_plan(world: World) -> tuple[Traject, Action]:
    """Something in every state, a goal without anything, a copy of an example, and one action
    with all that belongs to it."""
    traject, goal = traject_with_goals(world)
    weak = Goal.objects.get(sentence=WEAK)
    made = {"goal": goal, "created_by": world.els, "because": PROSE}
    ActionFactory(title="Later", starts_on=day(40), due_on=day(90), cost_yearly=900, **made)
    ActionFactory(title="Klaar", starts_on=day(-90), due_on=day(-9), done_on=day(-9), **made)
    late = ActionFactory(title=LONG, due_on=day(-8), **made)
    stopped = {"stopped_on": day(-2), "stopped_because": LONG, "ended_by": "Bram Claes"}
    ActionFactory(title="Gestopt", starts_on=day(-60), **stopped, **made)
    ActionFactory(goal=weak, title="Eventueel onderzoeken of het kan", created_by=world.els)
    copied = {"settled_at": None, "example_code": "actie-werking-99"}
    ActionFactory(goal=weak, title="Uit de catalogus", created_by=world.els, **copied)
    ActionOwnerFactory(action=late, user=world.bram)
    return traject, rich_action(world, made, late)


def rich_action(world: World, made: dict, late: Action) -> Action:
    numbers = {name: STRONG[name] for name in ("indicator", "unit", "baseline", "target")}
    action = ActionFactory(
        title=RICH,
        what=PROSE,
        starts_on=day(-30),
        due_on=day(300),
        cost_once=12_500,
        cost_yearly=800,
        staff_days=12,
        budget_note=LONG,
        partners=LONG,
        bbc_code="AP-4.2",
        **numbers,
        **made,
    )
    ActionOwnerFactory(action=action, user=world.els)
    guest = guest_of(action.traject, Part.LEAD_GROUP)
    ActionOwnerFactory(action=action, user=None, guest=guest)
    ActionStepFactory(action=action, text=LONG, done_on=day(-3))
    ActionStepFactory(action=action)
    ActionNeedFactory(action=action, needed=late)
    ActionStatementFactory(action=action, code=f"{FIRST}-1a")
    told = {"action": action, "author": world.els}
    ProgressNoteFactory(text=PROSE, on=day(-3), told_at=now(), **told)
    for shift, value in ((-20, 18), (-4, Decimal("31.5"))):
        MeasurementFactory(value=value, on=day(shift), told_at=now(), **told)
    return action


def open_plan(page: Page, traject: Traject, rest: str = "") -> None:
    open_page(page, traject, f"actieplan/{rest}")


# Per goal


@state("els")
def plan_empty(page: Page, world: World) -> None:
    open_plan(page, bare_traject(world))


@state("els")
def plan_without_actions(page: Page, world: World) -> None:
    traject = chosen_traject(world, chosen=1)
    GoalFactory(candidate=chosen_themes(traject).get(), sentence=LONG)
    open_plan(page, traject)


@state("els")
def plan(page: Page, world: World) -> None:
    open_plan(page, traject_with_plan(world)[0])


@state("rita")
def plan_reader(page: Page, world: World) -> None:
    open_plan(page, traject_with_plan(world)[0], "?volgorde=trekker")


@state("els")
def plan_found(page: Page, world: World) -> None:
    open_plan(page, traject_with_plan(world)[0], "?stand=late&volgorde=deadline")


@state("els")
def plan_nothing_found(page: Page, world: World) -> None:
    open_plan(page, traject_with_plan(world)[0], "?zoek=raket")


# The board


@state("els")
def plan_board(page: Page, world: World) -> None:
    open_plan(page, traject_with_plan(world)[0], "bord/")
    page.locator(".plan-cards summary").first.click()


@state("rita")
def plan_board_reader(page: Page, world: World) -> None:
    open_plan(page, traject_with_plan(world)[0], "bord/")


@state("els")
def plan_board_empty(page: Page, world: World) -> None:
    open_plan(page, bare_traject(world), "bord/")


# Several at once


@state("els")
def together(page: Page, world: World) -> None:
    traject, _action = traject_with_plan(world)
    ticked = "&".join(f"a={pk}" for pk in Action.objects.values_list("pk", flat=True))
    open_plan(page, traject, f"samen/?{ticked}")


@state("els")
def together_empty(page: Page, world: World) -> None:
    open_plan(page, bare_traject(world), "samen/")


@state("els")
def together_error(page: Page, world: World) -> None:
    together(page, world)
    page.locator("#id_due_on").fill("")
    submit(page)


@state("els")
def together_looked_over(page: Page, world: World) -> None:
    together(page, world)
    page.locator("#id_due_on").fill(day(10).isoformat())
    submit(page)


@state("els")
def together_conflict(page: Page, world: World) -> None:
    together_looked_over(page, world)
    Action.objects.filter(title=RICH).update(version=7)
    with page.expect_navigation():
        page.locator("[name=store]").click()


# One action


@state("els")
def action(page: Page, world: World) -> None:
    traject, found = traject_with_plan(world)
    open_plan(page, traject, f"{found.pk}/")


@state("rita")
def action_reader(page: Page, world: World) -> None:
    traject, found = traject_with_plan(world)
    open_plan(page, traject, f"{found.pk}/")


@state("els")
def action_bare(page: Page, world: World) -> None:
    traject, _found = traject_with_plan(world)
    bare = Action.objects.get(title="Uit de catalogus")
    open_plan(page, traject, f"{bare.pk}/")


@state("els")
def action_stopped(page: Page, world: World) -> None:
    traject, _found = traject_with_plan(world)
    open_plan(page, traject, f"{Action.objects.get(title='Gestopt').pk}/")


@state("els")
def action_new(page: Page, world: World) -> None:
    open_plan(page, traject_with_plan(world)[0], "nieuw/")


@state("els")
def action_new_error(page: Page, world: World) -> None:
    action_new(page, world)
    submit(page)


@state("els")
def action_edit(page: Page, world: World) -> None:
    traject, found = traject_with_plan(world)
    open_plan(page, traject, f"{found.pk}/wijzigen/")
    for summary in page.locator("main summary").all():
        if summary.is_visible():
            summary.click()


@state("els")
def action_edit_conflict(page: Page, world: World) -> None:
    traject, found = traject_with_plan(world)
    open_plan(page, traject, f"{found.pk}/wijzigen/")
    page.locator("#id_title").fill("Iets anders")
    Action.objects.filter(pk=found.pk).update(title=LONG, version=7)
    submit(page)


@state("els")
def action_delete(page: Page, world: World) -> None:
    traject, _found = traject_with_plan(world)
    bare = Action.objects.get(title="Uit de catalogus")
    open_plan(page, traject, f"{bare.pk}/verwijderen/")


@state("els")
def action_stop_error(page: Page, world: World) -> None:
    traject, found = traject_with_plan(world)
    open_plan(page, traject, f"{found.pk}/stoppen/")
    submit(page)


@state("els")
def action_why(page: Page, world: World) -> None:
    traject, found = traject_with_plan(world)
    open_plan(page, traject, f"{found.pk}/waarom/")


# The own ones, along time, in money, what it brings


@state("els")
def my_actions(page: Page, world: World) -> None:
    open_plan(page, traject_with_plan(world)[0], "mijn/")


@state("rita")
def my_actions_empty(page: Page, world: World) -> None:
    open_plan(page, traject_with_plan(world)[0], "mijn/")


@state("els")
def plan_timeline(page: Page, world: World) -> None:
    open_plan(page, traject_with_plan(world)[0], "tijdlijn/")
    for summary in page.locator("main summary").all():
        summary.click()


@state("els")
def plan_timeline_empty(page: Page, world: World) -> None:
    open_plan(page, bare_traject(world), "tijdlijn/")


@state("els")
def plan_budget(page: Page, world: World) -> None:
    open_plan(page, traject_with_plan(world)[0], "begroting/")


@state("els")
def plan_effects(page: Page, world: World) -> None:
    open_plan(page, traject_with_plan(world)[0], "brengt/")


@state("els")
def plan_effects_empty(page: Page, world: World) -> None:
    open_plan(page, bare_traject(world), "brengt/")


# As a whole, and as a document


@state("els")
def plan_dossier(page: Page, world: World) -> None:
    traject, _found = traject_with_plan(world)
    PlanTextFactory(traject=traject, summary=PROSE, follow_up=PROSE, by=world.els)
    PlanDecisionFactory(traject=traject, remarks=LONG, recorded_by=world.els)
    open_plan(page, traject, "volledig/")


@state("rita")
def plan_dossier_reader(page: Page, world: World) -> None:
    open_plan(page, traject_with_plan(world)[0], "volledig/")


@state("els")
def plan_texts(page: Page, world: World) -> None:
    open_plan(page, traject_with_plan(world)[0], "teksten/")


@state("els")
def plan_decision(page: Page, world: World) -> None:
    traject, _found = traject_with_plan(world)
    PlanDecisionFactory(traject=traject, remarks=LONG, recorded_by=world.els)
    open_plan(page, traject, "beslissing/")


@state("els")
def plan_decision_error(page: Page, world: World) -> None:
    open_plan(page, traject_with_plan(world)[0], "beslissing/")
    submit(page)


@state("els")
def plan_document(page: Page, world: World) -> None:
    open_plan(page, traject_with_plan(world)[0], "document/")


# Behind a personal link


@state("")
def guest_actions(page: Page, world: World) -> None:
    traject, _found = traject_with_plan(world)
    page.goto(f"/meedoen/{token_of(guest_of(traject, Part.LEAD_GROUP), world)}/acties/")


@state("")
def guest_action(page: Page, world: World) -> None:
    traject, found = traject_with_plan(world)
    token = token_of(guest_of(traject, Part.LEAD_GROUP), world)
    page.goto(f"/meedoen/{token}/acties/{found.pk}/")
