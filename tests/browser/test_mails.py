"""Mails as a mail program shows them, in both languages; the pictures lie with the test results."""

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.test import Client

from accounts.mails import invitation_mail
from tests.browser.accessibility import in_words, violations
from tests.factories import InvitationFactory, OrganisationFactory, UserFactory

LINK = "https://mvoscan.example/uitnodiging/K4lBzoMZcH0XyUuGNWrEJ1mN2x2oW5p8zvE0b1g7h3Q/"
NOON = datetime(2026, 5, 4, 12, tzinfo=ZoneInfo("Europe/Brussels"))


def invitation(language: str) -> EmailMultiAlternatives:
    made = InvitationFactory.build(
        organisation=OrganisationFactory.build(name="Gemeente Elzenvoorde"),
        created_by=UserFactory.build(name="Griet Vandamme"),
        name="Koen De Wilde",
        language=language,
        created_at=NOON,
        expires_at=NOON.replace(day=11),
    )
    return invitation_mail(made, link=LINK)


def new_password(language: str) -> EmailMultiAlternatives:
    user = UserFactory(name="Koen De Wilde", language=language)
    Client().post("/wachtwoord/vergeten/", {"email": user.email})
    return mail.outbox[-1]


def unknown_address(language: str) -> EmailMultiAlternatives:
    client = Client()
    client.cookies["language"] = language
    client.post("/wachtwoord/vergeten/", {"email": "niemand@elzenvoorde.example"})
    return mail.outbox[-1]


MAILS: list[Callable[[str], EmailMultiAlternatives]] = [invitation, new_password, unknown_address]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("make", MAILS)
def test_mail_looks_good_and_asks_nothing_of_anybody(
    make, language, transactional_db, new_context, output_path
):
    message = make(language)
    page = new_context().new_page()

    page.set_content(message.alternatives[0].content)

    assert message.subject
    assert page.locator("html").get_attribute("lang") == language
    folder = Path(output_path)
    folder.mkdir(parents=True, exist_ok=True)
    for width in (680, 360):
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.screenshot(path=folder / f"{make.__name__}-{language}-{width}.png", full_page=True)
    # A mail has no landmarks: it is no page of a site.
    found = [rule for rule in violations(page) if rule["id"] not in {"region", "landmark-one-main"}]
    assert not found, in_words(found)


@pytest.mark.parametrize("make", MAILS)
def test_text_of_a_mail_is_text(make, db):
    """No markup, no escaped signs, no heap of empty lines."""
    body = make("nl").body

    assert not re.search(r"<\w|&\w+;|{[{%]|\n{4}|[ \t]\n", body)
