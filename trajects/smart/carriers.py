"""Names of who carries a goal, from the organisation's own list.

`Technische dienst` is a name wherever it stands. `Aankoop`, `Personeel` or `Gebouwen` are also
things: they are a name beside `dienst`, or where somebody acts.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from trajects.smart.function_words import FUNCTION_WORDS
from trajects.smart.text import Phrases, Span, Text, read, words_of
from trajects.smart.verbs import CARRYING, DOWN, HAPPENING, IN_TWO_PARTS, KINDS, STATES, UP, Kind

UNITS = words_of(
    """
    dienst diensten afdeling team cel directie departement cluster trekker trekkers sector
    werkgroep
    """
)
# What a name ends in that can be nothing but people.
HEADS = (
    *("dienst", "directie", "team", "raad", "college", "comite", "groep", "cel", "ocmw", "cbs"),
    *("centrum", "ambtenaar", "coordinator", "directeur", "schepen", "burgemeester", "agb"),
    *("beheerder", "consulent", "leider", "medewerker", "deskundige", "adviseur", "manager"),
    *("boekhouder", "aankoper", "secretaris", "hoofd", "werker", "mat", "politie", "brandweer"),
)
IN_PARTICULAR = Phrases("iedereen", "ons bestuur", "het bestuur", "de gemeente", "wij", "we", "men")
# In de bibliotheek, van het onderwijs: where or whose, and not who.
PLACES = words_of("in bij naar aan van voor uit over rond op tot langs")
ANY = words_of("een elk elke ieder iedere alle geen andere")
WILLING = words_of("zal zullen wil willen gaat gaan laat laten")
# Answers in a field that name nobody, and nothing.
EMPTY_ANSWERS = words_of(
    """
    we wij iedereen ons allen alle iemand niemand nvt n.v.t. geen onbekend nog te bepalen tbd
    bekijken men ons bestuur ? - / . het de niet bekend later
    """
)


@dataclass(frozen=True)
class Names:
    """The list of an organisation. `firsts`: the first word of each name."""

    phrases: Phrases
    firsts: frozenset[str]


@lru_cache(maxsize=32)
def names_of(carriers: tuple[str, ...]) -> Names:
    """Read once: a page checks many goals against one list."""
    known = [words for name in carriers if (words := read(name).words)]
    return Names(
        Phrases(*(" ".join(words) for words in known)), frozenset(words[0] for words in known)
    )


def carriers_in(
    text: Text, carriers: Collection[str], *, is_list: bool = False
) -> tuple[Span, ...]:
    """Where somebody of the list is named, from left to right. In a text that only lists who
    agreed (`is_list`) every name is one."""
    names = names_of(tuple(carriers))
    spans = {
        *_full_names(text, names, is_list=is_list),
        *_beside_units(text, names),
        *_compounds(text, names),
    }
    widest = [span for span in spans if not any(_is_within(span, other) for other in spans)]
    return tuple(sorted(widest, key=lambda span: span.start))


def _is_within(span: Span, other: Span) -> bool:
    """Aankoop, of dienst aankoop."""
    return span != other and other.start <= span.start and span.end <= other.end


def nobody_in_particular(text: Text) -> Span | None:
    return next(IN_PARTICULAR.find(text), None)


def units_in(text: Text) -> Iterator[Span]:
    """Departments, on the list or not: dienst klimaat."""
    for place, word in enumerate(text.words):
        after = text.word(place + 1)
        is_named = after.isalpha() and after not in FUNCTION_WORDS and after not in KINDS
        if word in {"dienst", "afdeling", "werkgroep"} and is_named:
            yield Span(place, place + 2)


def answers(field: str) -> bool:
    """Somebody or something is filled in, and not `iedereen` or `nog te bepalen`."""
    return any(word not in EMPTY_ANSWERS and word.isalnum() for word in read(field).words)


def _full_names(text: Text, names: Names, *, is_list: bool) -> Iterator[Span]:
    for span in names.phrases.find(text):
        # Elke jeugdraad, een werkgroep: nobody in particular.
        is_any = text.word(span.start - 1) in ANY
        if is_list or (not is_any and (_has_head(text, span) or _acts(text, span))):
            yield span


def _has_head(text: Text, span: Span) -> bool:
    return any(word.endswith(HEADS) for word in text.words[span.start : span.end])


def _acts(text: Text, span: Span) -> bool:
    """Beside a verb that people do, or after `samen met` or `door`; not `de aankoop van papier`."""
    after = text.word(span.end)
    before = text.word(span.start - 1)
    if before in {"de", "het", "onze", "ons"}:
        before = text.word(span.start - 2)
    if after == "van" or before in PLACES:
        return False
    return before in UNITS or _is_done(before) or _is_done(after) or _is_with(text, before, span)


def _is_done(word: str) -> bool:
    """By people: the purchase of paper rises by itself, and a library is renovated."""
    if word in CARRYING | WILLING:
        return True
    is_active = KINDS.get(word, Kind.STATE) is not Kind.STATE or word in IN_TWO_PARTS - STATES
    return is_active and word not in UP | DOWN | HAPPENING and not word.endswith("d")


def _is_with(text: Text, before: str, span: Span) -> bool:
    together = text.word(span.start - 2) == "samen" or text.word(span.start - 3) == "samen"
    return before == "door" or (before == "met" and together)


def _beside_units(text: Text, names: Names) -> Iterator[Span]:
    """Dienst aankoop, and dienst omgeving for Omgeving en ruimtelijke ordening."""
    for place, word in enumerate(text.words):
        if word in UNITS and text.word(place + 1) in names.firsts:
            yield Span(place, place + 2)


def _compounds(text: Text, names: Names) -> Iterator[Span]:
    """Aankoopdienst, personeelsdienst, ICT-team."""
    for place, word in enumerate(text.words):
        for unit in UNITS:
            stems = {word.removesuffix(unit).rstrip("-"), word.removesuffix(f"s{unit}")}
            if word.endswith(unit) and word != unit and stems & names.firsts:
                yield Span(place, place + 1)
