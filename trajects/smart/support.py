"""A: somebody carries the goal or agreed to it, by the name of a department, function or body."""

from collections.abc import Collection, Iterator

from trajects.smart.carriers import answers, carriers_in, nobody_in_particular, units_in
from trajects.smart.findings import Draft, Finding, Found, Letter, Verdict
from trajects.smart.reading import Reading
from trajects.smart.text import Span, read


def check_support(reading: Reading, draft: Draft, carriers: Collection[str]) -> Verdict:
    """By the field for who pulls it, a known name in the one for support, or in the sentence."""
    evidence = tuple(_evidence(reading, draft, carriers))
    if evidence:
        return Verdict(Letter.A, met=True, found=evidence)
    missing = tuple(_missing(reading, draft))
    return Verdict(Letter.A, met=False, found=missing or (Found(Finding.NO_CARRIER),))


def _evidence(reading: Reading, draft: Draft, carriers: Collection[str]) -> Iterator[Found]:
    if answers(draft.carrier):
        yield Found(Finding.CARRIER_WRITTEN, draft.carrier)
    support = read(draft.support)
    for span in carriers_in(support, carriers, is_list=True):
        yield Found(Finding.SUPPORT_WRITTEN, support.said(span))
    for span in reading.carriers:
        yield Found(Finding.CARRIER, reading.text.said(span))


def _missing(reading: Reading, draft: Draft) -> Iterator[Found]:
    unknown = next(units_in(reading.text), None)
    if unknown:
        yield Found(Finding.UNKNOWN_NAME, reading.text.said(unknown))
        return
    field = read(draft.carrier)
    if field.tokens:
        yield Found(Finding.NOBODY_IN_PARTICULAR, field.said(Span(0, len(field.tokens))))
        return
    span = nobody_in_particular(reading.text)
    if span:
        yield Found(Finding.NOBODY_IN_PARTICULAR, reading.text.said(span))
