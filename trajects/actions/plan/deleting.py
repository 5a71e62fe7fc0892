"""An action that never went anywhere goes out of the plan."""

from django.db import transaction

from accounts.models import User
from trajects.actions.locking import lock_for_leading
from trajects.errors import ActionInUse
from trajects.models import Action


@transaction.atomic
def delete_action(*, action: Action, by: User) -> None:
    """Raises ActionInUse when something happened with it, or another action waits for it;
    NoLongerAllowed, TrajectGone. Who deletes it twice, has deleted it."""
    lock_for_leading(action.traject_id, by)
    stored = Action.objects.filter(pk=action.pk).first()
    if stored is None:
        return
    if is_in_use(stored):
        raise ActionInUse
    stored.delete()


def is_in_use(action: Action) -> bool:
    """It ended, something was told about it, a step of it is done, or another one waits for it."""
    if action.done_on or action.stopped_on:
        return True
    done = action.steps.exclude(done_on=None)
    told = (action.notes.all(), action.measurements.all(), done, action.needed_by.all())
    return any(some.exists() for some in told)
