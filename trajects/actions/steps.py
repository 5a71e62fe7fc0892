from datetime import datetime

from django.db import transaction

from accounts.models import User
from trajects.actions.locking import lock_for_leading
from trajects.errors import StepNotReady
from trajects.models import StepCompletion, Traject
from trajects.queries.facts import facts_of
from trajects.steps import Key, may_complete, may_reopen


@transaction.atomic
def complete_step(*, traject: Traject, key: Key, by: User, at: datetime) -> None:
    """The group says that a step is done; saying it twice changes nothing.

    Raises NoLongerAllowed, StepNotReady, TrajectGone.
    """
    locked = lock_for_leading(traject.pk, by)
    facts = facts_of(locked)
    if key in facts.done:
        return
    if not may_complete(key, facts):
        raise StepNotReady
    StepCompletion.objects.create(traject=locked, step=key, at=at, by=by)


@transaction.atomic
def reopen_step(*, traject: Traject, key: Key, by: User) -> None:
    """Takes back that a step is done. Raises NoLongerAllowed, StepNotReady, TrajectGone."""
    locked = lock_for_leading(traject.pk, by)
    facts = facts_of(locked)
    if key not in facts.done:
        return
    if not may_reopen(key, facts):
        raise StepNotReady
    locked.completions.filter(step=key).delete()
