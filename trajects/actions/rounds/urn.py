"""What is done with an open round: it begins with the lock on its urn, so that everything happens
one after the other."""

from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import F

from trajects.actions.wiping import wipe
from trajects.errors import RoundOver, RoundVoid
from trajects.models import LiveSession, Urn, VotingRound
from trajects.queries.rounds import round_state
from trajects.voting import Bag, VoidReason, broken


def lock_round(pk: int) -> tuple[VotingRound, Bag]:
    """An open round and what is in its urn; nothing when the urn is gone. The urn comes first: who
    waited for it sees the round as it is afterwards."""
    urn = Urn.objects.select_for_update().filter(pk=pk).first()
    found = VotingRound.objects.still_open().select_related("session").filter(pk=pk).first()
    if found is None:
        raise RoundOver
    return found, urn.bag if urn else []


def why_broken(found: VotingRound, at: datetime) -> VoidReason | None:
    return broken(round_state(found), opened_at=found.opened_at, at=at)


def void(found: VotingRound, reason: VoidReason, at: datetime) -> None:
    """The screens stay where they are: the group votes once more."""
    end(found, at, voided_at=at, void_reason=reason)
    move(found.session)


def end(found: VotingRound, at: datetime, **how: Any) -> None:
    VotingRound.objects.filter(pk=found.pk).update(**how)
    Urn.objects.filter(pk=found.pk).delete()
    transaction.on_commit(partial(wipe, found.pk, at), robust=True)


def move(session: LiveSession, **to: Any) -> None:
    LiveSession.objects.filter(pk=session.pk).update(moves=F("moves") + 1, **to)


def record_void(pk: int, reason: VoidReason | None, at: datetime) -> None:
    """That a round broke, by who comes across it; in a transaction of its own, because refusing
    undoes what it wrote."""
    if reason is None:
        return
    with transaction.atomic():
        found, _bag = lock_round(pk)
        void(found, reason, at)
    raise RoundVoid(reason)
