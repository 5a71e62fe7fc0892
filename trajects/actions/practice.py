"""A round to practise with: invented voters who vote at random."""

from __future__ import annotations

from datetime import datetime
from random import Random

from django.db import transaction

from accounts.models import User
from trajects.actions.rounds import cast
from trajects.actions.sessions import lock_session
from trajects.errors import NoLongerAllowed, RoundOver
from trajects.models import LiveSession, Seat
from trajects.voting import new_key, options_of


@transaction.atomic
def let_invented_vote(*, session: LiveSession, by: User, at: datetime, chance: Random) -> int:
    """Every invented voter who did not vote yet; how many that were. Only in a practice session.

    Raises NoLongerAllowed, RoundOver, SessionOver, TrajectGone.
    """
    stored = lock_session(session, by)
    if not stored.is_practice:
        raise NoLongerAllowed
    running = stored.rounds.still_open().first()
    if running is None:
        raise RoundOver
    invented = Seat.objects.filter(
        roll__round=running, roll__submitted=False, user=None, token_hash="", released_at=None
    )
    voters, options = list(invented), options_of(stored.about)
    for seat in voters:
        choices = {key: chance.choice(options) for key in running.keys}
        cast(voting_round_pk=running.pk, seat=seat, key=new_key(), choices=choices, at=at)
    return len(voters)
