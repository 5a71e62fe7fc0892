"""The dates and years of a sentence, and what each of them is: an end, a beginning, the year of a
starting value, the years of a plan, or a date that moves along with the calendar."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from trajects.smart.findings import Period
from trajects.smart.numbers import value_of
from trajects.smart.text import Phrases, Span, Text, words_of

MONTHS = words_of(
    "januari februari maart april mei juni juli augustus september oktober november december"
)
SEASONS = words_of("lente voorjaar zomer herfst najaar winter")
# What may stand between a preposition and its year: `tegen het einde van de zomer van 2028`.
PARTS_OF_DATES = (
    MONTHS
    | SEASONS
    | words_of(
        """
        de het begin midden half halfweg eind einde loop jaar werkjaar schooljaar kwartaal helft
        eerste tweede derde vierde laatste van q1 q2 q3 q4 dag op ten laatste periode jaren
        tussen / - –
        """
    )
)
ENDING = words_of("tegen uiterlijk voor in tot tem op eind einde eindigt t.e.m.")
BEGINNING = words_of("vanaf na")
REFERRING = words_of("sinds tegenover vergeleken dan uit ten t.o.v. anno")
JOINING = words_of("- – — / tot en t.e.m. tem")
PLANS = ("plan", "plannen", "nota", "akkoord", "strategie", "visie", "programma", "pact", "agenda")
TERMS = ("legislatuur", "bestuursperiode", "beleidsperiode", "planperiode")

MOVING = Phrases(
    *("volgende maand", "volgende week", "volgend jaar", "volgende jaren", "volgend schooljaar"),
    *("dit jaar", "deze maand", "dit schooljaar", "deze legislatuur", "deze bestuursperiode"),
    *("op termijn", "op korte termijn", "op middellange termijn", "op lange termijn"),
    *("binnenkort", "weldra", "zo snel mogelijk", "zo spoedig mogelijk", "in de toekomst"),
    *(
        "elk jaar",
        "ieder jaar",
        "jaarlijks",
        "elke maand",
        "elk kwartaal",
        "maandelijks",
        "elk schooljaar",
    ),
    *("de komende jaren", "komend jaar", "de volgende jaren", "einde van de legislatuur"),
    *("eind van de legislatuur", "einde van de bestuursperiode", "ooit", "stilaan"),
)
YEARLY = frozenset(
    {"jaarlijks", "maandelijks", "elk jaar", "ieder jaar", "elke maand", "elk kwartaal"}
)
END_OF_PLAN = Phrases(
    *("einde van het meerjarenplan", "eind van het meerjarenplan", "einde van de planperiode"),
    *("einde van het plan", "eind van de planperiode", "laatste jaar van het meerjarenplan"),
)
SPANS_OF_TIME = words_of("jaar jaren maand maanden week weken")
YEAR = re.compile(r"(?:[0-9]{1,2}\.[0-9]{1,2}\.)?((?:199|20[0-9])[0-9])")
# Below it, a number before a plural is an amount: 2000 bomen.
FIRST_LIKELY_YEAR = 2010
UNITS_OF_NO_YEAR = words_of("euro eur % procent percent kilo kg ton kwh km m2 m² liter uur")


class Role(Enum):
    END = auto()
    BEGIN = auto()
    REFERENCE = auto()
    PLAN = auto()
    MOVING = auto()


@dataclass(frozen=True)
class Moment:
    """`year` is the last one of a range; None for what moves."""

    role: Role
    span: Span
    year: int | None = None


def moments_in(text: Text, period: Period) -> Iterator[Moment]:
    for span in END_OF_PLAN.find(text):
        yield Moment(Role.END, span, period.last)
    for span in MOVING.find(text):
        yield Moment(Role.MOVING, span)
    place = 0
    while place < len(text.tokens):
        found = _dated(text, place, period) or _dateless(text, place)
        if found:
            yield found
        place = max(found.span.end, place + 1) if found else place + 1


def year_at(text: Text, place: int) -> int | None:
    """The year that stands there by itself, or in 31.12.2028."""
    year = YEAR.fullmatch(text.word(place))
    if year is None or text.word(place + 1) in UNITS_OF_NO_YEAR:
        return None
    return int(year.group(1))


def _dated(text: Text, place: int, period: Period) -> Moment | None:
    """A year, or a range of years, with all that belongs to its date."""
    first = year_at(text, place)
    if first is None:
        return None
    last_at = _end_of_range(text, place)
    year = year_at(text, last_at) or first
    start = _start_of_date(text, place)
    before = text.word(start - 1)
    span = Span(start, _end_of_numeric_date(text, last_at))
    if last_at > place and (_names_a_plan(before) or (first, year) == (period.first, period.last)):
        return Moment(_role_of_plan(text, start), span, year)
    role = _role_of(text, start, place)
    return Moment(role, _with_preposition(text, span, role), year) if role else None


def _end_of_range(text: Text, place: int) -> int:
    """Where the last year of 2026-2031, of 2026 tot en met 2031 or of 2026 en 2031 stands."""
    after = place + 1
    while after < place + 4 and text.word(after) in JOINING | {"met"}:
        after += 1
    return after if after > place + 1 and year_at(text, after) else place


def _start_of_date(text: Text, place: int) -> int:
    start = place
    while start > 0 and _is_part_of_date(text, start - 1):
        start -= 1
    # `van 2000 naar 1500`: a bare preposition belongs to the sentence.
    while start < place and text.word(start) in {"van", "de", "het", "op", "/", "-", "–"}:
        start += 1
    return start


def _is_part_of_date(text: Text, place: int) -> bool:
    word = text.word(place)
    if word in PARTS_OF_DATES:
        return True
    after = text.word(place + 1)
    return word.isdecimal() and len(word) <= 2 and (after in MONTHS or after in {"/", "-", "–"})


def _end_of_numeric_date(text: Text, place: int) -> int:
    """2028-12-31 ends after its day."""
    end = place + 1
    while text.word(end) in {"-", "/"} and text.word(end + 1).isdecimal():
        end += 2
    return end


def _names_a_plan(word: str) -> bool:
    return word.endswith((*PLANS, *TERMS))


def _role_of_plan(text: Text, start: int) -> Role:
    """The years of a plan date nothing, unless it is the end of it."""
    before = text.words[max(0, start - 5) : start]
    return Role.END if {"eind", "einde"} & set(before) else Role.PLAN


def _role_of(text: Text, start: int, place: int) -> Role | None:
    """None for what is no date: 2000 bomen, Agenda 2030."""
    inside = set(text.words[start:place])
    before, after = text.word(start - 1), text.word(place + 1)
    if before in {"de", "het"}:
        before = text.word(start - 2)
    if not inside and _is_counted(text, place):
        return None
    if before in REFERRING or (before == "van" and after != "naar" and not inside):
        return Role.REFERENCE
    if before in BEGINNING:
        return Role.BEGIN
    if text.word(start - 2) in {"tegen", "uiterlijk"} and not _names_a_plan(before):
        return Role.END  # Tegen Pasen 2028.
    return Role.END if inside or before in ENDING | {"", "(", ","} else None


def _is_counted(text: Text, place: int) -> bool:
    """2000 bomen, and not `tegen 2030 gebruiken`."""
    year = year_at(text, place) or 0
    return year < FIRST_LIKELY_YEAR and text.word(place + 1).endswith(("en", "s"))


def _with_preposition(text: Text, span: Span, role: Role) -> Span:
    """`tegen eind 2028` reads better than `eind 2028`, in what the page says."""
    before = text.word(span.start - 1)
    takes = {"vanaf", "na"} if role is Role.BEGIN else set()
    return Span(span.start - 1, span.end) if before in takes else span


def _dateless(text: Text, place: int) -> Moment | None:
    """Binnen drie jaar; tegen 31 december, of eind december, of which year nobody knows."""
    word = text.word(place)
    if word in {"binnen", "over"} and text.word(place + 2) in SPANS_OF_TIME:
        return Moment(Role.MOVING, Span(place, place + 3))
    if word not in MONTHS or year_at(text, place + 1):
        return None
    before = text.word(place - 1)
    if value_of(before) is not None or before in {"eind", "begin", "midden", "tegen", "voor", "in"}:
        return Moment(Role.MOVING, Span(place - 1, place + 1))
    return None
