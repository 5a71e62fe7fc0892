"""The numbers of a sentence with their units, and what each of them is for: what one aims at, where
one starts, what it may cost, or only a part of a name."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import Enum, auto
from fractions import Fraction

from trajects.smart.changes import Change
from trajects.smart.function_words import FUNCTION_WORDS
from trajects.smart.numbers import SCALES, Number, numbers_in
from trajects.smart.text import Span, Text, words_of
from trajects.smart.verbs import KINDS

PERCENT = words_of("% procent percent pct procentpunt procentpunten")
MONEY = words_of("euro euros € eur")
TIME_OF_WORK = words_of("uur uren dag dagen vte fte voltijds halftijds voltijdse halftijdse")
SPANS_OF_TIME = words_of("jaar jaren maand maanden week weken")
TIMES = words_of("keer maal")
SIGNS = words_of("% €")
# What has a number in its name. `17 SDG's` has it in front.
NUMBERED = words_of(
    """
    sdg sdgs artikel art iso wcag norm agenda punt bijlage fase emas nr nummer route lot wet
    decreet hoofdstuk doelstelling actie doel covenant visie lijn
    """
)
COUNTED_NAMES = words_of(
    """
    sdg's sdgs sdg ontwikkelingsdoelen ontwikkelingsdoelstellingen wereldwijde p's mvoi-doelen
    klimaatdoelen werelddoelen
    """
)
LEVELS = words_of("stap niveau trede score trap")
THRESHOLDS = words_of("boven vanaf onder")
PURSES = ("budget", "budgetten", "subsidie", "subsidies", "krediet", "fonds", "middelen")
SINGLE = words_of("minstens minimaal hoogstens maximaal ongeveer ruim bijna slechts")

# 900.000 naar 1,2 miljoen needs no million for its first number.
AS_LARGE_AS_WRITTEN = 1_000


class Purpose(Enum):
    AIM = auto()
    START = auto()
    MEANS = auto()
    NAME = auto()
    LIMIT = auto()  # Bestekken boven 30.000 euro.
    WHILE = auto()  # Binnen drie jaar; jongeren tot 18 jaar.


@dataclass(frozen=True)
class Quantity:
    """`unit`: the word behind the number, or %; empty for a bare number. `span` holds both."""

    value: Fraction
    unit: str
    span: Span
    purpose: Purpose = Purpose.AIM
    is_share: bool = False
    is_paired: bool = False

    @property
    def is_percentage(self) -> bool:
        return self.is_share or self.unit in PERCENT


@dataclass(frozen=True)
class Around:
    """What is already known of the sentence: dates, and what refers to an earlier state."""

    dates: Collection[Span]
    references: Collection[Span]
    changes: Collection[Change]


def quantities_in(text: Text, around: Around) -> tuple[Quantity, ...]:
    numbers = [
        number
        for number in numbers_in(text)
        if not any(number.span.start in span for span in around.dates)
    ]
    plain = tuple(_with_unit(text, number) for number in numbers)
    meant = tuple(replace(each, purpose=_purpose(text, each, around)) for each in plain)
    return _paired(text, meant, numbers, around)


def _with_unit(text: Text, number: Number) -> Quantity:
    span = number.span
    after = text.word(span.end)
    if text.word(span.start - 1) in LEVELS:
        return Quantity(number.value, text.word(span.start - 1), Span(span.start - 1, span.end))
    if text.word(span.start - 1) == "€":
        return Quantity(number.value, "euro", Span(span.start - 1, span.end))
    if after in SIGNS or _names_a_unit(text, span.end):
        unit = "euro" if after in MONEY else "%" if after in PERCENT else after
        return Quantity(
            number.value, unit, Span(span.start, span.end + 1), is_share=number.is_share
        )
    return Quantity(number.value, "", span, is_share=number.is_share)


def _names_a_unit(text: Text, place: int) -> bool:
    word = text.word(place)
    if word in TIME_OF_WORK | SPANS_OF_TIME | TIMES:
        return True
    return word[:1].isalpha() and word not in FUNCTION_WORDS and not _is_finite(word)


def _is_finite(word: str) -> bool:
    return word in KINDS and not word.endswith("en")


def _purpose(text: Text, each: Quantity, around: Around) -> Purpose:
    if _is_name(text, each):
        return Purpose.NAME
    if any(each.span.start in span for span in around.references):
        return Purpose.START
    # An age or a while. What is done per year has another unit.
    if each.unit in SPANS_OF_TIME:
        return Purpose.WHILE
    if _is_limit(text, each, around):
        return Purpose.LIMIT
    return Purpose.MEANS if _is_means(text, each, around) else Purpose.AIM


def _is_limit(text: Text, each: Quantity, around: Around) -> bool:
    """Bestekken boven 30.000 euro; but not `daalt tot onder 30.000 euro`."""
    if each.unit != "euro" or text.word(each.span.start - 1) not in THRESHOLDS:
        return False
    return text.word(each.span.start - 2) != "tot" and not _changes_by(
        text, each.span.start, around
    )


def _is_name(text: Text, each: Quantity) -> bool:
    """SDG 12, ISO 14001; 17 SDG's, the 15 themes of a plan are not on this list."""
    return text.word(each.span.start - 1) in NUMBERED or each.unit in COUNTED_NAMES


