"""The page where the PDF of a photo is asked for, in every state. The queue of the tests never
runs."""

from django.utils.timezone import now
from playwright.sync_api import Page

from scans.models import Document
from tests.browser.states import complete, state, submit
from tests.browser.traject_world import filled_traject, new_traject
from tests.browser.world import World
from tests.factories import ReportFactory


@state("els")
def photo_pdf(page: Page, world: World) -> None:
    page.goto(f"/trajecten/{filled_traject(world).pk}/lokale-foto/pdf/")


@state("els")
def photo_pdf_of_nothing(page: Page, world: World) -> None:
    page.goto(f"/trajecten/{new_traject(world).pk}/lokale-foto/pdf/")


@state("els")
def photo_pdf_being_made(page: Page, world: World) -> None:
    photo_pdf(page, world)
    submit(page)


@state("els")
def photo_pdf_failed(page: Page, world: World) -> None:
    photo_pdf_being_made(page, world)
    Document.objects.update(failed_at=now())
    page.reload()


@state("els")
def photo_pdf_ready(page: Page, world: World) -> None:
    """The page that waits finds out by itself."""
    photo_pdf_being_made(page, world)
    Document.objects.update(finished_at=now(), file="reports/x.pdf")
    page.locator("main .call-ok").wait_for()


@state("els")
def photo_pdf_too_many(page: Page, world: World) -> None:
    photo_pdf(page, world)
    scan = complete(world, finished=True)
    ReportFactory(scan=scan, asked_by=world.bram, asked_at=now())
    submit(page)
