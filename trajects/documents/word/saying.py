"""How the Word file writes what a dossier holds: filters for its template."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from jinja2 import Environment

from reporting.formatting import decimal_comma, dutch_number, percent
from scans.report import ThemePart
from scans.results import ThemeLine
from trajects.dossier.actions import ActionStepPart, Measured, Reference, Remark
from trajects.dossier.dreams import Dream
from trajects.dossier.following import Decided
from trajects.dossier.process import Involved

DASH = "–"
# What XML cannot hold, and what docxtpl reads as a break of a page or a paragraph.
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class AnswerRow:
    step: int
    text: str
    answer: str


def filling() -> Environment:
    """Escapes everything and drops what XML cannot hold, whoever wrote it."""
    environment = Environment(autoescape=True, finalize=_clean)
    environment.filters.update(FILTERS)
    return environment


def _clean(value: Any) -> Any:
    if isinstance(value, str | Promise):
        return UNPRINTABLE.sub("", str(value))
    return "" if value is None else value


def day(value: date | None) -> str:
    return date_format(value, "j F Y") if value else ""


def number(value: int | None) -> str:
    return "" if value is None else dutch_number(Decimal(value))


def amount(value: int) -> str:
    """Empty for nothing."""
    return number(value) if value else ""


def comma(value: Fraction | None) -> str:
    return DASH if value is None else decimal_comma(value)


def step(value: int | None) -> str:
    return DASH if value is None else str(value)


def score(line: ThemeLine) -> str:
    return percent(line.result.score.score) if line.has_claim else _("too few answers")


def reached(line: ThemeLine) -> str:
    return step(line.result.reached if line.has_claim else None)


def answers(theme: ThemePart) -> Iterator[AnswerRow]:
    for part in theme.steps:
        for one in part.answers:
            notes = "".join(f"\n{note}" for note in one.notes)
            yield AnswerRow(part.step, f"{one.statement.text}{notes}", str(one.outcome_name))


def person(one: Involved) -> str:
    called = ", ".join(part for part in (one.name, one.office) if part) or _("a colleague")
    return called if one.number == 1 else f"{one.number}× {called}"


def dream(one: Dream) -> str:
    said = "\n".join(_points(one))
    return f"{said} ({one.by})" if one.by else said


def _points(one: Dream) -> Iterator[str]:
    for point in one.points:
        yield point.text
        yield from (f"– {below}" for below in point.points)


def ticked(one: ActionStepPart) -> str:
    if one.done_on is None:
        return one.text
    return _("%(step)s (done on %(date)s)") % {"step": one.text, "date": day(one.done_on)}


def measured(many: Iterable[Measured]) -> str:
    return "; ".join(f"{day(one.on)}: {one.words}" for one in many)


def references(many: Iterable[Reference]) -> str:
    return "; ".join(f"{one.number} {one.title}" for one in many)


def remark(one: Remark) -> str:
    said = f"{day(one.on)}: {one.text}"
    return f"{said} ({one.by})" if one.by else said


def decided(one: Decided | None) -> str:
    if one is None:
        return _("Proposal, not decided yet")
    told = {"who": one.decided_by, "date": day(one.decided_on)}
    if one.approved:
        return _("Approved by %(who)s on %(date)s") % told
    return _("Not approved by %(who)s on %(date)s") % told


FILTERS: dict[str, Callable[..., Any]] = {
    one.__name__: one
    for one in (
        *(amount, answers, comma, day, decided, dream, measured, number, person),
        *(reached, references, remark, score, step, ticked),
    )
}
