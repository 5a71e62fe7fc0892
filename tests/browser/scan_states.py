"""The states of the scan itself, of the components page and of refusals; see `states`."""

from io import StringIO

from django.core.management import call_command
from django.template.loader import render_to_string
from django.utils.timezone import now
from playwright.sync_api import Page, expect

from scans.actions.answers import save_answers
from scans.entries import Change, Entry
from tests.browser.screen import bar, choose, expect_unsaved, open_theme, remark, statement
from tests.browser.states import complete, half_filled, state
from tests.browser.world import FIRST, VALUES, World

CODE = f"{FIRST}-1a"
REMARK = "Volgens de dienst Milieu stond dit in het vorige meerjarenplan. " * 4


@state("els")
def overview_running(page: Page, world: World) -> None:
    page.goto(f"/scans/{half_filled(world).pk}/")


@state("bram")
def overview_complete(page: Page, world: World) -> None:
    page.goto(f"/scans/{complete(world).pk}/")


@state("els")
def overview_finished(page: Page, world: World) -> None:
    page.goto(f"/scans/{complete(world, finished=True).pk}/")


@state("els")
def overview_reopened(page: Page, world: World) -> None:
    scan = complete(world, finished=True)
    world.reopen(scan, "Het antwoord van de dienst Aankoop kwam pas na het afronden.")
    page.goto(f"/scans/{scan.pk}/")


@state("els")
def theme_fresh(page: Page, world: World) -> None:
    open_theme(page, world.start(depth="light"), FIRST)


@state("els")
def theme_filled(page: Page, world: World) -> None:
    open_theme(page, complete(world), FIRST)


@state("els")
def theme_everything_open(page: Page, world: World) -> None:
    scan = world.start(depth="light")
    for code, value in (
        (CODE, "not_applicable"),
        (f"{FIRST}-2a", "unknown"),
        (f"{FIRST}-3a", "no"),
    ):
        world.save(scan, code, Entry(value, reason=REMARK[:60]), by=world.bram)
    open_theme(page, scan, FIRST)
    page.evaluate("document.querySelectorAll('main details').forEach(box => { box.open = true })")


@state("els")
def theme_not_applicable(page: Page, world: World) -> None:
    scan = world.start(depth="light")
    world.save(scan, CODE, Entry("not_applicable", reason=REMARK), by=world.bram)
    open_theme(page, scan, FIRST)


@state("els")
def theme_conflict(page: Page, world: World) -> None:
    scan = world.start(depth="light")
    open_theme(page, scan, FIRST)
    world.save(scan, CODE, Entry("yes", interesting=True, remark=REMARK), by=world.bram)
    choose(page, CODE, "no")
    expect(statement(page, CODE).locator(".conflict")).to_be_visible()


@state("els")
def theme_too_long(page: Page, world: World) -> None:
    open_theme(page, world.start(depth="light"), FIRST)
    remark(page, CODE).fill("lang " * 401)
    remark(page, CODE).blur()
    expect_unsaved(page, CODE)


@state("els")
def theme_page_refused(page: Page, world: World) -> None:
    theme_too_long(page, world)
    with page.expect_navigation():
        page.get_by_role("button", name="Bewaren en verder").click()


@state("els")
def theme_without_connection(page: Page, world: World) -> None:
    open_theme(page, world.start(depth="light"), FIRST)
    page.context.set_offline(True)
    choose(page, CODE, "no")
    expect(bar(page)).to_be_visible()


@state("rita")
def theme_finished(page: Page, world: World) -> None:
    open_theme(page, complete(world, finished=True), FIRST)


@state("els")
def result_finished(page: Page, world: World) -> None:
    page.goto(f"/scans/{complete(world, finished=True).pk}/resultaat/")


@state("els")
def result_table(page: Page, world: World) -> None:
    result_finished(page, world)
    page.locator("#figures .open").click()
    expect(page.locator("#score-table")).to_be_visible()


