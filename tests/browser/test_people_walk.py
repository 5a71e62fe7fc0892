"""From the command that makes an organisation to a colleague who came in and was shown out."""

import re
from dataclasses import dataclass
from io import StringIO

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.core.management import call_command
from playwright.sync_api import Locator, Page, Response, expect

from accounts.models import Invitation, Organisation
from tests.accounts.pictures import png
from tests.browser.accessibility import assert_no_sideways_scroll
from tests.browser.screen import GREETING
from tests.browser.world import PASSWORD

NAME = "Gemeente Elzenvoorde (fictief)"
ELS, KOEN = "els@elzenvoorde.example", "koen.dewilde@elzenvoorde.example"
LIST = f"""Naam; E-mail; Rol; Dienst
Koen De Wilde; {KOEN}; lezer; Technische dienst
; fien.dewit@elzenvoorde.example; ;
Rik Claes; rik.claes@elzenvoorde.example; baas;
"""


@dataclass
class Cast:
    """Each in a browser of their own; Koen has two."""

    els: Page
    koen: Page
    phone: Page


@pytest.fixture(
    params=(
        {},
        {"java_script_enabled": False},
        {"viewport": {"width": 360, "height": 740}},
    ),
    ids=("js", "no-js", "360px"),
)
def cast(content, new_context, request) -> Cast:
    return Cast(*(new_context(**request.param).new_page() for _person in range(3)))


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()
    assert_no_sideways_scroll(page)


