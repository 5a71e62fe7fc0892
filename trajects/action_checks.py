"""What an action still lacks: nobody can be called to account for a vague or ownerless one.

The words that make an action vague are Dutch, as the plans are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Gap(StrEnum):
    """In the order in which they are named. DRAFT: a copy of an example that nobody made their own.
    VAGUE: it may be done, or looked into. OUTSIDE: after the last year of the plan, or before its
    first."""

    DRAFT = "draft"
    VAGUE = "vague"
    NO_OWNER = "no_owner"
    NO_DEADLINE = "no_deadline"
    NO_REASON = "no_reason"
    OUTSIDE = "outside"


# After these it is open whether, or what, somebody does.
VAGUE_PHRASES = (
    *("eventueel", "indien mogelijk", "zo mogelijk", "waar mogelijk", "indien haalbaar"),
    *("als het mogelijk is", "als het kan", "misschien", "op termijn", "nadenken over"),
    *("aandacht voor", "aandacht hebben"),
    *("inzetten op", "werken aan", "streven naar", "proberen", "trachten", "bekijken of"),
    *("onderzoeken of", "nagaan of", "stimuleren", "aanmoedigen", "zo veel mogelijk"),
    *("zoveel mogelijk", "meer aandacht", "bewust omgaan", "verder bekijken", "te bepalen"),
)
_VAGUE = re.compile(
    r"(?<!\w)(" + "|".join(sorted(VAGUE_PHRASES, key=len, reverse=True)) + r")(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class ActionFacts:
    """`owners` counts those who are still there."""

    title: str
    because: str = ""
    owners: int = 0
    due_on: date | None = None
    is_draft: bool = False


def gaps_of(facts: ActionFacts, *, first_year: int, last_year: int) -> tuple[Gap, ...]:
    """The years are those of the plan, both included."""
    outside = facts.due_on is not None and not first_year <= facts.due_on.year <= last_year
    found = {
        Gap.DRAFT: facts.is_draft,
        Gap.VAGUE: bool(vague_words(facts.title)),
        Gap.NO_OWNER: facts.owners == 0,
        Gap.NO_DEADLINE: facts.due_on is None,
        Gap.NO_REASON: not facts.because.strip(),
        Gap.OUTSIDE: outside,
    }
    return tuple(gap for gap in Gap if found[gap])


def vague_words(title: str) -> tuple[str, ...]:
    """As they stand there, each once."""
    found = (match.group(1) for match in _VAGUE.finditer(title))
    return tuple(dict.fromkeys(" ".join(words.split()) for words in found))
