"""The states of what was voted, what the group chose and what the policy makers said; see
`states`."""

from collections.abc import Sequence

from django.utils.timezone import localdate, now
from playwright.sync_api import Page

from scans.models import Document
from tests.browser.session_world import bare_traject, traject_with_candidates
from tests.browser.states import state, submit
from tests.browser.themes_states import open_themes
from tests.browser.traject_states import send
from tests.browser.traject_world import LONG, PROSE, open_page
from tests.browser.world import World
from tests.trajects.counted import TWELVE, counted_round, measured, session_of, voted
from tests.trajects.factories import CandidateFactory, GreenLightFactory
from trajects.actions.choice import Decided, write_choice
from trajects.models import Decision, Traject, VotingRound
from trajects.pages.choice import choice_page
from trajects.stages import Subject

# The second round: two themes of the first again, closer together.
SHORTLIST = {
    "Duurzame mobiliteit": (0, 7, 5, 0),
    "Energie, klimaat en gebouwen": (6, 0, 6, 0),
    "Toegankelijkheid": (2, 5, 5, 0),
}
START = {
    "knowledge": (2, 5, 3, 1, 0, 1),
    "importance": (0, 1, 2, 5, 4, 0),
    "maturity": (6, 0, 0, 0, 6, 0),
}
END = {"knowledge": (0, 1, 4, 5, 2, 0), "importance": (0, 0, 2, 5, 5, 0)}


def counted_traject(world: World) -> tuple[Traject, VotingRound]:
    """Two rounds: over nine themes, and over a shortlist."""
    traject = traject_with_candidates(world)
    session = session_of(traject)
    counted_round(session, TWELVE)
    return traject, counted_round(session, SHORTLIST, number=2)


def chosen_traject(world: World, chosen: int = 3) -> Traject:
    traject, _last = counted_traject(world)
    page = choice_page(traject)
    decided = [
        Decided(row.candidate.pk, place < chosen, PROSE if place < chosen else LONG)
        for place, row in enumerate(page.rows)
    ]
    write_choice(traject=traject, decided=decided, shown=page.fingerprint, by=world.els, at=now())
    return traject


def with_lights(traject: Traject, world: World, *decisions: Decision) -> Traject:
    for decision in decisions:
        GreenLightFactory(
            traject=traject,
            decision=decision,
            decided_by="" if decision == Decision.NOT_AWAITED else LONG,
            remarks="" if decision == Decision.GRANTED else PROSE,
            recorded_at=now(),
            recorded_by=world.els,
        )
    return traject


# Rounds


@state("els")
def rounds_empty(page: Page, world: World) -> None:
    open_themes(page, bare_traject(world), "rondes/")


@state("rita")
def rounds(page: Page, world: World) -> None:
    open_themes(page, counted_traject(world)[0], "rondes/")


@state("els")
def round_first(page: Page, world: World) -> None:
    """With what to ask the group, for who moderates."""
    traject = traject_with_candidates(world)
    open_themes(page, traject, f"rondes/{voted(traject, TWELVE).pk}/")


@state("rita")
def round_second_reader(page: Page, world: World) -> None:
    traject, last = counted_traject(world)
    open_themes(page, traject, f"rondes/{last.pk}/")


# The measurement


def measured_traject(world: World, *subjects: Subject) -> tuple[Traject, Sequence[VotingRound]]:
    traject = bare_traject(world)
    answers = {Subject.START: START, Subject.END: END}
    return traject, [measured(traject, subject, answers[subject]) for subject in subjects]


@state("els")
def measurement_empty(page: Page, world: World) -> None:
    open_page(page, bare_traject(world), "meting/")


@state("els")
def measurement_start(page: Page, world: World) -> None:
    open_page(page, measured_traject(world, Subject.START)[0], "meting/")


@state("rita")
def measurement(page: Page, world: World) -> None:
    open_page(page, measured_traject(world, Subject.START, Subject.END)[0], "meting/")


