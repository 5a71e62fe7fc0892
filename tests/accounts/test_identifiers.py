from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.identifiers import format_kbo, is_valid_kbo, is_valid_nis, normalise_kbo


def with_check_digits(first_eight: int) -> str:
    return f"{first_eight:08d}{97 - first_eight % 97:02d}"


numbers = st.integers(0, 19_999_999).map(with_check_digits)


@pytest.mark.parametrize(
    "digits", ["0207451227", "0403170701", "0200065765", with_check_digits(10_000_000)]
)
def test_is_valid_kbo_of_a_number_with_its_check_digits(digits):
    assert is_valid_kbo(digits) is True


@pytest.mark.parametrize(
    "digits",
    [
        "",
        "0207451228",
        "0270451227",
        "207451227",
        "00207451227",
        with_check_digits(20_000_000),
        with_check_digits(99_999_999),
        "0207.451.227",
        "0207451227\n",
        "٠٢٠٧٤٥١٢٢٧",
    ],
)
def test_is_valid_kbo_refuses(digits):
    assert is_valid_kbo(digits) is False


@given(numbers, st.integers(0, 9), st.integers(0, 9))
def test_is_valid_kbo_notices_one_wrong_digit(number, position, digit):
    mistyped = number[:position] + str(digit) + number[position + 1 :]

    assert is_valid_kbo(mistyped) == (mistyped == number)


@pytest.mark.parametrize(
    "text",
    [
        "0207451227",
        "0207.451.227",
        "BE 0207.451.227",
        "be0207451227",
        " 0207 451 227 ",
        "BE-0207-451-227",
    ],
)
def test_normalise_kbo_takes_the_usual_notations(text):
    assert normalise_kbo(text) == "0207451227"


def test_normalise_kbo_keeps_what_is_wrong_visible():
    assert normalise_kbo("NL 0207.451.227") == "NL0207451227"


@given(numbers)
def test_format_kbo_can_be_read_back(number):
    assert normalise_kbo(format_kbo(number)) == number


def test_format_kbo_groups_the_digits():
    assert format_kbo("0207451227") == "0207.451.227"


@pytest.mark.parametrize(
    ("digits", "valid"),
    [
        ("44021", True),
        ("01234", True),
        ("4402", False),
        ("440211", False),
        ("4402a", False),
        ("44021\n", False),
    ],
)
def test_is_valid_nis(digits, valid):
    assert is_valid_nis(digits) is valid
