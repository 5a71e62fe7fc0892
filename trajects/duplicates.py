"""Which initiatives look like the same one, told twice. A proposal: people decide.

Two titles are compared by the groups of three signs of their words, so that "repaircafé" and
"Repair-café in de bib" find each other. A theme or department in common lowers the bar. Only titles
that share something rare are compared: the work grows with their number, not with its square.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

# From here two titles look alike by themselves, and with a theme or department in common.
ALIKE = Fraction(7, 10)
ALIKE_WITH_LABELS = Fraction(1, 2)
# What more titles than this have in common tells nothing about two of them.
COMMON = 15
EMPTY_WORDS = frozenset(
    (
        *("aan", "alle", "als", "bij", "dat", "de", "den", "der", "die", "door", "een", "en"),
        *("het", "hun", "in", "is", "met", "naar", "of", "om", "onder", "ons", "onze", "op"),
        *("over", "per", "te", "tot", "uit", "van", "via", "voor", "wij", "ze", "zijn"),
        *("a", "an", "and", "at", "by", "for", "from", "our", "the", "to", "with"),
    )
)


@dataclass(frozen=True)
class Described:
    """What an initiative is compared by."""

    pk: int
    title: str
    themes: frozenset[int] = frozenset()
    departments: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Pair:
    """`likeness` is 1 for titles of the same words. The first has the lower number."""

    first: int
    second: int
    likeness: Fraction


def likely_duplicates(
    entries: Iterable[Described], told_apart: Collection[tuple[int, int]] = ()
) -> tuple[Pair, ...]:
    """Most alike first, without those that people told apart (the lower number first). Of several
    with one and the same title each is paired with the first that it may still be."""
    apart = frozenset(told_apart)
    ordered = sorted(entries, key=lambda entry: entry.pk)
    by_title: dict[frozenset[str], list[Described]] = {}
    for entry in ordered:
        by_title.setdefault(title_words(entry.title), []).append(entry)
    pairs = [
        Pair(first, second, Fraction(1))
        for words, group in by_title.items()
        if words
        for first, second in _same_title([entry.pk for entry in group], apart)
    ]
    firsts = [group[0] for group in by_title.values()]
    pairs += [pair for pair in _alike(firsts) if (pair.first, pair.second) not in apart]
    return tuple(sorted(pairs, key=lambda pair: (-pair.likeness, pair.first, pair.second)))


def _same_title(
    numbers: Sequence[int], apart: Collection[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """In order of number; at most one pair for each but the first."""
    for place, second in enumerate(numbers):
        pairs = ((first, second) for first in numbers[:place])
        yield from islice((pair for pair in pairs if pair not in apart), 1)


def title_words(title: str) -> frozenset[str]:
    """In small letters, without accents and without the words that say nothing."""
    plain = unicodedata.normalize("NFKD", title.casefold())
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    words = frozenset(re.findall(r"\w+", letters))
    return words - EMPTY_WORDS or words


def likeness(first: Collection[str], second: Collection[str]) -> Fraction:
    """The share of their groups of three that they have in common, from 0 to 1."""
    if not first or not second:
        return Fraction(0)
    return Fraction(2 * len(set(first) & set(second)), len(first) + len(second))


def trigrams(words: Iterable[str]) -> frozenset[str]:
    padded = (f" {word} " for word in words)
    return frozenset(word[at : at + 3] for word in padded for at in range(len(word) - 2))


def _alike(entries: list[Described]) -> list[Pair]:
    signs = {entry.pk: trigrams(title_words(entry.title)) for entry in entries}
    by_pk = {entry.pk: entry for entry in entries}
    found = []
    for first, second in worth_comparing(signs):
        alike = likeness(signs[first], signs[second])
        if alike >= _bar(by_pk[first], by_pk[second]):
            found.append(Pair(first, second, alike))
    return found


def worth_comparing(signs: Mapping[int, frozenset[str]]) -> set[tuple[int, int]]:
    """Pairs of numbers that have a group of three in common that is not common to many."""
    having: dict[str, list[int]] = defaultdict(list)
    for pk, own in signs.items():
        for sign in own:
            having[sign].append(pk)
    return {
        (first, second)
        for those in having.values()
        if len(those) <= COMMON
        for place, first in enumerate(those)
        for second in those[place + 1 :]
    }


def _bar(first: Described, second: Described) -> Fraction:
    shared = first.themes & second.themes or first.departments & second.departments
    return ALIKE_WITH_LABELS if shared else ALIKE
