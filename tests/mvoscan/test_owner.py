"""What the owner of an installation fills in: read, checked and refused (promise 30)."""

import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from environ import Env

from mvoscan.owner import AccessibilityStatement, Owner, read_accessibility, read_owner

ROOT = Path(__file__).parents[2]
OMBUDSMAN = ("Vlaamse Ombudsdienst", "https://www.vlaamseombudsdienst.be/")


def test_nothing_filled_in():
    assert read_owner(Env()) == Owner("", "", "", "", "")
    assert read_accessibility(Env()) == AccessibilityStatement(
        "partial", None, "self", (), *OMBUDSMAN
    )


def test_owner_filled_in(monkeypatch):
    values = {
        "CONTACT_NAME": " Intergemeentelijke Vereniging Noord ",
        "CONTACT_EMAIL": "mvo@noord.example",
        "CONTACT_PHONE": "+32 50 00 00 00",
        "PRIVACY_EMAIL": "dpo@noord.example",
        "SECURITY_EMAIL": "veilig@noord.example",
    }
    for name, value in values.items():
        monkeypatch.setenv(name, value)

    assert read_owner(Env()) == Owner(
        "Intergemeentelijke Vereniging Noord",
        "mvo@noord.example",
        "+32 50 00 00 00",
        "dpo@noord.example",
        "veilig@noord.example",
    )


def test_general_address_stands_in_for_the_others(monkeypatch):
    monkeypatch.setenv("CONTACT_EMAIL", "mvo@noord.example")

    assert read_owner(Env()) == Owner("", *["mvo@noord.example", ""], *["mvo@noord.example"] * 2)


@pytest.mark.parametrize(
    ("email", "phone", "reachable"),
    [("", "", False), ("a@b.example", "", True), ("", "050 00 00 00", True)],
)
def test_owner_can_be_reached_by_one_way_at_least(email, phone, reachable):
    assert Owner("", email, phone, "", "").can_be_reached is reachable


def test_statement_filled_in(monkeypatch):
    values = {
        "ACCESSIBILITY_STATUS": "none",
        "ACCESSIBILITY_CHECKED_ON": "2026-03-31",
        "ACCESSIBILITY_METHOD": "external",
        "ACCESSIBILITY_LIMITATIONS": "De kaart mist een tekst. | | Een formulier is te kort.",
        "ACCESSIBILITY_ENFORCEMENT_NAME": "Nationale ombudsman",
        "ACCESSIBILITY_ENFORCEMENT_URL": "https://ombudsman.example/",
    }
    for name, value in values.items():
        monkeypatch.setenv(name, value)

    assert read_accessibility(Env()) == AccessibilityStatement(
        "none",
        date(2026, 3, 31),
        "external",
        ("De kaart mist een tekst.", "Een formulier is te kort."),
        "Nationale ombudsman",
        "https://ombudsman.example/",
    )


def test_other_body_never_gets_the_address_of_the_ombudsman(monkeypatch):
    monkeypatch.setenv("ACCESSIBILITY_ENFORCEMENT_NAME", "Nationale ombudsman")

    statement = read_accessibility(Env())

    assert (statement.enforcement_name, statement.enforcement_url) == ("Nationale ombudsman", "")


REFUSED = [
    ({"CONTACT_NAME": "Noord\nZuid"}, "CONTACT_NAME must be one line of text."),
    ({"CONTACT_EMAIL": "noord"}, "CONTACT_EMAIL must be an e-mail address, not 'noord'."),
    ({"CONTACT_EMAIL": "a@b.example\nBcc: c@d.example"}, "CONTACT_EMAIL must be one line of text."),
    ({"PRIVACY_EMAIL": "a@b"}, "PRIVACY_EMAIL must be an e-mail address, not 'a@b'."),
    ({"SECURITY_EMAIL": "@"}, "SECURITY_EMAIL must be an e-mail address, not '@'."),
    (
        {"ACCESSIBILITY_STATUS": "fully"},
        "ACCESSIBILITY_STATUS must be one of full, partial, none, not 'fully'.",
    ),
    (
        {"ACCESSIBILITY_METHOD": "bureau"},
        "ACCESSIBILITY_METHOD must be one of self, external, not 'bureau'.",
    ),
    (
        {"ACCESSIBILITY_CHECKED_ON": "31/3/2026"},
        "ACCESSIBILITY_CHECKED_ON must be a date such as 2026-03-31, not '31/3/2026'.",
    ),
    (
        {"ACCESSIBILITY_STATUS": "full"},
        "ACCESSIBILITY_STATUS is full: say in ACCESSIBILITY_CHECKED_ON when that was checked.",
    ),
    (
        {
            "ACCESSIBILITY_STATUS": "full",
            "ACCESSIBILITY_CHECKED_ON": "2026-03-31",
            "ACCESSIBILITY_LIMITATIONS": "De kaart mist een tekst.",
        },
        "ACCESSIBILITY_STATUS is full, but ACCESSIBILITY_LIMITATIONS names what is not.",
    ),
    (
        {
            "ACCESSIBILITY_ENFORCEMENT_NAME": "X",
            "ACCESSIBILITY_ENFORCEMENT_URL": "http://x.example/",
        },
        "ACCESSIBILITY_ENFORCEMENT_URL must be an address that starts with https://, "
        "not 'http://x.example/'.",
    ),
    (
        {"ACCESSIBILITY_ENFORCEMENT_URL": "https://x.example/"},
        "ACCESSIBILITY_ENFORCEMENT_URL needs ACCESSIBILITY_ENFORCEMENT_NAME beside it.",
    ),
]


LATEST = datetime(2026, 3, 31, 10, 0, tzinfo=UTC)  # the next day on the island of Kiritimati


def test_statement_is_drawn_up_on_a_day_that_has_come(monkeypatch, time_machine):
    time_machine.move_to(LATEST, tick=False)
    monkeypatch.setenv("ACCESSIBILITY_CHECKED_ON", "2026-04-01")
    assert read_accessibility(Env()).checked_on == date(2026, 4, 1)

    monkeypatch.setenv("ACCESSIBILITY_CHECKED_ON", "2026-04-02")
    with pytest.raises(ImproperlyConfigured) as refusal:
        read_accessibility(Env())

    assert str(refusal.value) == (
        "ACCESSIBILITY_CHECKED_ON must be a day that has come, not '2026-04-02'."
    )


@pytest.mark.parametrize(("values", "sentence"), REFUSED)
def test_wrong_value_is_refused_in_one_clear_sentence(monkeypatch, values, sentence):
    for name, value in values.items():
        monkeypatch.setenv(name, value)

    with pytest.raises(ImproperlyConfigured) as refusal:
        (read_owner(Env()), read_accessibility(Env()))

    assert str(refusal.value) == sentence


def test_wrong_value_stops_the_start():
    wrong = {"CONTACT_EMAIL": "noord", "DJANGO_SETTINGS_MODULE": "tests.settings"}

    start = subprocess.run(
        [sys.executable, "-c", "import django; django.setup()"],
        cwd=ROOT,
        env={**os.environ, **wrong},
        capture_output=True,
        text=True,
    )

    assert start.returncode == 1
    assert "ImproperlyConfigured: CONTACT_EMAIL must be an e-mail address" in start.stderr
