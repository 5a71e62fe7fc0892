"""Two initiatives become one, and the other way round, without losing a word; or they stay two."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from trajects.actions.initiatives import store_entry, stored_initiative
from trajects.actions.locking import lock_for_coordinating
from trajects.entries import InitiativeEntry
from trajects.errors import CannotMerge, InitiativeDecided
from trajects.merging import Brought, Merged, merge, unmerge
from trajects.models import Initiative, ToldApart


@transaction.atomic
def merge_initiatives(*, kept: Initiative, other: Initiative, by: User, at: datetime) -> Initiative:
    """`kept` takes over what `other` says more; `other` stays as it was written, under it. Raises
    CannotMerge, NoLongerAllowed, TrajectGone."""
    lock_for_coordinating(kept.traject_id, by)
    stays, goes = stored_initiative(kept), stored_initiative(other)
    _check(stays, goes)
    entry, brought = merge(stays.entry, goes.entry)
    goes.merged_into, goes.merged_at, goes.merged_by = stays, at, by
    goes.brought = brought.stored
    goes.save()
    return _store(stays, entry, by, at)


@transaction.atomic
def unmerge_initiative(*, initiative: Initiative, by: User, at: datetime) -> Initiative:
    """Gives back what it brought, and lets it stand by itself again. Raises InitiativeDecided when
    it is merged into nothing, NoLongerAllowed, TrajectGone."""
    lock_for_coordinating(initiative.traject_id, by)
    goes = stored_initiative(initiative)
    if goes.merged_into is None:
        raise InitiativeDecided
    kept = stored_initiative(goes.merged_into)
    lying = list(kept.merged.with_labels().order_by("merged_at", "pk"))
    stack = [Merged(one.entry, Brought.of(one.brought)) for one in lying]
    number = [one.pk for one in lying].index(goes.pk)
    entry, brought = unmerge(kept.entry, stack, number)
    rest = [one for one in lying if one.pk != goes.pk]
    for one, now_brought in zip(rest, brought, strict=True):
        one.brought = now_brought.stored
    Initiative.objects.bulk_update(rest, ["brought"])
    goes.merged_into, goes.merged_at, goes.merged_by, goes.brought = None, None, None, {}
    goes.save()
    _store(kept, entry, by, at)
    return goes


@transaction.atomic
def tell_apart(*, first: Initiative, second: Initiative, by: User, at: datetime) -> ToldApart:
    """These two are not the same: they are not proposed as one again. Who was first, stays named.
    Raises CannotMerge for two that could never be one, NoLongerAllowed, TrajectGone."""
    lock_for_coordinating(first.traject_id, by)
    pair = [stored_initiative(one) for one in sorted((first, second), key=lambda one: one.pk)]
    if first.pk == second.pk or len({one.traject_id for one in pair}) > 1:
        raise CannotMerge
    told, _made = ToldApart.objects.get_or_create(
        first=pair[0], second=pair[1], defaults={"at": at, "by": by}
    )
    return told


def _check(stays: Initiative, goes: Initiative) -> None:
    """What is on the photo never disappears under something that is not."""
    both = (stays, goes)
    if stays.traject_id != goes.traject_id or stays.pk == goes.pk:
        raise CannotMerge
    if any(one.merged_into_id or one.refused_at for one in both):
        raise CannotMerge
    if goes.accepted_at and not stays.accepted_at:
        raise CannotMerge


def _store(kept: Initiative, entry: InitiativeEntry, by: User, at: datetime) -> Initiative:
    kept.version += 1
    kept.changed_by, kept.changed_at = by, at
    return store_entry(kept, entry)
