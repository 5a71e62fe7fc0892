"""The states of an organisation and of its people; see `states`."""

from datetime import date

from django.utils.text import capfirst
from playwright.sync_api import Page, expect

from accounts.actions.members import add_member
from accounts.actions.organisations import set_logo
from accounts.actions.rows import save_departments, save_predecessors
from accounts.entries import DepartmentEntry, PredecessorEntry
from accounts.models import DepartmentKind, Membership, Role, User
from tests.accounts.pictures import png
from tests.browser.states import complete, half_filled, state, submit
from tests.browser.world import World
from tests.factories import MembershipFactory, OrganisationFactory

LONG_NAME = "Intergemeentelijke samenwerking rond afvalvoorkoming en hergebruik"
WEAK = "#808080"


def path(world: World, rest: str = "") -> str:
    return f"/besturen/{world.organisation.pk}/{rest}"


def membership(world: World, user: User) -> Membership:
    return world.organisation.memberships.get(user=user)


def alone(world: World) -> None:
    world.organisation.memberships.exclude(user=world.els).delete()


def with_departments(world: World) -> None:
    kinds = DepartmentKind.objects.order_by("name")[:3]
    entries = [DepartmentEntry(capfirst(kind.name), kind.pk) for kind in kinds]
    entries.append(DepartmentEntry(LONG_NAME))
    save_departments(organisation=world.organisation, entries=entries, by=world.els)
    department = world.organisation.departments.get(name=LONG_NAME)
    world.organisation.memberships.filter(user=world.bram).update(department=department)


def with_logo(world: World) -> None:
    set_logo(organisation=world.organisation, png=png((400, 60)), by=world.els)


def with_predecessors(world: World) -> None:
    entries = [
        PredecessorEntry("Gemeente Elzen", "0999990123", "99002", date(2025, 1, 1)),
        PredecessorEntry(LONG_NAME),
    ]
    save_predecessors(organisation=world.organisation, entries=entries, by=world.els)


def set_up(world: World) -> None:
    with_departments(world)
    with_logo(world)
    with_predecessors(world)


# The organisation


@state("els")
def organisation_new(page: Page, world: World) -> None:
    """The way on from here: the first departments."""
    alone(world)
    page.goto(path(world))


@state("els")
def organisation_without_colleagues(page: Page, world: World) -> None:
    alone(world)
    with_departments(world)
    page.goto(path(world))


@state("els")
def organisation_filled(page: Page, world: World) -> None:
    set_up(world)
    page.goto(path(world))


@state("rita")
def organisation_reader(page: Page, world: World) -> None:
    set_up(world)
    page.goto(path(world))


@state("rita")
def organisation_reader_empty(page: Page, world: World) -> None:
    page.goto(path(world))


@state("els")
def identity(page: Page, world: World) -> None:
    page.goto(path(world, "gegevens/"))


@state("els")
def identity_weak_accent(page: Page, world: World) -> None:
    """What htmx shows while a weak colour is typed."""
    identity(page, world)
    page.get_by_label("Accentkleur").fill(WEAK)
    expect(page.locator("#accent-check button")).to_be_visible()


@state("els")
def identity_error(page: Page, world: World) -> None:
    identity(page, world)
    for name, wrong in (("name", ""), ("kbo_number", "0999990124"), ("accent", WEAK)):
        page.locator(f"main [name={name}]:not(button)").fill(wrong)
    submit(page)


@state("els")
def logo_empty(page: Page, world: World) -> None:
    page.goto(path(world, "logo/"))


@state("els")
def logo_error(page: Page, world: World) -> None:
    logo_empty(page, world)
    drawing = {"name": "logo.svg", "mimeType": "image/svg+xml", "buffer": b"<svg/>"}
    page.locator("input[type=file]").set_input_files(drawing)
    submit(page)


@state("els")
def logo_filled(page: Page, world: World) -> None:
    with_logo(world)
    page.goto(path(world, "logo/"))


@state("els")
def departments_empty(page: Page, world: World) -> None:
    page.goto(path(world, "diensten/"))


@state("els")
def departments_filled(page: Page, world: World) -> None:
    with_departments(world)
    page.goto(path(world, "diensten/"))


@state("els")
def departments_error(page: Page, world: World) -> None:
    departments_filled(page, world)
    page.locator("main input[name$=-name]").first.fill("")
    page.locator("main input[name=new0-name]").fill(LONG_NAME)
    submit(page)


@state("els")
def predecessors_empty(page: Page, world: World) -> None:
    page.goto(path(world, "voorgangers/"))


@state("els")
def predecessors_filled(page: Page, world: World) -> None:
    with_predecessors(world)
    page.goto(path(world, "voorgangers/"))


@state("els")
def predecessors_error(page: Page, world: World) -> None:
    predecessors_filled(page, world)
    page.locator("main input[name$=-name]").first.fill("")
    page.locator("main input[name=new0-kbo_number]").fill("12")
    submit(page)


# Its people


@state("els")
def people(page: Page, world: World) -> None:
    with_departments(world)
    page.goto(path(world, "mensen/"))
    page.locator(".roles summary").click()


@state("els")
def people_alone(page: Page, world: World) -> None:
    alone(world)
    page.goto(path(world, "mensen/"))


@state("rita")
def people_reader(page: Page, world: World) -> None:
    with_departments(world)
    page.goto(path(world, "mensen/"))


@state("els")
def member(page: Page, world: World) -> None:
    with_departments(world)
    page.goto(path(world, f"mensen/{membership(world, world.bram).pk}/"))


@state("els")
def member_error(page: Page, world: World) -> None:
    """The department that was chosen is gone."""
    member(page, world)
    world.organisation.departments.all().delete()
    submit(page)


@state("els")
def member_oneself(page: Page, world: World) -> None:
    add_member(organisation=world.organisation, user=world.bram, role=Role.COORDINATOR)
    page.goto(path(world, f"mensen/{membership(world, world.els).pk}/"))


@state("els")
def member_last_coordinator(page: Page, world: World) -> None:
    page.goto(path(world, f"mensen/{membership(world, world.els).pk}/"))


@state("els")
def member_remove(page: Page, world: World) -> None:
    page.goto(path(world, f"mensen/{membership(world, world.bram).pk}/verwijderen/"))


@state("rita")
def leave(page: Page, world: World) -> None:
    page.goto(path(world, "vertrekken/"))


@state("els")
def leave_last(page: Page, world: World) -> None:
    page.goto(path(world, "vertrekken/"))


# Home, as far as it is about people


@state("els")
def home_new(page: Page, world: World) -> None:
    alone(world)
    page.goto("/")


@state("els")
def home_two_organisations(page: Page, world: World) -> None:
    other = OrganisationFactory(name=LONG_NAME)
    MembershipFactory(organisation=other, user=world.els, role=Role.READER)
    complete(world, finished=True)
    half_filled(world)
    page.goto("/")


# The own account


@state("els")
def password_change_weak(page: Page, world: World) -> None:
    """Every field has something wrong with it."""
    page.goto("/wachtwoord/wijzigen/")
    for field, typed in zip(page.locator("main [type=password]").all(), "abc", strict=True):
        field.fill(typed)
    submit(page)
