"""The states of the candidate themes and of the step they belong to; see `states`."""

from django.utils.timezone import now
from playwright.sync_api import Page

from tests.browser.session_world import bare_traject, live_session, opened, traject_with_candidates
from tests.browser.states import state
from tests.browser.traject_states import send
from tests.browser.traject_world import LONG, open_page
from tests.browser.world import World
from tests.trajects.factories import CandidateFactory, ThemeChoiceFactory, TrajectFactory
from trajects.actions.candidates import (
    add_candidate,
    change_candidate,
    leave_out_candidate,
    start_candidates,
)
from trajects.actions.grouping import group_candidates, split_candidate
from trajects.entries import CandidateEntry
from trajects.models import Candidate, Traject
from trajects.queries.candidates import OriginKind

ENERGY, MOBILITY, WATER = (
    "Energie, klimaat en gebouwen",
    "Duurzame mobiliteit",
    "Water, materialen en afval",
)


def called(traject: Traject, name: str) -> Candidate:
    return traject.candidates.get(name=name)


def varied(world: World) -> Traject:
    """A renamed one, a group, a split one, one of the group itself, and one that is left out."""
    traject = traject_with_candidates(world)
    energy = called(traject, ENERGY)
    entry = CandidateEntry(ENERGY, "Energie", "Renovatie van het eigen patrimonium")
    change_candidate(candidate=energy, entry=entry, version=energy.version, by=world.els)
    group_candidates(
        traject=traject,
        candidates=[called(traject, name) for name in (MOBILITY, WATER)],
        entry=CandidateEntry("Minder grondstoffen, minder kilometers", "Minder"),
        by=world.els,
    )
    first, *_rest, last = traject.candidates.running()
    pieces = [CandidateEntry(f"{LONG[:60]} {number}", f"Deel {number}") for number in (1, 2)]
    split_candidate(candidate=first, entries=pieces, by=world.els, at=now())
    leave_out_candidate(candidate=last, because=LONG, by=world.els, at=now())
    add_candidate(traject=traject, entry=CandidateEntry("Buurtwerking", "Buurt"), by=world.els)
    return traject


def open_themes(page: Page, traject: Traject, rest: str = "") -> None:
    open_page(page, traject, f"themas/{rest}")


def open_candidates(page: Page, traject: Traject, rest: str = "") -> None:
    open_page(page, traject, f"themas/kandidaten/{rest}")


# The step


@state("els")
def themes_empty(page: Page, world: World) -> None:
    open_themes(page, bare_traject(world))


@state("els")
def themes(page: Page, world: World) -> None:
    traject = traject_with_candidates(world)
    live_session(traject, world)
    open_themes(page, traject)


@state("rita")
def themes_reader(page: Page, world: World) -> None:
    open_themes(page, traject_with_candidates(world))


# The list


@state("els")
def candidates_empty(page: Page, world: World) -> None:
    open_candidates(page, bare_traject(world))


@state("rita")
def candidates_empty_reader(page: Page, world: World) -> None:
    open_candidates(page, bare_traject(world))


@state("els")
def candidates_error(page: Page, world: World) -> None:
    """A list is laid out from neither the themes nor the SDGs."""
    candidates_empty(page, world)
    page.locator("input[name=source]").evaluate_all(
        "radios => radios.forEach((radio) => { radio.checked = false; radio.required = false; })"
    )
    send(page, "start")


@state("els")
def candidates_untouched(page: Page, world: World) -> None:
    open_candidates(page, traject_with_candidates(world))
    page.locator("details.other summary").click()


@state("els")
def candidates(page: Page, world: World) -> None:
    open_candidates(page, varied(world))
    page.locator("details.rowmenu summary").first.click()


@state("rita")
def candidates_reader(page: Page, world: World) -> None:
    open_candidates(page, varied(world))


@state("els")
def candidates_of_sdgs(page: Page, world: World) -> None:
    traject = traject_with_candidates(world)
    start_candidates(traject=traject, source=OriginKind.SDG, by=world.els)
    open_candidates(page, traject)


@state("els")
def candidates_round_open(page: Page, world: World) -> None:
    traject = varied(world)
    opened(live_session(traject, world), world)
    open_candidates(page, traject)


@state("els")
def candidates_parked_before(page: Page, world: World) -> None:
    traject = traject_with_candidates(world)
    earlier = TrajectFactory(organisation=world.organisation, title=LONG, created_by=world.els)
    for number in range(3):
        parked = CandidateFactory(traject=earlier, name=f"{LONG[:60]} {number}")
        ThemeChoiceFactory(candidate=parked, chosen=False, because=LONG)
    open_candidates(page, traject)
    page.locator("#parked").scroll_into_view_if_needed()


@state("els")
def candidates_parked_before_error(page: Page, world: World) -> None:
    candidates_parked_before(page, world)
    send(page, "take")


# One of them


@state("els")
def candidate_add(page: Page, world: World) -> None:
    open_candidates(page, traject_with_candidates(world), "nieuw/")


@state("els")
def candidate_add_error(page: Page, world: World) -> None:
    candidate_add(page, world)
    send(page, "save")


def open_first(page: Page, world: World, rest: str = "") -> Candidate:
    found = called(traject_with_candidates(world), ENERGY)
    open_candidates(page, found.traject, f"{found.pk}/{rest}")
    return found


@state("els")
def candidate(page: Page, world: World) -> None:
    open_first(page, world)


@state("els")
def candidate_of_group(page: Page, world: World) -> None:
    traject = varied(world)
    found = traject.candidates.get(name__startswith="Minder grondstoffen")
    open_candidates(page, traject, f"{found.pk}/")


@state("els")
def candidate_error(page: Page, world: World) -> None:
    """The name of another one."""
    open_first(page, world)
    page.locator("#id_name").fill(MOBILITY)
    send(page, "save")


@state("els")
def candidate_conflict(page: Page, world: World) -> None:
    """A colleague gave it another name meanwhile."""
    found = open_first(page, world)
    entry = CandidateEntry("Een andere naam", "Anders")
    change_candidate(candidate=found, entry=entry, version=found.version, by=world.els)
    page.locator("#id_name").fill("Mijn naam")
    send(page, "save")


@state("els")
def candidate_split(page: Page, world: World) -> None:
    open_first(page, world, "splitsen/")


@state("els")
def candidate_split_error(page: Page, world: World) -> None:
    candidate_split(page, world)
    send(page, "split")


@state("els")
def candidate_leave_out(page: Page, world: World) -> None:
    open_first(page, world, "weglaten/")


@state("els")
def candidate_leave_out_error(page: Page, world: World) -> None:
    candidate_leave_out(page, world)
    send(page, "leave_out")


@state("els")
def candidates_group(page: Page, world: World) -> None:
    open_candidates(page, traject_with_candidates(world), "groeperen/")


@state("els")
def candidates_group_error(page: Page, world: World) -> None:
    candidates_group(page, world)
    page.locator("[name=candidates]").first.check()
    send(page, "save")
