"""The ambition: per chosen theme the step that the scan found, and the step that is wanted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise

from reporting.geometry import Spoke
from scans.labels import STEP_NAMES
from trajects.models import Candidate, Traject
from trajects.queries.ambitions import OriginStep, ThemeSteps, ambition_fingerprint, theme_steps

# Fewer themes are no shape.
FEWEST_FOR_A_RADAR = 3


@dataclass(frozen=True)
class AmbitionRow:
    """A chosen theme; `number` stands for it in the small drawing."""

    number: int
    steps: ThemeSteps

    @property
    def candidate(self) -> Candidate:
        return self.steps.candidate

    @property
    def origins(self) -> tuple[OriginStep, ...]:
        return self.steps.origins

    @property
    def reached(self) -> int | None:
        return self.steps.reached

    @property
    def wanted(self) -> int | None:
        return self.steps.wanted

    @property
    def because(self) -> str:
        return self.steps.ambition.because if self.steps.ambition else ""

    @property
    def wanted_name(self) -> Promise | None:
        return STEP_NAMES[self.wanted] if self.wanted else None

    @property
    def is_lowest_of_several(self) -> bool:
        """Its origins stand on different steps: it counts as the lowest one."""
        return len({origin.reached for origin in self.origins}) > 1

    @property
    def is_reached_already(self) -> bool:
        """The group wants a step that the scan found already."""
        return None not in (self.reached, self.wanted) and self.reached >= self.wanted  # type: ignore[operator]


@dataclass(frozen=True)
class AmbitionPage:
    """The chosen themes in their order."""

    rows: tuple[AmbitionRow, ...]
    fingerprint: str

    @property
    def has_shape(self) -> bool:
        """Enough themes for a radar, and something to draw in it."""
        known = any(row.reached is not None or row.wanted is not None for row in self.rows)
        return known and len(self.rows) >= FEWEST_FOR_A_RADAR

    @property
    def is_written(self) -> bool:
        return any(row.wanted for row in self.rows)

    @property
    def written_at(self) -> datetime | None:
        found = (row.steps.ambition.at for row in self.rows if row.steps.ambition)
        return max(found, default=None)

    @property
    def spokes(self) -> tuple[Spoke, ...]:
        """Named, for a desk."""
        return tuple(_spokes((row.candidate.short_name, row) for row in self.rows))

    @property
    def numbered_spokes(self) -> tuple[Spoke, ...]:
        return tuple(_spokes((str(row.number), row) for row in self.rows))


def _spokes(named: Iterable[tuple[str, AmbitionRow]]) -> Iterable[Spoke]:
    return (Spoke(name, row.reached, row.wanted) for name, row in named)


def ambition_page(traject: Traject) -> AmbitionPage:
    """Six queries at most, whatever the number of themes."""
    steps = theme_steps(traject)
    rows = tuple(AmbitionRow(number, one) for number, one in enumerate(steps, start=1))
    return AmbitionPage(rows, ambition_fingerprint(steps))
