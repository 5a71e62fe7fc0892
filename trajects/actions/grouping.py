"""Candidate themes go together in one, or fall apart in several; and back, as they were."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db import transaction

from accounts.models import User
from trajects.actions.candidates import (
    check_names,
    check_nothing_rests,
    check_running,
    lock_candidates,
    made_candidate,
    stored_candidate,
)
from trajects.entries import CandidateEntry
from trajects.errors import CandidateMoved
from trajects.models import Candidate, ThemeChoice, ThemeNote, Traject

FEWEST = 2


@transaction.atomic
def group_candidates(
    *, traject: Traject, candidates: Collection[Candidate], entry: CandidateEntry, by: User
) -> Candidate:
    """One new candidate with the origins of all, in the place of the first; they lie in it as they
    were. Raises CandidateChosen, CandidateMoved for fewer than two or when one of them is not in
    the running, NoLongerAllowed, RoundOpen, SameName, ThemeInUse, TrajectGone."""
    locked = lock_candidates(traject.pk, by)
    wanted = {one.pk for one in candidates}
    members = list(locked.candidates.filter(pk__in=wanted).with_origins())
    if len(members) < max(len(wanted), FEWEST):
        raise CandidateMoved
    check_running(members)
    check_names(locked, [entry], apart_from=members)
    made = made_candidate(locked, entry, members[0].position)
    for member in members:
        _give_origins(made, member)
    _update(members, grouped_into=made)
    return made


@transaction.atomic
def ungroup_candidate(*, candidate: Candidate, by: User) -> list[Candidate]:
    """What lay in the group stands by itself again, as before; the group is gone. Notes about it,
    and why it was parked, go along with each. Raises CandidateChosen, CandidateMoved for what is no
    group (any more), NoLongerAllowed, RoundOpen, ThemeInUse, TrajectGone."""
    lock_candidates(candidate.traject_id, by)
    group = stored_candidate(candidate)
    members = list(group.grouped.all())
    if not members or not group.is_running:
        raise CandidateMoved
    check_nothing_rests([group])
    _update(members, grouped_into=None)
    _pass_on([group], members)
    group.delete()
    return members


@transaction.atomic
def split_candidate(
    *, candidate: Candidate, entries: Sequence[CandidateEntry], by: User, at: datetime
) -> list[Candidate]:
    """Two or more in its place, each with its origins. Raises CandidateChosen, CandidateMoved for
    fewer than two or for what is not in the running, NoLongerAllowed, RoundOpen, SameName,
    ThemeInUse, TrajectGone."""
    locked = lock_candidates(candidate.traject_id, by)
    whole = stored_candidate(candidate)
    if len(entries) < FEWEST:
        raise CandidateMoved
    check_running([whole])
    check_names(locked, entries, apart_from=[whole])
    _update([whole], split_at=at)
    pieces = [made_candidate(locked, entry, whole.position, split_from=whole) for entry in entries]
    for piece in pieces:
        _give_origins(piece, whole)
    return pieces


@transaction.atomic
def rejoin_candidate(*, candidate: Candidate, by: User) -> Candidate:
    """The whole again, as before, instead of its pieces; notes about them, and why they were
    parked, go along. Raises CandidateChosen, CandidateMoved for what is not split, or while one of
    the pieces is left out, split or in a group, NoLongerAllowed, RoundOpen, ThemeInUse,
    TrajectGone."""
    lock_candidates(candidate.traject_id, by)
    whole = stored_candidate(candidate)
    pieces = list(whole.pieces.all())
    if not whole.split_at or not all(piece.is_running for piece in pieces):
        raise CandidateMoved
    check_nothing_rests(pieces)
    _update([whole], split_at=None)
    _pass_on(pieces, [whole])
    for piece in pieces:
        piece.delete()
    return whole


def _give_origins(to: Candidate, of: Candidate) -> None:
    to.themes.add(*of.themes.all())
    to.sdgs.add(*of.sdgs.all())


def _update(candidates: Collection[Candidate], **values: Candidate | datetime | None) -> None:
    Candidate.objects.filter(pk__in=[one.pk for one in candidates]).update(**values)


def _pass_on(goes: Collection[Candidate], stay: Collection[Candidate]) -> None:
    """Notes about what goes are added to those about what stays; what was parked stays parked."""
    _pass_on_notes(goes, stay)
    _pass_on_parking(goes, stay)


def _pass_on_parking(goes: Collection[Candidate], stay: Collection[Candidate]) -> None:
    parked = list(ThemeChoice.objects.filter(candidate__in=goes).order_by("candidate"))
    for candidate in stay if parked else ():
        before = ThemeChoice.objects.filter(candidate=candidate).values_list("because", flat=True)
        reasons = dict.fromkeys((*before, *(choice.because for choice in parked)))
        newest = parked[-1]
        own = {"chosen": False, "because": "\n".join(reasons), "at": newest.at, "by": newest.by}
        ThemeChoice.objects.update_or_create(candidate=candidate, defaults=own)


def _pass_on_notes(goes: Collection[Candidate], stay: Collection[Candidate]) -> None:
    written = ThemeNote.objects.filter(candidate__in=goes).exclude(text="")
    notes = written.select_related("candidate").order_by("candidate__position", "candidate")
    added = [f"{note.candidate.full_name}\n{note.text}" for note in notes]
    for candidate in stay if added else ():
        note, _made = ThemeNote.objects.get_or_create(candidate=candidate)
        note.text = "\n\n".join(text for text in (note.text, *added) if text)
        note.version += 1
        note.save(update_fields=["text", "version"])
