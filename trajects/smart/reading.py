"""All that the five checks need to know of one sentence, read once."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from trajects.smart.carriers import carriers_in, units_in
from trajects.smart.changes import Change, changes_in
from trajects.smart.clauses import Verb, verbs_in
from trajects.smart.findings import Period
from trajects.smart.moments import Moment, Role, moments_in, year_at
from trajects.smart.quantities import MONEY, Around, Purpose, Quantity, quantities_in
from trajects.smart.text import Phrases, Span, Text, read, words_of
from trajects.smart.verbs import Kind

REFERENCES = Phrases(
    *("tegenover", "ten opzichte van", "t.o.v.", "vergeleken met", "in vergelijking met"),
    *("dan in", "dan nu", "dan vandaag", "dan vorig jaar", "dan op", "dan het jaar ervoor"),
    *("sinds", "toen", "nu", "vandaag", "momenteel", "op dit moment", "startwaarde", "nulmeting"),
    *("vertrekpunt", "vertrekkend van", "basisjaar", "referentiejaar", "het niveau van"),
    *("in plaats van", "i.p.v.", "op het niveau van", "dan het", "dan de"),
)
# A reference to a time, even without a number.
TIMES = words_of("nu vandaag momenteel jaar nulmeting basisjaar referentiejaar ervoor")
STOPS = words_of("tegen uiterlijk naar tot")


@dataclass(frozen=True)
class Reading:
    """`references`: where the sentence speaks of an earlier state."""

    text: Text
    period: Period
    moments: tuple[Moment, ...]
    references: tuple[Span, ...]
    changes: tuple[Change, ...]
    quantities: tuple[Quantity, ...]
    carriers: tuple[Span, ...]
    verbs: tuple[Verb, ...]

    def quantities_for(self, purpose: Purpose) -> tuple[Quantity, ...]:
        return tuple(each for each in self.quantities if each.purpose is purpose)

    @cached_property
    def verb_at(self) -> dict[int, Verb]:
        return {verb.place: verb for verb in self.verbs}

    @cached_property
    def named(self) -> frozenset[int]:
        """Where dates, carriers and measures stand: words that name no thing of their own."""
        spans = [*self.carriers, *(moment.span for moment in self.moments)]
        spans += [each.span for each in self.quantities if each.is_percentage or each.unit in MONEY]
        return frozenset(place for span in spans for place in range(span.start, span.end))

    def has_verb(self, kind: Kind) -> bool:
        return any(verb.kind is kind for verb in self.verbs)

    @property
    def ends(self) -> tuple[Moment, ...]:
        """The dates by which something is done."""
        return tuple(
            moment
            for moment in self.moments
            if moment.role is Role.END
            and not any(moment.span.end - 1 in span for span in self.references)
        )


def read_goal(sentence: str, *, period: Period, carriers: Collection[str]) -> Reading:
    text = read(sentence)
    moments = tuple(moments_in(text, period))
    references = tuple(_references(text, moments, period))
    changes = tuple(changes_in(text))
    names = carriers_in(text, carriers)
    dates = [moment.span for moment in moments]
    return Reading(
        text=text,
        period=period,
        moments=moments,
        references=references,
        changes=changes,
        quantities=quantities_in(text, Around(dates, references, changes)),
        carriers=names,
        verbs=verbs_in(text, [*dates, *names, *units_in(text)]),
    )


def _references(text: Text, moments: tuple[Moment, ...], period: Period) -> Iterator[Span]:
    """From `tegenover` and its like to the end of the clause, or to the next deadline; and clauses
    behind the first that only date what was before: (20 procent in 2025)."""
    end = 0
    for span in REFERENCES.find(text):
        if span.start < end:
            continue
        end = _end_of_reference(text, span)
        reference = Span(span.start, end)
        if _refers(text, reference):
            yield reference
    yield from _earlier_clauses(text, moments, period)


def _end_of_reference(text: Text, span: Span) -> int:
    last = text.clause_at(span.start).end
    for place in range(span.end, last):
        if text.word(place) in STOPS or (text.word(place) == "en" and place > span.end + 1):
            return place
        if year_at(text, place):
            last = place + 1
            break
    # What stands between brackets behind it belongs to it: ten opzichte van 2024 (60 ton).
    return text.clause_at(last + 1).end if text.word(last) == "(" else last


def _refers(text: Text, reference: Span) -> bool:
    """To a number, a year or a time: `tegenover het station` refers to nothing earlier."""
    return any(
        text.word(place) in TIMES or any(sign.isdecimal() for sign in text.word(place))
        for place in range(reference.start, reference.end)
    )


def _earlier_clauses(text: Text, moments: tuple[Moment, ...], period: Period) -> Iterator[Span]:
    """Clauses beside the deadline that name a year before the plan, or between brackets a year
    before that deadline."""
    ends = {moment.span.end - 1: moment for moment in moments if moment.role is Role.END}
    deadline = max((moment.year or 0 for moment in ends.values()), default=0)
    for clause in text.clauses:
        years = [moment.year or 0 for place, moment in ends.items() if place in clause]
        is_aside = text.word(clause.start - 1) == "("
        first = deadline if is_aside else period.first
        if deadline >= period.first and years and max(years) < first:
            yield clause
