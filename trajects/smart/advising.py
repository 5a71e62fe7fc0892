"""Advice that costs no letter."""

from collections.abc import Iterator

from trajects.smart.deadlines import dates_differ, several_dates
from trajects.smart.findings import Draft, Finding, Found
from trajects.smart.grounds import has_start_value, targets_differ
from trajects.smart.numbers import printed
from trajects.smart.quantities import PERCENT
from trajects.smart.reading import Reading
from trajects.smart.results import maybe_two_goals
from trajects.smart.verbs import ONE_OFF


def advice_on(reading: Reading, draft: Draft) -> Iterator[Found]:
    yield from _single_job(reading, draft)
    yield from maybe_two_goals(reading)
    yield from _reference_without_number(reading, draft)
    yield from _bare_percentage(draft)
    yield from several_dates(reading)
    yield from dates_differ(reading, draft)
    yield from targets_differ(reading, draft)


def _single_job(reading: Reading, draft: Draft) -> Iterator[Found]:
    """Done once: replaced, built, opened. What rises or falls from a value is a goal."""
    if has_start_value(reading, draft):
        return
    for verb in reading.verbs:
        if reading.text.word(verb.place) in ONE_OFF:
            yield Found(Finding.SINGLE_JOB, verb.said)
            return


def _reference_without_number(reading: Reading, draft: Draft) -> Iterator[Found]:
    if reading.references and not has_start_value(reading, draft):
        yield Found(Finding.REFERENCE_WITHOUT_NUMBER, reading.text.said(reading.references[0]))


def _bare_percentage(draft: Draft) -> Iterator[Found]:
    """A percentage in the fields, of which nobody wrote what it is a part of."""
    is_percentage = draft.unit.casefold().strip() in PERCENT
    if draft.target is not None and is_percentage and not (draft.indicator or draft.result):
        yield Found(Finding.PERCENTAGE_OF_WHAT, f"{printed(draft.target)} {draft.unit}")
