"""What the group writes in its plan besides actions."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from accounts.models import User
from trajects.actions.locking import lock_for_leading
from trajects.entries import PlanTextEntry
from trajects.errors import ChangedMeanwhile
from trajects.models import PlanText, Traject
from trajects.queries.plan_papers import entry_in, written_in


@transaction.atomic
def write_plan_texts(
    *, traject: Traject, entry: PlanTextEntry, version: int, by: User, at: datetime
) -> PlanText | None:
    """`version` is what the page showed, 0 for nothing. What is stored already is written no second
    time; None when nothing was written and nothing is. Raises ChangedMeanwhile, NoLongerAllowed,
    TrajectGone."""
    locked = lock_for_leading(traject.pk, by)
    stored = written_in(locked)
    if entry_in(stored) == entry:
        return stored
    if (stored.version if stored else 0) != version:
        raise ChangedMeanwhile
    said = {**asdict(entry), "at": at, "by": by, "version": version + 1}
    written, _ = PlanText.objects.update_or_create(traject=locked, defaults=said)
    return written
