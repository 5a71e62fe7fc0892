"""A dream image that the group does not go on with, for a reason; and back."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from trajects.actions.dreams.standing import check_unused, standing_dream, stored_dream
from trajects.actions.locking import lock_for_leading
from trajects.errors import DreamMoved
from trajects.models import DreamImage

COLUMNS = ["left_out_at", "left_out_by", "left_out_because"]


@transaction.atomic
def leave_out_dream(*, dream: DreamImage, because: str, by: User, at: datetime) -> DreamImage:
    """The reason is kept, and so is the dream image. Raises DreamMoved, DreamUsed when a goal grows
    from it, NoLongerAllowed, TrajectGone."""
    lock_for_leading(dream.traject_id, by)
    stored = standing_dream(dream)
    check_unused([stored])
    stored.left_out_at, stored.left_out_by, stored.left_out_because = at, by, because
    stored.save(update_fields=COLUMNS)
    return stored


@transaction.atomic
def bring_back_dream(*, dream: DreamImage, by: User) -> DreamImage:
    """In its place, as it was. Raises DreamMoved, NoLongerAllowed, TrajectGone."""
    lock_for_leading(dream.traject_id, by)
    stored = stored_dream(dream)
    if not stored.left_out_at:
        raise DreamMoved
    stored.left_out_at, stored.left_out_by, stored.left_out_because = None, None, ""
    stored.save(update_fields=COLUMNS)
    return stored
