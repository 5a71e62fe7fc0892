"""T: one end date or end year, inside the plan."""

from collections.abc import Iterator

from trajects.smart.findings import Draft, Finding, Found, Letter, Period, Verdict
from trajects.smart.moments import YEARLY, Moment, Role
from trajects.smart.reading import Reading


def check_deadline(reading: Reading, draft: Draft) -> Verdict:
    """The date in its field decides; without one, the sentence."""
    if draft.due_on is not None:
        return _written(draft.due_on.year, reading.period, draft.due_on.strftime("%d-%m-%Y"))
    met = [moment for moment in (*reading.ends, *_beginnings(reading)) if _fits(reading, moment)]
    if met:
        last = max(met, key=lambda moment: moment.year or 0)
        return Verdict(Letter.T, met=True, found=(_found(reading, Finding.END_DATE, last),))
    missing = tuple(dict.fromkeys(_missing(reading)))
    return Verdict(Letter.T, met=False, found=missing or (Found(Finding.NO_DATE),))


def several_dates(reading: Reading) -> tuple[Found, ...]:
    years = {moment.year for moment in reading.ends}
    if len(years) < 2:
        return ()
    return (
        Found(Finding.SEVERAL_DATES, ", ".join(str(year) for year in sorted(filter(None, years)))),
    )


def dates_differ(reading: Reading, draft: Draft) -> tuple[Found, ...]:
    """The sentence names another year than the field."""
    years = {moment.year for moment in reading.ends}
    if draft.due_on is None or not years or draft.due_on.year in years:
        return ()
    return (Found(Finding.DATES_DIFFER, reading.text.said(reading.ends[0].span)),)


def _written(year: int, period: Period, said: str) -> Verdict:
    if year in period:
        return Verdict(Letter.T, met=True, found=(Found(Finding.DATE_WRITTEN, said),))
    outside = Finding.AFTER_PLAN if year > period.last else Finding.BEFORE_PLAN
    return Verdict(Letter.T, met=False, found=(Found(outside, said),))


def _fits(reading: Reading, moment: Moment) -> bool:
    return moment.year in reading.period


def _beginnings(reading: Reading) -> tuple[Moment, ...]:
    """From a day on something is so, for good: that day is its date. What returns every year has
    no end."""
    if _is_yearly(reading):
        return ()
    return tuple(moment for moment in reading.moments if moment.role is Role.BEGIN)


def _is_yearly(reading: Reading) -> bool:
    moving = (each for each in reading.moments if each.role is Role.MOVING)
    return any(reading.text.folded(each.span) in YEARLY for each in moving)


def _missing(reading: Reading) -> Iterator[Found]:
    for moment in (*reading.ends, *_beginnings(reading)):
        year = moment.year or reading.period.first
        outside = Finding.AFTER_PLAN if year > reading.period.last else Finding.BEFORE_PLAN
        yield _found(reading, outside, moment)
    for moment in reading.moments:
        finding = _finding_of(reading, moment)
        if finding and moment not in reading.ends:
            yield _found(reading, finding, moment)


def _finding_of(reading: Reading, moment: Moment) -> Finding | None:
    if moment.role is Role.BEGIN:
        return Finding.ONLY_BEGINNING if _is_yearly(reading) else None
    return {
        Role.MOVING: Finding.MOVING_DATE,
        Role.PLAN: Finding.YEARS_OF_PLAN,
        Role.REFERENCE: Finding.YEAR_OF_START,
        Role.END: Finding.YEAR_OF_START,
    }[moment.role]


def _found(reading: Reading, finding: Finding, moment: Moment) -> Found:
    return Found(finding, reading.text.said(moment.span))
