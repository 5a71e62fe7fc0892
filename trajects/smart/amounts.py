"""M: a number with a unit, of something that a colleague can count."""

from collections.abc import Iterator

from trajects.smart.findings import Draft, Finding, Found, Letter, Verdict
from trajects.smart.numbers import printed
from trajects.smart.quantities import Purpose, Quantity
from trajects.smart.reading import Reading
from trajects.smart.text import Phrases, Span, words_of
from trajects.smart.verbs import KINDS, MULTIPLYING, Kind

EVERY = words_of("alle elk elke ieder iedere alleen enkel uitsluitend geen")
AFTER_AL = words_of("onze de het deze hun haar zijn")
# Elk jaar is a rhythm; in elk geval and alle aandacht count nothing.
NO_CASES = words_of(
    """
    jaar maand week dag keer schooljaar kwartaal geval aandacht vorm manier nodige mogelijke
    opzichten samen maar
    """
)
# Words that must be defined before anybody can count.
UNDEFINED = Phrases(
    *("klimaatneutraal", "klimaatneutrale", "energieneutraal", "co2-neutraal", "klare taal"),
    *("heldere taal", "begrijpelijke taal", "eenvoudige taal", "toegankelijk", "toegankelijke"),
    *("inclusieve", "duurzaam", "klimaatbestendig", "klimaatrobuust", "circulair"),
    *("milieuvriendelijk", "milieuvriendelijke", "fietsvriendelijk", "kindvriendelijk", "gezond"),
    *("toekomstbestendig", "energiezuinig", "energiezuinige", "leefbaar", "leefbare"),
    *("kwaliteitsvol", "kwaliteitsvolle", "klantvriendelijk", "laagdrempelig", "laagdrempelige"),
)
# With one of these the sentence defines it itself: toegankelijk volgens WCAG 2.1.
DEFINERS = (
    *("volgens", "label", "labels", "norm", "normen", "keurmerk", "attest", "certificaat"),
    *("gecertificeerd", "criteria", "criterium", "checklist", "score", "getoetst", "wcag"),
)
VAGUE_AMOUNTS = Phrases(
    *("zoveel mogelijk", "zo veel mogelijk", "zo weinig mogelijk", "meer", "minder", "voldoende"),
    *("genoeg", "veel", "weinig", "enkele", "sommige", "verschillende", "diverse", "aanzienlijk"),
    *("merkbaar", "sterk", "fors", "grotendeels", "de meeste", "een aantal", "maximaal", "vaker"),
    *("regelmatig", "lager", "hoger", "extra"),
)
COMPARING = words_of("minder meer lager hoger zuiniger goedkoper korter")
# Stijgt naar 60 procent: where one wants to arrive.
LEVELLING = words_of("naar tot op onder boven voor")
COUNTS = words_of("aantal score index")
SHARES = ("aandeel", "percentage", "graad", "quote", "ratio")


def check_amount(reading: Reading, draft: Draft) -> Verdict:
    """Counted in the sentence, or in the fields for the target and its unit."""
    if draft.target is not None and draft.unit:
        written = f"{printed(draft.target)} {draft.unit}"
        return Verdict(Letter.M, met=True, found=(Found(Finding.AMOUNT_WRITTEN, written),))
    missing = tuple(dict.fromkeys(_uncounted(reading, draft)))
    counted = tuple(_counted(reading, draft))
    if counted and not any(each.finding is Finding.UNDEFINED_WORD for each in missing):
        return Verdict(Letter.M, met=True, found=counted)
    return Verdict(Letter.M, met=False, found=missing or (Found(Finding.NO_NUMBER),))


def _counted(reading: Reading, draft: Draft) -> Iterator[Found]:
    for quantity in reading.quantities_for(Purpose.AIM):
        if _fault(reading, draft, quantity) is None:
            yield Found(Finding.AMOUNT, reading.text.said(quantity.span))
    for span in _multiplied(reading):
        if _has_reference(reading, draft):
            yield Found(Finding.AMOUNT, reading.text.said(span))
    yield from _every_case(reading)


def _uncounted(reading: Reading, draft: Draft) -> Iterator[Found]:
    """What stands in the way, the most telling first."""
    yield from _undefined(reading, draft)
    for quantity in reading.quantities_for(Purpose.AIM):
        fault = _fault(reading, draft, quantity)
        if fault:
            yield Found(fault, reading.text.said(quantity.span))
    for span in _multiplied(reading):
        if not _has_reference(reading, draft):
            yield Found(Finding.NO_REFERENCE, reading.text.said(span))
    for quantity in reading.quantities_for(Purpose.NAME):
        yield Found(Finding.NUMBER_OF_NAME, reading.text.said(quantity.span))
    if not reading.quantities_for(Purpose.AIM):
        for span in VAGUE_AMOUNTS.find(reading.text):
            yield Found(Finding.VAGUE_AMOUNT, reading.text.said(span))
    if draft.target is not None:
        yield Found(Finding.NO_UNIT, printed(draft.target))


