"""Numbers that Belgium gives to organisations."""

from __future__ import annotations

import re

KBO = re.compile(r"[01][0-9]{9}")
NIS = re.compile(r"[0-9]{5}")
KBO_SEPARATORS = re.compile(r"[\s.\-/]")


def is_valid_kbo(digits: str) -> bool:
    """Ten digits starting with 0 or 1, of which the last two are 97 − (the first eight mod 97).

    Source: Kruispuntbank van Ondernemingen, structure of the enterprise number.
    """
    if not KBO.fullmatch(digits):
        return False
    return int(digits[8:]) == 97 - int(digits[:8]) % 97


def normalise_kbo(text: str) -> str:
    """Only the digits of "BE 0207.451.227". What is no number stays recognisably wrong."""
    return KBO_SEPARATORS.sub("", text).upper().removeprefix("BE")


def format_kbo(digits: str) -> str:
    """0207451227 as it is printed: 0207.451.227."""
    return f"{digits[:4]}.{digits[4:7]}.{digits[7:]}"


def is_valid_nis(digits: str) -> bool:
    """The five digits of the NIS code that Statbel gives to a municipality."""
    return NIS.fullmatch(digits) is not None
