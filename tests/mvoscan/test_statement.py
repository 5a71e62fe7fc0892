"""The accessibility statement says what the owner of the installation filled in (promise 30)."""

import pytest

from tests.page import links, main_text, page_of, text_of, with_language

CHECKED = {"ACCESSIBILITY_CHECKED_ON": "2026-03-31"}


def statement(visitor, part: str) -> str:
    """The words of the part of the statement that has this heading."""
    tree = page_of(visitor.get("/toegankelijkheid/"))
    (own,) = [e for e in tree.iter("section") if e.get("aria-labelledby") == part]
    return text_of(own)


def test_statement_that_is_not_filled_in_says_so(visitor):
    words = main_text(visitor.get("/toegankelijkheid/"))

    assert "has not filled in this statement yet" in words
    assert "complies partially" in statement(visitor, "status")
    assert "There is no date yet" in statement(visitor, "method")
    assert "Tell the MVO coordinator" in statement(visitor, "feedback")
    assert "The administration pages" in statement(visitor, "limits")


@pytest.mark.parametrize(
    ("status", "words"),
    [("full", "complies fully"), ("partial", "complies partially"), ("none", "does not comply")],
)
def test_statement_says_how_far_it_complies(visitor, filled_in, status, words):
    filled_in(**CHECKED, ACCESSIBILITY_STATUS=status)

    assert words in statement(visitor, "status")


def test_statement_that_complies_fully_names_no_limits(visitor, filled_in):
    filled_in(**CHECKED, ACCESSIBILITY_STATUS="full")

    assert "not accessible" not in main_text(visitor.get("/toegankelijkheid/"))


def test_statement_has_the_date_of_the_owner(visitor, filled_in):
    filled_in(**CHECKED)

    assert "It was drawn up on 31 March 2026." in statement(visitor, "method")
    assert "not filled in" not in main_text(visitor.get("/toegankelijkheid/"))


@pytest.mark.parametrize(
    ("method", "words"),
    [("self", "examined it themselves"), ("external", "An independent organisation")],
)
def test_statement_says_who_examined_it(visitor, filled_in, method, words):
    filled_in(**CHECKED, ACCESSIBILITY_METHOD=method)

    assert words in statement(visitor, "method")


def test_statement_lists_the_limitations_of_the_owner_in_dutch(visitor, filled_in):
    filled_in(ACCESSIBILITY_LIMITATIONS="De kaart mist een tekst. | Een formulier is te kort.")

    found = dict(with_language(page_of(visitor.get("/toegankelijkheid/"))))

    assert found["De kaart mist een tekst."] == found["Een formulier is te kort."] == "nl"
    assert "The administration pages" not in statement(visitor, "limits")


def test_statement_says_where_to_write_and_call(visitor, filled_in):
    filled_in(CONTACT_EMAIL="mvo@noord.example", CONTACT_PHONE="+32 50 00 00 00")

    words = statement(visitor, "feedback")

    assert "mvo@noord.example" in words
    assert "+32 50 00 00 00" in words


def test_statement_names_who_makes_it(visitor, filled_in):
    filled_in(CONTACT_NAME="Vereniging Noord")

    assert "Vereniging Noord wants everybody" in main_text(visitor.get("/toegankelijkheid/"))


@pytest.mark.parametrize(
    ("values", "name", "address"),
    [
        ({}, "Vlaamse Ombudsdienst", "https://www.vlaamseombudsdienst.be/"),
        (
            {
                "ACCESSIBILITY_ENFORCEMENT_NAME": "Nationale ombudsman",
                "ACCESSIBILITY_ENFORCEMENT_URL": "https://ombudsman.example/",
            },
            "Nationale ombudsman",
            "https://ombudsman.example/",
        ),
        ({"ACCESSIBILITY_ENFORCEMENT_NAME": "Nationale ombudsman"}, "Nationale ombudsman", None),
    ],
)
def test_statement_says_who_hears_complaints(visitor, filled_in, values, name, address):
    filled_in(**values)

    outside = [href for href in links(page_of(visitor.get("/toegankelijkheid/"))) if "//" in href]

    assert name in statement(visitor, "enforcement")
    assert outside == ([address] if address else [])


def test_dates_are_in_the_language_of_the_page(visitor, filled_in):
    filled_in(ACCESSIBILITY_CHECKED_ON="2026-03-31")
    visitor.cookies["language"] = "nl"

    assert "31 maart 2026" in main_text(visitor.get("/toegankelijkheid/"))
