"""What the group chose and parked, and whether a page about it is still right."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256

from trajects.models import Candidate, GreenLight, ThemeChoice, Traject, VotingRound


def choices_of(traject: Traject) -> tuple[Candidate, ...]:
    """The running candidates in their order, each with its choice fetched along. One query."""
    return tuple(traject.candidates.running().select_related("choice"))


def choice_about(candidate: Candidate) -> ThemeChoice | None:
    """None while nothing is written down about it."""
    return getattr(candidate, "choice", None)


def choice_fingerprint(candidates: Sequence[Candidate]) -> str:
    """Changes when a candidate comes, goes or gets another name, and when the choice changes."""
    return sha256(json.dumps([_facts(one) for one in candidates]).encode()).hexdigest()


def _facts(candidate: Candidate) -> list[object]:
    choice = choice_about(candidate)
    written = [choice.chosen, choice.because] if choice else []
    return [candidate.pk, candidate.full_name, *written]


def has_chosen(traject: Traject) -> bool:
    """At least one theme that still runs."""
    return traject.candidates.running().filter(choice__chosen=True).exists()


def is_voting(traject: Traject) -> bool:
    """A round is open now; practice does not count."""
    return VotingRound.objects.real().still_open().filter(session__traject=traject).exists()


def newest_light(traject: Traject) -> GreenLight | None:
    """The one that counts."""
    return traject.green_lights.select_related("recorded_by").first()


def shown_of(newest: GreenLight | None) -> str:
    """Tells a page apart that was drawn before another decision came."""
    return str(newest.pk) if newest else ""
