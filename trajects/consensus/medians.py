"""The value in the middle of an ordered scale."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate

Median = tuple[int, int]


def median_of(counts: Mapping[int, int]) -> Median | None:
    """From the number of answers per value: the low and the high middle, which are equal unless
    the middle falls between two answers that differ. None without answers."""
    values = sorted(counts)
    n = sum(counts.values())
    if not n:
        return None
    reached = list(zip(values, accumulate(counts[value] for value in values), strict=True))

    def at(place: int) -> int:
        return next(value for value, so_far in reached if so_far > place)

    return at((n - 1) // 2), at(n // 2)
