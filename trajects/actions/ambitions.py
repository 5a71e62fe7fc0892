"""The step of maturity that the group wants to reach for each chosen theme."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import transaction

from accounts.models import User
from trajects.actions.locking import lock_for_leading
from trajects.errors import ChangedMeanwhile, ThemeNotChosen
from trajects.models import ThemeAmbition, Traject
from trajects.queries.ambitions import ThemeSteps, ambition_fingerprint, theme_steps


class Wanted(NamedTuple):
    """A step and why; `step` is None while the group did not choose one."""

    candidate_pk: int
    step: int | None
    because: str = ""


@transaction.atomic
def set_ambitions(
    *, traject: Traject, steps: Sequence[Wanted], shown: str, by: User, at: datetime
) -> None:
    """Says something about every chosen theme; who wrote an ambition down, and when, stays until it
    changes. `shown` is the fingerprint of what the page showed; what is stored already, is right.

    Raises ChangedMeanwhile, NoLongerAllowed, ThemeNotChosen, TrajectGone.
    """
    locked = lock_for_leading(traject.pk, by)
    stored = theme_steps(locked)
    about = {one.candidate_pk: one for one in steps}
    changed = [one for one in stored if not _says(one, about.get(one.candidate.pk))]
    if not changed and len(about) == len(stored):
        return
    if ambition_fingerprint(stored) != shown:
        raise ChangedMeanwhile
    if set(about) != {one.candidate.pk for one in stored}:
        raise ThemeNotChosen
    for one in changed:
        _write(about[one.candidate.pk], by, at)


def _says(stored: ThemeSteps, wanted: Wanted | None) -> bool:
    """This is stored already."""
    if wanted is None:
        return False
    if stored.ambition is None:
        return wanted.step is None
    return (stored.ambition.step, stored.ambition.because) == (wanted.step, wanted.because)


def _write(wanted: Wanted, by: User, at: datetime) -> None:
    own = ThemeAmbition.objects.filter(candidate=wanted.candidate_pk)
    own.delete()
    if wanted.step is not None:
        ThemeAmbition.objects.create(
            candidate_id=wanted.candidate_pk,
            step=wanted.step,
            because=wanted.because,
            at=at,
            by=by,
        )
