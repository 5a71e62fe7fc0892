"""The page where a PDF is asked for, in every state. The queue of the tests never runs."""

from django.utils.timezone import now
from playwright.sync_api import Page

from scans.models import Report
from tests.browser.states import complete, state, submit
from tests.browser.world import World
from tests.factories import ReportFactory


def report_page(page: Page, world: World) -> None:
    page.goto(f"/scans/{complete(world, finished=True).pk}/resultaat/pdf/")


@state("rita")
def report_nothing_asked(page: Page, world: World) -> None:
    report_page(page, world)


@state("rita")
def report_being_made(page: Page, world: World) -> None:
    report_page(page, world)
    submit(page)


@state("rita")
def report_failed(page: Page, world: World) -> None:
    report_being_made(page, world)
    Report.objects.update(failed_at=now())
    page.reload()


@state("rita")
def report_ready(page: Page, world: World) -> None:
    """The page that waits finds out by itself."""
    report_being_made(page, world)
    Report.objects.update(finished_at=now(), file="reports/x.pdf")
    page.locator("main .call-ok").wait_for()


@state("rita")
def report_too_many(page: Page, world: World) -> None:
    report_page(page, world)
    ReportFactory(scan=world.finish(world.start(years_ago=3)), asked_by=world.els, asked_at=now())
    submit(page)