def follow(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("link", name=name, exact=True).locator("visible=true").first.click()
    assert_no_sideways_scroll(page)


def choose_in_menu(page: Page, name: str) -> None:
    """The bar on a desk; on a phone its menu, opened first."""
    menu = page.locator(".top .menu > summary, .top .me > summary").locator("visible=true")
    menu.click()
    with page.expect_navigation():
        page.locator(".top").get_by_role("link", name=name).locator("visible=true").click()


def expect_title(page: Page, words: str) -> None:
    expect(page.locator("h1")).to_have_text(re.compile(rf"^\s*{words}\s*$"))


def expect_message(page: Page, words: str) -> None:
    expect(page.locator(".messages")).to_contain_text(words)


def row(page: Page, of: str, section: str = "main") -> Locator:
    return page.locator(f"{section} tr", has_text=of)


def mail_to(address: str) -> EmailMessage:
    return next(letter for letter in reversed(mail.outbox) if letter.to == [address])


def link_in(letter: EmailMessage) -> str:
    return re.search(r"http://\S+", letter.body)[0]


# Steps


def create_the_organisation() -> None:
    told = StringIO()
    call_command(
        "create_organisation",
        *(NAME, "--kbo", "0999990123", "--nis", "99001", "--accent", "#4a6a1e"),
        *("--coordinator", ELS, "--coordinator-name", "Els Peeters"),
        stdout=told,
    )
    assert f"Created {NAME}" in told.getvalue()


def choose_a_password_by_mail(page: Page) -> None:
    """The account of a first coordinator has none yet; the link also lets her in."""
    page.goto("/aanmelden/")
    follow(page, "Wachtwoord vergeten")
    page.get_by_label("E-mailadres").fill(ELS)
    press(page, "Link versturen")
    page.goto(link_in(mail_to(ELS)))
    for field in page.locator("[type=password]").all():
        field.fill(PASSWORD)
    press(page, "Wachtwoord bewaren")
    expect(page.locator("h1")).to_have_text(GREETING)


def sign_in(page: Page, address: str) -> None:
    page.goto("/aanmelden/")
    page.get_by_label("E-mailadres").fill(address)
    page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    press(page, "Aanmelden")


def sign_out_and_in(page: Page) -> None:
    page.goto("/afmelden/")
    press(page, "Afmelden")
    sign_in(page, ELS)
    expect(page.locator("h1")).to_have_text(GREETING)


def take_over_the_usual_departments(page: Page) -> None:
    expect(page.locator(".next h2")).to_have_text("Kies uw diensten")
    follow(page, "Diensten kiezen")
    press(page, "Neem alle gebruikelijke diensten over")
    expect_message(page, "De diensten zijn bewaard.")
    expect(row(page, "Aankoop")).to_be_visible()


def upload_a_logo(page: Page) -> None:
    follow(page, "Logo toevoegen")
    file = {"name": "logo.png", "mimeType": "image/png", "buffer": png((400, 60))}
    page.get_by_label("Bestand met het logo").set_input_files(file)
    press(page, "Logo bewaren")
    expect_message(page, "Het logo is bewaard.")
    shown = page.locator("main").get_by_role("img", name=f"Logo {NAME}")
    assert shown.evaluate("img => img.naturalWidth") > 0


def invite_three_colleagues(page: Page) -> None:
    """One line lacks a name, one has a role that nobody knows."""
    follow(page, "Nodig een collega uit")
    follow(page, "Meer dan één? Plak een lijst.")
    page.get_by_label("Uw lijst").fill(LIST)
    press(page, "Kijk de lijst na")
    expect(page.locator(".problems")).to_contain_text("regel 4")
    fien, rik = page.locator(".personrow").nth(1), page.locator(".personrow").nth(2)
    expect(fien.get_by_label("Naam")).to_have_value("Fien Dewit")
    fien.get_by_label("Naam").fill("Fien De Wit")
    rik.get_by_label("Rol").select_option("medewerker")
    press(page, "Verstuur de uitnodigingen")
    expect_title(page, "Mensen")
    expect_message(page, "3 uitnodigingen zijn verstuurd.")
    expect(row(page, "Fien De Wit")).to_contain_text("verstuurd")
    assert set(Invitation.objects.values_list("name", "role", "department__name")) == {
        ("Koen De Wilde", "reader", "Technische dienst"),
        ("Fien De Wit", "contributor", None),
        ("Rik Claes", "contributor", None),
    }


def accept_the_invitation(page: Page) -> None:
    page.goto(link_in(mail_to(KOEN)))
    assert_no_sideways_scroll(page)
    expect_title(page, re.escape(f"{NAME} nodigt u uit"))
    page.get_by_label("Kies een wachtwoord").fill(PASSWORD)
    press(page, "Aanvaarden en aanmelden")
    expect_message(page, f"U doet nu mee voor {NAME}.")
    expect_title(page, "Goede(morgen|middag|navond), Koen")


def see_who_accepted(page: Page) -> None:
    page.reload()
    invitations = "[aria-labelledby=invitations]"
    expect(row(page, "Koen De Wilde", invitations)).to_contain_text("aanvaard")
    expect(row(page, "Rik Claes", invitations)).to_contain_text("verstuurd")


def open_the_organisation(page: Page) -> Response:
    """The next click of somebody who is looking at the start page."""
    with page.expect_navigation() as clicked:
        page.locator("main h2").get_by_role("link", name=NAME).click()
    return clicked.value


def end_the_session_on_the_phone(page: Page, phone: Page) -> None:
    choose_in_menu(page, "Mijn gegevens")
    with page.expect_navigation():
        page.get_by_role("button", name="Daar afmelden").click()
    expect_message(page, "U bent daar afgemeld.")
    open_the_organisation(phone)
    expect_title(phone, "Aanmelden")
    page.reload()
    expect_title(page, "Mijn gegevens")


def remove_koen(page: Page) -> None:
    follow(page, "Wijzigen Koen De Wilde")
    follow(page, f"Koen De Wilde verwijderen uit {NAME}")
    press(page, "Koen De Wilde verwijderen")
    expect_message(page, "Koen De Wilde is geen lid meer.")


def assert_next_click_is_refused(page: Page) -> None:
    assert open_the_organisation(page).status == 404
    expect_title(page, "Deze pagina bestaat niet")
    follow(page, "Naar de startpagina")
    expect(page.locator(".empty h2")).to_have_text("U hoort nog bij geen bestuur")


def test_walk_from_the_command_to_a_colleague_who_is_out_again(cast):
    create_the_organisation()

    choose_a_password_by_mail(cast.els)
    sign_out_and_in(cast.els)
    follow(cast.els, "Het bestuur inrichten")
    take_over_the_usual_departments(cast.els)
    upload_a_logo(cast.els)
    invite_three_colleagues(cast.els)
    accept_the_invitation(cast.koen)
    see_who_accepted(cast.els)
    sign_in(cast.phone, KOEN)
    end_the_session_on_the_phone(cast.koen, cast.phone)
    cast.koen.goto("/")
    remove_koen(cast.els)
    assert_next_click_is_refused(cast.koen)

    assert Organisation.objects.get().memberships.get().user.email == ELS
