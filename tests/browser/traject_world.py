"""A traject of the municipality of the browser tests, empty or with all that a page can show."""

from datetime import timedelta

from django.utils.timezone import localdate, now
from playwright.sync_api import Page

from accounts.actions.departments import add_departments
from accounts.models import Organisation
from scans.models import Sdg, Theme
from tests.browser.states import complete
from tests.browser.world import World
from tests.trajects.factories import (
    AgendaItemFactory,
    AgreementFactory,
    InitiativeFactory,
    MeetingFactory,
    ParticipantFactory,
    ParticipantWithAccountFactory,
)
from trajects.actions.initiatives import add_as_guest
from trajects.actions.links import send_link
from trajects.actions.method import load_method
from trajects.actions.scan_link import link_scan
from trajects.actions.steps import complete_step
from trajects.actions.trajects import start_traject
from trajects.entries import InitiativeEntry
from trajects.models import Initiative, InitiativeStatus, Part, Participant, Scope, Traject
from trajects.steps import STEPS, Key

LONG = "Samen met de intercommunale en de buurgemeenten straatmeubilair hergebruiken"
PROSE = "Wat u doet, met wie en waarom. Een tweede zin maakt het duidelijk.\nEn een tweede alinea."


def new_traject(world: World) -> Traject:
    today = localdate()
    return start_traject(
        organisation=world.organisation,
        title="MVO-traject 2026–2027",
        starts_on=today - timedelta(days=90),
        ends_on=today + timedelta(days=600),
        by=world.els,
        at=now(),
    )


def with_method() -> None:
    parts = dict.fromkeys(("what", "why", "how", "tips"), PROSE)
    texts = [{"step": step.key, "language": "nl", **parts} for step in STEPS]
    load_method(texts=texts, replace=True)


def filled_traject(world: World) -> Traject:
    """Step 3: people, meetings, agreements, a scan, and a photo with something of everything."""
    with_method()
    traject = new_traject(world)
    add_departments(organisation=world.organisation, names=["Bibliotheek", "Aankoop", LONG])
    with_people(traject, world)
    with_meetings(traject)
    who = traject.participants.filter(user=None).first()
    for days, done in ((-3, None), (10, None), (-20, now())):
        AgreementFactory(
            traject=traject, who=who, due_on=localdate() + timedelta(days=days), done_at=done
        )
    scan = complete(world, finished=True)
    link_scan(traject=traject, scan=scan, by=world.els, at=now())
    for key in (Key.START, Key.SCAN):
        complete_step(traject=traject, key=key, by=world.els, at=now())
    with_initiatives(traject, world)
    traject.refresh_from_db()
    return traject


def with_people(traject: Traject, world: World) -> None:
    for user, part in ((world.bram, Part.LEAD_GROUP), (world.els, Part.MODERATOR)):
        ParticipantWithAccountFactory(traject=traject, user=user, part=part)
    department = world.organisation.departments.first()
    for part in Part:
        ParticipantFactory(traject=traject, part=part, department=department, function=LONG)
    ParticipantFactory(traject=traject, email="")


def with_meetings(traject: Traject) -> None:
    at = now()
    for days, report in ((-30, PROSE), (10, ""), (40, "")):
        starts_at = at + timedelta(days=days)
        meeting = MeetingFactory(
            traject=traject,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=3),
            place="Trouwzaal van het gemeentehuis",
            report=report,
            notes="Bram zei weinig.",
        )
        AgendaItemFactory.create_batch(3, meeting=meeting)


def with_initiatives(traject: Traject, world: World) -> None:
    themes, departments = list(Theme.objects.all()), list(world.organisation.departments.all())
    for number, status in enumerate([*InitiativeStatus, InitiativeStatus.RUNNING]):
        made = InitiativeFactory(
            traject=traject,
            title=f"{LONG} {number}",
            description=PROSE,
            status=status,
            since=2020 + number,
            evidence="https://www.elzenvoorde.example/verslag",
            bbc_code="2.3.1",
            themes=themes[number : number + 2],
            departments=departments[: number + 1],
            added_by=world.els,
            accepted_by=world.els,
        )
        made.sdgs.add(*Sdg.objects.filter(number__in=[11, 12]))
    InitiativeFactory(
        traject=traject,
        title="Fietsenstalling aan de sporthal",
        themes=themes[:1],
        accepted_at=None,
        added_by=world.bram,
    )


def first_initiative(traject: Traject) -> Initiative:
    return traject.initiatives.on_photo().order_by("pk").first()


def waiting_initiative(traject: Traject) -> Initiative:
    return traject.initiatives.waiting().get()


def token_of(participant: Participant, world: World) -> str:
    """The token that a mail brings."""
    tokens: list[str] = []

    def link(token: str) -> str:
        tokens.append(token)
        return f"http://127.0.0.1/meedoen/{token}/"

    send_link(participant=participant, by=world.els, at=now(), link=link)
    return tokens[-1]


def guest_of(traject: Traject, part: Part = Part.COLLEAGUE) -> Participant:
    found = traject.participants.filter(part=part, user=None).exclude(email="")
    return found.select_related("traject").get()


def with_own_entry(guest: Participant) -> Initiative:
    theme = Theme.objects.first()
    entry = InitiativeEntry(
        title=LONG,
        status=InitiativeStatus.RUNNING,
        scope=Scope.RESIDENTS,
        themes=frozenset({theme.pk}),
        description=PROSE,
    )
    return add_as_guest(participant=guest, entry=entry, at=now())


def open_page(page: Page, traject: Traject, rest: str = "") -> None:
    page.goto(f"/trajecten/{traject.pk}/{rest}")


def organisation_path(organisation: Organisation, rest: str) -> str:
    return f"/besturen/{organisation.pk}/{rest}"