@state("els")
def round_of_measurement(page: Page, world: World) -> None:
    traject, (start,) = measured_traject(world, Subject.START)
    open_themes(page, traject, f"rondes/{start.pk}/")


# The choice


@state("els")
def choice_empty(page: Page, world: World) -> None:
    open_themes(page, bare_traject(world), "keuze/")


@state("rita")
def choice_empty_reader(page: Page, world: World) -> None:
    open_themes(page, traject_with_candidates(world), "keuze/")


@state("els")
def choice_proposed(page: Page, world: World) -> None:
    open_themes(page, counted_traject(world)[0], "keuze/")


@state("els")
def choice_error(page: Page, world: World) -> None:
    choice_proposed(page, world)
    submit(page)


@state("els")
def choice_conflict(page: Page, world: World) -> None:
    """A theme came in while this was typed."""
    choice_proposed(page, world)
    CandidateFactory(traject=Traject.objects.get(), name="Buurtwerking")
    page.locator(".choosing textarea").first.fill(PROSE)
    submit(page)


@state("els")
def choice_written(page: Page, world: World) -> None:
    open_themes(page, chosen_traject(world), "keuze/")


@state("rita")
def choice_written_reader(page: Page, world: World) -> None:
    open_themes(page, chosen_traject(world, chosen=1), "keuze/")


@state("els")
def choice_changed(page: Page, world: World) -> None:
    open_themes(page, chosen_traject(world), "keuze/?wijzigen=1")


@state("els")
def themes_chosen(page: Page, world: World) -> None:
    open_themes(page, with_lights(chosen_traject(world), world, Decision.GRANTED))


# Green light


@state("els")
def green_light_empty(page: Page, world: World) -> None:
    open_themes(page, bare_traject(world), "groen-licht/")


@state("els")
def green_light_waited_for(page: Page, world: World) -> None:
    open_themes(page, chosen_traject(world), "groen-licht/")


@state("els")
def green_light_error(page: Page, world: World) -> None:
    green_light_waited_for(page, world)
    send(page, "save")


@state("els")
def green_light_go_on_error(page: Page, world: World) -> None:
    green_light_waited_for(page, world)
    send(page, "go_on")


@state("els")
def green_light_conflict(page: Page, world: World) -> None:
    """A colleague wrote one down meanwhile."""
    green_light_waited_for(page, world)
    with_lights(Traject.objects.get(), world, Decision.REFUSED)
    page.locator("[name=decision][value=granted]").check()
    page.locator("#id_decided_by").fill("het college")
    page.locator("#id_decided_on").fill(localdate().isoformat())
    send(page, "save")


@state("els")
def green_light_after_all(page: Page, world: World) -> None:
    """Refused first, then not awaited, in the end with conditions."""
    said = (Decision.REFUSED, Decision.NOT_AWAITED, Decision.CONDITIONS)
    open_themes(page, with_lights(chosen_traject(world), world, *said), "groen-licht/")


@state("rita")
def green_light_granted_reader(page: Page, world: World) -> None:
    traject = with_lights(chosen_traject(world), world, Decision.GRANTED)
    open_themes(page, traject, "groen-licht/")


# The note. The queue of the tests never runs.


@state("els")
def note_of_nothing(page: Page, world: World) -> None:
    open_themes(page, bare_traject(world), "nota/")


@state("els")
def note(page: Page, world: World) -> None:
    open_themes(page, chosen_traject(world), "nota/")


@state("els")
def note_being_made(page: Page, world: World) -> None:
    note(page, world)
    submit(page)


@state("els")
def note_failed(page: Page, world: World) -> None:
    note_being_made(page, world)
    Document.objects.update(failed_at=now())
    page.reload()


@state("els")
def note_ready(page: Page, world: World) -> None:
    """The page that waits finds out by itself."""
    note_being_made(page, world)
    Document.objects.update(finished_at=now(), file="choices/x.pdf")
    page.locator("main .call-ok").wait_for()
