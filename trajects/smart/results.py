"""S: exactly one result, a state that one can see afterwards, of a named thing."""

from collections.abc import Iterator

from trajects.smart.carriers import answers
from trajects.smart.clauses import Verb
from trajects.smart.findings import Draft, Finding, Found, Letter, Verdict
from trajects.smart.function_words import FUNCTION_WORDS
from trajects.smart.numbers import FRACTION_WORDS, NUMBER_WORDS
from trajects.smart.reading import Reading
from trajects.smart.text import Span, words_of
from trajects.smart.verbs import HEDGES, VAGUE_STATES, Kind

JOINTS = words_of("en én alsook evenals ; .")
# They point back at the first goal: de dienst krijgt hiervoor 5.000 euro.
BACK = words_of("hiervoor daarvoor hieraan daaraan hiermee daarmee dit")
# What is looked into is not done yet: onderzoeken of we panelen leggen.
ASKING = words_of("of hoe waar welke wat wie wanneer waarom")
# They say how or how good, and name nothing.
ADVERBS = words_of(
    """
    lokaal digitaal ecologisch circulair duurzaam goed beter sterk snel actief bewust samen
    maximaal gericht structureel extra fors duurzamer groener leefbaarder mooier sterker
    aangenamer inclusiever bewuster verder
    """
)


def check_result(reading: Reading, draft: Draft, result: Reading) -> Verdict:
    """What people will see, from the sentence or from the field for it. Two goals or a hedge in
    the sentence are no matter of words elsewhere."""
    broken = (*_hedges(reading), *_two_goals(reading))
    unseen = tuple(_unseen(reading))
    if broken:
        return Verdict(Letter.S, met=False, found=(*broken, *unseen))
    if not unseen:
        return Verdict(Letter.S, met=True, found=(_evidence(reading),))
    if _shows_something(draft, result):
        return Verdict(Letter.S, met=True, found=(Found(Finding.RESULT_WRITTEN, draft.result),))
    return Verdict(Letter.S, met=False, found=unseen)


def maybe_two_goals(reading: Reading) -> tuple[Found, ...]:
    """Koopt en gebruikt: two verbs with one object."""
    for place, word in enumerate(reading.text.words):
        before, after = reading.verb_at.get(place - 1), reading.verb_at.get(place + 1)
        if word == "en" and before and after:
            said = reading.text.said(Span(place - 1, place + 2))
            return (Found(Finding.MAYBE_TWO_GOALS, said),)
    return ()


def _evidence(reading: Reading) -> Found:
    verb = next((verb for verb in reading.verbs if verb.kind is Kind.RESULT), reading.verbs[0])
    return Found(Finding.RESULT, verb.said)


def _unseen(reading: Reading) -> Iterator[Found]:
    if not reading.text.tokens:
        yield Found(Finding.NOTHING_WRITTEN)
        return
    if reading.text.words[-1] == "?":
        yield Found(Finding.QUESTION)
    vague = [verb for verb in reading.verbs if verb.kind is Kind.VAGUE and not _measured(reading)]
    busy = [verb for verb in reading.verbs if verb.kind is Kind.ACTIVITY]
    if vague:
        yield Found(Finding.VAGUE_VERB, vague[0].said)
    elif busy and not _done_besides(reading, busy[0]):
        yield Found(Finding.ACTIVITY, busy[0].said)
    elif not reading.verbs or not _named_things(reading):
        yield Found(Finding.NO_RESULT)
    elif reading.has_verb(Kind.STATE) and not reading.has_verb(Kind.RESULT):
        yield from _vague_states(reading)


def _done_besides(reading: Reading, busy: Verb) -> bool:
    """A result that is promised, and not the question that people are busy with."""
    words = reading.text.words
    asked = (place for place in range(busy.place, len(words)) if words[place] in ASKING)
    question = next(asked, len(words))
    results = (verb for verb in reading.verbs if verb.kind is Kind.RESULT)
    return any(verb.place < question for verb in results)


def _measured(reading: Reading) -> bool:
    """Verbeteren says what is seen once it goes from one number to another."""
    return any(quantity.is_paired for quantity in reading.quantities)


def _vague_states(reading: Reading) -> Iterator[Found]:
    for token in reading.text.tokens:
        if token.word in VAGUE_STATES:
            yield Found(Finding.VAGUE_STATE, token.text)


def _hedges(reading: Reading) -> tuple[Found, ...]:
    said = (reading.text.said(span) for span in HEDGES.find(reading.text))
    return tuple(Found(Finding.HEDGE, words) for words in said)


def _named_things(reading: Reading) -> list[int]:
    return [place for place in range(len(reading.text.tokens)) if _names_a_thing(reading, place)]


def _names_a_thing(reading: Reading, place: int) -> bool:
    token = reading.text.tokens[place]
    if not token.is_word or token.word in FUNCTION_WORDS | ADVERBS:
        return False
    is_number = token.word in NUMBER_WORDS | FRACTION_WORDS
    return not is_number and place not in reading.named and place not in reading.verb_at


def _two_goals(reading: Reading) -> tuple[Found, ...]:
    """A second verb with a thing of its own, behind `en`."""
    for place, word in enumerate(reading.text.words):
        if word in JOINTS:
            second = _second_goal(reading, place)
            if second:
                return (second,)
    return ()


def _second_goal(reading: Reading, joint: int) -> Found | None:
    end = _end_of_part(reading, joint + 1)
    verb = next((verb for verb in reading.verbs if joint < verb.place < end), None)
    if verb is None or not _promises(reading, verb, joint):
        return None
    own = [place for place in range(joint + 1, end) if _names_a_thing(reading, place)]
    shared = joint - 1 in reading.verb_at and verb.place == joint + 1
    if not own or shared:
        return None
    return Found(Finding.TWO_GOALS, reading.text.said(Span(joint, end)).strip())


def _promises(reading: Reading, verb: Verb, joint: int) -> bool:
    """Something besides the first goal, and not about it."""
    before = {each.kind for each in reading.verbs if each.place < joint}
    if not before or any(verb.place in span for span in reading.references):
        return False
    return not _points_back(reading, verb, joint) and not _completes(reading, verb, joint, before)


def _points_back(reading: Reading, verb: Verb, joint: int) -> bool:
    """`En dat is 20 procent minder`, `de dienst krijgt hiervoor tijd`, or a sentence after it that
    only says how it is now."""
    part = reading.text.words[joint + 1 : _end_of_part(reading, joint + 1)]
    is_about_it = part[0] == "dat" and verb.place == joint + 2
    is_explained = reading.text.word(joint) == "." and verb.kind is Kind.STATE
    return is_about_it or is_explained or bool(BACK & set(part))


def _completes(reading: Reading, verb: Verb, joint: int, before: set[Kind]) -> bool:
    """Hebben we fietspaden en stallingen aangelegd: one verb, in two parts."""
    is_last = verb.place + 1 == _end_of_part(reading, verb.place)
    is_open = before == {Kind.STATE} and joint - 1 not in reading.verb_at
    return is_open and is_last and verb.kind is not Kind.STATE


def _end_of_part(reading: Reading, start: int) -> int:
    return reading.text.clause_at(start).end


def _shows_something(draft: Draft, result: Reading) -> bool:
    """An answer to `what will people see?` may be a few words without a verb."""
    if not answers(draft.result) or _hedges(result):
        return False
    is_busy = result.has_verb(Kind.VAGUE) or result.has_verb(Kind.ACTIVITY)
    return not is_busy and len(_named_things(result)) > 0
