from collections import Counter
from datetime import datetime

from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from accounts.models import User
from trajects.actions.locking import lock_for_moderating
from trajects.actions.rounds.urn import end, lock_round, move, void, why_broken
from trajects.errors import RoundOver, TrajectGone
from trajects.models import Tally, VotingRound
from trajects.stages import Stage
from trajects.voting import Bag, VoidReason, options_of


@sensitive_variables()
@transaction.atomic
def close_round(*, voting_round: VotingRound, by: User, at: datetime) -> VotingRound:
    """Count the ballots, keep the counts, destroy the ballots; with fewer than the minimum, or when
    something broke, the round is void and nothing is counted. Closing again changes nothing. What
    is left of the ballots in the files is wiped afterwards (`wipe`).

    Raises NoLongerAllowed, TrajectGone.
    """
    lock_for_moderating(voting_round.session.traject_id, by)
    try:
        found, bag = lock_round(voting_round.pk)
    except RoundOver:
        return _as_stored(voting_round)
    reason = why_broken(found, at) or _too_few(found, bag)
    if reason:
        void(found, reason, at)
    else:
        _count(found, bag)
        end(found, at, closed_at=at, closed_by=by)
        move(found.session, stage=Stage.RESULT, page=1)
    return _as_stored(found)


@sensitive_variables()
@transaction.atomic
def void_round(
    *, voting_round: VotingRound, reason: VoidReason, by: User, at: datetime
) -> VotingRound:
    """Destroy the ballots of an open round, uncounted. One that ended stays as it is.

    Raises NoLongerAllowed, TrajectGone.
    """
    lock_for_moderating(voting_round.session.traject_id, by)
    try:
        found, _bag = lock_round(voting_round.pk)
    except RoundOver:
        return _as_stored(voting_round)
    void(found, reason, at)
    return _as_stored(found)


def _as_stored(voting_round: VotingRound) -> VotingRound:
    found = VotingRound.objects.select_related("session").filter(pk=voting_round.pk).first()
    if found is None:
        raise TrajectGone
    return found


def _too_few(found: VotingRound, bag: Bag) -> VoidReason | None:
    return VoidReason.TOO_FEW if len(bag) < found.minimum else None


def _count(found: VotingRound, bag: Bag) -> None:
    """For every item every option, in their order, also those that nobody chose."""
    counts = Counter(chosen for _ballot, choices in bag for chosen in choices.items())
    Tally.objects.bulk_create(
        Tally(round=found, item=item, option=option, count=counts[item, option])
        for item in found.keys
        for option in options_of(found.session.about)
    )
