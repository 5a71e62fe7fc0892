"""The states of goals: per theme, one alone, adopted, changed, set aside; see `states`."""

from datetime import date
from decimal import Decimal

from django.utils.timezone import localdate, now
from playwright.sync_api import Page

from scans.models import Sdg
from tests.browser.choice_states import chosen_traject
from tests.browser.session_world import bare_traject
from tests.browser.states import state, submit
from tests.browser.traject_states import send
from tests.browser.traject_world import LONG, PROSE, guest_of, open_page, token_of
from tests.browser.world import World
from tests.trajects.dream_factories import (
    DreamImageFactory,
    DreamStarFactory,
    GoalDreamFactory,
    GoalFactory,
    GoalRemarkFactory,
    ThemeAmbitionFactory,
)
from trajects.actions.goals.adopting import adopt_goal, withdraw_adoption
from trajects.actions.goals.setting_aside import set_aside_goal
from trajects.actions.goals.snapshots import entry_of
from trajects.actions.goals.writing import change_goal
from trajects.entries import AdoptionEntry
from trajects.models import Candidate, DreamImage, Goal, Part, Traject
from trajects.queries.dreams import chosen_themes

STRONG = {
    "sentence": "Tegen eind 2029 staat in 60 % van onze bestekken een duurzaam criterium.",
    "result": "Bestekken boven 30.000 euro met een milieueis of een sociale eis.",
    "indicator": "Aandeel bestekken met een duurzaam criterium",
    "unit": "%",
    "baseline": Decimal(18),
    "baseline_on": date(2026, 1, 31),
    "baseline_source": "contractenregister",
    "target": Decimal(60),
    "carrier": "dienst aankoop",
    "support": "Besproken met financiën.",
    "means": "Eén dag per week bij aankoop.",
    "due_on": date(2029, 12, 31),
    "bbc_code": "AP-4.2",
}
WEAK = "We zetten in op duurzaam aankopen."


def dreamt(traject: Traject, theme: Candidate, text: str, stars: int = 0) -> DreamImage:
    dream = DreamImageFactory(traject=traject, text=text, themes=[theme])
    DreamStarFactory.create_batch(stars, dream=dream)
    return dream


def traject_with_goals(world: World) -> tuple[Traject, Goal]:
    """A strong one and a weak one, dream images that wait, and a theme without anything."""
    traject = chosen_traject(world)
    first, second, _third = chosen_themes(traject)
    ThemeAmbitionFactory(candidate=first, step=4, by=world.els)
    own = {"proposed_by": world.bram, "proposed_at": now()}
    strong = GoalFactory(candidate=first, **STRONG, **own)
    strong.sdgs.add(*Sdg.objects.filter(number__in=[8, 12]))
    for text, stars in ((LONG, 3), (PROSE, 0)):
        GoalDreamFactory(goal=strong, dream=dreamt(traject, first, text, stars))
    weak = GoalFactory(candidate=first, sentence=WEAK, **own)
    GoalRemarkFactory(goal=weak, text=PROSE, author=world.bram)
    settled = {"settled_at": now(), "settled_by": world.els}
    GoalRemarkFactory(goal=strong, text=LONG, author=world.bram, **settled)
    GoalRemarkFactory(goal=strong, text=PROSE, author=world.els)
    for number in range(6):
        dreamt(traject, second, f"{LONG} {number}", stars=number % 3)
    return traject, strong


def adopted(world: World) -> tuple[Traject, Goal]:
    traject, goal = traject_with_goals(world)
    people = traject.participants.filter(part=Part.LEAD_GROUP).values_list("pk", flat=True)
    entry = AdoptionEntry(localdate(), frozenset(people), "het managementteam")
    adopt_goal(goal=goal, entry=entry, version=goal.version, by=world.els, at=now())
    return traject, Goal.objects.get(pk=goal.pk)


def open_goals(page: Page, traject: Traject, rest: str = "") -> None:
    open_page(page, traject, f"doelen/{rest}")


# Per theme


