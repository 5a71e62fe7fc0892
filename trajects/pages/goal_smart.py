"""How SMART a goal is, letter by letter: what was written, and what is still to add."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from reporting.formatting import NO_BREAK_SPACE, dutch_number
from trajects.entries import GoalEntry
from trajects.models import Goal, Traject
from trajects.queries.carriers import carriers_of
from trajects.smart import Draft, Letter, Period, Smart, Verdict, check
from trajects.smart_words import HEADLINES, LETTER_NAMES, LETTER_QUESTIONS, LIMITS, say

# Where the form asks for what a letter misses.
FIELDS = {
    Letter.S: "result",
    Letter.M: "indicator",
    Letter.A: "carrier",
    Letter.R: "baseline",
    Letter.T: "due_on",
}
# A share is written without a space that could break: "18 %".
SIGNS = ("%", "‰", "°C", "€")


@dataclass(frozen=True)
class SmartLine:
    """One of the five. `written`: what the fields say; `found`: what the checker read, in words:
    for a letter that is not met what to add. `field`: where the form asks for it."""

    letter: str
    name: str | Promise
    question: str | Promise
    written: tuple[str, ...]
    found: tuple[str, ...]
    is_met: bool
    field: str


@dataclass(frozen=True)
class SmartPanel:
    """`advice` is no letter: something to think about."""

    smart: Smart
    lines: tuple[SmartLine, ...]
    advice: tuple[str, ...]

    @property
    def code(self) -> str:
        return self.smart.code

    @property
    def met(self) -> int:
        return sum(line.is_met for line in self.lines)

    @property
    def headline(self) -> str:
        return str(HEADLINES[self.met])

    @property
    def limits(self) -> str:
        """What such a look cannot see."""
        return str(LIMITS)

    @property
    def missing(self) -> tuple[SmartLine, ...]:
        return tuple(line for line in self.lines if not line.is_met)

    @property
    def first_missing(self) -> SmartLine | None:
        """The one whose button stands out."""
        return next(iter(self.missing), None)

    @property
    def label(self) -> str:
        """The drawing, in words."""
        if not self.missing:
            return _("SMART: all 5 in order")
        letters = ", ".join(line.letter for line in self.missing)
        said = _("SMART: %(number)s of 5 in order; still to add: %(letters)s")
        return said % {"number": self.met, "letters": letters}


def period_of(traject: Traject) -> Period:
    return Period(traject.plan_from, traject.plan_to)


def smart_of(goal: Goal, carriers: Collection[str], period: Period) -> SmartPanel:
    """Of what is stored. No query."""
    return panel_of(draft_of(goal), carriers, period)


def number_smart(traject: Traject) -> int:
    """How many of the goals on their feet meet all five. Three queries."""
    carriers, period = carriers_of(traject), period_of(traject)
    drafts = [draft_of(goal) for goal in traject.goals.standing()]
    return sum(check(draft, period=period, carriers=carriers).is_smart for draft in drafts)


def panel_of(draft: Draft, carriers: Collection[str], period: Period) -> SmartPanel:
    smart = check(draft, period=period, carriers=carriers)
    lines = tuple(_line(verdict, draft) for verdict in smart.verdicts)
    return SmartPanel(smart, lines, tuple(str(say(found)) for found in smart.advice))


def draft_of(goal: Goal | GoalEntry) -> Draft:
    """What counts for the five letters."""
    return Draft(
        sentence=goal.sentence,
        result=goal.result,
        indicator=goal.indicator,
        unit=goal.unit,
        baseline=goal.baseline,
        baseline_on=goal.baseline_on,
        baseline_source=goal.baseline_source,
        target=goal.target,
        carrier=goal.carrier,
        support=goal.support,
        means=goal.means,
        due_on=goal.due_on,
    )


def amount(value: Decimal | None, unit: str) -> str:
    """With its unit: "18 %", "1.200 vellen"; empty without a value."""
    if value is None:
        return ""
    space = NO_BREAK_SPACE if unit in SIGNS else " "
    return f"{dutch_number(value)}{space}{unit}" if unit else dutch_number(value)


def _line(verdict: Verdict, draft: Draft) -> SmartLine:
    letter = verdict.letter
    return SmartLine(
        letter=letter.value,
        name=LETTER_NAMES[letter],
        question=LETTER_QUESTIONS[letter],
        written=tuple(text for text in _written(letter, draft) if text),
        found=tuple(str(say(found)) for found in verdict.found),
        is_met=verdict.met,
        field=FIELDS[letter],
    )


def _written(letter: Letter, draft: Draft) -> tuple[str, ...]:
    """Each on a line of its own."""
    if letter == Letter.S:
        return (draft.result,)
    if letter == Letter.M:
        return draft.indicator, _from_to(draft)
    if letter == Letter.A:
        return draft.carrier, draft.support
    if letter == Letter.R:
        return draft.means, _measured(draft)
    return (_day(draft.due_on),)


def _from_to(draft: Draft) -> str:
    start, target = amount(draft.baseline, draft.unit), amount(draft.target, draft.unit)
    if start and target:
        return _("From %(start)s to %(target)s.") % {"start": start, "target": target}
    if target:
        return _("Target: %(target)s.") % {"target": target}
    return _("Start: %(start)s.") % {"start": start} if start else ""


def _measured(draft: Draft) -> str:
    start = amount(draft.baseline, draft.unit)
    if not start:
        return ""
    told = [start, _day(draft.baseline_on), draft.baseline_source]
    return _("Starting value: %(told)s.") % {"told": ", ".join(part for part in told if part)}


def _day(day: date | None) -> str:
    return date_format(day, "j F Y") if day else ""
