"""Which passwords say too much about who chose them."""

import pytest
from django.contrib.auth.password_validation import (
    password_validators_help_texts,
    validate_password,
)
from django.core.exceptions import ValidationError
from django.utils.translation import override

from accounts.models import User
from accounts.passwords import PASSWORD_HELP, is_repetition, own_characters
from tests.factories import MembershipFactory, OrganisationFactory, UserFactory

ABOUT = "password_context_words"
REPEATS = "password_repeats"


@pytest.fixture
def els(db) -> User:
    els = UserFactory(name="Els Van den Broeck", email="els.vdbroeck@aalbeke.example")
    MembershipFactory(user=els, organisation=OrganisationFactory(name="Stad Knesselare-aan-Zee"))
    return els


def codes(password: str, user: User | None) -> set[str]:
    try:
        validate_password(password, user)
    except ValidationError as error:
        return {problem.code for problem in error.error_list}
    return set()


@pytest.mark.parametrize(
    ("password", "wrong"),
    [
        # What people choose who are told to choose twelve characters.
        ("Gemeente2026!", {ABOUT}),
        ("Welkom2026!!", {ABOUT}),
        ("W3lk0m2026!!", {ABOUT}),
        ("w@chtw00rd2026", {ABOUT}),
        ("Wachtwoord123", {ABOUT}),
        ("Wachtwoord123456789", {ABOUT}),
        ("Zomer2026-Zomer2026", {ABOUT}),
        ("lenteherfstwinter", {ABOUT}),
        ("MvoScanMvoScan1", {ABOUT}),
        ("Maandag-Vrijdag-1", {ABOUT}),
        ("September2026x", {ABOUT}),
        ("Februari-1987-ab", {ABOUT}),
        ("azertyuiop2025", {ABOUT}),
        ("OCMW-bestuur-2027", {ABOUT}),
        ("een-lang-wachtwoord", {ABOUT}),
        # Of this person and this organisation.
        ("Knesselare2026!", {ABOUT}),
        ("kn3ss3l@r3-zee", {ABOUT}),
        ("KNÉSSELARE-stad", {ABOUT}),
        ("Broeck-Els-1984", {ABOUT}),
        ("aalbeke-els-99", {ABOUT}),
        # A short pattern over and over.
        ("kokokokokoko", {REPEATS}),
        ("xyzxyzxyzxyzx", {REPEATS}),
        ("zwaluwzwaluw", {REPEATS}),
        # Words of one's own, with one that everybody tries between them at most.
        ("demo-stap-voor-stap", set()),
        ("elke-dag-een-trede-hoger", set()),
        ("nog-een-lang-wachtwoord", set()),
        ("paarse fiets zonder bel", set()),
        ("Els eet graag rode kool", set()),
        ("zomer in de boomhut", set()),
        ("h7Kq-2vXp-9sDw", set()),
        ("49382716 en 5520941", set()),
        ("ik-woon-in-knesselare-maar-niet-lang", set()),
    ],
)
def test_password_around_its_owner_is_refused(els, password, wrong):
    assert codes(password, els) == wrong


@pytest.mark.parametrize(
    ("password", "wrong"), [("Knesselare2026!", set()), ("Gemeente2026!", {ABOUT})]
)
def test_without_a_person_only_the_words_of_everybody_count(password, wrong):
    assert codes(password, None) == wrong


@pytest.mark.django_db
def test_organisation_that_invites_counts_before_the_account_exists():
    guest = User(name="Noor Claes", email="noor@elders.example")
    assert codes("Knesselare2026!", guest) == set()

    guest.organisation_names = ["Stad Knesselare-aan-Zee"]

    assert codes("Knesselare2026!", guest) == {ABOUT}


@pytest.mark.parametrize(
    ("password", "own"),
    [
        ("zomer", 0),
        ("Z0m3r", 0),
        ("zomer zon", 3),
        ("zomerlente", 0),
        ("1999", 0),
        ("1899", 4),
        ("12345678", 0),
        ("87654321", 8),
        ("ééé", 3),
        ("!!! ???", 0),
        ("", 0),
    ],
)
def test_own_characters(password, own):
    assert own_characters(password, ["zomer", "lente"]) == own


@pytest.mark.parametrize(
    ("text", "repeats"),
    [
        ("aaaa", True),
        ("abcdefabcdef", True),
        ("abcdefabcde", False),
        ("abcdefgabcdefg", False),
        ("a", False),
        ("", False),
    ],
)
def test_repetition(text, repeats):
    assert is_repetition(text) is repeats


def test_help_says_what_to_choose_and_how_long():
    with override("en"):
        rules, hint = password_validators_help_texts(), str(PASSWORD_HELP)

    assert rules[-1] == "Choose words that have nothing to do with you or your organisation."
    assert hint.startswith("At least 12 characters.")
    assert codes("zo-kort-als", None) == {"password_too_short"}
    assert codes("zo-kort-als-", None) == set()


@pytest.mark.parametrize("password", ["kort", "123456789012", "wachtwoord123", "elsvandenbroeck"])
def test_every_refusal_is_in_the_language_of_the_page(password, els):
    said = {}
    for language in ("nl", "en"):
        with override(language), pytest.raises(ValidationError) as refused:
            validate_password(password, els)
        said[language] = refused.value.messages

    assert not set(said["nl"]) & set(said["en"])