@state("els")
def goals_empty(page: Page, world: World) -> None:
    open_goals(page, bare_traject(world))


@state("els")
def goals(page: Page, world: World) -> None:
    traject, goal = adopted(world)
    other = GoalFactory(candidate=goal.candidate, sentence=LONG)
    set_aside_goal(goal=other, because=PROSE[:200], by=world.els, at=now())
    open_goals(page, traject)


@state("rita")
def goals_reader(page: Page, world: World) -> None:
    open_goals(page, traject_with_goals(world)[0])


# One goal


@state("els")
def goal_strong(page: Page, world: World) -> None:
    traject, goal = traject_with_goals(world)
    open_goals(page, traject, f"{goal.pk}/")
    page.locator("details.trail summary").click()


@state("rita")
def goal_weak_reader(page: Page, world: World) -> None:
    traject, _goal = traject_with_goals(world)
    open_goals(page, traject, f"{Goal.objects.get(sentence=WEAK).pk}/")


@state("els")
def goal_weak(page: Page, world: World) -> None:
    traject, _goal = traject_with_goals(world)
    open_goals(page, traject, f"{Goal.objects.get(sentence=WEAK).pk}/")


@state("els")
def goal_remark_error(page: Page, world: World) -> None:
    goal_strong(page, world)
    with page.expect_navigation():
        page.locator(".remark-form [type=submit]").click()


@state("els")
def goal_changed(page: Page, world: World) -> None:
    """Adopted, changed, withdrawn: with its history."""
    traject, goal = adopted(world)
    entry = entry_of(goal)
    change_goal(
        goal=goal,
        entry=type(entry)(**{**vars(entry), "target": Decimal("62.5"), "means": LONG}),
        version=goal.version,
        because="Er is meer geld.",
        by=world.els,
        at=now(),
    )
    withdraw_adoption(goal=goal, because="Het cijfer klopt niet.", by=world.els, at=now())
    open_goals(page, traject, f"{goal.pk}/")


@state("els")
def goal_adopted(page: Page, world: World) -> None:
    traject, goal = adopted(world)
    open_goals(page, traject, f"{goal.pk}/")


@state("els")
def goal_aside(page: Page, world: World) -> None:
    traject, goal = adopted(world)
    set_aside_goal(goal=goal, because=LONG, by=world.els, at=now())
    open_goals(page, traject, f"{goal.pk}/")


# Adopted, withdrawn, set aside


@state("els")
def goal_adopt(page: Page, world: World) -> None:
    traject, _goal = traject_with_goals(world)
    open_goals(page, traject, f"{Goal.objects.get(sentence=WEAK).pk}/aannemen/")


@state("els")
def goal_adopt_error(page: Page, world: World) -> None:
    goal_adopt(page, world)
    page.locator("#id_adopted_on").fill("")
    send(page, "adopt")


@state("els")
def goal_adopt_conflict(page: Page, world: World) -> None:
    goal_adopt(page, world)
    page.locator("#id_others").fill("de raad")
    Goal.objects.update(sentence=LONG, version=7)
    send(page, "adopt")


@state("els")
def goal_withdraw_error(page: Page, world: World) -> None:
    traject, goal = adopted(world)
    open_goals(page, traject, f"{goal.pk}/aanneming-intrekken/")
    submit(page)


@state("els")
def goal_set_aside_error(page: Page, world: World) -> None:
    traject, goal = traject_with_goals(world)
    open_goals(page, traject, f"{goal.pk}/opzij/")
    submit(page)


# Behind a personal link


@state("")
def guest_goals(page: Page, world: World) -> None:
    traject, _goal = adopted(world)
    page.goto(f"/meedoen/{token_of(guest_of(traject, Part.LEAD_GROUP), world)}/doelen/")


@state("")
def guest_goal(page: Page, world: World) -> None:
    traject, goal = adopted(world)
    page.goto(f"/meedoen/{token_of(guest_of(traject, Part.LEAD_GROUP), world)}/doelen/{goal.pk}/")
