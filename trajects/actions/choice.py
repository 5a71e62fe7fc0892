"""Which themes the group goes on with, and which are parked, each with the reason."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import transaction
from django.db.models import F, Q

from accounts.models import User
from scans.actions.documents import ask_document
from trajects.actions.locking import lock_for_leading
from trajects.errors import ChangedMeanwhile, ChoiceIncomplete, RoundOpen, StepNotReady
from trajects.models import Candidate, ChoiceDocument, ThemeChoice, Traject
from trajects.queries.choices import (
    choice_about,
    choice_fingerprint,
    choices_of,
    has_chosen,
    is_voting,
)
from trajects.stages import Stage


class Decided(NamedTuple):
    """Chosen, or parked, and why."""

    candidate_pk: int
    chosen: bool
    because: str


@transaction.atomic
def write_choice(
    *, traject: Traject, decided: Sequence[Decided], shown: str, by: User, at: datetime
) -> None:
    """Says something about every running candidate, and chooses at least one; what was parked and
    no longer runs stays parked. `shown` is the fingerprint of what the page showed; what is stored
    already, is right.

    Raises ChoiceIncomplete, ChangedMeanwhile, RoundOpen, NoLongerAllowed, TrajectGone.
    """
    locked = lock_for_leading(traject.pk, by)
    if is_voting(locked):
        raise RoundOpen
    candidates = choices_of(locked)
    about = {one.candidate_pk: one for one in decided}
    if all(_says(candidate, about.get(candidate.pk)) for candidate in candidates) and candidates:
        return
    if choice_fingerprint(candidates) != shown:
        raise ChangedMeanwhile
    _check(candidates, decided)
    replaced = Q(candidate__in=candidates) | Q(candidate__traject=locked, chosen=True)
    ThemeChoice.objects.filter(replaced).delete()
    ThemeChoice.objects.bulk_create(
        ThemeChoice(
            candidate=candidate,
            chosen=about[candidate.pk].chosen,
            because=about[candidate.pk].because,
            at=at,
            by=by,
        )
        for candidate in candidates
    )
    _show_in_the_room(locked)


def _show_in_the_room(traject: Traject) -> None:
    """The screens of a session that shows the choice load themselves again."""
    shown = traject.live_sessions.filter(ended_at=None, stage=Stage.CHOICE)
    shown.update(moves=F("moves") + 1)


def ask_choice_document(*, traject: Traject, by: User, at: datetime, slots: int) -> ChoiceDocument:
    """The note for who gives green light. Raises StepNotReady while nothing is chosen;
    ReportUnderWay and TooManyReports of scans."""
    if not has_chosen(traject):
        raise StepNotReady
    asked = ChoiceDocument(traject=traject, asked_at=at, asked_by=by)
    return ask_document(document=asked, slots=slots)


def _says(candidate: Candidate, decided: Decided | None) -> bool:
    """This is stored already."""
    choice = choice_about(candidate)
    if choice is None or decided is None:
        return False
    return (choice.chosen, choice.because) == (decided.chosen, decided.because)


def _check(candidates: Sequence[Candidate], decided: Sequence[Decided]) -> None:
    wanted = sorted(candidate.pk for candidate in candidates)
    if wanted != sorted(one.candidate_pk for one in decided):
        raise ChoiceIncomplete
    if not any(one.chosen for one in decided) or not all(one.because for one in decided):
        raise ChoiceIncomplete
