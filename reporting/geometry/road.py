"""The climbing road of eight stops, on a drawing of 1216 × 260."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# It comes in at the left edge and leaves at the right one.
COMES_IN, LEAVES = (-30, 211), (1236, 108)
STOPS = (
    *((76, 189), (228, 200), (380, 163), (532, 174)),
    *((684, 137), (836, 148), (988, 111), (1140, 122)),
)
POINTS = (COMES_IN, *STOPS, LEAVES)

Place = tuple[float, float]


@dataclass(frozen=True)
class RoadStop:
    """`mark` says how it is drawn: "done", "now", "works" or "later"."""

    number: int
    x: int
    y: int
    mark: str


@dataclass(frozen=True)
class Road:
    """`path` is the whole road, `travelled` what lies behind: up to the stop that is "now", or to
    the last one that is done; empty at the very beginning."""

    path: str
    travelled: str
    stops: tuple[RoadStop, ...]


def road(marks: Sequence[str]) -> Road:
    """One mark for each of the eight stops."""
    stops = tuple(
        RoadStop(number, x, y, mark)
        for number, ((x, y), mark) in enumerate(zip(STOPS, marks, strict=True), start=1)
    )
    reached = max((stop.number for stop in stops if stop.mark in ("done", "now")), default=0)
    return Road(_path(len(POINTS) - 1), _path(reached) if reached else "", stops)


def _path(bends: int) -> str:
    """A Catmull-Rom curve through the first points, as cubic Bézier bends."""
    return f"M{COMES_IN[0]} {COMES_IN[1]}" + "".join(_bend(end) for end in range(1, bends + 1))


def _bend(end: int) -> str:
    before, start = POINTS[max(end - 2, 0)], POINTS[end - 1]
    stop, after = POINTS[end], POINTS[min(end + 1, len(POINTS) - 1)]
    out, into = _handle(start, before, stop, 1), _handle(stop, start, after, -1)
    return f"C{_pair(out)} {_pair(into)} {stop[0]} {stop[1]}"


def _handle(at: Place, earlier: Place, later: Place, direction: int) -> Place:
    return (
        at[0] + direction * (later[0] - earlier[0]) / 6,
        at[1] + direction * (later[1] - earlier[1]) / 6,
    )


def _pair(point: Place) -> str:
    return f"{round(point[0], 1):g} {round(point[1], 1):g}"
