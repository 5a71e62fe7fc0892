"""A sentence as tokens, and how to look for words in it. Every reader takes one pass."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

# More than any field holds; what comes after it is not read.
LONGEST = 1_000

TOKEN = re.compile(
    r"""
    [0-9]+(?:[.,][0-9]+)*                   # 15.000 and 1,2
    | (?:[^\W\d_]\.){2,}                    # t.o.v.
    | [^\W\d_]+(?:['’‑-][^\W_]+|[0-9]+)*    # ledlampen, SDG's, CO2-uitstoot
    | [^\s]                                 # % € , ( and what nobody expected
    """,
    re.VERBOSE,
)
ENDS_OF_CLAUSES = frozenset(",;.!?()–—")


def words_of(lines: str) -> frozenset[str]:
    """A list of words, as it is easiest to read: one line after another."""
    return frozenset(lines.split())


def fold(text: str) -> str:
    """Small letters without accents, so that `Financiën` and `financien` are the same word."""
    apart = unicodedata.normalize("NFD", text.casefold().replace("’", "'").replace("‑", "-"))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


@dataclass(frozen=True)
class Token:
    """`text` as it was written, `word` folded; `start` and `end` in the source."""

    text: str
    word: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.text[:1].isalpha()

    @property
    def ends_clause(self) -> bool:
        return self.word in ENDS_OF_CLAUSES


@dataclass(frozen=True)
class Span:
    """Tokens `start` up to and without `end`."""

    start: int
    end: int

    def __contains__(self, place: object) -> bool:
        return isinstance(place, int) and self.start <= place < self.end


@dataclass(frozen=True)
class Text:
    source: str
    tokens: tuple[Token, ...]

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(token.word for token in self.tokens)

    def word(self, place: int) -> str:
        """Empty outside the text."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def said(self, span: Span) -> str:
        """What was written there, with its own capitals and spaces."""
        if span.start >= span.end:
            return ""
        return self.source[self.tokens[span.start].start : self.tokens[span.end - 1].end]

    def folded(self, span: Span) -> str:
        return " ".join(self.words[span.start : span.end])

    @cached_property
    def clauses(self) -> tuple[Span, ...]:
        """Between the signs that end a clause; a comma in a number is no such sign."""
        ends = [place for place, token in enumerate(self.tokens) if token.ends_clause]
        starts = [0, *(end + 1 for end in ends)]
        spans = (
            Span(start, end) for start, end in zip(starts, [*ends, len(self.tokens)], strict=True)
        )
        return tuple(span for span in spans if span.start < span.end)

    @cached_property
    def _clause_of(self) -> dict[int, Span]:
        return {at: clause for clause in self.clauses for at in range(clause.start, clause.end)}

    def clause_at(self, place: int) -> Span:
        """Around that token; a sign between clauses stands alone."""
        return self._clause_of.get(place, Span(place, place + 1))


def read(source: str) -> Text:
    source = unicodedata.normalize("NFC", source)[:LONGEST]
    return Text(
        source,
        tuple(
            Token(found.group(), fold(found.group()), found.start(), found.end())
            for found in TOKEN.finditer(source)
        ),
    )


class Phrases:
    """Fixed phrases, to be found word for word."""

    def __init__(self, *phrases: str) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for phrase in phrases:
            words = read(phrase).words
            self._by_first[words[0]].append(words)
        for candidates in self._by_first.values():
            candidates.sort(key=len, reverse=True)

    def at(self, text: Text, place: int) -> Span | None:
        """The longest phrase that begins there."""
        for phrase in self._by_first.get(text.word(place), ()):
            if text.words[place : place + len(phrase)] == phrase:
                return Span(place, place + len(phrase))
        return None

    def find(self, text: Text) -> Iterator[Span]:
        """From left to right; two never overlap."""
        place = 0
        while place < len(text.words):
            span = self.at(text, place)
            if span:
                yield span
            place = span.end if span else place + 1
