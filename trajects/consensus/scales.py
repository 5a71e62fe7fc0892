"""Questions on a scale of 1 to 5, such as those of the start measurement.

Only counts and the median: five words in order have no distance, so no mean, and no word for the
agreement of a group that only looks at where it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from trajects.consensus.medians import Median, median_of

SCALE = range(1, 6)


@dataclass(frozen=True)
class ScaleSummary:
    """`counts` has every value of the scale; `median` is the low and the high middle."""

    counts: Mapping[int, int]
    n: int
    median: Median | None


def scale_summary(counts: Mapping[int, int]) -> ScaleSummary:
    """From the answers per value, 1 to 5; who has no opinion is not passed in."""
    for value, answers in counts.items():
        if value not in SCALE or answers < 0:
            raise ValueError(f"{answers} answers of {value}")
    whole = {value: counts.get(value, 0) for value in SCALE}
    return ScaleSummary(MappingProxyType(whole), sum(whole.values()), median_of(whole))


def median_change(before: ScaleSummary, after: ScaleSummary) -> Fraction | None:
    """In steps of the scale, between the middles of both medians; None where one is missing."""
    if before.median is None or after.median is None:
        return None
    return Fraction(sum(after.median) - sum(before.median), 2)
