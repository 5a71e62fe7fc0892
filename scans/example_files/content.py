"""What one example action says. Equal values say the same, wherever it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from scans.questionnaire_files.problems import Placed

# Staff days of all people together in the first year.
DAYS_OF_EFFORT = {"klein": range(6), "middel": range(6, 15), "groot": range(15, 1_000)}
# The longest text of each, in characters: what a page, a row of the plan and a step can hold.
LONGEST = {
    **{"title": 160, "what": 2_000, "why": 1_000, "first_step": 200, "effort_who": 200},
    **{"cost_note": 250, "indicator": 200, "unit": 60, "how_to_measure": 500},
    **{"tips": 300, "pitfalls": 300},
}
END_OF_SENTENCE = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True)
class Range:
    """The lowest and the highest value."""

    low: int
    high: int


@dataclass(frozen=True)
class Indicator:
    """`baseline`, `target` and `within_months` are an example of how it could go."""

    name: str
    unit: str
    how_to_measure: str
    baseline: Decimal
    target: Decimal
    within_months: int


@dataclass(frozen=True)
class Example(Placed):
    """`lead` is the code of a kind of department, blank when unknown; `lead_name` as it was
    written. SDGs and statements in order. Money is in euro with VAT."""

    code: str
    theme: str
    track: str
    title: str
    what: str
    why: str
    first_step: str
    effort: str
    days: Range
    effort_who: str
    once: Range
    yearly: Range
    cost_note: str
    months: Range
    indicator: Indicator
    sdgs: tuple[int, ...]
    helps: tuple[str, ...]
    lead: str
    partners: tuple[str, ...]
    tips: tuple[str, ...]
    pitfalls: tuple[str, ...]
    lead_name: str = field(compare=False, repr=False)


def example_texts(example: Example) -> Iterator[tuple[str, str]]:
    """(key, text) of all that people read in sentences."""
    yield "title", example.title
    yield "what", example.what
    yield "why", example.why
    yield "first_step", example.first_step
    yield "effort_who", example.effort_who
    yield "cost_note", example.cost_note
    yield "indicator", example.indicator.name
    yield "how_to_measure", example.indicator.how_to_measure
    yield from (("tips", tip) for tip in example.tips)
    yield from (("pitfalls", pitfall) for pitfall in example.pitfalls)


def sentences(text: str) -> list[str]:
    return [sentence for sentence in END_OF_SENTENCE.split(text.strip()) if sentence]
