"""Verbs in two parts: zetten … in op, stelt … op, neemt … toe."""

from trajects.smart.text import Text, words_of
from trajects.smart.verbs import Together

# What may follow the particle of a verb; before a noun it is a preposition.
BEHIND_PARTICLES = words_of("en tegen van met naar in om zodat")


def paired(text: Text, place: int, pairs: tuple[Together, ...], *, closing: bool) -> str:
    """What belongs to the verb at `place`, in its own clause; empty without. `closing`: it is a
    particle, which ends the clause or stands before another part of it."""
    for forms, other in pairs:
        if text.word(place) in forms and _stands(text, place, other.split(), closing=closing):
            return other
    return ""


def _stands(text: Text, place: int, wanted: list[str], *, closing: bool) -> bool:
    clause = text.clause_at(place)
    size = len(wanted)
    for at in range(clause.start, clause.end - size + 1):
        if list(text.words[at : at + size]) == wanted:
            after = at + size
            if not closing or after == clause.end or text.word(after) in BEHIND_PARTICLES:
                return True
    return False