def _fault(reading: Reading, draft: Draft, quantity: Quantity) -> Finding | None:
    """Why this number is no measure."""
    if not quantity.unit and not quantity.is_share and not _is_counted(reading, quantity):
        return Finding.NO_UNIT
    if quantity.is_paired:
        return None
    if _is_relative(reading, quantity):
        return None if _has_reference(reading, draft) else Finding.NO_REFERENCE
    if quantity.is_percentage and not _is_of_something(reading, quantity):
        return Finding.PERCENTAGE_OF_WHAT
    return None


def _is_relative(reading: Reading, quantity: Quantity) -> bool:
    """30 procent lager, 200 ton papier minder, daalt met 5 procent, verminderen 30 procent."""
    text, span = reading.text, quantity.span
    clause = text.clause_at(span.start)
    behind = text.words[span.end : min(span.end + 3, clause.end)]
    if COMPARING & set(behind):
        return True
    before = text.words[clause.start : span.start]
    if text.word(span.start - 1) == "met":
        return bool(reading.changes) or any(word in COMPARING for word in before)
    is_changed = any(clause.start <= change.place < span.start for change in reading.changes)
    is_level = text.word(span.end) == "van" or text.word(span.start - 1) in LEVELLING
    return quantity.is_percentage and is_changed and not is_level


def _has_reference(reading: Reading, draft: Draft) -> bool:
    return bool(reading.references) or draft.baseline is not None


def _is_of_something(reading: Reading, quantity: Quantity) -> bool:
    """60 procent van de bestekken, voor 60 procent, stijgt naar 60 procent, het aandeel … is 60
    procent."""
    text, span = reading.text, quantity.span
    has_whole = text.word(span.end) in {"van", "uit", "op"} or quantity.is_share
    if has_whole or text.word(span.start - 1) in LEVELLING:
        return True
    return any(word.endswith(SHARES) for word in text.words)


def _is_counted(reading: Reading, quantity: Quantity) -> bool:
    """The unit stands elsewhere: het aantal fietsers stijgt naar 80; nu 12 wagens, dan zijn het
    er 40."""
    if reading.text.word(quantity.span.start - 1) == "er":
        return any(each.unit for each in reading.quantities)
    return any(word in COUNTS for word in reading.text.words)


def _multiplied(reading: Reading) -> Iterator[Span]:
    for place, word in enumerate(reading.text.words):
        if word in MULTIPLYING:
            yield Span(place, place + 1)


def _every_case(reading: Reading) -> Iterator[Found]:
    """Each case can be judged yes or no, so it counts as 100 %. Nobody can judge `stimuleren`, or
    a change of which nobody says how much."""
    words = reading.text.words
    if reading.has_verb(Kind.VAGUE) or reading.changes:
        return
    for place in range(len(words)):
        if _says_every(reading, place):
            yield Found(Finding.EVERY_CASE, reading.text.said(_every_span(reading, place)))


def _says_every(reading: Reading, place: int) -> bool:
    word, after = reading.text.word(place), reading.text.word(place + 1)
    if word == "al":
        return after in AFTER_AL
    before = reading.text.word(place - 1)
    return word in EVERY and bool(after) and after not in NO_CASES and before != "niet"


def _every_span(reading: Reading, place: int) -> Span:
    """With the next word or, after an article, two."""
    size = 3 if reading.text.word(place + 1) in AFTER_AL else 2
    return Span(place, min(place + size, len(reading.text.tokens)))


def _undefined(reading: Reading, draft: Draft) -> Iterator[Found]:
    """A word that everybody reads in another way. Going from one number to another, or an
    indicator in its field, says how it is measured."""
    is_paired = any(quantity.is_paired for quantity in reading.quantities)
    if is_paired or draft.indicator or any(word in DEFINERS for word in reading.text.words):
        return
    for span in UNDEFINED.find(reading.text):
        # Duurzaam aankopen says how.
        if reading.text.word(span.start) == "duurzaam" and reading.text.word(span.end) in KINDS:
            continue
        yield Found(Finding.UNDEFINED_WORD, reading.text.said(span))
