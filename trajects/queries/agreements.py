"""Who collects what by when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from accounts.models import User
from trajects.models import Agreement, Traject
from trajects.queries.standing import Standing


@dataclass(frozen=True)
class AgreementLine:
    """One agreement as this person sees it. `may_tick`: who leads, and whose it is."""

    agreement: Agreement
    is_mine: bool
    is_late: bool
    may_tick: bool


def agreement_lines(
    traject: Traject, *, user: User, standing: Standing, on: date
) -> Sequence[AgreementLine]:
    """What is open first, by date; then what is done. One query."""
    people = traject.agreements.select_related("who__user", "who__department", "done_by")
    lines = [_line(agreement, user, standing, on) for agreement in people]
    return tuple(sorted(lines, key=lambda line: line.agreement.done_at is not None))


def _line(agreement: Agreement, user: User, standing: Standing, on: date) -> AgreementLine:
    is_mine = bool(agreement.who and agreement.who.user_id == user.pk)
    return AgreementLine(
        agreement,
        is_mine=is_mine,
        is_late=agreement.done_at is None and agreement.due_on < on,
        may_tick=is_mine or standing.may_lead,
    )
