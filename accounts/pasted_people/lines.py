"""What was read of each line, and how a text falls apart in lines."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from accounts.visible import is_visible

# What one looks over with care on one page, and what can be mailed while somebody waits.
MAX_PEOPLE = 50
# Of the whole text: far more than fifty people fill.
MAX_CHARACTERS = 20_000
# The share of signs that are no text (1 in this many) above which it is no text at all.
NO_TEXT = 20
LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


class Problem(StrEnum):
    NONE = ""
    NO_ADDRESS = "no address"
    WRONG_ADDRESS = "wrong address"
    TWO_ADDRESSES = "two addresses"
    TWICE = "twice"
    UNKNOWN_ROLE = "unknown role"
    TOO_MANY = "too many"
    TOO_LONG = "too long"
    NOT_TEXT = "not text"


@dataclass(frozen=True)
class PastedLine:
    """`number` counts from 1; `text` is the line without signs that cannot be seen. `role` is
    empty when it is not said. With UNKNOWN_ROLE only the role is missing."""

    number: int
    text: str
    name: str = ""
    email: str = ""
    role: str = ""
    department: str = ""
    problem: Problem = Problem.NONE
    is_name_guessed: bool = False

    @property
    def is_person(self) -> bool:
        return self.problem in (Problem.NONE, Problem.UNKNOWN_ROLE)


def is_text(text: str) -> bool:
    return sum(map(_is_no_text, text)) * NO_TEXT <= len(text)


def _is_no_text(sign: str) -> bool:
    """A control character, or what a program shows in the place of bytes that it cannot read."""
    return sign == "\ufffd" or (unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\t\n\r")


def filled_lines(text: str) -> list[tuple[int, str]]:
    """With their numbers, counted from 1."""
    lines = enumerate(map(clean_line, LINE_END.split(text)), start=1)
    return [(number, line) for number, line in lines if line.strip(" \t;,")]


def clean_line(raw: str) -> str:
    """Composed letters, plain spaces, and nothing that cannot be seen; tabs stay."""
    signs = (
        sign if sign == "\t" else " " if unicodedata.category(sign) == "Zs" else _visible(sign)
        for sign in unicodedata.normalize("NFC", raw)
    )
    return re.sub(" +", " ", "".join(signs)).strip(" ")


def _visible(sign: str) -> str:
    return sign if is_visible(sign) else ""
