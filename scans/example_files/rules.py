"""What every example keeps to. A rule yields what breaks it: who edits in the administration reads
the same rules in words (`scans.labels.EXAMPLE_RULES`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from scans.example_files.content import (
    DAYS_OF_EFFORT,
    LONGEST,
    Example,
    Range,
    example_texts,
    sentences,
)
from scans.questionnaire_files.fields import did_you_mean
from scans.questionnaire_files.problems import repeated
from scans.questionnaire_files.taxonomy import Taxonomy

MOST_WORDS = 20
MOST_PARTNERS = 300  # characters: what the plan keeps of them
TIPS, PITFALLS = range(2, 6), range(2, 5)


@dataclass(frozen=True)
class Breach:
    """`key`: of the example; `detail`: what exactly, to be put into the sentence of the rule.
    `hint` is for who writes files."""

    key: str
    rule: str
    detail: str = ""
    hint: str = ""

    def __str__(self) -> str:
        """For who writes files."""
        return MESSAGES[self.rule].format(self.detail) + self.hint


@dataclass(frozen=True)
class Known:
    """What an example may name. `departments` by name."""

    themes: Collection[str]
    sdgs: Collection[int]
    departments: Collection[str]
    statements: Collection[str]

    @classmethod
    def of(cls, taxonomy: Taxonomy, statements: Collection[str]) -> Known:
        return cls(
            themes=[theme.code for theme in taxonomy.themes],
            sdgs=[sdg.number for sdg in taxonomy.sdgs],
            departments=[kind.name for kind in taxonomy.departments],
            statements=sorted(statements),
        )


Rule = Callable[[Example, Known], Iterator[Breach]]

MESSAGES = {
    "unknown_theme": "unknown theme `{}`",
    "code_out_of_place": "the code must be `{}` and two digits",
    "unknown_sdg": "unknown SDG {}",
    "unknown_statement": "unknown statement `{}`",
    "named_twice": "`{}` is named twice",
    "unknown_department": "unknown department `{}`",
    "effort_out_of_place": "staff days of `{}`: klein up to 5, middel 6 to 14, groot 15 or more",
    "range_goes_down": "a range goes from the lowest to the highest number, not {}",
    "no_time": "takes at least one month",
    "nothing_to_reach": "baseline and target are both {}",
    "sentence_too_long": "a sentence has more than 20 words: {}",
    "text_too_long": "the text has more than {} characters",
    "too_few_or_many": "give {} of them",
    "same_code": "the same code stands at {}",
    "shared_sentence": "another action says this too: {}",
}


def unknown_names(example: Example, known: Known) -> Iterator[Breach]:
    """Theme, SDGs, statements and the department that leads. A blank was reported already."""
    if example.theme not in known.themes:
        hint = did_you_mean(example.theme, known.themes)
        yield Breach("theme", "unknown_theme", example.theme, hint)
    for number in example.sdgs:
        if number not in known.sdgs:
            yield Breach("sdgs", "unknown_sdg", str(number))
    for code in example.helps:
        if code not in known.statements:
            yield Breach("helps", "unknown_statement", code, did_you_mean(code, known.statements))
    if example.lead_name not in known.departments:
        hint = did_you_mean(example.lead_name, known.departments)
        yield Breach("lead", "unknown_department", example.lead_name, hint)


def codes_out_of_place(example: Example, known: Known) -> Iterator[Breach]:
    """Such as actie-aankopen-03."""
    prefix = f"actie-{example.theme}-"
    if example.theme in known.themes and not re.fullmatch(
        f"{re.escape(prefix)}[0-9]{{2}}", example.code
    ):
        yield Breach("code", "code_out_of_place", prefix)


def named_twice(example: Example, known: Known) -> Iterator[Breach]:
    for key in ("sdgs", "helps", "partners"):
        named = getattr(example, key)
        for one in dict.fromkeys(one for one in named if named.count(one) > 1):
            yield Breach(key, "named_twice", str(one))


def effort_out_of_place(example: Example, known: Known) -> Iterator[Breach]:
    days = DAYS_OF_EFFORT[example.effort]
    if not (example.days.low in days and example.days.high in days):
        yield Breach("days", "effort_out_of_place", example.effort)


def ranges_that_go_down(example: Example, known: Known) -> Iterator[Breach]:
    for key in ("days", "once", "yearly", "months"):
        span: Range = getattr(example, key)
        if span.low > span.high:
            yield Breach(key, "range_goes_down", f"{span.low}–{span.high}")


def times_and_numbers(example: Example, known: Known) -> Iterator[Breach]:
    if example.months.high < 1:
        yield Breach("months", "no_time")
    if example.indicator.within_months < 1:
        yield Breach("within_months", "no_time")
    if example.indicator.baseline == example.indicator.target:
        yield Breach("target", "nothing_to_reach", str(example.indicator.target))


def sentences_too_long(example: Example, known: Known) -> Iterator[Breach]:
    for key, text in example_texts(example):
        for sentence in sentences(text):
            if len(sentence.split()) > MOST_WORDS:
                yield Breach(key, "sentence_too_long", sentence)


def texts_too_long(example: Example, known: Known) -> Iterator[Breach]:
    for key, text in example_texts(example):
        if len(text) > LONGEST[key]:
            yield Breach(key, "text_too_long", str(LONGEST[key]))
    if len(", ".join(example.partners)) > MOST_PARTNERS:
        yield Breach("partners", "text_too_long", str(MOST_PARTNERS))


def too_few_or_many(example: Example, known: Known) -> Iterator[Breach]:
    for key, allowed in (("tips", TIPS), ("pitfalls", PITFALLS)):
        if len(getattr(example, key)) not in allowed:
            yield Breach(key, "too_few_or_many", f"{allowed.start}–{allowed.stop - 1}")


RULES: tuple[Rule, ...] = (
    unknown_names,
    codes_out_of_place,
    named_twice,
    effort_out_of_place,
    ranges_that_go_down,
    times_and_numbers,
    sentences_too_long,
    texts_too_long,
    too_few_or_many,
)


def breaches(example: Example, known: Known) -> Iterator[Breach]:
    for rule in RULES:
        yield from rule(example, known)


def repeated_codes(examples: Iterable[Example]) -> Iterator[tuple[Example, Breach]]:
    for example, first in repeated(examples, lambda one: one.code):
        place = f"{first.place.file}:{first.place.line}"
        yield example, Breach("code", "same_code", place)


def shared_sentences(examples: Iterable[Example]) -> Iterator[tuple[Example, Breach]]:
    """Each sentence that an earlier example has as well, whatever its capitals and signs."""
    owners: dict[str, str] = {}
    for example in examples:
        for key, text in example_texts(example):
            for sentence in sentences(text):
                bare = " ".join(re.findall(r"\w+", sentence.casefold()))
                if owners.setdefault(bare, example.code) != example.code:
                    yield example, Breach(key, "shared_sentence", sentence)
