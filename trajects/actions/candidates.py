"""What the group chooses from: laid out, named, added, left out and brought back."""

from collections.abc import Collection
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils import translation

from accounts.models import User
from scans.models import Sdg, Theme
from trajects.actions.locking import lock_for_coordinating, lock_for_leading
from trajects.entries import CandidateEntry
from trajects.errors import (
    CandidateChosen,
    CandidateMoved,
    ChangedMeanwhile,
    RoundOpen,
    SameName,
    ThemeInUse,
    TrajectGone,
)
from trajects.labels import SDG_SHORT_NAMES
from trajects.models import Candidate, DreamPlace, Goal, ThemeChoice, Traject, VotingRound
from trajects.queries.candidates import OriginKind
from trajects.queries.parked import is_untouched, parked_before
from trajects.stages import Subject


@transaction.atomic
def start_candidates(*, traject: Traject, source: OriginKind, by: User) -> list[Candidate]:
    """One candidate for each theme, or for each SDG. Begins anew as long as nobody touched the
    list. Raises ChangedMeanwhile, NoLongerAllowed, RoundOpen, TrajectGone."""
    locked = lock_candidates(traject.pk, by)
    if not is_untouched(locked):
        raise ChangedMeanwhile
    locked.candidates.all().delete()
    return _of_themes(locked) if source == OriginKind.THEME else _of_sdgs(locked)


@transaction.atomic
def add_candidate(*, traject: Traject, entry: CandidateEntry, by: User) -> Candidate:
    """At the end, without an origin. Raises NoLongerAllowed, RoundOpen, SameName, TrajectGone."""
    locked = lock_candidates(traject.pk, by)
    check_names(locked, [entry])
    return _put_last(locked, entry)


@transaction.atomic
def change_candidate(
    *, candidate: Candidate, entry: CandidateEntry, version: int, by: User
) -> Candidate:
    """Its names and its subtheme. What is stored already, is right. Raises ChangedMeanwhile when
    `version` is not the one that is stored, NoLongerAllowed, RoundOpen, SameName, TrajectGone."""
    locked = lock_candidates(candidate.traject_id, by)
    stored = stored_candidate(candidate)
    if stored.entry == entry:
        return stored
    if stored.version != version:
        raise ChangedMeanwhile
    check_names(locked, [entry], apart_from=[stored])
    stored.name, stored.short_name = entry.name, entry.short_name
    stored.subtheme = entry.subtheme
    stored.version += 1
    stored.save(update_fields=["name", "short_name", "subtheme", "version"])
    return stored


@transaction.atomic
def leave_out_candidate(*, candidate: Candidate, because: str, by: User, at: datetime) -> Candidate:
    """The group does not choose from it; the reason is kept. Raises CandidateChosen,
    CandidateMoved, NoLongerAllowed, RoundOpen, ThemeInUse, TrajectGone."""
    lock_candidates(candidate.traject_id, by)
    stored = stored_candidate(candidate)
    check_running([stored])
    stored.left_out_at, stored.left_out_by, stored.left_out_because = at, by, because
    stored.save(update_fields=["left_out_at", "left_out_by", "left_out_because"])
    return stored


@transaction.atomic
def bring_back_candidate(*, candidate: Candidate, by: User) -> Candidate:
    """In its place, as it was before. Raises CandidateMoved, NoLongerAllowed, RoundOpen,
    TrajectGone."""
    lock_candidates(candidate.traject_id, by)
    stored = stored_candidate(candidate)
    if not stored.left_out_at:
        raise CandidateMoved
    stored.left_out_at, stored.left_out_by, stored.left_out_because = None, None, ""
    stored.save(update_fields=["left_out_at", "left_out_by", "left_out_because"])
    return stored


@transaction.atomic
def take_along(*, traject: Traject, parked: Collection[Candidate], by: User) -> list[Candidate]:
    """What earlier trajects parked goes in this one; what is in the list already, gets the link.
    Only for who coordinates: those trajects may not be those of the moderator. Raises
    NoLongerAllowed, RoundOpen, TrajectGone."""
    locked = lock_for_coordinating(traject.pk, by)
    _check_no_round(locked)
    wanted = parked_before(locked).filter(pk__in=[one.pk for one in parked])
    return [_taken(locked, before) for before in wanted.with_origins()]