@state("rita")
def result_why(page: Page, world: World) -> None:
    """Two figures opened in place, down to every answer."""
    result_finished(page, world)
    page.locator("#overview .num").click()
    page.locator("#theme-1 .pct .num").click()
    expect(page.locator("#why-global, #why-1")).to_have_count(2)
    page.locator("#why-1 .open").click()
    expect(page.locator("#why-1 .why-list")).to_be_visible()


@state("els")
def result_why_too_few(page: Page, world: World) -> None:
    scan = world.finish(world.start())
    page.goto(f"/scans/{scan.pk}/resultaat/?waarom=11#theme-11")


@state("rita")
def compare(page: Page, world: World) -> None:
    """A light scan beside a full one: one theme went up, one has too few answers."""
    before = world.start(depth="light", years_ago=1)
    for code, value in ((CODE, "yes"), (f"{FIRST}-2a", "yes"), (f"{FIRST}-3a", "no")):
        world.save(before, code, Entry(value), by=world.bram)
    for step in (4, 5):
        world.save(
            before, f"{FIRST}-{step}a", Entry("unknown" if step == 5 else "no"), by=world.bram
        )
    world.finish(before)
    page.goto(f"/scans/{complete(world, finished=True).pk}/vergelijken/{before.pk}/")


@state("els")
def result_provisional(page: Page, world: World) -> None:
    page.goto(f"/scans/{half_filled(world).pk}/resultaat/")


@state("els")
def result_too_few(page: Page, world: World) -> None:
    page.goto(f"/scans/{world.finish(world.start()).pk}/resultaat/")


# Per theme one letter a step; the last theme has too few answers for a score.
FIFTEEN_THEMES = (
    "jnnnw jjjnw jjnnw jjwnw jjjjn jjjnw jjnwn jnnnw jjjjn jjwnw njnnn njjnn njjjj jjjnx ww---"
)
TABLES = ("#figures", "#more-ticked", "#more-unknown", "#by-sdg", "#by-iso")


@state("els")
def result_whole(page: Page, world: World) -> None:
    """Fifteen themes, with ticks and "don't know", and every table open."""
    call_command("load_questionnaire", "fixtures/questionnaires/overheid-2", stdout=StringIO())
    scan = world.start(depth="light")
    letters = FIFTEEN_THEMES.replace(" ", "")
    changes = [
        Change(statement.pk, 0, Entry(VALUES[letter], interesting=letter == "w"))
        for statement, letter in zip(scan.statements(), letters, strict=True)
        if letter != "-"
    ]
    save_answers(scan=scan, changes=changes, by=world.bram, at=now())
    page.goto(f"/scans/{world.finish(scan).pk}/resultaat/")
    expect(page.locator("main svg.radar")).to_have_count(2)
    for place in TABLES:
        page.locator(f"{place} .open").click()
        expect(page.locator(f"{place} .open[aria-expanded=true]")).to_be_focused()
    page.evaluate("document.querySelectorAll('main details').forEach(box => { box.open = true })")


@state("els")
def design(page: Page, world: World) -> None:
    world.els.is_staff = True
    world.els.save()
    page.goto("/ontwerp/")


@state("rita")
def refused_403(page: Page, world: World) -> None:
    page.goto(f"/scans/{world.start().pk}/")


@state("els")
def unknown_404(page: Page, world: World) -> None:
    page.goto("/scans/999/")


@state("els")
def damaged_400(page: Page, world: World) -> None:
    """A post with more fields than any page has."""
    page.goto("/wachtwoord/wijzigen/")
    page.evaluate(
        """() => {
            const form = document.querySelector('main form');
            for (let i = 0; i < 3001; i += 1) {
                form.append(Object.assign(document.createElement('input'), {name: `f${i}`}));
            }
        }"""
    )
    with page.expect_navigation():
        page.locator("main [type=submit]").click()


@state("")
def stale_form_403(page: Page, world: World) -> None:
    page.goto("/aanmelden/")
    page.context.clear_cookies(name="csrf")
    with page.expect_navigation():
        page.locator("main [type=submit].btn").click()


@state("")
def broken_500(page: Page, world: World) -> None:
    page.route(
        "**/gezondheid/",
        lambda route: route.fulfill(body=render_to_string("500.html"), content_type="text/html"),
    )
    page.goto("/gezondheid/")
