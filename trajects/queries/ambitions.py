"""Per chosen theme the step that the scan found for it, and the step that the group wants."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from trajects.models import Candidate, ThemeAmbition, Traject
from trajects.queries.candidates import CandidateFacts, OriginFacts, OriginKind, facts_about


@dataclass(frozen=True)
class OriginStep:
    """A theme of the scan that a chosen theme came from; an SDG counts as the themes that it
    touches. `reached` is None without a finished scan, or when too few answered."""

    number: int
    code: str
    name: str
    short_name: str
    reached: int | None


@dataclass(frozen=True)
class ThemeSteps:
    """A chosen theme. `origins` by number, none for what the group thought up itself."""

    candidate: Candidate
    origins: tuple[OriginStep, ...]
    ambition: ThemeAmbition | None

    @property
    def reached(self) -> int | None:
        """The lowest step of its origins: what is reached everywhere. None when none is known."""
        known = [origin.reached for origin in self.origins if origin.reached is not None]
        return min(known, default=None)

    @property
    def wanted(self) -> int | None:
        return self.ambition.step if self.ambition else None


def theme_steps(traject: Traject) -> tuple[ThemeSteps, ...]:
    """The chosen themes in their order. Five queries at most, and one more with an SDG among the
    origins."""
    chosen = traject.candidates.running().filter(choice__chosen=True)
    candidates = list(chosen.select_related("ambition"))
    return tuple(_steps(found) for found in facts_about(traject, candidates))


def ambition_fingerprint(steps: Iterable[ThemeSteps]) -> str:
    """Changes when a theme comes, goes or gets another name, and when an ambition changes."""
    return sha256(json.dumps([_said(one) for one in steps]).encode()).hexdigest()


def _said(one: ThemeSteps) -> list[object]:
    written = [one.ambition.step, one.ambition.because] if one.ambition else []
    return [one.candidate.pk, one.candidate.full_name, *written]


def _steps(found: CandidateFacts) -> ThemeSteps:
    origins: dict[int, OriginFacts] = {}
    for origin in found.origins:
        themes = origin.touching if origin.kind == OriginKind.SDG else (origin,)
        origins.update((theme.number, theme) for theme in themes)
    in_order = tuple(_origin(origins[number]) for number in sorted(origins))
    return ThemeSteps(found.candidate, in_order, getattr(found.candidate, "ambition", None))


def _origin(facts: OriginFacts) -> OriginStep:
    reached = facts.result.reached if facts.result else None
    return OriginStep(facts.number, facts.code, facts.name, facts.short_name, reached)
