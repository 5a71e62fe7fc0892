"""What the policy makers said about the themes, or that the moderator went on without them."""

from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from trajects.actions.locking import lock_for_leading, lock_for_moderating
from trajects.errors import ChangedMeanwhile, StepNotReady
from trajects.models import Decision, GreenLight, Traject
from trajects.queries.choices import has_chosen, newest_light, shown_of


@transaction.atomic
def record_decision(
    *,
    traject: Traject,
    decision: Decision,
    decided_by: str,
    decided_on: date,
    remarks: str,
    shown: str,
    by: User,
    at: datetime,
) -> GreenLight:
    """`shown` is `newest_light` as the page showed it; said twice, it is kept once.

    Raises StepNotReady while nothing is chosen; ChangedMeanwhile, NoLongerAllowed, TrajectGone.
    """
    locked = lock_for_leading(traject.pk, by)
    said = {"decided_by": decided_by, "decided_on": decided_on, "remarks": remarks}
    return _record(locked, decision, said, shown=shown, by=by, at=at)


@transaction.atomic
def go_on_without(
    *, traject: Traject, reason: str, on: date, shown: str, by: User, at: datetime
) -> GreenLight:
    """Knowingly: only who moderates can, and the reason is kept. Raises as `record_decision`."""
    locked = lock_for_moderating(traject.pk, by)
    said = {"decided_by": "", "decided_on": on, "remarks": reason}
    return _record(locked, Decision.NOT_AWAITED, said, shown=shown, by=by, at=at)


def _record(
    traject: Traject,
    decision: Decision,
    said: dict[str, object],
    *,
    shown: str,
    by: User,
    at: datetime,
) -> GreenLight:
    if not has_chosen(traject):
        raise StepNotReady
    newest = newest_light(traject)
    if newest and _is_same(newest, decision, said):
        return newest
    if shown_of(newest) != shown:
        raise ChangedMeanwhile
    return GreenLight.objects.create(
        traject=traject, decision=decision, recorded_by=by, recorded_at=at, **said
    )


def _is_same(newest: GreenLight, decision: Decision, said: dict[str, object]) -> bool:
    return newest.decision == decision and all(
        getattr(newest, name) == value for name, value in said.items()
    )
