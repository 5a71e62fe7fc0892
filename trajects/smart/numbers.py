"""Numbers as people write them in Dutch: 1,2 miljoen, 15.000, twee, driekwart, twee op de drie."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from reporting.formatting import dutch_number, round_half_up
from trajects.smart.text import Span, Text, Token

LONGEST_NUMBER = 15
PRINTED_DECIMALS = 3

WHOLE = re.compile(r"[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+")
DECIMAL = re.compile(r"([0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+),([0-9]+)|([0-9]+)\.([0-9]{1,2})")

TENS = {
    **{"tien": 10, "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50},
    **{"zestig": 60, "zeventig": 70, "tachtig": 80, "negentig": 90},
}
NUMBER_WORDS = {
    **{
        "nul": 0,
        "twee": 2,
        "drie": 3,
        "vier": 4,
        "vijf": 5,
        "zes": 6,
        "zeven": 7,
        "acht": 8,
        "negen": 9,
    },
    **{"elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16},
    **{"zeventien": 17, "achttien": 18, "negentien": 19, "duizend": 1_000, "honderd": 100},
    **TENS,
}
FRACTION_WORDS = {
    **{"helft": Fraction(1, 2), "kwart": Fraction(1, 4), "driekwart": Fraction(3, 4)},
    **{"derde": Fraction(1, 3), "vierde": Fraction(1, 4), "vijfde": Fraction(1, 5)},
    **{"derden": Fraction(1, 3), "vierden": Fraction(1, 4), "tiende": Fraction(1, 10)},
}
SCALES = {"duizend": 1_000, "miljoen": 1_000_000, "miljard": 1_000_000_000}
ARTICLES = frozenset({"de", "elke", "onze", "alle", "hun"})
# `een` is an article; after these it is the number one.
BEFORE_ONE = frozenset({"minstens", "minimaal", "hoogstens", "maximaal", "slechts", "maar"})


@dataclass(frozen=True)
class Number:
    """`is_share`: half of something, one in three: a percentage in other words. `is_scaled`: it
    says million or thousand itself."""

    value: Fraction
    span: Span
    is_share: bool = False
    is_scaled: bool = False


def value_of(written: str) -> Fraction | None:
    """15.000 → 15000 and 1,2 → 6/5. None for what is no number, or too long to be one."""
    if len(written) > LONGEST_NUMBER:
        return None
    if WHOLE.fullmatch(written):
        return Fraction(written.replace(".", ""))
    parts = DECIMAL.fullmatch(written)
    if parts is None:
        return None
    whole, decimals = parts.group(1, 2) if parts.group(1) else parts.group(3, 4)
    return Fraction(f"{whole.replace('.', '')}.{decimals}")


def printed(value: Decimal | Fraction) -> str:
    """50 and 1.200,5: the Dutch way, without zeros that say nothing."""
    return dutch_number(round_half_up(Fraction(value), PRINTED_DECIMALS))


def numbers_in(text: Text) -> Iterator[Number]:
    place = 0
    while place < len(text.tokens):
        number = _share_at(text, place) or _number_at(text, place)
        if number:
            yield number
        place = number.span.end if number else place + 1


def _simple(text: Text, place: int) -> Fraction | None:
    token = text.tokens[place]
    worded = _worded(token.word)
    if worded is not None:
        return Fraction(worded)
    if _is_one(token, before=text.word(place - 1)):
        return Fraction(1)
    return value_of(token.text)


def _worded(word: str) -> int | None:
    """Twaalf, vijfendertig, driehonderd."""
    if word in NUMBER_WORDS:
        return NUMBER_WORDS[word]
    for ending, value in TENS.items():
        first = NUMBER_WORDS.get(word.removesuffix(ending).removesuffix("en"))
        if word.endswith(f"en{ending}") and first:
            return value + first
    for ending, times in (("honderd", 100), ("duizend", 1_000)):
        first = NUMBER_WORDS.get(word.removesuffix(ending))
        if word.endswith(ending) and first:
            return first * times
    return None


def _is_one(token: Token, *, before: str) -> bool:
    return token.word == "een" and (token.text.casefold() == "één" or before in BEFORE_ONE)


def _number_at(text: Text, place: int) -> Number | None:
    value = _simple(text, place)
    if value is None:
        return None
    scale = SCALES.get(text.word(place + 1), 1)
    scaled = scale > 1
    return Number(value * scale, Span(place, place + 1 + scaled), is_scaled=scaled)


def _share_at(text: Text, place: int) -> Number | None:
    """De helft, een derde, drie vierde, twee op (de) drie, 12 van onze 20."""
    word, after = text.word(place), text.word(place + 1)
    if word in {"helft", "kwart", "driekwart"}:
        return Number(FRACTION_WORDS[word], Span(place, place + 1), is_share=True)
    part = Fraction(1) if word == "een" else _simple(text, place)
    if part is None:
        return None
    # "Tegen 1 vierde" is a date nowhere, so the word after a number names its part.
    if after in FRACTION_WORDS and after != "helft":
        return Number(part * FRACTION_WORDS[after], Span(place, place + 2), is_share=True)
    has_article = text.word(place + 2) in ARTICLES
    if after != "op" and not (after == "van" and has_article):
        return None
    whole_at = place + 2 + has_article
    whole = _simple(text, whole_at) if whole_at < len(text.tokens) else None
    if not whole:
        return None
    return Number(part / whole, Span(place, whole_at + 1), is_share=True)
