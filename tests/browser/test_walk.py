"""The coordinator's whole way: sign in, start, fill in, leave and come back, finish, read."""

import pytest
from playwright.sync_api import Page, expect

from scans.models import Scan
from tests.browser.keyboard import focus, tab, tab_and_go, tab_to
from tests.browser.screen import GREETING, choose, expect_saved, mark
from tests.browser.world import FIRST, PASSWORD, SECOND, codes

HALF = 7
LAST = codes(SECOND)[-1]
ADDRESS = "els@elzenvoorde.example"
pytestmark = pytest.mark.usefixtures("world")


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).click()


def title(page: Page) -> str:
    return page.locator("h1").inner_text()


def sign_in_with_the_form(page: Page) -> None:
    page.goto("/")
    page.locator(".top").get_by_role("link", name="Aanmelden").click()
    page.get_by_label("E-mailadres").fill(ADDRESS)
    page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    press(page, "Aanmelden")
    expect(page.locator("h1")).to_have_text(GREETING)


def start_a_full_scan(page: Page) -> None:
    page.locator(".next").get_by_role("link", name="Scan starten").click()
    page.get_by_label("Volledig, 30 stellingen").check()
    press(page, "Scan starten")
    expect(page.locator(".messages")).to_contain_text("De scan is gestart")
    follow(page, "Dit thema invullen")


def leave_and_come_back(page: Page) -> None:
    page.goto("/")
    expect(page.locator(".next")).to_contain_text("7 van 30 stellingen zijn beantwoord")
    follow(page, "Scan invullen")
    expect(page.locator(".next h2")).to_have_text("Ga verder waar u was: thema 1")
    follow(page, "Dit thema invullen")


def finish_after_the_warning(page: Page) -> None:
    page.get_by_role("link", name="Scan afronden").first.click()
    expect(page.locator(".call-warn h2")).to_have_text("Er is nog 1 stelling open")
    press(page, "Scan afronden")


def assert_result(page: Page) -> None:
    assert title(page) == (
        "Het sterkst staat u in interne-bestuurlijke werking. "
        "In duurzaam aankopen ontbreekt nog de basis."
    )
    assert page.locator(".scores .pct").all_inner_texts() == ["100\xa0%", "0\xa0%"]
    assert page.locator(".scores .stp").all_inner_texts() == ["stap 5", "stap 0, nog niet gestart"]
    expect(page.locator(".meta").first).to_contain_text("door Els Peeters")


def assert_scan_is_stored() -> None:
    scan = Scan.objects.get()
    answers = scan.respondents.get().answers
    assert scan.finished_by.email == ADDRESS
    assert answers.filter(value="yes").count() == 15
    assert answers.filter(value="no").count() == 14


def test_walk_with_javascript(new_context):
    page = new_context().new_page()

    sign_in_with_the_form(page)
    start_a_full_scan(page)
    for code in codes(FIRST)[:HALF]:
        choose(page, code, "yes")
        expect_saved(page, code)
    leave_and_come_back(page)
    for code in codes(FIRST)[:HALF]:
        expect_saved(page, code)
    for code in codes(FIRST)[HALF:]:
        choose(page, code, "yes")
        expect_saved(page, code)
    press(page, "Bewaren en verder met thema 11")
    for code in codes(SECOND)[:-1]:
        choose(page, code, "no")
        expect_saved(page, code)
    press(page, "Bewaren en naar het overzicht")
    finish_after_the_warning(page)

    assert_result(page)
    assert_scan_is_stored()


def test_walk_without_javascript(new_context):
    page = new_context(java_script_enabled=False).new_page()

    sign_in_with_the_form(page)
    start_a_full_scan(page)
    for code in codes(FIRST)[:HALF]:
        choose(page, code, "yes")
    assert mark(page, codes(FIRST)[0]).count() == 0
    press(page, "Bewaren en hier blijven")
    expect(page.locator(".messages")).to_have_text("Alles op deze pagina is bewaard.")
    leave_and_come_back(page)
    for code in codes(FIRST)[:HALF]:
        expect_saved(page, code)
    for code in codes(FIRST)[HALF:]:
        choose(page, code, "yes")
    press(page, "Bewaren en verder met thema 11")
    for code in codes(SECOND)[:-1]:
        choose(page, code, "no")
    press(page, "Bewaren en naar het overzicht")
    finish_after_the_warning(page)

    assert_result(page)
    assert_scan_is_stored()


def choose_with_keys(page: Page, code: str, value: str) -> None:
    """Into the group with Tab; Space takes the first answer, an arrow the next."""
    tab_to(page, f"input[name={code}-answer]", at_most=25)
    page.keyboard.press("Space" if value == "yes" else "ArrowDown")
    assert page.evaluate("[document.activeElement.name, document.activeElement.value]") == [
        f"{code}-answer",
        value,
    ]
    expect_saved(page, code)


def test_walk_with_the_keyboard_only(new_context):
    page = new_context().new_page()
    page.goto("/aanmelden/")

    assert focus(page)["name"] == "body"
    tab_to(page, "input#id_login")
    page.keyboard.type(ADDRESS)
    assert tab(page)["name"] == "input#id_password"
    page.keyboard.type(PASSWORD)
    tab_and_go(page, "Aanmelden")
    assert GREETING.match(title(page))
    assert tab(page)["words"] == "Naar de inhoud"
    page.keyboard.press("Enter")
    assert focus(page)["name"] == "main#content"
    tab_and_go(page, "Scan starten")
    tab_to(page, "input#id_depth_0")
    page.keyboard.press("ArrowDown")
    assert page.get_by_label("Volledig, 30 stellingen").is_checked()
    tab_and_go(page, "input#submit-id-start")
    tab_and_go(page, "Dit thema invullen")
    for code in codes(FIRST):
        choose_with_keys(page, code, "yes")
    tab_and_go(page, "Bewaren en verder met thema 11")
    for code in codes(SECOND)[:-1]:
        choose_with_keys(page, code, "no")
    tab_to(page, f"input[name={LAST}-answer]", at_most=25)
    tab_and_go(page, "Bewaren en naar het overzicht")
    tab_and_go(page, "Scan afronden")
    tab_and_go(page, "Scan afronden")

    assert_result(page)
    assert_scan_is_stored()


def test_tools_of_a_statement_open_with_the_keyboard(page_of, world):
    page = page_of(world.els)
    page.goto(f"/scans/{world.start().pk}/themas/{FIRST}/")
    code = codes(FIRST)[0]

    tab_to(page, f"input[name={code}-answer]")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.value") == "not_applicable"
    expect_saved(page, code)
    assert tab(page)["name"] == f"input[name={code}-interesting]"
    page.keyboard.press("Space")
    assert tab(page)["words"].startswith("Uitleg")
    page.keyboard.press("Enter")
    assert tab(page)["words"] == "Opmerking"
    page.keyboard.press("Enter")
    assert tab(page)["name"] == f"textarea#{code}-remark"
    page.keyboard.type("Met de toetsen getypt.")
    assert tab(page)["name"] == f"textarea#{code}-reason"
    page.keyboard.type("Ook met de toetsen.")
    tab(page)
    expect_saved(page, code)

    page.reload()
    assert page.locator(f"[name={code}-interesting]").is_checked()
    assert page.locator(f"#{code}-remark").input_value() == "Met de toetsen getypt."
    assert page.locator(f"#{code}-reason").input_value() == "Ook met de toetsen."
