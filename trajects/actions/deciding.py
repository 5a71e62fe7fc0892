"""What comes in for the local photo: on it, or left out. Both can be taken back by the other."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from trajects.actions.initiatives import stored_initiative
from trajects.actions.locking import lock_for_coordinating
from trajects.errors import InitiativeChanged, InitiativeDecided
from trajects.models import Initiative


@transaction.atomic
def accept_initiative(
    *, initiative: Initiative, by: User, at: datetime, version: int | None = None
) -> Initiative:
    """Puts it on the photo. Who was first, stays named. `version` is what `by` read of it. Raises
    InitiativeChanged, InitiativeDecided for what was merged, NoLongerAllowed, TrajectGone."""
    stored = _locked(initiative, by)
    if version not in (None, stored.version):
        raise InitiativeChanged(stored)
    if not stored.accepted_at:
        stored.accepted_at, stored.accepted_by = at, by
        stored.refused_at, stored.refused_by, stored.refused_because = None, None, ""
        stored.save()
    return stored


@transaction.atomic
def refuse_initiative(
    *, initiative: Initiative, because: str, by: User, at: datetime
) -> Initiative:
    """Leaves it out, with the reason; who wrote it reads that. Raises InitiativeDecided for what
    was merged or has others merged into it, NoLongerAllowed, TrajectGone."""
    stored = _locked(initiative, by)
    if stored.merged.exists():
        raise InitiativeDecided
    if not stored.refused_at:
        stored.refused_at, stored.refused_by, stored.refused_because = at, by, because
        stored.accepted_at, stored.accepted_by = None, None
        stored.save()
    return stored


def _locked(initiative: Initiative, by: User) -> Initiative:
    lock_for_coordinating(initiative.traject_id, by)
    stored = stored_initiative(initiative)
    if stored.merged_into_id:
        raise InitiativeDecided
    return stored
