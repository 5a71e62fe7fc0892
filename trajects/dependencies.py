"""Which action waits for which: no circles."""

from __future__ import annotations

from collections.abc import Collection, Mapping


def circle_in(waits_for: Mapping[int, Collection[int]], start: int) -> tuple[int, ...]:
    """The way from `start` back to itself, both ends included; empty when there is none.
    `waits_for`: by action, the actions that it waits for. Takes each action once."""
    came_from: dict[int, int] = {}
    to_visit = [start]
    while to_visit:
        one = to_visit.pop()
        for needed in sorted(waits_for.get(one, ())):
            if needed == start:
                return (*_way(came_from, start, one), start)
            if needed not in came_from:
                came_from[needed] = one
                to_visit.append(needed)
    return ()


def _way(came_from: Mapping[int, int], start: int, end: int) -> tuple[int, ...]:
    way = [end]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return tuple(reversed(way))