def _is_means(text: Text, each: Quantity, around: Around) -> bool:
    """Met 15.000 euro, met een toestel van 900 euro, een budget van 3.000 euro; but not `daalt
    met 500 euro`."""
    if each.unit not in MONEY | TIME_OF_WORK:
        return False
    before = text.word(each.span.start - 1)
    if before in SINGLE:
        before = text.word(each.span.start - 2)
    earlier = set(text.words[max(0, each.span.start - 4) : each.span.start])
    if earlier & {"hiervoor", "daarvoor"} or any(word.endswith(PURSES) for word in earlier):
        return True
    is_worth = (
        before == "van" and "met" in text.words[max(0, each.span.start - 6) : each.span.start]
    )
    return is_worth or (before == "met" and not _changes_by(text, each.span.start, around))


def _changes_by(text: Text, place: int, around: Around) -> bool:
    """A verb of change stands before `met` in the same clause: daalt met 200 euro."""
    start = text.clause_at(place).start
    return any(start <= change.place < place for change in around.changes)


def _paired(
    text: Text, found: tuple[Quantity, ...], numbers: list[Number], around: Around
) -> tuple[Quantity, ...]:
    """Van 1,2 naar 0,8 miljoen vellen: a start, an aim, and one unit for both."""
    paired = list(found)
    for at in range(len(found) - 1):
        first, second = found[at], found[at + 1]
        if _is_pair(text, first, second, around):
            scale = _scale_of(text, numbers[at], numbers[at + 1])
            paired[at] = replace(
                first,
                value=first.value * scale,
                unit=first.unit or second.unit,
                purpose=Purpose.START,
                is_paired=True,
            )
            paired[at + 1] = replace(second, purpose=Purpose.AIM, is_paired=True)
    return tuple(paired)


def _is_pair(text: Text, first: Quantity, second: Quantity, around: Around) -> bool:
    before = text.word(first.span.start - 1)
    between = text.words[first.span.end : second.span.start]
    if len(between) > 4 or not ({"naar", "tot", "→"} & set(between[-2:])):
        return False
    joined = "naar" in between or "→" in between or _changes_by(text, first.span.start, around)
    return joined and (before in {"van", "vanaf", "nu"} | SINGLE or "→" in between)


def _scale_of(text: Text, first: Number, second: Number) -> int:
    """Million, when only the second number says so and the first is as small."""
    if first.is_scaled or not second.is_scaled or first.value >= AS_LARGE_AS_WRITTEN:
        return 1
    return SCALES[text.word(second.span.end - 1)]
