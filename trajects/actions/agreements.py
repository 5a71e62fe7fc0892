"""Who collects what by when. Who leads changes them; whose it is may also tick it off."""

from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from trajects.actions.locking import lock_for_leading, lock_traject
from trajects.errors import ChangedMeanwhile, NoLongerAllowed, TrajectGone
from trajects.models import Agreement, Participant, Traject
from trajects.queries.standing import Standing, standing_of


@transaction.atomic
def add_agreement(
    *, traject: Traject, what: str, who: Participant | None, due_on: date, by: User
) -> Agreement:
    """Raises NoLongerAllowed, TrajectGone."""
    locked = lock_for_leading(traject.pk, by)
    return Agreement.objects.create(
        traject=locked, what=what, who=_still_there(locked, who), due_on=due_on
    )


@transaction.atomic
def change_agreement(
    *,
    agreement: Agreement,
    what: str,
    who: Participant | None,
    due_on: date,
    by: User,
    shown: str = "",
) -> Agreement:
    """`shown` is `details` as the page showed it; without it nobody asks. What is stored already,
    is right. Raises ChangedMeanwhile, NoLongerAllowed, TrajectGone."""
    traject = lock_for_leading(agreement.traject_id, by)
    locked = _locked(agreement)
    before = locked.details
    locked.what = what
    locked.who = _still_there(traject, who)
    locked.due_on = due_on
    if locked.details != before and shown not in ("", before):
        raise ChangedMeanwhile
    locked.save(update_fields=["what", "who", "due_on"])
    return locked


@transaction.atomic
def tick_agreement(*, agreement: Agreement, done: bool, by: User, at: datetime) -> Agreement:
    """Done, or not done after all; said twice, the first time counts.

    Raises NoLongerAllowed, TrajectGone.
    """
    traject = lock_traject(agreement.traject_id, by=by, may=_sees)
    locked = _locked(agreement)
    is_mine = locked.who is not None and locked.who.user_id == by.pk
    if not (is_mine or standing_of(by, traject).may_lead):
        raise NoLongerAllowed
    if done != (locked.done_at is not None):
        locked.done_at = at if done else None
        locked.done_by = by if done else None
        locked.save(update_fields=["done_at", "done_by"])
    return locked


@transaction.atomic
def remove_agreement(*, agreement: Agreement, by: User) -> None:
    """Raises NoLongerAllowed, TrajectGone."""
    lock_for_leading(agreement.traject_id, by)
    _locked(agreement).delete()


def _sees(standing: Standing) -> bool:
    return standing.role is not None or standing.may_moderate


def _locked(agreement: Agreement) -> Agreement:
    found = Agreement.objects.select_related("who").filter(pk=agreement.pk).first()
    if found is None:
        raise TrajectGone
    return found


def _still_there(traject: Traject, who: Participant | None) -> Participant | None:
    """Nobody in particular, when they were removed meanwhile."""
    return traject.participants.filter(pk=who.pk).first() if who else None
