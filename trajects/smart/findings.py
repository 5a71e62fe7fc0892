"""What goes into the check of a goal, and what comes out of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Letter(StrEnum):
    """In the order of the word, and of the ladder of questions."""

    S = "S"
    M = "M"
    A = "A"
    R = "R"
    T = "T"


@dataclass(frozen=True)
class Draft:
    """What is known of a goal so far. Numbers are in `unit`. Only the sentence is needed."""

    sentence: str
    result: str = ""
    indicator: str = ""
    unit: str = ""
    baseline: Decimal | None = None
    baseline_on: date | None = None
    baseline_source: str = ""
    target: Decimal | None = None
    carrier: str = ""
    support: str = ""
    means: str = ""
    due_on: date | None = None


@dataclass(frozen=True)
class Period:
    """The years of the plan, both included."""

    first: int
    last: int

    def __contains__(self, year: object) -> bool:
        return isinstance(year, int) and self.first <= year <= self.last


class Finding(StrEnum):
    """One thing that the checker saw, or did not see."""

    # S: evidence, then what is missing.
    RESULT = "result"
    RESULT_WRITTEN = "result_written"
    NOTHING_WRITTEN = "nothing_written"
    QUESTION = "question"
    VAGUE_VERB = "vague_verb"
    VAGUE_STATE = "vague_state"
    ACTIVITY = "activity"
    HEDGE = "hedge"
    TWO_GOALS = "two_goals"
    NO_RESULT = "no_result"

    # M
    AMOUNT = "amount"
    EVERY_CASE = "every_case"
    AMOUNT_WRITTEN = "amount_written"
    UNDEFINED_WORD = "undefined_word"
    NO_REFERENCE = "no_reference"
    PERCENTAGE_OF_WHAT = "percentage_of_what"
    NO_UNIT = "no_unit"
    NUMBER_OF_NAME = "number_of_name"
    VAGUE_AMOUNT = "vague_amount"
    NO_NUMBER = "no_number"

    # A
    CARRIER = "carrier"
    CARRIER_WRITTEN = "carrier_written"
    SUPPORT_WRITTEN = "support_written"
    NOBODY_IN_PARTICULAR = "nobody_in_particular"
    UNKNOWN_NAME = "unknown_name"
    NO_CARRIER = "no_carrier"

    # R
    START_VALUE = "start_value"
    MEANS = "means"
    START_VALUE_WRITTEN = "start_value_written"
    MEANS_WRITTEN = "means_written"
    ALREADY_REACHED = "already_reached"
    RISES_TO_LESS = "rises_to_less"
    FALLS_TO_MORE = "falls_to_more"
    NO_GROUNDS = "no_grounds"

    # T
    END_DATE = "end_date"
    DATE_WRITTEN = "date_written"
    AFTER_PLAN = "after_plan"
    BEFORE_PLAN = "before_plan"
    MOVING_DATE = "moving_date"
    ONLY_BEGINNING = "only_beginning"
    YEARS_OF_PLAN = "years_of_plan"
    YEAR_OF_START = "year_of_start"
    NO_DATE = "no_date"

    # Advice: it costs no letter.
    SINGLE_JOB = "single_job"
    MAYBE_TWO_GOALS = "maybe_two_goals"
    REFERENCE_WITHOUT_NUMBER = "reference_without_number"
    SEVERAL_DATES = "several_dates"
    DATES_DIFFER = "dates_differ"
    TARGETS_DIFFER = "targets_differ"


@dataclass(frozen=True)
class Found:
    """`words`: what in the sentence or the fields it is about, as it was written. `numbers`: the
    target and the starting value, where these two contradict something."""

    finding: Finding
    words: str = ""
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Verdict:
    """For a letter that is met `found` is the evidence, for the others what is missing."""

    letter: Letter
    met: bool
    found: tuple[Found, ...]


@dataclass(frozen=True)
class Smart:
    """One verdict per letter, in the order of the word. It is advice: nothing is ever refused."""

    verdicts: tuple[Verdict, ...]
    advice: tuple[Found, ...] = ()

    def __iter__(self) -> Iterator[Verdict]:
        return iter(self.verdicts)

    @property
    def code(self) -> str:
        """SM-R-: the letters that are met, a dash for each of the others."""
        return "".join(each.letter if each.met else "-" for each in self.verdicts)

    @property
    def met(self) -> tuple[Letter, ...]:
        return tuple(each.letter for each in self.verdicts if each.met)

    @property
    def missing(self) -> tuple[Letter, ...]:
        return tuple(each.letter for each in self.verdicts if not each.met)

    @property
    def is_smart(self) -> bool:
        return not self.missing
