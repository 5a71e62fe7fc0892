"""The verbs of a sentence, without those of its side clauses: why, how, if, which."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from trajects.smart.function_words import FUNCTION_WORDS, SUBJECTS
from trajects.smart.numbers import NUMBER_WORDS
from trajects.smart.pairs import paired
from trajects.smart.text import Span, Text, words_of
from trajects.smart.verbs import (
    ACTIVITY_TOGETHER,
    ACTIVITY_WITH_PARTICLE,
    ALSO_NOUNS,
    CARRYING,
    IN_TWO_PARTS,
    KINDS,
    RESULT_TOGETHER,
    RESULT_WITH_PARTICLE,
    VAGUE_TOGETHER,
    VAGUE_WITH_PARTICLE,
    Kind,
)

PURPOSES = words_of("om door teneinde zonder")
REASONS = words_of("omdat want terwijl aangezien tenzij hoe waarom doordat hoewel zoals")
CONDITIONS = words_of("als wanneer indien")
RELATIVES = words_of("die dat waarin waarvan waarmee waarbij waarop waar")
OUTCOMES = words_of("zodat waardoor")
DETERMINERS = words_of("de het elke elk iedere ieder alle onze ons")
# Duurzame aankopen, sociale werken.
ADJECTIVES = ("ame", "jke", "ige", "sche", "ale", "euwe", "bare")
BEFORE_NOUNS = words_of("het van voor bij door tot aan in op met over naar tussen")


@dataclass(frozen=True)
class Verb:
    """`said`: the verb with what gives it its meaning: zetten in op."""

    place: int
    kind: Kind
    said: str


def verbs_in(text: Text, openings: Collection[Span]) -> tuple[Verb, ...]:
    """What the sentence promises, in its order. `openings`: dates and names, after which a Dutch
    sentence has its verb."""
    aside = frozenset(_aside(text))
    outcome = max((at for at, word in enumerate(text.words) if word in OUTCOMES), default=-1)
    found = _promised(text, openings)
    main = [verb for verb in found if verb.place not in aside]
    promised = [verb for verb in main if verb.place > outcome] or main or found
    finite = [verb for verb in promised if text.word(verb.place - 1) != "te"]
    return tuple(finite or promised)


def _promised(text: Text, openings: Collection[Span]) -> list[Verb]:
    """The verbs of the lists, or else what stands where a verb would."""
    return list(_listed(text)) or list(_seen_to(text)) or list(_by_position(text, openings))


def _aside(text: Text) -> Iterator[int]:
    for place, word in enumerate(text.words):
        clause = text.clause_at(place)
        if word in PURPOSES:
            yield from range(place, _end_of_purpose(text, place, clause))
        elif word in REASONS or (word in CONDITIONS and place == clause.start):
            yield from range(place, clause.end)
        elif word in RELATIVES and _follows_noun(text, place):
            yield from range(place, _end_of_relative(text, place, clause))


def _end_of_purpose(text: Text, place: int, clause: Span) -> int:
    """After `om … te verminderen`; nothing for `om de twee jaar`."""
    for at in range(place + 1, clause.end - 1):
        if text.word(at) == "te":
            return at + 2
    return place


def _follows_noun(text: Text, place: int) -> bool:
    before = text.word(place - 1).strip(",")
    return bool(before) and before[0].isalpha() and before not in FUNCTION_WORDS | KINDS.keys()


def _end_of_relative(text: Text, place: int, clause: Span) -> int:
    """Up to and with its verb: medewerkers die fietsen | stijgt."""
    for at in range(place + 1, clause.end):
        if text.word(at) in KINDS:
            return at + 1
    return clause.end


def _listed(text: Text) -> Iterator[Verb]:
    for place, word in enumerate(text.words):
        if word in KINDS and not _is_noun(text, place):
            yield _meant(text, place)
        elif word in IN_TWO_PARTS:
            # Zetten, gaan, houden: nothing by themselves.
            verb = _meant(text, place)
            if verb.kind is not Kind.STATE:
                yield verb


def _is_noun(text: Text, place: int) -> bool:
    word, before, after = text.word(place), text.word(place - 1), text.word(place + 1)
    if word in ALSO_NOUNS:
        return not _closes(text, place) and not {before, after} & SUBJECTS
    is_named = before in BEFORE_NOUNS or before.endswith(ADJECTIVES)
    return word.endswith("en") and is_named and KINDS[word] is not Kind.STATE


def _closes(text: Text, place: int) -> bool:
    """Bomen planten; but not 100 fietsen, or bomen en planten."""
    before = text.word(place - 1)
    is_behind_word = before.isalpha() and before not in FUNCTION_WORDS | NUMBER_WORDS.keys()
    return is_behind_word and place + 1 == text.clause_at(place).end


def _meant(text: Text, place: int) -> Verb:
    """The kind of the verb, with the words of its clause that change it."""
    word = text.word(place)
    for kind, pairs, closing in (
        (Kind.VAGUE, VAGUE_TOGETHER, False),
        (Kind.ACTIVITY, ACTIVITY_TOGETHER, False),
        (Kind.RESULT, RESULT_TOGETHER, False),
        (Kind.VAGUE, VAGUE_WITH_PARTICLE, True),
        (Kind.ACTIVITY, ACTIVITY_WITH_PARTICLE, True),
        (Kind.RESULT, RESULT_WITH_PARTICLE, True),
    ):
        other = paired(text, place, pairs, closing=closing)
        if other:
            return Verb(place, kind, f"{text.tokens[place].text} {other}")
    return Verb(place, KINDS.get(word, Kind.STATE), text.tokens[place].text)


def _seen_to(text: Text) -> Iterator[Verb]:
    """Zorgt voor douches; `zorgt ervoor dat` leaves the result to another verb."""
    for place, word in enumerate(text.words):
        if word in CARRYING and "voor" in text.words[place:]:
            yield Verb(place, Kind.RESULT, f"{text.tokens[place].text} voor")


def _by_position(text: Text, openings: Collection[Span]) -> Iterator[Verb]:
    """A verb that is on no list, where Dutch puts it: beside `we`, or after what opens the
    sentence."""
    places = {span.end for span in openings if span.start <= 2}
    # De burgemeester leest tegen …
    if text.word(0) in DETERMINERS and text.word(3) in FUNCTION_WORDS:
        places |= {2} - {at for span in openings for at in range(span.start, span.end)}
    for place, token in enumerate(text.tokens):
        if token.word in FUNCTION_WORDS or not token.is_word or len(token.word) < 3:
            continue
        beside = {text.word(place + 1)} | ({text.word(0)} if place == 1 else set())
        has_subject = token.word.endswith("n") and bool(beside & SUBJECTS)
        if has_subject or (place in places and token.word.endswith(("t", "n"))):
            yield Verb(place, Kind.RESULT, token.text)
