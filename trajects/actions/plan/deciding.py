"""What was decided about the plan. Every decision is kept; the newest counts."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from accounts.models import User
from trajects.actions.locking import lock_for_leading
from trajects.entries import PlanDecisionEntry
from trajects.errors import ChangedMeanwhile, PlanEmpty
from trajects.models import PlanDecision, Traject
from trajects.queries.plan_papers import newest_plan_decision, shown_decision


@transaction.atomic
def record_plan_decision(
    *, traject: Traject, entry: PlanDecisionEntry, shown: str, by: User, at: datetime
) -> PlanDecision:
    """`shown` is `shown_decision` of the newest as the page showed it; said twice, it is kept once.
    Raises PlanEmpty, ChangedMeanwhile, NoLongerAllowed, TrajectGone."""
    locked = lock_for_leading(traject.pk, by)
    if not locked.actions.exists():
        raise PlanEmpty
    newest = newest_plan_decision(locked)
    if newest and _says(newest) == entry:
        return newest
    if shown_decision(newest) != shown:
        raise ChangedMeanwhile
    return PlanDecision.objects.create(
        traject=locked, recorded_by=by, recorded_at=at, **asdict(entry)
    )


def _says(stored: PlanDecision) -> PlanDecisionEntry:
    return PlanDecisionEntry(stored.approved, stored.decided_by, stored.decided_on, stored.remarks)
