"""A sentence for a goal, made of the answers to the questions about it. In Dutch, as the goals of
the local governments are; it is a proposal, that people rewrite."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

LONGEST = 300
MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
ARTICLES = ("de", "het", "een", "ons", "onze", "elk", "elke", "alle")
# Of a compound the last part decides: papierverbruik is "het", as verbruik is. What is one of both
# by its whole word only stands with it.
HET = (
    *("aandeel", "aantal", "percentage", "verbruik", "gebruik", "gemiddelde", "bedrag", "afval"),
    *("verzuim", "budget", "college", "team", "ocmw", "centrum", "bedrijf", "comité"),
)
HET_ALONE = ("bijzonder", "lokaal", "vast")
DE = (
    *("hoeveelheid", "uitstoot", "score", "oppervlakte", "kost", "prijs", "tijd", "raad"),
    *("gemeente", "burgemeester", "schepen", "politie", "politiezone", "brandweer", "groep"),
    *("dienst", "ambtenaar", "adviseur", "bibliotheek", "school"),
)
DE_ALONE = ("algemeen", "financieel", "lokale", "technische", "sociale", "leidende")


@dataclass(frozen=True)
class Answers:
    """What a sentence is made of; `number` writes a value down."""

    result: str
    indicator: str
    unit: str
    baseline: Decimal | None
    baseline_on: date | None
    target: Decimal | None
    carrier: str
    due_on: date | None
    number: Callable[[Decimal], str]


def compose(told: Answers) -> str:
    """Empty when there is too little to make a sentence of, or when it becomes too long."""
    if told.indicator and told.target is not None:
        sentence = _of_numbers(told, told.target)
    else:
        sentence = _of_result(told)
    return sentence if len(sentence) <= LONGEST else ""


def _of_numbers(told: Answers, target: Decimal) -> str:
    """De dienst aankoop zorgt ervoor dat het aandeel tegen 2029 stijgt van 20 naar 60 procent."""
    what = _small(_with_article(told.indicator.rstrip(".").strip()))
    due = _due(told.due_on)
    verb, change = _change(told, target)
    if told.carrier:
        who = _capital(_with_article(_line(told.carrier)))
        # "dat het stijgt van 20 naar 60", but "dat het 60 bedraagt".
        end = (verb, change) if change.startswith("van ") else (change, verb)
        return _join(who, "zorgt ervoor dat", what, due, *end) + "."
    if due:
        return _join(_capital(due), verb, what, change) + "."
    return _join(_capital(what), verb, change) + "."


def _change(told: Answers, target: Decimal) -> tuple[str, str]:
    """The verb, and from what to what."""
    wanted = _amount(told, target)
    if told.baseline is None:
        return "bedraagt", wanted
    start = _amount(told, told.baseline)
    if told.baseline == target:
        return "blijft", wanted
    verb = "stijgt" if target > told.baseline else "daalt"
    measured = f"in {told.baseline_on.year}" if told.baseline_on else ""
    return verb, _join("van", start, measured, "naar", wanted)


def _of_result(told: Answers) -> str:
    """Tegen 31 december 2029: in elk bestek staat een duurzame eis."""
    result = _line(told.result).rstrip(".")
    if not result:
        return ""
    due = _due(told.due_on)
    if told.carrier:
        who = _capital(_with_article(_line(told.carrier)))
        return _join(who, "zorgt", due, "voor dit resultaat:", _small(result)) + "."
    return f"{_capital(due)}: {_small(result)}." if due else f"{_capital(result)}."


def _amount(told: Answers, value: Decimal) -> str:
    unit = "procent" if told.unit == "%" else told.unit
    return _join(told.number(value), unit)


def _due(day: date | None) -> str:
    return f"tegen {day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""


def _with_article(words: str) -> str:
    """With "de" or "het" where we know the first word, or how it ends; as it is otherwise."""
    first = words.split(maxsplit=1)[0].casefold() if words else ""
    if first in ARTICLES:
        return _small(words)
    article = _article(first)
    return f"{article} {_small(words)}" if article else words


def _article(word: str) -> str:
    """Empty for a word that we do not know."""
    if word in HET_ALONE or word.endswith(HET):
        return "het"
    return "de" if word in DE_ALONE or word.endswith(DE) else ""


def _small(words: str) -> str:
    """An abbreviation keeps its capitals."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _line(text: str) -> str:
    return " ".join(text.split())


def _join(*parts: str) -> str:
    return " ".join(part for part in parts if part)
