"""R: grounds are given, a starting value or means; and the target is not where one starts."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from trajects.smart.carriers import answers
from trajects.smart.changes import UPWARDS
from trajects.smart.findings import Draft, Finding, Found, Letter, Verdict
from trajects.smart.numbers import printed
from trajects.smart.quantities import PERCENT, PURSES, Purpose, Quantity
from trajects.smart.reading import Reading
from trajects.smart.text import Span, words_of

WITH = words_of("met uit via dankzij binnen")


def check_grounds(reading: Reading, draft: Draft) -> Verdict:
    wrong = _contradiction(reading, draft)
    if wrong:
        return Verdict(Letter.R, met=False, found=(wrong,))
    grounds = (*_written(draft), *_said(reading))
    missing = (Found(Finding.NO_GROUNDS),)
    return Verdict(Letter.R, met=bool(grounds), found=grounds or missing)


def has_start_value(reading: Reading, draft: Draft) -> bool:
    return draft.baseline is not None or bool(reading.quantities_for(Purpose.START))


def targets_differ(reading: Reading, draft: Draft) -> tuple[Found, ...]:
    """The sentence names another level than the field, in the same unit."""
    if draft.target is None:
        return ()
    target = _quantity(draft.target, draft.unit)
    levels = [aim for aim in _levels(reading) if _alike(target, aim)]
    if not levels or any(aim.value == target.value for aim in levels):
        return ()
    return (Found(Finding.TARGETS_DIFFER, reading.text.said(levels[0].span)),)


def _written(draft: Draft) -> Iterator[Found]:
    if draft.baseline is not None:
        said = f"{printed(draft.baseline)} {draft.unit}".strip()
        yield Found(Finding.START_VALUE_WRITTEN, said)
    if answers(draft.means):
        yield Found(Finding.MEANS_WRITTEN, draft.means)


def _said(reading: Reading) -> Iterator[Found]:
    for quantity in reading.quantities_for(Purpose.START):
        yield Found(Finding.START_VALUE, reading.text.said(quantity.span))
    for quantity in reading.quantities_for(Purpose.MEANS):
        yield Found(Finding.MEANS, reading.text.said(quantity.span))
    yield from _purses(reading)


def _purses(reading: Reading) -> Iterator[Found]:
    """Met geld uit het klimaatbudget: a purse without an amount."""
    if "zonder" in reading.text.words:
        return
    for place, word in enumerate(reading.text.words):
        start = next((at for at in range(place - 1, place - 4, -1) if _opens(reading, at)), None)
        if word.endswith(PURSES) and start is not None:
            yield Found(Finding.MEANS, reading.text.said(Span(start, place + 1)))


def _opens(reading: Reading, place: int) -> bool:
    return reading.text.word(place) in WITH


def _contradiction(reading: Reading, draft: Draft) -> Found | None:
    pair = _start_and_aim(reading, draft)
    if pair is None:
        return None
    start, aim = pair
    numbers = (printed(aim), printed(start))
    if start == aim:
        return Found(Finding.ALREADY_REACHED, printed(aim), numbers)
    return _against_the_verb(reading, rises=aim > start, numbers=numbers)


def _against_the_verb(reading: Reading, *, rises: bool, numbers: tuple[str, str]) -> Found | None:
    """Stijgt van 60 naar 50. The first verb of change decides."""
    change = next(iter(reading.changes), None)
    if change is None or rises == (change.direction == UPWARDS):
        return None
    finding = Finding.FALLS_TO_MORE if rises else Finding.RISES_TO_LESS
    return Found(finding, change.said, numbers)


def _start_and_aim(reading: Reading, draft: Draft) -> tuple[Fraction, Fraction] | None:
    """The fields first, then the sentence; only what has the same unit can be compared."""
    if draft.baseline is not None and draft.target is not None:
        return Fraction(draft.baseline), Fraction(draft.target)
    start = _start(reading, draft)
    aims = [aim for aim in _aims(reading, draft) if start and _alike(start, aim)]
    return (start.value, aims[0].value) if start and aims else None


def _start(reading: Reading, draft: Draft) -> Quantity | None:
    if draft.baseline is not None:
        return _quantity(draft.baseline, draft.unit)
    return next(iter(reading.quantities_for(Purpose.START)), None)


def _aims(reading: Reading, draft: Draft) -> tuple[Quantity, ...]:
    if draft.target is not None:
        return (_quantity(draft.target, draft.unit),)
    return _levels(reading)


def _levels(reading: Reading) -> tuple[Quantity, ...]:
    return tuple(aim for aim in reading.quantities_for(Purpose.AIM) if _is_level(reading, aim))


def _is_level(reading: Reading, aim: Quantity) -> bool:
    """Where one wants to arrive, not how much it changes."""
    text = reading.text
    behind = {text.word(aim.span.end), text.word(aim.span.end + 1)}
    return text.word(aim.span.start - 1) != "met" and not behind & {
        "minder",
        "meer",
        "lager",
        "hoger",
    }


def _quantity(value: Decimal, unit: str) -> Quantity:
    word = unit.casefold().strip()
    return Quantity(Fraction(value), "%" if word in PERCENT else word, Span(0, 0))


def _alike(start: Quantity, aim: Quantity) -> bool:
    return start.unit == aim.unit and start.is_share == aim.is_share