def lock_candidates(traject_pk: int, by: User) -> Traject:
    """The traject, for who prepares its candidates. Nothing of them changes while a round about
    them is open: what one votes on stays what it is; a practice holds nobody up. Raises
    NoLongerAllowed, RoundOpen, TrajectGone."""
    locked = lock_for_leading(traject_pk, by)
    _check_no_round(locked)
    return locked


def stored_candidate(candidate: Candidate) -> Candidate:
    """As it is now, under the lock. Raises TrajectGone."""
    found = Candidate.objects.filter(pk=candidate.pk).first()
    if found is None:
        raise TrajectGone
    return found


def check_running(candidates: Collection[Candidate]) -> None:
    """What was chosen stays as it is. Raises CandidateChosen, CandidateMoved, ThemeInUse."""
    if not all(one.is_running for one in candidates):
        raise CandidateMoved
    check_nothing_rests(candidates)


def check_nothing_rests(candidates: Collection[Candidate]) -> None:
    """What the group goes on with stays, and so does what dream images or goals stand under, also
    when it is no longer chosen. Raises CandidateChosen, ThemeInUse."""
    if ThemeChoice.objects.filter(candidate__in=candidates, chosen=True).exists():
        raise CandidateChosen
    if DreamPlace.objects.filter(candidate__in=candidates).exists():
        raise ThemeInUse
    if Goal.objects.filter(candidate__in=candidates).exists():
        raise ThemeInUse


def check_names(
    traject: Traject, entries: Collection[CandidateEntry], apart_from: Collection[Candidate] = ()
) -> None:
    """On a ballot no two may be called the same. Raises SameName."""
    others = traject.candidates.running().exclude(pk__in=[one.pk for one in apart_from])
    taken = [one.full_name.casefold() for one in others]
    wanted = [entry.full_name.casefold() for entry in entries]
    if len(set(wanted)) < len(wanted) or set(taken).intersection(wanted):
        raise SameName


def _check_no_round(traject: Traject) -> None:
    rounds = VotingRound.objects.real().still_open().filter(session__subject=Subject.THEMES)
    if rounds.filter(session__traject=traject).exists():
        raise RoundOpen


def _of_themes(traject: Traject) -> list[Candidate]:
    themes = list(Theme.objects.all())
    entries = [CandidateEntry(theme.name, theme.short_name) for theme in themes]
    made = _laid_out(traject, entries)
    for candidate, theme in zip(made, themes, strict=True):
        candidate.themes.add(theme)
    return made


def _of_sdgs(traject: Traject) -> list[Candidate]:
    """In Dutch, as the SDGs themselves."""
    sdgs = list(Sdg.objects.all())
    with translation.override(settings.LANGUAGE_CODE):
        entries = [CandidateEntry(sdg.name, str(SDG_SHORT_NAMES[sdg.number])) for sdg in sdgs]
    made = _laid_out(traject, entries)
    for candidate, sdg in zip(made, sdgs, strict=True):
        candidate.sdgs.add(sdg)
    return made


def _laid_out(traject: Traject, entries: Collection[CandidateEntry]) -> list[Candidate]:
    return [
        made_candidate(traject, entry, position) for position, entry in enumerate(entries, start=1)
    ]


def made_candidate(
    traject: Traject, entry: CandidateEntry, position: int, **own: Candidate
) -> Candidate:
    return Candidate.objects.create(
        traject=traject,
        position=position,
        name=entry.name,
        short_name=entry.short_name,
        subtheme=entry.subtheme,
        **own,
    )


def _put_last(traject: Traject, entry: CandidateEntry, **own: Candidate) -> Candidate:
    last = traject.candidates.aggregate(last=Max("position"))["last"] or 0
    return made_candidate(traject, entry, last + 1, **own)


def _taken(traject: Traject, before: Candidate) -> Candidate:
    """The one that is called the same, or a new one with the same origins."""
    alike = traject.candidates.running().filter(parked_before=None)
    name = before.full_name.casefold()
    found = next((one for one in alike if one.full_name.casefold() == name), None)
    if found is None:
        found = _put_last(traject, before.entry, parked_before=before)
        found.themes.set(before.themes.all())
        found.sdgs.set(before.sdgs.all())
    else:
        found.parked_before = before
        found.save(update_fields=["parked_before"])
    return found
