"""The states of the local photo; see `states`."""

from pathlib import Path

from playwright.sync_api import Page

from tests.browser.states import state
from tests.browser.traject_states import send
from tests.browser.traject_world import (
    filled_traject,
    first_initiative,
    new_traject,
    open_page,
    waiting_initiative,
)
from tests.browser.world import World
from trajects.actions.merging import merge_initiatives
from trajects.models import Traject


def open_photo(page: Page, traject: Traject, rest: str = "") -> None:
    open_page(page, traject, f"lokale-foto/{rest}")


def merged(world: World) -> Traject:
    traject = filled_traject(world)
    kept, other, *_rest = traject.initiatives.on_photo().order_by("pk")
    merge_initiatives(kept=kept, other=other, by=world.els, at=kept.added_at)
    return traject


@state("els")
def photo_empty(page: Page, world: World) -> None:
    open_photo(page, new_traject(world))


@state("rita")
def photo_empty_reader(page: Page, world: World) -> None:
    open_photo(page, new_traject(world))


@state("els")
def photo(page: Page, world: World) -> None:
    open_photo(page, filled_traject(world))


@state("bram")
def photo_contributor(page: Page, world: World) -> None:
    open_photo(page, filled_traject(world))


@state("els")
def photo_filter_finds_nothing(page: Page, world: World) -> None:
    open_photo(page, filled_traject(world), "?zoek=bestaatniet")


@state("els")
def initiative_add(page: Page, world: World) -> None:
    open_photo(page, filled_traject(world), "nieuw/")


@state("els")
def initiative_add_error(page: Page, world: World) -> None:
    initiative_add(page, world)
    page.locator("#id_since").fill("1492")
    page.locator("#id_evidence").fill("geen adres")
    send(page, "save")


@state("els")
def initiative_from_scan(page: Page, world: World) -> None:
    photo_suggestions(page, world)
    with page.expect_navigation():
        page.locator(".offer .btn").first.click()


@state("els")
def initiative_on_photo(page: Page, world: World) -> None:
    traject = merged(world)
    open_photo(page, traject, f"{first_initiative(traject).pk}/")
    page.locator("details.merged summary").click()


@state("els")
def initiative_waiting(page: Page, world: World) -> None:
    traject = filled_traject(world)
    open_photo(page, traject, f"{waiting_initiative(traject).pk}/")


@state("els")
def initiative_edit(page: Page, world: World) -> None:
    traject = filled_traject(world)
    open_photo(page, traject, f"{first_initiative(traject).pk}/wijzigen/")


@state("els")
def initiative_edit_conflict(page: Page, world: World) -> None:
    """A colleague saved another title meanwhile."""
    initiative_edit(page, world)
    stored = first_initiative(Traject.objects.get())
    stored.title, stored.version = "Een andere titel", stored.version + 1
    stored.changed_by, stored.changed_at = world.bram, stored.added_at
    stored.save()
    page.locator("#id_title").fill("Mijn titel")
    send(page, "save")


@state("els")
def initiative_leave_out(page: Page, world: World) -> None:
    traject = filled_traject(world)
    open_photo(page, traject, f"{first_initiative(traject).pk}/weglaten/")


@state("els")
def initiative_leave_out_error(page: Page, world: World) -> None:
    initiative_leave_out(page, world)
    send(page, "refuse")


@state("els")
def photo_duplicates(page: Page, world: World) -> None:
    open_photo(page, filled_traject(world), "dubbels/")


@state("els")
def photo_duplicates_none(page: Page, world: World) -> None:
    open_photo(page, new_traject(world), "dubbels/")


@state("els")
def photo_merge(page: Page, world: World) -> None:
    photo_duplicates(page, world)
    with page.expect_navigation():
        page.locator("main .take .btn").first.click()


@state("els")
def photo_suggestions(page: Page, world: World) -> None:
    open_photo(page, filled_traject(world), "voorstellen/")


@state("els")
def photo_suggestions_without_scan(page: Page, world: World) -> None:
    open_photo(page, new_traject(world), "voorstellen/")


@state("els")
def photo_asks(page: Page, world: World) -> None:
    open_photo(page, filled_traject(world), "vragen/")


@state("els")
def photo_asks_of_department(page: Page, world: World) -> None:
    traject = filled_traject(world)
    department = world.organisation.departments.get(name="Aankoop")
    open_photo(page, traject, f"vragen/{department.pk}/")


@state("els")
def photo_matrix_empty(page: Page, world: World) -> None:
    open_photo(page, new_traject(world), "overzicht/")


@state("els")
def photo_matrix(page: Page, world: World) -> None:
    open_photo(page, filled_traject(world), "overzicht/")


@state("rita")
def photo_matrix_reader(page: Page, world: World) -> None:
    open_photo(page, filled_traject(world), "overzicht/")


@state("els")
def photo_print(page: Page, world: World) -> None:
    open_photo(page, filled_traject(world), "afdruk/")


@state("els")
def photo_import(page: Page, world: World) -> None:
    open_photo(page, filled_traject(world), "invoeren/")


@state("els")
def photo_import_error(page: Page, world: World) -> None:
    photo_import(page, world)
    text = {"name": "lijst.xlsx", "mimeType": "text/plain", "buffer": b"geen rekenblad"}
    page.locator("input[type=file]").set_input_files(text)
    send(page, "look")


@state("els")
def photo_import_preview(page: Page, world: World) -> None:
    """What was taken out, brought in again."""
    photo_matrix(page, world)
    with page.expect_download() as download:
        page.locator("form[action$='uitvoeren/'] [type=submit]").click()
    file = Path(download.value.path())
    open_photo(page, Traject.objects.get(), "invoeren/")
    spreadsheet = {"name": "foto.xlsx", "mimeType": "", "buffer": file.read_bytes()}
    page.locator("input[type=file]").set_input_files(spreadsheet)
    send(page, "look")
